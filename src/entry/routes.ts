import { accountRoutes } from '../features/accounts/server/index.ts';
import { auditRoutes } from '../features/audit/server/index.ts';
import { documentRoutes } from '../features/documents/server/index.ts';
import { entitlementRoutes } from '../features/entitlements/server/index.ts';
import {
  declareHouseholdCorrecting,
  declareHouseholdExport,
  declareHouseholdList,
  declareHouseholdReading,
  declareHouseholdRestructuring,
  declareHouseholdSpells,
} from '../features/households/server/index.ts';
import { intakeRoutes } from '../features/intake/server/index.ts';
import { ledgerRoutes } from '../features/ledgers/server/index.ts';
import { packRoutes } from '../features/packs/server/index.ts';
import { policyRoutes } from '../features/policies/server/index.ts';
import { checkChanges, qualityRoutes } from '../features/quality/server/index.ts';
import { regionRoutes } from '../features/regions/server/index.ts';
import { wallRoutes } from '../features/wall/server/index.ts';
import type { Routes } from '../platform/server/http/application.ts';
import { readPackOutlines } from './pack-outlines.ts';

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
  declareHouseholdSpells(checkChanges),
  qualityRoutes,
  packRoutes,
  entitlementRoutes,
  policyRoutes,
  intakeRoutes,
  ledgerRoutes,
  documentRoutes(readPackOutlines),
];
