export type { Checking } from './change-household.ts';
export { declareHouseholdCorrecting } from './correcting-routes.ts';
export { declareHouseholdExport } from './export-routes.ts';
export { householdFactTables } from './fact-tables-store.ts';
export type { LoadedHousehold } from './load-whole.ts';
export type { Masked } from './mask.ts';
export { readForRules } from './read-for-rules.ts';
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
export { declareHouseholdSpells } from './spell-routes.ts';
export { hasHouseholds } from './store.ts';
