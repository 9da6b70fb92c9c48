import { CompassOutlined, TeamOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/',
    area: 'supervision',
    order: 1,
    title: 'wall:start.title',
    icon: CompassOutlined,
    permission: 'self',
    component: () => import('./start-page.tsx').then((file) => file.StartPage),
  },
  {
    path: '/populations',
    area: 'information',
    order: 80,
    title: 'wall:population.title',
    icon: TeamOutlined,
    permission: 'household.correct',
    component: () => import('./population-page.tsx').then((file) => file.PopulationPage),
  },
];
