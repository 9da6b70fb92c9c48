export { type Orderer, type PrintedLedger, printLedger } from './print-ledger.ts';
export { ledgerRoutes } from './routes.ts';
