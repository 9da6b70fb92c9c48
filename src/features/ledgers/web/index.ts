import { BookOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

const area = 'information';
const permission = 'ledger.print';
const within = '/ledgers';
const page = () => import('./ledger-page.tsx');

export const screens: Screen[] = [
  {
    path: '/ledgers',
    area,
    order: 50,
    title: 'ledgers:desk.title',
    icon: BookOutlined,
    permission,
    component: () => import('./ledgers-page.tsx').then((file) => file.LedgersPage),
  },
  {
    path: '/ledgers/household/$county/$id',
    within,
    area,
    order: 51,
    title: 'ledgers:series.card',
    permission,
    component: () => page().then((file) => file.CardPage),
  },
  {
    path: '/ledgers/village/$region',
    within,
    area,
    order: 52,
    title: 'ledgers:series.village',
    permission,
    parameters: { region: '990101100200' },
    component: () => page().then((file) => file.VillagePage),
  },
  {
    path: '/ledgers/township/$region',
    within,
    area,
    order: 53,
    title: 'ledgers:series.township',
    permission,
    parameters: { region: '990101100' },
    component: () => page().then((file) => file.TownshipPage),
  },
  {
    path: '/ledgers/county/$region',
    within,
    area,
    order: 54,
    title: 'ledgers:series.county',
    permission,
    parameters: { region: '990101' },
    component: () => page().then((file) => file.CountyPage),
  },
];
