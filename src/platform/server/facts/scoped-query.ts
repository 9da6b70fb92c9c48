import { parseRegionCode, type RegionCode } from '../../../kernel/region-code.ts';
import type { FactConnection } from './fact-file.ts';
import { type FactTable, storedName } from './fact-table.ts';

/**
 * The one place where a reader's scope meets the facts. A query names the tables by their short
 * names (`household`, `person`, …); here they are given as what the scope lets through, and SQL
 * that would reach anything else is refused before it runs.
 */
export function scopedQuery(
  tables: readonly FactTable[],
  scope: RegionCode | undefined,
  sql: string,
): string {
  const { from, to } = villagesOf(scope);
  const views = tables.map(
    (table) =>
      `${table.name} AS (SELECT * FROM ${storedName(table)} WHERE village >= ${from} AND village < ${to})`,
  );
  if (views.length === 0) return sql;
  const own = /^\s*with\s+(recursive\s+)?/i.exec(sql);
  const recursive = own?.[1] === undefined ? '' : 'RECURSIVE ';
  const rest = own === null ? ` ${sql}` : `, ${sql.slice(own[0].length)}`;
  return `WITH ${recursive}${views.join(', ')}${rest}`;
}

/** Village numbers from and up to, half open. No scope, or one that is no region, holds no village. */
function villagesOf(scope: RegionCode | undefined): { from: number; to: number } {
  const code = scope === undefined ? undefined : parseRegionCode(scope);
  if (code === undefined) return { from: 0, to: 0 };
  const width = 10 ** (12 - code.length);
  return { from: Number(code) * width, to: (Number(code) + 1) * width };
}

/** `stats` tells the least and greatest of a stored column whatever the scope. */
const tellingFunctions = new Set(['stats']);
const tableFunctions = new Set(['unnest', 'range', 'generate_series']);

/**
 * Refuses any SQL but a single SELECT over the scoped tables and what it names itself in WITH.
 * DuckDB's own parser says what the text means; a search for words could be talked round. Returns
 * the tables that it reads.
 */
export async function checkQuery(
  connection: FactConnection,
  tables: readonly FactTable[],
  sql: string,
): Promise<FactTable[]> {
  const [row] = await connection.rows<{ tree: string }>(
    'SELECT json_serialize_sql($sql::VARCHAR)::VARCHAR AS tree',
    { sql },
  );
  const parsed = JSON.parse(row?.tree ?? '{}') as Parsed;
  if (parsed.error !== false || parsed.statements?.length !== 1) {
    throw new Error(`Not a single SELECT: ${parsed.error_message ?? 'several statements'}`);
  }
  const found: Named = { tables: [], functions: [], withs: [], odd: [] };
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
  return tables.filter((table) => found.tables.includes(table.name));
}

type Parsed = { error?: boolean; error_message?: string; statements?: unknown[] };
type Named = { tables: string[]; functions: string[]; withs: string[]; odd: string[] };

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
  for (const value of Object.values(part)) collect(value, found);
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
