import { type Level, levelOf, type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

const digits: Record<Exclude<Level, 'nation'>, number> = {
  province: 2,
  prefecture: 4,
  county: 6,
  township: 9,
  village: 12,
};

/**
 * The agricultural population of the divisions of a level within a region: of each the sum of what
 * its villages stated last. Absent as long as one of its villages has stated nothing, because a
 * share of part of a region would look too large.
 */
export async function populationsBelow(
  tx: Transaction,
  region: RegionCode,
  level: Exclude<Level, 'nation'>,
): Promise<Map<RegionCode, number>> {
  const { from, to } = rangeOf(region);
  const [stated] = await tx<{ county_code: string }[]>`
    select county_code from village_population
     where village_code >= ${from} and village_code < ${to} limit 1`;
  if (stated === undefined) return new Map();
  const rows = await tx<{ code: string; population: number }[]>`
    with latest as (
      select distinct on (county_code, village_code) county_code, village_code, agricultural_population
        from village_population
       where village_code >= ${from} and village_code < ${to}
       order by county_code, village_code, year desc
    )
    select left(v.code, ${digits[level]}) as code, sum(l.agricultural_population) as population
      from village v
      left join latest l on l.county_code = v.county_code and l.village_code = v.code
     where v.code >= ${from} and v.code < ${to} and v.valid_to is null
     group by 1
    having count(*) = count(l.village_code)`;
  return new Map(rows.map((row) => [row.code as RegionCode, row.population]));
}

/** The agricultural population of a region as a whole; undefined until all its villages stated it. */
export async function findPopulation(
  tx: Transaction,
  region: RegionCode,
): Promise<number | undefined> {
  const level = levelOf(region);
  if (level === 'nation') return undefined;
  return (await populationsBelow(tx, region, level)).get(region);
}

export type StatedPopulation = { code: string; year: number; population: number; source: string };

/** What each village of a region stated last. */
export async function findStated(tx: Transaction, region: RegionCode): Promise<StatedPopulation[]> {
  const { from, to } = rangeOf(region);
  return await tx<StatedPopulation[]>`
    select distinct on (county_code, village_code)
           village_code as code, year, agricultural_population as population, source
      from village_population
     where village_code >= ${from} and village_code < ${to}
     order by county_code, village_code, year desc`;
}

/** Keeps what is stated for a year; said again for the same year, the later statement counts. */
export async function savePopulations(
  tx: Transaction,
  stated: readonly StatedPopulation[],
  by: { accountId: string; at: string },
): Promise<void> {
  const rows = stated.map(({ code, year, population, source }) => ({
    county_code: code.slice(0, 6),
    village_code: code,
    year,
    agricultural_population: population,
    source,
    stated_by: by.accountId,
    stated_at: by.at,
  }));
  await tx`
    insert into village_population ${tx(rows)}
    on conflict (county_code, village_code, year) do update
       set agricultural_population = excluded.agricultural_population, source = excluded.source,
           stated_by = excluded.stated_by, stated_at = excluded.stated_at`;
}
