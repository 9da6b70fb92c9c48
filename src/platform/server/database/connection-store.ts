import postgres from 'postgres';
import { Problem } from '../http/problem.ts';
import type { Sql, Transaction } from './connect.ts';

const CONNECT_SECONDS = 5;

/** BEGIN costs nothing: a server that does not answer it by then is frozen or out of reach. */
const BEGIN_MS = 5_000;

/** Closes what the driver may still open for a request that was refused long ago. */
const FORGOTTEN_SECONDS = 10;

/** A connection that is one transaction's alone . */
export type OneTransaction = {
  /** Sends nothing, but throws, once the connection is lost or the transaction is ended. */
  readonly tx: Transaction;
  begin(mode: 'read write' | 'read only'): Promise<void>;
  commit(): Promise<void>;
  /** Ends what only read, and waits for nothing: there is nothing to keep. */
  leave(): void;
  rollback(): Promise<void>;
  /** True from the sending of COMMIT to its answer: what was done may be kept or not. */
  isInDoubt(): boolean;
  /** What the work comes to, or the refusal `databaseUnavailable` as soon as the connection is lost. */
  orLost<Value>(work: Promise<Value>): Promise<Value>;
};

/** One connection. `since` is the time of `performance.now()` at which it was opened. */
export type Connection = {
  readonly sql: postgres.ReservedSql<{ bigint: number }>;
  readonly since: number;
  /** Who wants to know at once when the connection is lost. */
  readonly mourners: Set<(problem: Problem) => void>;
  /** A reading is over whose COMMIT has to go out before the next BEGIN and in one message with it. */
  owesCommit: boolean;
  isLost(): boolean;
  /** Gives the connection up for lost. */
  lose(): void;
  close(): Promise<void>;
};

/** Opens a connection, or throws; the driver's error, or Problem 503 `databaseUnavailable`. */
export type ConnectionOpener = () => Promise<Connection>;

/**
 * Opens connections with the settings of `sql` and says when one is lost. The first asks the
 * database for its array types, which the driver keeps with the settings for all that follow.
 */
export function connectionOpener(
  sql: Sql,
  onLost: (connection: Connection) => void,
): ConnectionOpener {
  let knowsTypes = false;
  return async () => {
    const opened = await openOne(sql, { asksForTypes: !knowsTypes, onLost });
    knowsTypes = true;
    return opened;
  };
}

type Opening = { asksForTypes: boolean; onLost: (connection: Connection) => void };

/** A client of the driver with a single connection, which is taken out of its pool for good. */
async function openOne(sql: Sql, { asksForTypes, onLost }: Opening): Promise<Connection> {
  const mourners: Connection['mourners'] = new Set();
  const opening = Promise.withResolvers<never>();
  opening.promise.catch(ignore);
  let isLost = false;
  let connection: Connection | undefined;
  const lose = (): void => {
    isLost = true;
    opening.reject(new Problem(503, 'databaseUnavailable'));
    for (const tell of mourners) tell(new Problem(503, 'databaseUnavailable'));
    if (connection !== undefined) onLost(connection);
  };
  const client = postgres({
    ...sql.options,
    max: 1,
    fetch_types: asksForTypes,
    connect_timeout: CONNECT_SECONDS,
    idle_timeout: FORGOTTEN_SECONDS,
    max_lifetime: null,
    onclose: lose,
  } as unknown as postgres.Options<never>) as unknown as Sql;
  const close = async (): Promise<void> => await client.end({ timeout: 0 });
  // The driver tells nobody of a connection that is lost, or falls silent, once it was let in.
  const silence = setTimeout(lose, CONNECT_SECONDS * 1000);
  try {
    const taken = await Promise.race([reserved(client), opening.promise]);
    connection = {
      sql: taken,
      since: performance.now(),
      mourners,
      owesCommit: false,
      isLost: () => isLost,
      lose,
      close,
    };
  } catch (error) {
    void close();
    throw error;
  } finally {
    clearTimeout(silence);
  }
  if (isLost) throw new Problem(503, 'databaseUnavailable');
  return connection;
}

/** Without a question before, the driver reserves nothing unless it asks for the types. */
async function reserved(client: Sql): Promise<Connection['sql']> {
  await client`select`;
  return await client.reserve();
}

export function transactionOn(connection: Connection): OneTransaction {
  let isOver = false;
  let isInDoubt = false;
  const check = (): void => {
    if (connection.isLost() || isOver) throw new Problem(503, 'databaseUnavailable');
  };
  const send = async (statement: string): Promise<string> => await sendTo(connection, statement);
  return {
    tx: guarded(connection.sql, check),
    begin: async (mode) => {
      const silence = setTimeout(() => {
        connection.lose();
        void connection.close();
      }, BEGIN_MS);
      const begun = send(beginning(mode, connection.owesCommit));
      connection.owesCommit = false;
      await begun.finally(() => clearTimeout(silence));
    },
    commit: async () => {
      isOver = true;
      isInDoubt = true;
      const command = await send('commit').catch((error: unknown) => {
        isInDoubt = !isRefusal(error);
        throw error;
      });
      isInDoubt = false;
      // What PostgreSQL answers if a statement failed and the work went on regardless.
      if (command !== 'COMMIT') throw new Error(`A transaction ended with ${command}, not COMMIT`);
    },
    leave: () => {
      isOver = true;
      connection.owesCommit = true;
    },
    rollback: async () => {
      isOver = true;
      await orLost(connection, send('rollback'));
    },
    isInDoubt: () => isInDoubt,
    orLost: async (work) => await orLost(connection, work),
  };
}

function beginning(mode: 'read write' | 'read only', owesCommit: boolean): string {
  if (!owesCommit) return `begin ${mode}`;
  // What is owed is the end of a reading, and a chained transaction is of the same kind.
  return mode === 'read only' ? 'commit and chain' : `commit; begin ${mode}`;
}

/**
 * Not a race (`Promise.race`) against a promise of the loss: that one lives as long as the
 * connection, and would keep the outcome of every work that ever ran against it.
 */
async function orLost<Value>(connection: Connection, work: Promise<Value>): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  work.then(resolve, reject);
  if (connection.isLost()) reject(new Problem(503, 'databaseUnavailable'));
  connection.mourners.add(reject);
  try {
    return await promise;
  } finally {
    connection.mourners.delete(reject);
  }
}

async function sendTo(connection: Connection, statement: string): Promise<string> {
  if (connection.isLost()) throw new Problem(503, 'databaseUnavailable');
  return (await connection.sql.unsafe(statement)).command;
}

/** For when nobody waits whose BEGIN could soon take along what is owed. */
export function settled(connection: Connection): Connection {
  if (connection.owesCommit) void sendTo(connection, 'commit').catch(ignore);
  connection.owesCommit = false;
  return connection;
}

// Whoever has the connection next, or waits for it to open, hears of it.
function ignore(): void {}

/** PostgreSQL refused the statement and goes on; any other end of a connection proves nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

/** The connection as store functions see it; whatever would send something is checked first. */
function guarded(connection: Connection['sql'], check: () => void): Transaction {
  return new Proxy(connection, {
    apply: (target, self, values) => {
      check();
      return Reflect.apply(target, self, values);
    },
    get: (target, name, self) => {
      if (name === 'unsafe') check();
      return Reflect.get(target, name, self);
    },
  });
}
