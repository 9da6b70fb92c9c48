export { drawMap } from './draw-map.ts';
export { findRegions, warmRegionSearch } from './find-regions.ts';
export { loadFictionalDivisions, loadNationalList, shippedList } from './load-divisions.ts';
export { regionRoutes } from './routes.ts';
export {
  findChildren,
  findExistingCodes,
  findPath,
  findRegion,
  findVillages,
  regionNames,
} from './store.ts';
