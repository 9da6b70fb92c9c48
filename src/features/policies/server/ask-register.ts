import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Level, levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { ParametersInForce } from '../../rules/model/index.ts';
import { countRules, type PlaceFacts, type RuleCount } from '../../rules/server/index.ts';
import type { Absence } from '../model/contract.ts';
import type { Measure } from './measures.ts';

export type Asking = {
  readonly facts: Facts;
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly parameters: ParametersInForce;
};

/** What the register says of an indicator. */
export type Reading = {
  readonly value: number | null;
  readonly absence: Absence | null;
  /** What the number would be if it held for everybody. */
  readonly whole: number | null;
};

/** Offices do not state yet what their villages and counties have, so measures that ask it stay without a number. */
export const nothingStated: PlaceFacts = { villages: new Map(), counties: new Map() };

/** All measures for a region, those about the same subject in one query. */
export async function askRegister(
  measures: readonly Measure[],
  asking: Asking,
): Promise<ReadonlyMap<string, Reading>> {
  const rows = await askBySubject(measures, asking, []);
  return new Map(
    measures.map((measure) => {
      const { id } = measure.indicator.value;
      return [id, readingOf(measure, asking.region, rows === null ? null : rows.get(measure)?.[0])];
    }),
  );
}

/** One measure for each division of a level within the region; those without anybody on the register are missing. */
export async function askByPlace(
  measure: Measure,
  level: Exclude<Level, 'nation'>,
  asking: Asking,
): Promise<ReadonlyMap<RegionCode, number | null>> {
  const rows = await askBySubject([measure], asking, [level]);
  return new Map(
    (rows?.get(measure) ?? []).map(({ group, counts }) => [
      String(group[0]) as RegionCode,
      measure.valueOf(counts),
    ]),
  );
}

type Row = Pick<RuleCount, 'group' | 'asked' | 'counts'>;

/** Null while the facts are being built for the first time. */
async function askBySubject(
  measures: readonly Measure[],
  asking: Asking,
  dimensions: readonly string[],
): Promise<ReadonlyMap<Measure, readonly Row[]> | null> {
  const askable = measures.filter((measure) => canBeAsked(measure, asking.region) === null);
  const bySubject = Map.groupBy(askable, ({ subject }) => subject);
  const found = new Map<Measure, readonly Row[]>();
  try {
    await Promise.all(
      [...bySubject.values()].map(async (group) => {
        for (const [measure, rows] of await askGroup(group, asking, dimensions)) {
          found.set(measure, rows);
        }
      }),
    );
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'factsNotReady') return null;
    throw thrown;
  }
  return found;
}

async function askGroup(
  measures: readonly Measure[],
  { facts, region, on, parameters }: Asking,
  dimensions: readonly string[],
): Promise<Map<Measure, Row[]>> {
  const subject = measures[0]?.subject ?? 'household';
  const question = { subject, on, scope: region, parameters, places: nothingStated };
  const rules = measures.flatMap((measure) => measure.rules);
  const rows = await countRules(facts, rules, { question, dimensions });
  let from = 0;
  return new Map(
    measures.map((measure) => {
      const [begin, end] = [from, from + measure.rules.length];
      from = end;
      const own = rows.map((row) => ({ ...row, counts: row.counts.slice(begin, end) }));
      return [measure, own];
    }),
  );
}

function canBeAsked({ asksPlaces, subject }: Measure, region: RegionCode): Absence | null {
  if (asksPlaces) return 'placesNotStated';
  const isBelowCounty = ['township', 'village'].includes(levelOf(region));
  return subject === 'county' && isBelowCounty ? 'regionTooSmall' : null;
}

function readingOf(measure: Measure, region: RegionCode, row: Row | undefined | null): Reading {
  const impossible = canBeAsked(measure, region) ?? (row === null ? 'factsNotReady' : null);
  if (impossible !== null) return { value: null, absence: impossible, whole: null };
  const asked = row?.asked ?? 0;
  const value = row === undefined || row === null ? null : measure.valueOf(row.counts);
  return {
    value,
    absence: value === null ? 'nobodyAsked' : null,
    whole: measure.wholeOf(asked),
  };
}
