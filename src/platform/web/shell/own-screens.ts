import { InfoCircleOutlined } from '@ant-design/icons';
import type { Screen } from '../screen.ts';

/** The screens that the shell itself brings. */
export const ownScreens: readonly Screen[] = [
  {
    path: '/account',
    within: '/account',
    area: 'system',
    order: 890,
    title: 'shell:account.title',
    permission: 'self',
    component: () => import('../session/account-page.tsx').then((file) => file.AccountPage),
  },
  {
    path: '/about',
    area: 'system',
    order: 900,
    title: 'shell:about.title',
    icon: InfoCircleOutlined,
    permission: 'self',
    component: () => import('./about-page.tsx').then((file) => file.AboutPage),
  },
];
