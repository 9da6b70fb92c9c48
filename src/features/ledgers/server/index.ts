export { printLedger } from './print-ledger.ts';
export { ledgerRoutes } from './routes.ts';
