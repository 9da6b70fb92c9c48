export {
  type Boundary,
  type BoundaryProblem,
  type BoundaryUpload,
  readBoundaries,
} from './boundaries.ts';
export type { RegionMap } from './contract.ts';
export { type Division, FICTIONAL_PROVINCE } from './division.ts';
export type { FeatureCollection, MapProperties } from './geojson.ts';
export { isValidOn, type Region, type RegionName } from './region.ts';
export { type MapDivision, schematicMap } from './schematic-map.ts';
export type { RegionHit, RegionQuery } from './search.ts';
export { fictionalDivisions } from './willow.ts';
