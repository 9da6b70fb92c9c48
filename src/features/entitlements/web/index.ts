import { GiftOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { Screen } from '../../../platform/web/screen.ts';

/** What a household is due, for its page; read when it is first shown. */
export const Entitlements = lazy(async () => ({
  default: (await import('./household/household-entitlements.tsx')).HouseholdEntitlements,
}));

export const screens: Screen[] = [
  {
    path: '/entitlements',
    area: 'policies',
    order: 40,
    title: 'entitlements:screen.title',
    icon: GiftOutlined,
    permission: 'household.read',
    component: () => import('./totals/totals-page.tsx').then((file) => file.TotalsPage),
  },
];
