export { findPopulation, findStated, populationsBelow } from './population-store.ts';
export { wallRoutes } from './routes.ts';
export { keepPopulations } from './state-populations.ts';
