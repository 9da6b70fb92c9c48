import type { RegionCode } from '../../../kernel/region-code.ts';
import { type Condition, type ConditionSql, columnOf, conditionSql } from './condition.ts';
import type { Parameters } from './fact-file.ts';
import type { FactTable } from './fact-table.ts';

export type PageRequest = {
  readonly scope: RegionCode | undefined;
  readonly conditions: readonly Condition[];
  /** Only these households, as a search found them. */
  readonly among?: readonly string[] | undefined;
  /** Columns of the household table, the most important first; absent values come last. */
  readonly sort: readonly { readonly column: string; readonly descending?: boolean }[];
  readonly limit: number;
  readonly offset: number;
};

/** Which households stand on the page, in order, and how many there are in all. */
export type Page = {
  readonly ids: readonly { readonly countyCode: string; readonly id: string }[];
  readonly total: number;
};

type Query = <Row>(
  scope: RegionCode | undefined,
  sql: string,
  parameters?: Parameters,
) => Promise<Row[]>;

/** The household table, which every list of households asks. */
const HOUSEHOLD = 'household';

export async function readPage(
  query: Query,
  tables: readonly FactTable[],
  request: PageRequest,
): Promise<Page> {
  if (request.among?.length === 0) return { ids: [], total: 0 };
  return await (joins(request) ? readJoined : readPlain)(query, tables, request);
}

/** Nothing but the household's own columns: to find the page and to count the rest is cheap. */
async function readPlain(
  query: Query,
  tables: readonly FactTable[],
  request: PageRequest,
): Promise<Page> {
  const { sql, parameters } = restriction(tables, request);
  const rows = await query<Listed>(
    request.scope,
    `SELECT county, household_id AS id FROM ${HOUSEHOLD} WHERE ${sql} ${partOf(tables, request)}`,
    parameters,
  );
  const [counted] = await query<{ total: number }>(
    request.scope,
    `SELECT count(*) AS total FROM ${HOUSEHOLD} WHERE ${sql}`,
    parameters,
  );
  return { ids: rows.map(idOf), total: counted?.total ?? 0 };
}

/** With a join in it, what was found is kept for both, for the join is what costs. */
async function readJoined(
  query: Query,
  tables: readonly FactTable[],
  request: PageRequest,
): Promise<Page> {
  const { sql, parameters } = restriction(tables, request);
  const columns = [
    ...new Set(['county', 'village', 'household_id', ...request.sort.map(({ column }) => column)]),
  ];
  const rows = await query<Listed & { total: number }>(
    request.scope,
    `WITH found AS MATERIALIZED (SELECT ${columns.join(', ')} FROM ${HOUSEHOLD} WHERE ${sql}),
          page AS (SELECT * FROM found ${partOf(tables, request)})
     SELECT county, household_id AS id, total
       FROM (SELECT count(*) AS total FROM found) LEFT JOIN page ON true ${orderOf(tables, request)}`,
    parameters,
  );
  return {
    ids: rows.filter(({ id }) => id !== null).map(idOf),
    total: rows[0]?.total ?? 0,
  };
}

type Listed = { county: number; id: string };

function idOf({ county, id }: Listed): Page['ids'][number] {
  return { countyCode: String(county), id };
}

/** Whether other tables have a say in which households are found. */
function joins({ conditions, among }: PageRequest): boolean {
  return among !== undefined || conditions.some(({ table }) => table !== HOUSEHOLD);
}

/** Which part of what was found, in which order. */
function partOf(tables: readonly FactTable[], request: PageRequest): string {
  const { limit, offset } = request;
  return `${orderOf(tables, request)} LIMIT ${whole(limit)} OFFSET ${whole(offset)}`;
}

function orderOf(tables: readonly FactTable[], { sort }: PageRequest): string {
  return `ORDER BY ${[...sort.map((by) => orderBy(tables, by)), 'village', 'household_id'].join(', ')}`;
}

function restriction(
  tables: readonly FactTable[],
  { conditions, among }: PageRequest,
): ConditionSql {
  const { sql, parameters } = conditionSql(tables, HOUSEHOLD, conditions);
  if (among === undefined) return { sql, parameters };
  // A join with the few that were found; to look each household up in a list takes a second.
  return {
    sql: `${sql} AND household_id IN (SELECT unnest($among::UUID[]))`,
    parameters: { ...parameters, among },
  };
}

const placeOrder = new Set(['county', 'township', 'village']);

function orderBy(
  tables: readonly FactTable[],
  by: { column: string; descending?: boolean },
): string {
  if (!placeOrder.has(by.column)) columnOf(tables, { table: HOUSEHOLD, column: by.column });
  return `${by.column} ${by.descending === true ? 'DESC' : 'ASC'} NULLS LAST`;
}

function whole(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0)
    throw new Error(`Not a count of rows: ${number}`);
  return number;
}
