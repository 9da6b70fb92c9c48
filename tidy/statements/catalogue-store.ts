import type { Sql } from '../../src/platform/server/database/connect.ts';
import type { Catalogue } from './rules.ts';

export async function readCatalogue(sql: Sql): Promise<Catalogue> {
  const spread = await sql<{ oid: string; name: string; column: number }[]>`
    select d.rel::regclass::oid::text as oid, d.rel as name, a.attnum::integer as column
      from app_distribution d
      join pg_attribute a on a.attrelid = d.rel::regclass and a.attname = d.col
     where d.kind = 'distributed'`;
  const volatile = await sql<{ oid: string }[]>`
    select oid::text as oid from pg_proc where provolatile = 'v'`;
  return {
    spread: new Map(spread.map(({ oid, name, column }) => [oid, { name, column }])),
    volatile: new Set(volatile.map(({ oid }) => oid)),
  };
}

/**
 * The statement as PostgreSQL understands it, taken from a passing function that is made of it.
 * Throws what PostgreSQL refuses. `types` are those that the driver gave, where it gave any.
 */
export async function analyse(
  sql: Sql,
  statement: string,
  types: readonly number[] = [],
): Promise<string> {
  await sql.unsafe('begin');
  try {
    const given = types.length === 0 ? '' : `(${(await namesOf(sql, types)).join(', ')})`;
    await sql.unsafe(`prepare statement_to_read${given} as ${statement}`);
    const [prepared] = await sql<{ types: string[] }[]>`
      select parameter_types::text[] as types from pg_prepared_statements
       where name = 'statement_to_read'`;
    const parameters = (prepared?.types ?? []).join(', ');
    await sql.unsafe(
      `create function pg_temp.statement_to_read(${parameters}) returns void language sql begin atomic ${statement}; end`,
    );
    const [made] = await sql<{ tree: string }[]>`
      select prosqlbody::text as tree from pg_proc
       where proname = 'statement_to_read' and pronamespace = pg_my_temp_schema()`;
    return made?.tree ?? '';
  } finally {
    await sql.unsafe('rollback');
    // It outlives the transaction, unless it was refused.
    await sql.unsafe('deallocate statement_to_read').catch(() => undefined);
  }
}

async function namesOf(sql: Sql, types: readonly number[]): Promise<string[]> {
  return await Promise.all(
    types.map(async (oid) => {
      const [row] = await sql<{ name: string }[]>`
        select case when ${oid}::oid = 0 then 'unknown' else format_type(${oid}::oid, null) end as name`;
      return row?.name ?? 'unknown';
    }),
  );
}

/**
 * Makes the passing tables that statements speak of, empty; they may build on each other. What
 * cannot be made is missed where it is spoken of.
 */
export async function makePassingTables(sql: Sql, statements: readonly string[]): Promise<void> {
  let waiting = statements.map((text) =>
    text.replace(/ on commit drop/i, '').replaceAll(/\$\d+/g, 'null'),
  );
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length;
    const refused: string[] = [];
    for (const text of waiting) await sql.unsafe(text).catch(() => refused.push(text));
    waiting = refused;
  }
}
