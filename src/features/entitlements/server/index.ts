export { type Counted, countEntitlements } from './count-entitlements.ts';
export { entitlementRoutes } from './routes.ts';
