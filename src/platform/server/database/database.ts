import type { Sql, Transaction } from './connect.ts';

/**
 * What use cases know of the database: that work happens in one transaction, which is committed if
 * the work succeeds and rolled back if it throws. Tests pass one that rolls back everything.
 */
export type Database = {
  transaction: <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;
  /** The same for work that only reads; PostgreSQL refuses every write in it. */
  read: <Value>(work: (tx: Transaction) => Promise<Value>) => Promise<Value>;
};

export function databaseOn(sql: Sql): Database {
  return {
    transaction: async <Value>(work: (tx: Transaction) => Promise<Value>) =>
      (await sql.begin((tx) => work(tx))) as Value,
    read: async (work) => await readOn(sql, work),
  };
}

/**
 * Reading saves two of four round trips: BEGIN goes out together with the first statement, and
 * nobody waits for COMMIT, which has nothing to keep. Should BEGIN be lost with its connection,
 * later statements run without a scope, and see nothing.
 */
async function readOn<Value>(sql: Sql, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  const connection = await sql.reserve();
  try {
    const begun = connection.unsafe('begin read only').execute();
    const [value] = await Promise.all([work(connection), begun]);
    connection.unsafe('commit').execute().catch(ignore);
    return value;
  } catch (error) {
    connection.unsafe('rollback').execute().catch(ignore);
    throw error;
  } finally {
    connection.release();
  }
}

// A connection that fails here fails its next user too, who will say so.
function ignore(): void {}
