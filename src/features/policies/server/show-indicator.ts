import { contains, levelOf, levels, type RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { may, reachOf } from '../../../platform/server/identity/officer.ts';
import { findChildren, regionNames } from '../../regions/server/index.ts';
import type { BehindAnswer } from '../model/contract.ts';
import { askByPlace, nothingStated } from './ask-register.ts';
import { findHouseholdsBehind } from './behind-store.ts';
import { askingOf, type KnownIndicator, knownIndicators, reportView } from './indicators.ts';
import { type PackAsked, packAsked, regionsAround } from './pack-asked.ts';
import { findReportsOf, findValuesWithin } from './report-store.ts';

const PAGE_SIZE = 50;
/** More divisions than any has just below it. */
const MOST_PLACES = 1_000;

type Asked = { pack: string; indicator: string; region: string | undefined; page: number };

/** One number of a document on its way down: the divisions below, the households, the reports. */
export async function showIndicator(context: Context, asked: Asked): Promise<BehindAnswer> {
  const found = await packAsked(context, { id: asked.pack, region: asked.region });
  const known = (await knownIndicators(context, found, asked.indicator)).get(asked.indicator);
  if (known === undefined) {
    throw new Problem(404, 'indicatorNotThere', { id: asked.indicator });
  }
  const { region, pack } = found;
  const path = regionsAround(region).filter((code) => contains(reachOf(context.officer), code));
  const names = await regionNames(context.tx, path);
  const place = (code: RegionCode) => ({ code, name: names.get(code)?.name ?? code });
  const { id, title } = pack.head.value;
  const reports = await findReportsOf(context.tx, {
    region,
    packId: known.item.pack,
    indicatorId: asked.indicator,
  });
  return {
    region: { ...place(region), level: levelOf(region) },
    path: path.map(place),
    pack: { id, title },
    indicator: known.view,
    places: await placesBelow(context, found, known),
    households: await householdsBehind(context, { found, known, page: asked.page }),
    reports: reports.map(reportView),
    mayReport: known.item.value.source === 'reported' && may(context.officer, 'policy.propose'),
  };
}

async function placesBelow(
  context: Context,
  found: PackAsked,
  { item, measure, view }: KnownIndicator,
): Promise<BehindAnswer['places']> {
  const below = levels[levels.indexOf(levelOf(found.region)) + 1];
  if (below === undefined || below === 'nation') return [];
  const children = await findChildren(context.tx, found.region, { limit: MOST_PLACES });
  const codes = children.map(({ code }) => code);
  const values = await (async (): Promise<ReadonlyMap<RegionCode, number | null>> => {
    if (measure !== null && view.value !== null) {
      return await askByPlace(measure, below, askingOf(context, found));
    }
    const of = { codes, packId: item.pack, indicatorId: item.value.id };
    const rows = await findValuesWithin(context.tx, of);
    return new Map(rows.map(({ region, value }) => [region, value]));
  })();
  return children.map(({ code, name }) => ({
    code,
    name,
    value: values.get(code) ?? null,
    filters: view.filters,
  }));
}

async function householdsBehind(
  context: Context,
  { found, known, page }: { found: PackAsked; known: KnownIndicator; page: number },
): Promise<BehindAnswer['households']> {
  const { measure, view } = known;
  if (measure === null || !view.hasHouseholds || view.filters !== null) return null;
  const { facts, on, parameters, region: scope } = askingOf(context, found);
  const question = { subject: measure.subject, on, scope, parameters, places: nothingStated };
  const limits = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const { total, rows } = await findHouseholdsBehind(facts, measure, { question, ...limits });
  const villages = rows.map(({ village }) => village as RegionCode);
  const names = await regionNames(context.tx, [...new Set(villages)]);
  return {
    total,
    size: PAGE_SIZE,
    rows: rows.map(({ id, number, headName, village }) => ({
      id,
      number,
      headName,
      county: village.slice(0, 6),
      village: { code: village, name: names.get(village as RegionCode)?.name ?? village },
    })),
  };
}
