export type { Checking } from './change-household.ts';
export { declareHouseholdCorrecting } from './correcting-routes.ts';
export { declareHouseholdExport } from './export-routes.ts';
export { householdFactTables } from './fact-tables-store.ts';
export type { LoadedHousehold } from './load-whole.ts';
export type { Masked } from './mask.ts';
export {
  readVillage,
  readWholeHousehold,
  type Showing,
  type Shown,
  type ShownHousehold,
} from './read-village.ts';
export { documentIndex, isSealed, recordOfRow, tailOf } from './record-columns.ts';
export { declareHouseholdRestructuring } from './restructuring-routes.ts';
export { declareHouseholdList, declareHouseholdReading } from './routes.ts';
export { hasHouseholds } from './store.ts';
