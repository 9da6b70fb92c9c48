export { type CheckedPacks, checkPacks } from './check-packs.ts';
export type { SoundRule } from './check-rules.ts';
export { type Followed, followedPack, parametersFollowed } from './follow-pack.ts';
export {
  type FollowedPart,
  packsFollowedWithin,
  parametersFollowedWithin,
} from './follow-within.ts';
export { type PackLibrary, shippedLibrary, warmPacks } from './library.ts';
export { type LoadedPacks, loadPacks, shippedPacks } from './load-packs.ts';
export { type PackReport, type PacksReport, reportOf } from './pack-report.ts';
export { packRoutes } from './routes.ts';
export { listPacks, showClause, showPack } from './show-packs.ts';
