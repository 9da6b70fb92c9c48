import { type Level, levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import {
  conditionsOf,
  type FactField,
  type Filter,
  factFieldOf,
  keysOfBits,
} from '../../households/model/index.ts';
import { actsOf, type ChangeKind, changeKinds } from '../model/changes.ts';
import {
  added,
  type Counts,
  columnsOf,
  countsOf,
  type Group,
  measuredColumns,
} from '../model/groups.ts';
import type { Counted } from '../model/indicators.ts';
import { onRegister } from '../model/measures.ts';

/** The facts, and the region that is asked about; that the officer reaches it was checked before. */
export type Asked = { readonly facts: Facts; readonly region: RegionCode };

type Parameters = Record<string, string | number | boolean>;
type Part = { sql: string; parameters: Parameters };

/** A filter as SQL; the prefix keeps the parameters of several apart. */
function whereOf(facts: Facts, filters: readonly Filter[], prefix: string): Part {
  const { sql, parameters } = facts.where(conditionsOf(filters), prefix);
  return { sql, parameters: parameters as Parameters };
}

type GroupRow = Record<string, string | number | boolean | null>;

/**
 * Households put together by a few columns. What a filter says of a group is then judged once for
 * all of its households, several times faster than to hold each household against each filter.
 */
async function readGroups(
  { facts, region }: Asked,
  by: { columns: readonly string[]; division?: string; withIncome?: boolean },
): Promise<{ division: string; group: Group }[]> {
  const income =
    by.withIncome === true
      ? ', sum(members_income_fen) AS income, sum(members_with_income) AS earners'
      : '';
  const rows = await facts.query<GroupRow>(
    region,
    `SELECT ${[`${by.division ?? '0'} AS division`, ...by.columns].join(', ')},
            count(*) AS households, sum(present_members) AS persons${income}
       FROM household GROUP BY ALL`,
  );
  return rows.map((row) => ({
    division: String(row['division']),
    group: {
      values: row,
      households: Number(row['households']),
      persons: Number(row['persons'] ?? 0),
      incomeFen: Number(row['income'] ?? 0),
      earners: Number(row['earners'] ?? 0),
    },
  }));
}

/** What is counted in the region as a whole. */
export async function countRegion(asked: Asked): Promise<Counts> {
  const read = await readGroups(asked, { columns: measuredColumns, withIncome: true });
  return countsOf(read.map(({ group }) => group));
}

/** The same for each division of a lower level that has any household. */
export async function countDivisions(
  asked: Asked,
  by: { level: Exclude<Level, 'nation'>; withIncome: boolean },
): Promise<Map<RegionCode, Counts>> {
  const { level, withIncome } = by;
  const read = await readGroups(asked, { columns: measuredColumns, division: level, withIncome });
  const groups = new Map<RegionCode, Group[]>();
  for (const { division, group } of read) {
    const code = division as RegionCode;
    const own = groups.get(code) ?? [];
    own.push(group);
    groups.set(code, own);
  }
  return new Map([...groups].map(([code, own]) => [code, countsOf(own)]));
}

export type ValueCount = Counted & { value: string | null };

/** Households by the values of one field; the null value stands for those that have none. */
export async function countValues(
  asked: Asked,
  of: { field: string; among: readonly Filter[]; countsAbsent: boolean },
): Promise<ValueCount[]> {
  const field = factFieldOf(of.field);
  if (field?.table !== 'household') throw new Error(`Not a field of households: ${of.field}`);
  const counts = await countBy(asked, field, of);
  return counts
    .filter(({ value, households }) => households > 0 && (value !== null || of.countsAbsent))
    .toSorted((one, other) => other.households - one.households);
}

async function countBy(
  asked: Asked,
  { key, type, column }: FactField,
  of: { among: readonly Filter[]; countsAbsent: boolean },
): Promise<ValueCount[]> {
  if (key === 'household.missing' && !of.countsAbsent)
    return await countMissingFields(asked, of.among);
  if (type === 'codes') return await countListed(asked, column, of);
  return await countSingle(asked, column, of.among);
}

/** Households by what they do not state, from the bits that say the same as the list of names. */
async function countMissingFields(asked: Asked, among: readonly Filter[]): Promise<ValueCount[]> {
  const read = await readGroups(asked, { columns: ['missing_bits', ...columnsOf(among)] });
  const byField = new Map<string, Group[]>();
  for (const { group } of read) {
    for (const key of keysOfBits('household', Number(group.values['missing_bits']))) {
      byField.set(key, [...(byField.get(key) ?? []), group]);
    }
  }
  const conditions = conditionsOf(among);
  return [...byField].map(([value, groups]) => ({ value, ...added(groups, conditions) }));
}

async function countSingle(
  asked: Asked,
  column: string,
  among: readonly Filter[],
): Promise<ValueCount[]> {
  const read = await readGroups(asked, { columns: [...new Set([column, ...columnsOf(among)])] });
  const byValue = new Map<string | null, Group[]>();
  for (const { group } of read) {
    const value = group.values[column] ?? null;
    const key = value === null ? null : String(value);
    byValue.set(key, [...(byValue.get(key) ?? []), group]);
  }
  const conditions = conditionsOf(among);
  return [...byValue].map(([value, groups]) => ({ value, ...added(groups, conditions) }));
}

/** Of a field with several values a household counts under each of them. */
async function countListed(
  { facts, region }: Asked,
  column: string,
  of: { among: readonly Filter[]; countsAbsent: boolean },
): Promise<ValueCount[]> {
  const { sql, parameters } = whereOf(facts, of.among, 'among_');
  const each = of.countsAbsent
    ? `CASE WHEN len(${column}) > 0 THEN ${column} ELSE [NULL] END`
    : column;
  return await facts.query(
    region,
    `SELECT value, count(*) AS households, coalesce(sum(present_members), 0) AS persons
       FROM (SELECT unnest(${each}) AS value, present_members FROM household WHERE ${sql})
      GROUP BY value ORDER BY value`,
    parameters,
  );
}

export type MissingCount = { field: string; households: number; records: number };

/** Which expected fields are not stated: in how many households, and of persons in how many records. */
export async function countMissing(asked: Asked): Promise<MissingCount[]> {
  const [households, persons] = await Promise.all([
    countHouseholdBits(asked),
    countPersonBits(asked),
  ]);
  const ofHouseholds = byField('household', households);
  const ofMembers = byField(
    'person',
    households.map(({ memberBits, n }) => ({ bits: memberBits, n })),
  );
  const ofPersons = byField('person', persons);
  return [
    ...[...ofHouseholds].map(([field, count]) => ({ field, households: count, records: count })),
    ...[...ofMembers].map(([field, count]) => ({
      field,
      households: count,
      records: ofPersons.get(field) ?? 0,
    })),
  ].toSorted((one, other) => other.records - one.records);
}

type BitsCount = { bits: number; n: number };

async function countHouseholdBits({
  facts,
  region,
}: Asked): Promise<(BitsCount & { memberBits: number })[]> {
  return await facts.query(
    region,
    `SELECT missing_bits AS bits, members_missing_bits AS "memberBits", count(*) AS n
       FROM household GROUP BY ALL`,
  );
}

async function countPersonBits({ facts, region }: Asked): Promise<BitsCount[]> {
  return await facts.query(
    region,
    'SELECT missing_bits AS bits, count(*) AS n FROM person WHERE missing_bits <> 0 GROUP BY missing_bits',
  );
}

function byField(of: 'household' | 'person', counted: readonly BitsCount[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { bits, n } of counted) {
    for (const field of keysOfBits(of, bits)) found.set(field, (found.get(field) ?? 0) + n);
  }
  return found;
}

/** Open findings of the data rules by households that are on the register, the gravest first. */
export async function countOpenFindings({
  facts,
  region,
}: Asked): Promise<{ rule: string; level: string; households: number }[]> {
  const { sql, parameters } = whereOf(facts, onRegister, 'on_');
  return await facts.query(
    region,
    `SELECT rule, min(level) AS level, count(DISTINCT household_id) AS households FROM finding
      WHERE NOT explained AND exempted_until IS NULL
        AND household_id IN (SELECT household_id FROM household WHERE ${sql})
      GROUP BY rule
      ORDER BY list_position(['E', 'W', 'I'], min(level)), households DESC, rule LIMIT 10`,
    parameters,
  );
}

/** Households and the members present in them, of those that a filter finds. */
export async function countFound(
  { facts, region }: Asked,
  filters: readonly Filter[],
): Promise<Counted> {
  const { sql, parameters } = whereOf(facts, filters, 'of_');
  const [row] = await facts.query<Counted>(
    region,
    `SELECT count(*) AS households, coalesce(sum(present_members), 0) AS persons
       FROM household WHERE ${sql}`,
    parameters,
  );
  return row ?? { households: 0, persons: 0 };
}

/** Households by income per head in whole thousands of yuan; null where it is not stated. */
export async function countIncomes(
  { facts, region }: Asked,
  among: readonly Filter[],
): Promise<(Counted & { thousandYuan: number | null })[]> {
  const { sql, parameters } = whereOf(facts, among, 'of_');
  return await facts.query(
    region,
    `SELECT income_band AS "thousandYuan", count(*) AS households,
            coalesce(sum(present_members), 0) AS persons
       FROM household WHERE ${sql} GROUP BY income_band`,
    parameters,
  );
}

/** The year of most households' latest survey. */
export async function findSurveyYear({ facts, region }: Asked): Promise<number | undefined> {
  const { sql, parameters } = whereOf(facts, onRegister, 'on_');
  const [row] = await facts.query<{ year: number }>(
    region,
    `SELECT survey_year AS year FROM household WHERE survey_year IS NOT NULL AND ${sql}
      GROUP BY survey_year ORDER BY count(*) DESC, survey_year DESC LIMIT 1`,
    parameters,
  );
  return row?.year;
}

export type DayChanges = { day: string; kind: ChangeKind; count: number };

/**
 * Decisions of each kind for each day since one. What came by file is counted in households,
 * because a file is one decision about many.
 */
export async function countChanges({ facts, region }: Asked, since: string): Promise<DayChanges[]> {
  const cases = changeKinds
    .filter((kind) => kind !== 'imported')
    .map(
      (kind) =>
        `WHEN kind IN (${actsOf(kind)
          .map((act) => `'${act}'`)
          .join(', ')}) THEN '${kind}'`,
    );
  return await facts.query<DayChanges>(
    region,
    `SELECT day, kind, count FROM (
       SELECT recorded_on AS day, CASE ${cases.join(' ')} END AS kind, count(*) AS count
         FROM act WHERE decision AND recorded_on >= $since::DATE GROUP BY ALL
       UNION ALL
       SELECT recorded_on, 'imported', count(DISTINCT household_id)
         FROM act WHERE batched AND recorded_on >= $since::DATE GROUP BY ALL)
      WHERE kind IS NOT NULL ORDER BY day, kind`,
    { since },
  );
}

/** The levels below a region's own, nearest first. */
export function levelsBelow(region: RegionCode): Exclude<Level, 'nation'>[] {
  const all = ['province', 'prefecture', 'county', 'township', 'village'] as const;
  const own = levelOf(region);
  return own === 'nation' ? [...all] : all.slice(all.indexOf(own) + 1);
}
