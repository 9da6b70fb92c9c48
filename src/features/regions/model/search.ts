import type { Level, RegionCode } from '../../../kernel/region-code.ts';

/** What an officer typed, and where to look. */
export type RegionQuery = {
  /** Part of a name, its pinyin initials from the first character on, or the first digits of a code. */
  text: string;
  /** Only this region and what lies in it. */
  within?: RegionCode | undefined;
  /** The officer's own region: what lies in it comes first. */
  scope?: RegionCode | undefined;
  level?: Level | undefined;
  /** At most so many answers. */
  limit: number;
};

export type RegionHit = { code: RegionCode; name: string; level: Level; fullName: string };
