import { connect } from '../database/connect.ts';
import type { EmbeddedTarget } from './instance-lock.ts';

/** Creates the database that the target names if the cluster does not have it yet. */
export async function createDatabaseIfMissing(target: EmbeddedTarget): Promise<void> {
  const sql = connect({ ...target, database: 'postgres' }, { max: 1 });
  try {
    const found = await sql`select 1 from pg_database where datname = ${target.database}`;
    if (found.length === 0) await sql`create database ${sql(target.database)}`;
  } finally {
    await sql.end();
  }
}
