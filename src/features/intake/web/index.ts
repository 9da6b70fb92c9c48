import { ImportOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/intake',
    area: 'information',
    order: 50,
    title: 'intake-desk:desk.title',
    icon: ImportOutlined,
    permission: 'intake.import',
    component: () => import('./desk/intake-page.tsx').then((file) => file.IntakePage),
  },
  {
    path: '/intake/$run',
    within: '/intake',
    area: 'information',
    order: 51,
    title: 'intake-desk:run.title',
    permission: 'intake.import',
    component: () => import('./run/run-page.tsx').then((file) => file.RunPage),
  },
];
