export { drawMap } from './draw-map.ts';
export { findRegions, warmRegionSearch } from './find-regions.ts';
export {
  loadFictionalDivisions,
  loadNationalList,
  type LoadReport,
  type NationalList,
  type Progress,
  readShippedList,
} from './load-divisions.ts';
export { regionRoutes } from './routes.ts';
export {
  findChildren,
  findExistingCodes,
  findPath,
  findRegion,
  regionNames,
  type RegionNames,
} from './store.ts';
