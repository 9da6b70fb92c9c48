import { ReadOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/policies',
    area: 'policies',
    order: 10,
    title: 'policies:library.title',
    icon: ReadOutlined,
    permission: 'policy.read',
    component: () => import('./library-page.tsx').then((file) => file.LibraryPage),
  },
  {
    path: '/policies/$pack',
    within: '/policies',
    area: 'policies',
    order: 11,
    title: 'policies:page.title',
    permission: 'policy.read',
    parameters: { pack: 'willow' },
    component: () => import('./document/document-page.tsx').then((file) => file.DocumentPage),
  },
  {
    path: '/policies/$pack/indicators/$indicator',
    within: '/policies',
    area: 'policies',
    order: 12,
    title: 'policies:indicator.title',
    permission: 'policy.read',
    parameters: { pack: 'willow', indicator: 'poorHouseholds' },
    component: () => import('./indicator/indicator-page.tsx').then((file) => file.IndicatorPage),
  },
];
