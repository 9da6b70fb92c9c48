import { type Level, levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import { conditionsOf, factFieldOf, type Filter } from '../../households/model/index.ts';
import { actsOf, type ChangeKind, changeKinds } from '../model/changes.ts';
import type { Counted } from '../model/indicators.ts';
import { type MeasureKey, measureKeys, measures, onRegister } from '../model/measures.ts';

/** The facts, and the region that is asked about; that the officer reaches it was checked before. */
export type Asked = { readonly facts: Facts; readonly region: RegionCode };

export type Counts = Readonly<Record<MeasureKey, Counted>> & {
  readonly incomePerHeadFen: number | null;
};

type Parameters = Record<string, string | number | boolean>;
type Part = { sql: string; parameters: Parameters };

/** A filter as SQL; the prefix keeps the parameters of several apart. */
function whereOf(facts: Facts, filters: readonly Filter[], prefix: string): Part {
  const { sql, parameters } = facts.where(conditionsOf(filters), prefix);
  return { sql, parameters: parameters as Parameters };
}

type FlatCounts = Record<string, number | null>;

/** The columns that any measure asks about: few, each with few values. */
const measuredColumns = [
  ...new Set(measureKeys.flatMap((key) => conditionsOf(measures[key])).map(({ column }) => column)),
];

/**
 * Counts for each division. The households are first put together by what the measures ask about,
 * and only the few groups are then held against the measures' filters: three times faster than to
 * hold each household against each filter.
 */
function countingSql(facts: Facts, division: string): Part {
  const parts = measureKeys.map((key) => ({ key, ...whereOf(facts, measures[key], `${key}_`) }));
  const counted = parts.map(
    ({ key, sql }) =>
      `coalesce(sum(n) FILTER (WHERE ${sql}), 0) AS ${key}_households,
       coalesce(sum(p) FILTER (WHERE ${sql}), 0) AS ${key}_persons`,
  );
  const registered = whereOf(facts, onRegister, 'on_');
  return {
    sql: `WITH alike AS (
        SELECT ${division} AS division, ${measuredColumns.join(', ')}, count(*) AS n, sum(present_members) AS p,
               sum(members_income_fen) AS income, sum(members_with_income) AS earners
          FROM household GROUP BY ALL)
      SELECT division, ${counted.join(', ')},
             sum(income) FILTER (WHERE ${registered.sql})
               // nullif(sum(earners) FILTER (WHERE ${registered.sql}), 0) AS income
        FROM alike GROUP BY division`,
    parameters: Object.assign(
      {},
      registered.parameters,
      ...parts.map(({ parameters }) => parameters),
    ) as Parameters,
  };
}

function countsOf(row: FlatCounts | undefined): Counts {
  const counted = measureKeys.map((key) => [
    key,
    { households: row?.[`${key}_households`] ?? 0, persons: row?.[`${key}_persons`] ?? 0 },
  ]);
  return {
    ...(Object.fromEntries(counted) as Record<MeasureKey, Counted>),
    incomePerHeadFen: row?.['income'] ?? null,
  };
}

/** What is counted in the region as a whole. */
export async function countRegion({ facts, region }: Asked): Promise<Counts> {
  const { sql, parameters } = countingSql(facts, '0');
  const [row] = await facts.query<FlatCounts>(region, sql, parameters);
  return countsOf(row);
}

/** The same for each division of a lower level that has any household. */
export async function countDivisions(
  { facts, region }: Asked,
  level: Exclude<Level, 'nation'>,
): Promise<Map<RegionCode, Counts>> {
  const { sql, parameters } = countingSql(facts, level);
  const rows = await facts.query<FlatCounts & { division: number }>(region, sql, parameters);
  return new Map(rows.map((row) => [String(row.division) as RegionCode, countsOf(row)]));
}

/** Households by the values of one field; the null value stands for those that have none. */
export async function countValues(
  { facts, region }: Asked,
  of: { field: string; among: readonly Filter[] },
): Promise<(Counted & { value: string | null })[]> {
  const field = factFieldOf(of.field);
  if (field?.table !== 'household') throw new Error(`Not a field of households: ${of.field}`);
  const { sql, parameters } = whereOf(facts, of.among, 'among_');
  const value =
    field.type === 'codes'
      ? `unnest(CASE WHEN len(${field.column}) > 0 THEN ${field.column} ELSE [NULL] END)`
      : field.column;
  return await facts.query(
    region,
    `SELECT value, count(*) AS households, coalesce(sum(present_members), 0) AS persons
       FROM (SELECT ${value} AS value, present_members FROM household WHERE ${sql})
      GROUP BY value ORDER BY households DESC, value`,
    parameters,
  );
}

/** Which expected fields of present members are not stated, in how many records and households. */
export async function countMissingOfPersons({
  facts,
  region,
}: Asked): Promise<{ field: string; households: number; records: number }[]> {
  return await facts.query(
    region,
    `SELECT field, count(*) AS records, count(DISTINCT household_id) AS households
       FROM (SELECT unnest(missing) AS field, household_id FROM person
              WHERE status = 'present' AND len(missing) > 0)
      GROUP BY field ORDER BY records DESC, field`,
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
