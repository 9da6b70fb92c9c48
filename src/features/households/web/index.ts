import { TeamOutlined } from '@ant-design/icons';
import { createElement } from 'react';
import type { Screen } from '../../../platform/web/screen.ts';
import type { HandedIn } from './page/handed-in.ts';

export type { HandedIn } from './page/handed-in.ts';
export type { IncomeLines, LinesOf } from './page/income-lines.ts';

/** The screens of households. Which line an income is held against, and what is due, other features know. */
export function householdScreens(handedIn: HandedIn): readonly Screen[] {
  return [
    {
      path: '/households',
      area: 'information',
      order: 10,
      title: 'households:list.title',
      icon: TeamOutlined,
      permission: 'household.read',
      component: () =>
        import('./list/household-list-page.tsx').then((file) => file.HouseholdListPage),
    },
    {
      path: '/households/new',
      within: '/households',
      area: 'information',
      order: 11,
      title: 'households:add.title',
      permission: 'household.correct',
      component: () => import('./add/add-household-page.tsx').then((file) => file.AddHouseholdPage),
    },
    {
      path: '/households/$county/$id',
      within: '/households',
      area: 'information',
      order: 12,
      title: 'households:page.title',
      permission: 'household.read',
      component: async () => {
        const { HouseholdPage } = await import('./page/household-page.tsx');
        return () => createElement(HouseholdPage, { handedIn });
      },
    },
  ];
}
