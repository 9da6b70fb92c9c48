import type { Routes } from '../../../platform/server/http/application.ts';
import { declareAccountRoutes, declarePostingRoutes } from './administration-routes.ts';
import { declareOwnAccountRoutes, declareSessionRoutes } from './session-routes.ts';

/** Sessions, the officer's own account, and what the administrators do with accounts and postings. */
export const accountRoutes: Routes = (app) => {
  declareSessionRoutes(app);
  declareOwnAccountRoutes(app);
  declareAccountRoutes(app);
  declarePostingRoutes(app);
};
