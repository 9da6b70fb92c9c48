export { findPopulation, populationsBelow } from './population-store.ts';
export { wallRoutes } from './routes.ts';
