export { declareHouseholdCorrecting } from './correcting-routes.ts';
export type { Checking } from './change-household.ts';
export { householdFactTables } from './fact-tables-store.ts';
export { declareHouseholdRestructuring } from './restructuring-routes.ts';
export { declareHouseholdReading } from './routes.ts';
