import type { z } from 'zod';
import { addDays, type PlainDate, plainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { type Filter, formatFilters } from '../../households/model/index.ts';
import { nationalParameters, parametersAt } from '../../quality/model/index.ts';
import { type Dimension, definitionOf, filtersOfValue } from '../model/breakdowns.ts';
import { changeKinds, filtersOfChange } from '../model/changes.ts';
import type { BreakdownRow, SummaryAnswer } from '../model/contract.ts';
import {
  bandHolds,
  filtersOfBand,
  filtersOfUnstated,
  incomeBands,
  surveyedIn,
  withoutSurvey,
} from '../model/incomes.ts';
import type { Counted } from '../model/indicators.ts';
import { onRegister, openFindings } from '../model/measures.ts';
import { measuredOf, placeOf } from './places.ts';
import { findPopulation } from './population-store.ts';
import {
  type Asked,
  countChanges,
  countFound,
  countIncomes,
  countMissing,
  countOpenFindings,
  countRegion,
  countValues,
  type DayChanges,
  findSurveyYear,
} from './wall-store.ts';

type Summary = z.output<typeof SummaryAnswer>;

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** Everything that the start page says about a region. */
export async function summarise(context: Context, region: RegionCode): Promise<Summary> {
  const asked: Asked = { facts: context.services.facts, region };
  const [counts, statuses, kinds, monitored, causes, missing, findings, changes, incomes] =
    await Promise.all([
      countRegion(asked),
      breakDown(asked, 'povertyStatus'),
      breakDown(asked, 'kind'),
      breakDown(asked, 'monitoredCategory'),
      breakDown(asked, 'cause'),
      whatIsMissing(asked),
      countOpenFindings(asked),
      recentChanges(asked, context.today),
      incomesOf(asked),
    ]);
  const { lagMs } = context.services.facts.lag();
  return {
    region: await placeOf(context.tx, region),
    lagSeconds: lagMs === null ? null : lagMs / 1000,
    ...measuredOf({ ...counts, population: (await findPopulation(context.tx, region)) ?? null }),
    statuses,
    kinds,
    monitored,
    causes,
    missing,
    findings: findings.map((row) => ({
      ...row,
      filters: formatFilters(openFindings(row.rule)),
    })),
    changes,
    incomes,
  };
}

/** Households by the values of one dimension, each with the filter that finds them. */
export async function breakDown(
  asked: Asked,
  dimension: Dimension,
): Promise<z.output<typeof BreakdownRow>[]> {
  const definition = definitionOf[dimension];
  const rows = await countValues(asked, definition);
  return rows
    .filter(({ value }) => value !== null || definition.countsAbsent)
    .map((row) => ({ ...row, filters: formatFilters(filtersOfValue(definition, row.value)) }));
}

async function whatIsMissing(asked: Asked): Promise<Summary['missing']> {
  const found = await countMissing(asked);
  return found.map((row) => ({ ...row, filters: formatFilters(lacking(row.field)) }));
}

function lacking(field: string): Filter[] {
  const of = field.startsWith('person.') ? 'person.missing' : 'household.missing';
  return [...onRegister, { field: of, operator: 'in', values: [field] }];
}

async function recentChanges(asked: Asked, today: PlainDate): Promise<Summary['changes']> {
  const since = addDays(today, 1 - MONTH_DAYS);
  const weekSince = addDays(today, 1 - WEEK_DAYS);
  const rows = await countChanges(asked, since);
  const days = Array.from({ length: MONTH_DAYS }, (_, index) => addDays(since, index));
  return {
    since,
    weekSince,
    days: days.map((day) => ({
      day,
      counts: Object.fromEntries(
        rows.filter((row) => row.day === day).map(({ kind, count }) => [kind, count]),
      ),
    })),
    kinds: changeKinds.map((kind) => {
      const own = rows.filter((row) => row.kind === kind);
      return {
        kind,
        week: sum(own.filter(({ day }) => day >= weekSince)),
        month: sum(own),
        weekFilters: formatFilters(filtersOfChange(kind, weekSince)),
        monthFilters: formatFilters(filtersOfChange(kind, since)),
      };
    }),
  };
}

function sum(rows: readonly DayChanges[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

async function incomesOf(asked: Asked): Promise<Summary['incomes']> {
  const year = await findSurveyYear(asked);
  if (year === undefined) return null;
  const line = lineOf(asked.region, year);
  const belowLine = filtersOfBand(year, { from: null, below: line?.fen ?? 0 });
  const [incomes, below, unsurveyed] = await Promise.all([
    countIncomes(asked, surveyedIn(year)),
    countFound(asked, belowLine),
    countFound(asked, withoutSurvey),
  ]);
  const unstated = incomes.filter(({ thousandYuan }) => thousandYuan === null);
  return {
    year,
    unstated: withFilters(added(unstated), filtersOfUnstated(year)),
    withoutSurvey: withFilters(unsurveyed, withoutSurvey),
    line: line === undefined ? null : { ...line, below: withFilters(below, belowLine) },
    bands: incomeBands.map((band) => {
      const own = incomes.filter(
        ({ thousandYuan }) => thousandYuan !== null && bandHolds(band, thousandYuan),
      );
      return { ...band, ...withFilters(added(own), filtersOfBand(year, band)) };
    }),
  };
}

function added(counts: readonly Counted[]): Counted {
  return {
    households: counts.reduce((total, { households }) => total + households, 0),
    persons: counts.reduce((total, { persons }) => total + persons, 0),
  };
}

function withFilters(
  { households, persons }: Counted,
  filters: readonly Filter[],
): Counted & { filters: string } {
  return { households, persons, filters: formatFilters(filters) };
}

/**
 * The line that incomes of a year are held against: the monitoring line of the region from 2021 on,
 * the poverty line before (国务院扶贫开发领导小组, 2020).
 */
function lineOf(
  region: RegionCode,
  year: number,
): { kind: 'poverty' | 'monitoring'; fen: number } | undefined {
  const lines = parametersAt(nationalParameters, region, plainDate(`${year}-12-31`));
  if (lines.monitoringLineFen !== undefined)
    return { kind: 'monitoring', fen: lines.monitoringLineFen };
  return lines.povertyLineFen === undefined
    ? undefined
    : { kind: 'poverty', fen: lines.povertyLineFen };
}
