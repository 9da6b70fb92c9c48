import { IdcardOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/accounts',
    area: 'system',
    order: 10,
    title: 'accounts:list.title',
    icon: IdcardOutlined,
    permission: 'account.list',
    component: () => import('./account-list-page.tsx').then((file) => file.AccountListPage),
  },
  {
    path: '/accounts/$accountId',
    within: '/accounts',
    area: 'system',
    order: 11,
    title: 'accounts:page.title',
    permission: 'account.list',
    component: () => import('./account-page.tsx').then((file) => file.AccountPage),
  },
];
