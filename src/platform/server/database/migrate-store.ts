import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from './connect.ts';

export const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../../../db/migrations');

// Any fixed number will do; two processes that start at once take turns on it.
const MIGRATION_LOCK = 20_261_123;

type Migration = { name: string; text: string; sha256: string };

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Brings the schema up to date, each migration in a transaction of its own, in the order of the
 * names. A migration that landed and was edited afterwards is refused, for nobody knows then what
 * a database contains. Returns the names of those applied now.
 */
export async function migrate(sql: Sql, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const applied: string[] = [];
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await connection`
      create table if not exists schema_migration (
        name text constraint schema_migration_pkey primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`;
    await connection`comment on table schema_migration is 'Which migrations this database has seen, and their contents by hash.'`;
    const seen = new Map(
      (
        await connection<
          { name: string; sha256: string }[]
        >`select name, sha256 from schema_migration`
      ).map((row) => [row.name, row.sha256]),
    );
    for (const migration of readMigrations(folder)) {
      const before = seen.get(migration.name);
      if (before === migration.sha256) continue;
      if (before !== undefined)
        throw new Error(`Migration ${migration.name} was edited after it had been applied`);
      await connection.unsafe(
        `begin; ${migration.text}; insert into schema_migration (name, sha256) values ('${migration.name}', '${migration.sha256}'); commit`,
      );
      applied.push(migration.name);
    }
  } catch (error) {
    await connection`rollback`.catch(() => undefined);
    throw error;
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`.catch(() => undefined);
    connection.release();
  }
  return applied;
}
