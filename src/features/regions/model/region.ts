import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Level, RegionCode } from '../../../kernel/region-code.ts';
import type { DivisionClass } from './division.ts';

/** A division as the product knows it, whether it still exists or not. */
export type Region = {
  code: RegionCode;
  name: string;
  /** With the names above it, as in an address; the nation and placeholders left out. */
  fullName: string;
  level: Level;
  class: DivisionClass | null;
  formerNames: string[];
  /** First day; null if it was there before the first list that was loaded. */
  validFrom: PlainDate | null;
  /** First day on which it is no longer a division; null while it is one. */
  validTo: PlainDate | null;
  /** The division that follows it, where known. */
  successor: RegionCode | null;
};

export type RegionName = Pick<Region, 'code' | 'name' | 'level' | 'class'>;
