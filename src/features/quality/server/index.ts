export { checkChanges } from './check-changes.ts';
export { qualityFactTables } from './fact-tables-store.ts';
export { type Rechecked, recheckHouseholds, recheckRegion } from './recheck.ts';
export { qualityRoutes } from './routes.ts';
export { countFindings } from './view-store.ts';
