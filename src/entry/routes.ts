import { accountRoutes } from '../features/accounts/server/index.ts';
import {
  declareHouseholdCorrecting,
  declareHouseholdReading,
  declareHouseholdRestructuring,
} from '../features/households/server/index.ts';
import { regionRoutes } from '../features/regions/server/index.ts';
import type { Routes } from '../platform/server/http/application.ts';

const unchecked = (): void => undefined;

/** Every feature's routes, in the order of the published document. */
export const features: Routes[] = [
  accountRoutes,
  regionRoutes,
  declareHouseholdReading,
  declareHouseholdCorrecting(unchecked),
  declareHouseholdRestructuring(unchecked),
];
