export { type Division, FICTIONAL_PROVINCE } from './division.ts';
export type { Region, RegionName } from './region.ts';
export type { RegionHit, RegionQuery } from './search.ts';
export { fictionalDivisions } from './willow.ts';
