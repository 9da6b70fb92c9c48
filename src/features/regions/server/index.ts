export { drawMap } from './draw-map.ts';
export { warmRegionSearch } from './find-regions.ts';
export {
  loadFictionalDivisions,
  loadNationalList,
  loadProvincesOutsideList,
  shippedList,
} from './load-divisions.ts';
export { regionRoutes } from './routes.ts';
export {
  findChildren,
  findExistingCodes,
  findPath,
  findVillages,
  regionNames,
} from './store.ts';
