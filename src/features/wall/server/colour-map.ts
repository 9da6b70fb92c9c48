import type { z } from 'zod';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { formatFilters } from '../../households/model/index.ts';
import { drawMap, regionNames } from '../../regions/server/index.ts';
import type { MapAnswer } from '../model/contract.ts';
import {
  type Indicator,
  incidenceOf,
  measureBehind,
  type RegionCounts,
  unitOf,
  valueOf,
} from '../model/indicators.ts';
import { measures } from '../model/measures.ts';
import { nothingCounted } from './break-down-regions.ts';
import { placeOf } from './places.ts';
import { populationsBelow } from './population-store.ts';
import { countDivisions, levelsBelow } from './wall-store.ts';

type WallMap = z.output<typeof MapAnswer>;

/**
 * How many levels down a map is coloured: two where that is a readable number of cells (a county
 * down to its villages, a province down to its counties), one for a township.
 */
function usualDepth(region: RegionCode): number {
  return levelOf(region) === 'township' ? 1 : 2;
}

/** A region's map with the values to colour it by; cells and values go by the same codes. */
export async function colourMap(
  context: Context,
  region: RegionCode,
  wish: { indicator: Indicator; depth: number | undefined },
): Promise<WallMap> {
  const { indicator } = wish;
  const depth = wish.depth ?? usualDepth(region);
  const level = levelsBelow(region)[depth - 1] ?? levelsBelow(region).at(-1);
  const drawn = await drawMap(context.tx, region, depth);
  const counts = await countsBelow(context, region, { level, indicator });
  const cells = drawn.map.features.filter(({ properties }) => properties.role === 'cell');
  const codes = [
    ...new Set([
      ...cells.map(({ properties }) => properties.code),
      ...drawn.missing,
      ...counts.keys(),
    ]),
  ].sort() as RegionCode[];
  const names = await regionNames(context.tx, codes);
  const filters = formatFilters(measures[measureBehind[indicator]]);
  return {
    ...drawn,
    region: await placeOf(context.tx, region),
    indicator,
    unit: unitOf[indicator],
    of: indicator === 'incidence' ? sharesOf([...counts.values()]) : null,
    values: codes.map((code) => {
      const own = counts.get(code) ?? { ...nothingCounted, population: null };
      return {
        code,
        name: names.get(code)?.name ?? code,
        value: valueOf(indicator, own),
        households: own[measureBehind[indicator]].households,
        filters,
      };
    }),
  };
}

async function countsBelow(
  context: Context,
  region: RegionCode,
  of: { level: ReturnType<typeof levelsBelow>[number] | undefined; indicator: Indicator },
): Promise<Map<RegionCode, RegionCounts>> {
  const { level, indicator } = of;
  if (level === undefined) return new Map();
  const counts = await countDivisions(
    { facts: context.services.facts, region },
    { level, withIncome: indicator === 'income' },
  );
  const populations = await populationsBelow(context.tx, region, level);
  return new Map(
    [...counts].map(([code, own]) => [code, { ...own, population: populations.get(code) ?? null }]),
  );
}

function sharesOf(counts: readonly RegionCounts[]): WallMap['of'] {
  const kinds = new Set(counts.map((own) => incidenceOf(own).of));
  const [first = null] = kinds;
  return kinds.size > 1 ? 'mixed' : first;
}
