export type { ReadPacks } from './packs.ts';
export { documentRoutes } from './routes.ts';
