import { accountRoutes } from '../features/accounts/server/index.ts';
import { auditRoutes } from '../features/audit/server/index.ts';
import {
  declareHouseholdCorrecting,
  declareHouseholdExport,
  declareHouseholdList,
  declareHouseholdReading,
  declareHouseholdRestructuring,
} from '../features/households/server/index.ts';
import { intakeRoutes } from '../features/intake/server/index.ts';
import { ledgerRoutes } from '../features/ledgers/server/index.ts';
import { checkChanges, qualityRoutes } from '../features/quality/server/index.ts';
import { regionRoutes } from '../features/regions/server/index.ts';
import { wallRoutes } from '../features/wall/server/index.ts';
import type { Routes } from '../platform/server/http/application.ts';

/** Every feature's routes, in the order of the published document. */
export const features: Routes[] = [
  accountRoutes,
  auditRoutes,
  regionRoutes,
  wallRoutes,
  declareHouseholdList,
  declareHouseholdExport,
  declareHouseholdReading,
  declareHouseholdCorrecting(checkChanges),
  declareHouseholdRestructuring(checkChanges),
  qualityRoutes,
  intakeRoutes,
  ledgerRoutes,
];
