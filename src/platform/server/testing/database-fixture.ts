import { inject } from 'vitest';
import { connect, type Sql, type Transaction } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { TEMPLATE } from './global-setup.ts';

let opened: { owner: Sql; app: Sql } | undefined;

/**
 * This worker's own database, a copy of the template, opened as its owner and as the application.
 * For tests about concurrency and durability, which need more than one connection; they clean up
 * after themselves. All others use `inRollback`.
 */
export async function workerDatabase(): Promise<{ owner: Sql; app: Sql }> {
  if (opened !== undefined) return opened;
  const cluster = inject('cluster');
  const database = `test_${process.pid}_${process.env['VITEST_POOL_ID'] ?? '0'}`;
  const administration = connect({ ...cluster, database: 'postgres' }, { max: 1 });
  await administration.unsafe(`drop database if exists ${database} with (force)`);
  await administration.unsafe(`create database ${database} template ${TEMPLATE}`);
  await administration.end();
  opened = {
    owner: connect({ ...cluster, database }, { max: 4 }),
    app: connect({ ...cluster, database }, { role: 'mingbai_app', max: 32 }),
  };
  return opened;
}

class RolledBack extends Error {}

/**
 * Runs a test inside one transaction of the application's role that is rolled back at its end.
 * What the code under test calls a transaction becomes a savepoint, so its own rollbacks work.
 */
export async function inRollback(
  test: (database: Database, tx: Transaction) => Promise<void>,
): Promise<void> {
  const { app } = await workerDatabase();
  try {
    await app.begin(async (tx) => {
      const work: Database['transaction'] = async (inner) =>
        (await tx.savepoint((savepoint) => inner(savepoint))) as never;
      const database: Database = { transaction: work, read: work };
      await test(database, tx);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
}
