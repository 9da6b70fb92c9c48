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
  const { sql, parameters } = restriction(tables, request);
  const order = [...request.sort.map((by) => orderBy(tables, by)), 'village', 'household_id'];
  const rows = await query<{ county: number; id: string }>(
    request.scope,
    `SELECT county, household_id AS id FROM ${HOUSEHOLD} WHERE ${sql}` +
      ` ORDER BY ${order.join(', ')} LIMIT ${whole(request.limit)} OFFSET ${whole(request.offset)}`,
    parameters,
  );
  const [counted] = await query<{ total: number }>(
    request.scope,
    `SELECT count(*) AS total FROM ${HOUSEHOLD} WHERE ${sql}`,
    parameters,
  );
  return {
    ids: rows.map(({ county, id }) => ({ countyCode: String(county), id })),
    total: counted?.total ?? 0,
  };
}

function restriction(
  tables: readonly FactTable[],
  { conditions, among }: PageRequest,
): ConditionSql {
  const { sql, parameters } = conditionSql(tables, HOUSEHOLD, conditions);
  if (among === undefined) return { sql, parameters };
  return {
    sql: `${sql} AND list_contains($among, household_id::VARCHAR)`,
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
