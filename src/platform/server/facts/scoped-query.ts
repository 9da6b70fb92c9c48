import { parseRegionCode, type RegionCode } from '../../../kernel/region-code.ts';
import type { FactConnection } from './fact-file.ts';
import { type FactTable, placeColumns, storedName } from './fact-table.ts';

/** A table that a query reads, and which of its columns; all of them where that cannot be told. */
export type ReadTable = {
  readonly table: FactTable;
  readonly columns: readonly string[] | undefined;
};

/**
 * The one place where a reader's scope meets the facts. A query names the tables by their short
 * names (`household`, `person`, …); here they are given as what the scope lets through, and SQL
 * that would reach anything else is refused before it runs.
 */
export function scopedQuery(
  tables: readonly ReadTable[],
  scope: RegionCode | undefined,
  sql: string,
): string {
  const within = placesOf(scope);
  const views = tables.map(
    ({ table, columns }) =>
      `${table.name} AS (SELECT ${columns?.join(', ') ?? '*'} FROM ${storedName(table)} WHERE ${within})`,
  );
  if (views.length === 0) return sql;
  const own = /^\s*with\s+(recursive\s+)?/i.exec(sql);
  const recursive = own?.[1] === undefined ? '' : 'RECURSIVE ';
  const rest = own === null ? ` ${sql}` : `, ${sql.slice(own[0].length)}`;
  return `WITH ${recursive}${views.join(', ')}${rest}`;
}

const columnOfLength = new Map([
  [2, 'province'],
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
]);

/**
 * The places that a scope reaches, by the column of its own level: the narrower the number, the
 * faster it is read, and rows lie in the order of all of them. No scope, or one that is no region,
 * holds no place.
 */
function placesOf(scope: RegionCode | undefined): string {
  const code = scope === undefined ? undefined : parseRegionCode(scope);
  if (code === '') return 'true';
  const column = code === undefined ? undefined : columnOfLength.get(code.length);
  return column === undefined ? 'false' : `${column} = ${Number(code)}`;
}

/** `stats` tells the least and greatest of a stored column whatever the scope. */
const tellingFunctions = new Set(['stats']);
const tableFunctions = new Set(['unnest', 'range', 'generate_series']);

/**
 * Refuses any SQL but a single SELECT over the scoped tables and what it names itself in WITH.
 * DuckDB's own parser says what the text means; a search for words could be talked round. Returns
 * what it reads: of a hundred columns only those that it names, for to bind the others takes longer
 * than many a question does.
 */
export async function checkQuery(
  connection: FactConnection,
  tables: readonly FactTable[],
  sql: string,
): Promise<ReadTable[]> {
  const [row] = await connection.rows<{ tree: string }>(
    'SELECT json_serialize_sql($sql::VARCHAR)::VARCHAR AS tree',
    { sql },
  );
  const parsed = JSON.parse(row?.tree ?? '{}') as Parsed;
  if (parsed.error !== false || parsed.statements?.length !== 1) {
    throw new Error(`Not a single SELECT: ${parsed.error_message ?? 'several statements'}`);
  }
  const found: Named = {
    tables: [],
    functions: [],
    withs: [],
    odd: [],
    aliases: [],
    columns: [],
    bare: [],
    readsAll: false,
  };
  collect(parsed.statements[0], found);
  const stored = new Set(tables.map(storedName));
  const shadowing = found.withs.find(
    (name) => stored.has(name) || tables.some((table) => table.name === name),
  );
  if (shadowing !== undefined)
    throw new Error(`A query may not call a part of itself ${shadowing}`);
  const known = new Set([...tables.map((table) => table.name), ...found.withs]);
  const foreign =
    found.tables.find((name) => !known.has(name)) ??
    found.functions.find((name) => !tableFunctions.has(name)) ??
    found.odd[0];
  if (foreign !== undefined) throw new Error(`A query of the facts may not read ${foreign}`);
  return tables
    .filter((table) => found.tables.includes(table.name))
    .map((table) => ({ table, columns: columnsRead(table, found) }));
}

function columnsRead(table: FactTable, found: Named): string[] | undefined {
  const named = new Set(found.columns);
  const rows = new Set([...found.tables, ...found.aliases, ...found.withs]);
  // The name of a table where a column could stand means its whole row.
  if (found.readsAll || found.bare.some((name) => rows.has(name))) return undefined;
  const all = [...placeColumns, 'household_id', ...table.columns.map(({ name }) => name)];
  const read = all.filter((column) => named.has(column));
  return read.length === 0 ? ['village'] : read;
}

type Parsed = { error?: boolean; error_message?: string; statements?: unknown[] };
type Named = {
  tables: string[];
  functions: string[];
  withs: string[];
  odd: string[];
  aliases: string[];
  columns: string[];
  /** Those of the columns that stand without the name of a table before them. */
  bare: string[];
  readsAll: boolean;
};

function collect(node: unknown, found: Named): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const part = node as Record<string, unknown>;
  switch (part['type']) {
    case 'BASE_TABLE':
      found.tables.push(qualifiedName(part));
      break;
    case 'TABLE_FUNCTION':
      found.functions.push(functionName(part));
      break;
    case 'SHOW_REF':
      found.odd.push('the catalogue');
      break;
    case 'FUNCTION':
    case 'FUNCTION_EXPRESSION':
      if (tellingFunctions.has(String(part['function_name']))) found.odd.push('statistics');
      break;
    default:
  }
  if (isRecord(part['cte_map']) && Array.isArray(part['cte_map']['map'])) {
    for (const entry of part['cte_map']['map']) {
      if (isRecord(entry)) found.withs.push(String(entry['key']).toLowerCase());
    }
  }
  collectColumns(part, found);
  for (const value of Object.values(part)) collect(value, found);
}

function collectColumns(part: Record<string, unknown>, found: Named): void {
  if (part['type'] === 'STAR' || part['ref_type'] === 'NATURAL' || part['type'] === 'PIVOT')
    found.readsAll = true;
  const names = namesIn(part['column_names']);
  if (names.length === 1) found.bare.push(...names);
  found.columns.push(...names);
  found.columns.push(...namesIn(part['using_columns']));
  if (typeof part['alias'] === 'string' && part['type'] === 'BASE_TABLE' && part['alias'] !== '')
    found.aliases.push(part['alias'].toLowerCase());
}

function namesIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.filter((name) => typeof name === 'string').map((name) => name.toLowerCase());
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function qualifiedName(part: Record<string, unknown>): string {
  return ['catalog_name', 'schema_name', 'table_name']
    .map((key) => part[key])
    .filter((name) => typeof name === 'string' && name !== '')
    .join('.')
    .toLowerCase();
}

function functionName(part: Record<string, unknown>): string {
  const call = part['function'];
  return isRecord(call) ? String(call['function_name']).toLowerCase() : 'an unknown function';
}
