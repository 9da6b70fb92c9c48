export { checkChanges } from './check-changes.ts';
export { qualityFactTables } from './fact-tables-store.ts';
export { type Rechecked, recheckRegion } from './recheck.ts';
export { qualityRoutes } from './routes.ts';
export { countFindings } from './view-store.ts';
