import type { Context } from '../../../platform/server/http/endpoint.ts';
import { itemsOf } from '../../packs/model/index.ts';
import type { IndicatorView, ReportView } from '../model/contract.ts';
import { listFiltersOf } from '../model/list-filters.ts';
import { type Asking, askRegister, type Reading } from './ask-register.ts';
import { type Indicator, type Measure, measureOf } from './measures.ts';
import type { PackAsked } from './pack-asked.ts';
import { findReportsInForce, type ReportRow } from './report-store.ts';

/** An indicator with its value today, and what is known of its beginning. */
export type KnownIndicator = {
  readonly item: Indicator;
  readonly measure: Measure | null;
  readonly view: IndicatorView;
  /** The value from which a plan starts; null if nobody knows it. */
  readonly start: number | null;
};

type Named = { id: string; title: { zh: string; en: string } };

/** Departments, offices and roles by their ids. */
export function departmentsOf({ chain }: Pick<PackAsked, 'chain'>): ReadonlyMap<string, Named> {
  return new Map(
    chain.flatMap((pack) =>
      pack.departments.map(({ value: { id, title } }) => [id, { id, title }] as const),
    ),
  );
}

export function named(ids: readonly string[], departments: ReadonlyMap<string, Named>): Named[] {
  return ids.map((id) => departments.get(id) ?? { id, title: { zh: id, en: id } });
}

export function askingOf(context: Context, asked: PackAsked): Asking {
  const { region, on, parameters } = asked;
  return { facts: context.services.facts, region, on, parameters };
}

/** The pack's own indicators and those that its targets and schedules name, with their values today. */
export async function knownIndicators(
  context: Context,
  asked: PackAsked,
  only?: string,
): Promise<ReadonlyMap<string, KnownIndicator>> {
  const items = wanted(asked).filter(({ value }) => only === undefined || value.id === only);
  const measures = new Map(
    items.flatMap((item) => {
      const measure = measureOf(item, asked);
      return measure === null ? [] : [[item.value.id, measure] as const];
    }),
  );
  const packs = asked.chain.map(({ head }) => head.value.id);
  const [readings, reports] = await Promise.all([
    askRegister([...measures.values()], askingOf(context, asked)),
    findReportsInForce(context.tx, asked.region, packs),
  ]);
  const departments = departmentsOf(asked);
  return new Map(
    items.map((item) => {
      const { id } = item.value;
      const measure = measures.get(id) ?? null;
      const own = reports.filter(
        ({ packId, indicatorId }) => packId === item.pack && indicatorId === id,
      );
      const words = wordsOf(item, departments);
      const found =
        item.value.source === 'register'
          ? fromRegister({ words, measure, reading: readings.get(id) }, asked)
          : fromReports({ words, reports: own });
      return [id, { item, measure, ...found }];
    }),
  );
}

function wanted({ pack, chain }: PackAsked): Indicator[] {
  const own = new Set([
    ...pack.indicators.map(({ value }) => value.id),
    ...pack.targets.map(({ value }) => value.indicator),
    ...pack.schedules.flatMap(({ value }) => value.indicator ?? []),
  ]);
  return itemsOf(chain, 'indicators').filter(({ value }) => own.has(value.id));
}

type Words = Omit<IndicatorView, 'value' | 'absence' | 'filters' | 'hasHouseholds' | 'report'>;
type Found = Pick<KnownIndicator, 'view' | 'start'>;

function wordsOf({ value: item, pack }: Indicator, departments: ReadonlyMap<string, Named>): Words {
  const { id, title, unit, better, source, cites } = item;
  const isReported = item.source === 'reported';
  return {
    id,
    title,
    pack,
    unit,
    better,
    source,
    cites: [...cites],
    every: isReported ? item.every : null,
    reportedBy: isReported ? named(item.reportedBy, departments) : [],
  };
}

function fromRegister(
  found: { words: Words; measure: Measure | null; reading: Reading | undefined },
  { region, parameters }: PackAsked,
): Found {
  const { words, measure, reading } = found;
  const filters = measure === null ? null : listFiltersOf(measure.behind, { region, parameters });
  const isOfPeople = measure?.subject === 'household' || measure?.subject === 'person';
  const value = reading?.value ?? null;
  return {
    view: {
      ...words,
      value,
      absence: measure === null ? 'notSound' : (reading?.absence ?? null),
      filters: value === null ? null : filters,
      hasHouseholds: isOfPeople && value !== null,
      report: null,
    },
    start: words.better === 'less' ? (reading?.whole ?? null) : 0,
  };
}

/** The latest period in force gives the value, the earliest that of the beginning. */
function fromReports({ words, reports }: { words: Words; reports: readonly ReportRow[] }): Found {
  const latest = reports.at(-1);
  const first = reports.length > 1 ? reports[0] : undefined;
  const unreported = words.better === 'less' ? wholeOf(words.unit) : 0;
  return {
    view: {
      ...words,
      value: latest?.value ?? null,
      absence: latest === undefined ? 'notReported' : null,
      filters: null,
      hasHouseholds: false,
      report: latest === undefined ? null : reportView(latest),
    },
    start: first?.value ?? unreported,
  };
}

function wholeOf(unit: string): number | null {
  return unit === 'percent' ? 100 : null;
}

export function reportView(row: ReportRow): ReportView {
  const { id, period, value, evidence, department, reportedAt, state, endedBecause } = row;
  return {
    id,
    period,
    value,
    evidence,
    department,
    reportedAt,
    state,
    endedBecause,
    reportedBy: row.reportedByName,
    endedBy: row.endedByName,
  };
}
