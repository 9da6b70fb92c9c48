export { ensureFirstAccounts, type FirstAccounts } from './first-accounts.ts';
export { resetFromCommandLine } from './reset-administrator.ts';
export { accountRoutes } from './routes.ts';
