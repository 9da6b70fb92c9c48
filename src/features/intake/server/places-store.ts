import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Divisions, NamedRegion } from '../model/places.ts';

/** The living divisions of a region from its counties down, by which rows name their place. */
export async function loadDivisions(tx: Transaction, reach: RegionCode): Promise<Divisions> {
  const { from, to } = rangeOf(reach.slice(0, 6) as RegionCode);
  const within = rangeOf(reach);
  const regions = await tx<(NamedRegion & { level: string })[]>`
    select code, name, former_names as "formerNames", level from region
     where level in ('county', 'township') and valid_to is null and code >= ${from} and code < ${to}`;
  const villages = await tx<NamedRegion[]>`
    select code, name, former_names as "formerNames" from village
     where valid_to is null and code >= ${within.from} and code < ${within.to}`;
  return {
    counties: regions.filter(({ level }) => level === 'county'),
    townships: regions.filter(({ level }) => level === 'township'),
    villages,
  };
}
