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

/** Households and the members present in them, of those that a filter finds. */
function countedAs(facts: Facts, filters: readonly Filter[], name: string): Part {
  const { sql, parameters } = whereOf(facts, filters, `${name}_`);
  const households = `count(*) FILTER (WHERE ${sql}) AS ${name}_households`;
  const persons = `coalesce(sum(present_members) FILTER (WHERE ${sql}), 0) AS ${name}_persons`;
  return { sql: `${households}, ${persons}`, parameters };
}

function together(parts: readonly Part[]): Part {
  return {
    sql: parts.map(({ sql }) => sql).join(', '),
    parameters: Object.assign({}, ...parts.map(({ parameters }) => parameters)) as Parameters,
  };
}

type FlatCounts = Record<string, number | null>;

function countedOf(row: FlatCounts | undefined, name: string): Counted {
  return {
    households: row?.[`${name}_households`] ?? 0,
    persons: row?.[`${name}_persons`] ?? 0,
  };
}

function measureColumns(facts: Facts): Part {
  const registered = whereOf(facts, onRegister, 'income_');
  const income = `survey_income_per_head_fen IS NOT NULL AND ${registered.sql}`;
  return together([
    ...measureKeys.map((key) => countedAs(facts, measures[key], key)),
    {
      sql: `sum(survey_income_per_head_fen * present_members) FILTER (WHERE ${income})
            // nullif(sum(present_members) FILTER (WHERE ${income}), 0) AS income`,
      parameters: registered.parameters,
    },
  ]);
}

function countsOf(row: FlatCounts | undefined): Counts {
  const counted = Object.fromEntries(measureKeys.map((key) => [key, countedOf(row, key)]));
  return {
    ...(counted as Record<MeasureKey, Counted>),
    incomePerHeadFen: row?.['income'] ?? null,
  };
}

/** What is counted in the region as a whole. */
export async function countRegion({ facts, region }: Asked): Promise<Counts> {
  const columns = measureColumns(facts);
  const [row] = await facts.query<FlatCounts>(
    region,
    `SELECT ${columns.sql} FROM household`,
    columns.parameters,
  );
  return countsOf(row);
}

/** The same for each division of a lower level that has any household. */
export async function countDivisions(
  { facts, region }: Asked,
  level: Exclude<Level, 'nation'>,
): Promise<Map<RegionCode, Counts>> {
  const columns = measureColumns(facts);
  const rows = await facts.query<FlatCounts & { division: number }>(
    region,
    `SELECT ${level} AS division, ${columns.sql} FROM household GROUP BY ${level}`,
    columns.parameters,
  );
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

/** How often each band of income and each of the other filters is met, in one pass. */
export async function countEach(
  { facts, region }: Asked,
  filters: readonly (readonly Filter[])[],
): Promise<Counted[]> {
  const columns = together(filters.map((each, index) => countedAs(facts, each, `n${index}`)));
  const [row] = await facts.query<FlatCounts>(
    region,
    `SELECT ${columns.sql} FROM household`,
    columns.parameters,
  );
  return filters.map((_, index) => countedOf(row, `n${index}`));
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
