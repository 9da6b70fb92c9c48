import type { PackOutline } from '../model/match.ts';

/** Hands in the packs there are; this feature does not know where they come from. */
export type ReadPacks = () => Promise<readonly PackOutline[]>;
