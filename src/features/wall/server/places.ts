import type { z } from 'zod';
import { levelOf, NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { formatFilters } from '../../households/model/index.ts';
import { regionNames } from '../../regions/server/index.ts';
import { type BreakdownAnswer, NATION_IN_ADDRESS } from '../model/contract.ts';
import { incidenceOf, type RegionCounts } from '../model/indicators.ts';
import { measureKeys, measures } from '../model/measures.ts';

type Place = z.output<typeof BreakdownAnswer>['region'];
type Measured = Pick<
  z.output<typeof BreakdownAnswer>['regions'][number],
  'counts' | 'incomePerHeadFen' | 'population' | 'incidence'
>;

/** The region of the address, or all that the officer reaches; what lies outside is not there. */
export function askedRegion(context: Context, region: string | undefined): RegionCode {
  if (region === undefined) return reachOf(context.officer);
  const code = region === NATION_IN_ADDRESS ? NATION : regionCode(region);
  requireWithinReach(context.officer, code);
  return code;
}

export async function placeOf(tx: Transaction, code: RegionCode): Promise<Place> {
  const names = await regionNames(tx, [code]);
  return { code, name: names.get(code)?.name ?? code, level: levelOf(code) };
}

/** Counts as the API gives them: each number with the filter that finds the households behind it. */
export function measuredOf(counts: RegionCounts): Measured {
  return {
    counts: Object.fromEntries(
      measureKeys.map((key) => [key, { ...counts[key], filters: formatFilters(measures[key]) }]),
    ) as Measured['counts'],
    incomePerHeadFen: counts.incomePerHeadFen,
    population: counts.population,
    incidence: incidenceOf(counts),
  };
}
