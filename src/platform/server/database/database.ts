import { Problem } from '../http/problem.ts';
import type { Sql, Transaction } from './connect.ts';
import { ConnectionPool, type Held } from './connection-pool.ts';

/**
 * What use cases know of the database: that work happens in one transaction, which is committed if
 * the work succeeds and rolled back if it throws. Tests pass one that rolls back everything.
 */
export type Database = {
  transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
  /** The same for work that only reads; PostgreSQL refuses every write in it. */
  read<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value>;
};

/** A database with connections of its own, as many as `sql` may have and with its settings. */
export function databaseOn(sql: Sql): Database & { end(): Promise<void> } {
  const pool = new ConnectionPool(sql);
  return {
    transaction: async (work) => await holding(pool, async (held) => await writeOn(held, work)),
    read: async (work) => await holding(pool, async (held) => await readOn(held, work)),
    end: async () => await pool.end(),
  };
}

/** Work on a connection that is lost never ends by itself, so it ends with the connection. */
async function holding<Value>(
  pool: ConnectionPool,
  work: (held: Held) => Promise<Value>,
): Promise<Value> {
  const held = await pool.take();
  try {
    const value = await held.orLost(work(held));
    held.giveBack();
    return value;
  } catch (error) {
    if (held.isInDoubt()) {
      held.discard();
      throw new Problem(503, 'outcomeInDoubt');
    }
    // A connection that cannot even roll back (it may be amid a COPY) is of no use to anybody.
    await held.rollback().then(held.giveBack, held.discard);
    throw error;
  }
}

async function writeOn<Value>(
  held: Held,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  await held.begin('read write');
  const value = await work(held.tx);
  await held.commit();
  return value;
}

/**
 * Reading saves two of four round trips: BEGIN goes out together with the first statement, and
 * nobody waits for COMMIT, which has nothing to keep. If others wait for the connection, the next
 * BEGIN takes it along.
 */
async function readOn<Value>(
  held: Held,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const begun = held.begin('read only');
  const [value] = await Promise.all([work(held.tx), begun]);
  held.leave();
  return value;
}
