import type { z } from 'zod';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { findChildren, regionNames } from '../../regions/server/index.ts';
import type { BreakdownAnswer } from '../model/contract.ts';
import { countsOf } from '../model/groups.ts';
import { measuredOf } from './places.ts';
import { populationsBelow } from './population-store.ts';
import { countDivisions, levelsBelow } from './wall-store.ts';

// More than any division of China has below it.
const MOST_DIVISIONS = 5000;

/** What is counted where no household is. */
export const nothingCounted = countsOf([]);

/** The divisions just below a region with their counts, those without any household too. */
export async function breakDownRegions(
  context: Context,
  region: RegionCode,
): Promise<z.output<typeof BreakdownAnswer>['regions']> {
  const [level] = levelsBelow(region);
  if (level === undefined) return [];
  const counts = await countDivisions(
    { facts: context.services.facts, region },
    { level, withIncome: true },
  );
  const populations = await populationsBelow(context.tx, region, level);
  const children = await findChildren(context.tx, region, { limit: MOST_DIVISIONS });
  const codes = [...new Set([...children.map(({ code }) => code), ...counts.keys()])].sort();
  const names = await regionNames(context.tx, codes);
  return codes.map((code) => ({
    code,
    name: names.get(code)?.name ?? code,
    level: levelOf(code),
    ...measuredOf({
      ...(counts.get(code) ?? nothingCounted),
      population: populations.get(code) ?? null,
    }),
  }));
}
