export { ensureFirstAccounts, type FirstAccounts } from './first-accounts.ts';
export { findOfficer, findOfficersOf, type OfficerOnRecord } from './officer-store.ts';
export { pruneSessions } from './prune-sessions.ts';
export { resetFromCommandLine } from './reset-administrator.ts';
export { accountRoutes } from './routes.ts';
