export { ensureFirstAccounts, type FirstAccounts } from './first-accounts.ts';
export { findOfficer, type OfficerOnRecord } from './officer-store.ts';
export { resetFromCommandLine } from './reset-administrator.ts';
export { accountRoutes } from './routes.ts';
