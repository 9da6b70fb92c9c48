import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { Problem } from '../http/problem.ts';
import type { Sql, Transaction } from './connect.ts';

/** A connection that is one transaction's alone from `take` to `giveBack`. */
export type Held = {
  /** Sends nothing, but throws, once the connection is lost or the transaction is ended. */
  readonly tx: Transaction;
  begin(mode: 'read write' | 'read only'): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  /** True from the sending of COMMIT to its answer: what was done may be kept or not. */
  isInDoubt(): boolean;
  /** Rejects with `databaseUnavailable` when the connection is lost, and never resolves. */
  readonly lost: Promise<never>;
  giveBack(): void;
  /** Instead of giving back what nobody can use any more. */
  discard(): void;
};

export type ConnectionPool = {
  /** Throws Problem 503 `databaseUnavailable` if no connection is free in time. */
  take(): Promise<Held>;
  end(): Promise<void>;
};

/** How long a request waits for a free connection before it is told to come back later. */
const PATIENCE_MS = 10_000;
const CONNECT_SECONDS = 5;

/** BEGIN costs nothing: a server that does not answer it by then is frozen or out of reach. */
const BEGIN_MS = 5_000;

/** Closes what the driver may still open for a request that was refused long ago. */
const FORGOTTEN_SECONDS = 10;

/** What PostgreSQL remembers for a connection grows, so that it is replaced now and then. */
const OLDEST_MS = 30 * 60_000;

const END_PATIENCE_MS = 5_000;

/**
 * Connections with the settings of `sql`, each held by one transaction at a time. The driver's own
 * pool connects again behind the back of a transaction whose connection was lost: what that sends
 * next would run in the middle of somebody else's transaction. Here a lost connection is lost: its
 * transaction can send nothing any more, and the next one gets another connection.
 */
export function connectionPool(sql: Sql): ConnectionPool {
  const most = sql.options.max;
  const members = new Set<Member>();
  const idle: Member[] = [];
  const waiting: ((member: Member | undefined) => void)[] = [];
  let places = most;
  let ended = false;

  const forget = (member: Member): void => {
    if (!members.delete(member)) return;
    const at = idle.indexOf(member);
    if (at >= 0) idle.splice(at, 1);
    freePlace();
  };
  const freePlace = (): void => {
    places += 1;
    waiting.shift()?.(undefined);
  };
  const openOne = async (): Promise<Member> => {
    places -= 1;
    try {
      const member = await openMember(sql, forget);
      members.add(member);
      return member;
    } catch (error) {
      freePlace();
      throw error;
    }
  };
  const find = async (): Promise<Member> => {
    const until = performance.now() + PATIENCE_MS;
    while (!ended) {
      const member = idle.pop() ?? (places > 0 ? await openOne() : await turn(waiting, until));
      if (member !== undefined) return member;
      if (performance.now() >= until) break;
    }
    throw new Problem(503, 'databaseUnavailable');
  };
  const discard = (member: Member): void => {
    forget(member);
    void member.close();
  };
  const giveBack = (member: Member): void => {
    if (!members.has(member)) return;
    if (ended || performance.now() - member.since > OLDEST_MS) {
      discard(member);
      return;
    }
    const next = waiting.shift();
    if (next === undefined) idle.push(member);
    else next(member);
  };
  return {
    take: async () => {
      const member = await find();
      return {
        ...transactionOn(member),
        lost: member.lost,
        giveBack: () => giveBack(member),
        discard: () => discard(member),
      };
    },
    end: async () => {
      ended = true;
      const until = performance.now() + END_PATIENCE_MS;
      while (members.size > idle.length && performance.now() < until) await pause(10);
      await Promise.all([...members].map(async (member) => await member.close()));
    },
  };
}

/** One connection. `since` is the time of `performance.now()` at which it was opened. */
type Member = {
  readonly connection: postgres.ReservedSql<{ bigint: number }>;
  readonly since: number;
  readonly lost: Promise<never>;
  isLost(): boolean;
  /** Gives the connection up for lost. */
  lose(): void;
  close(): Promise<void>;
};

/** A client of the driver with a single connection, which is taken out of its pool for good. */
async function openMember(sql: Sql, onLost: (member: Member) => void): Promise<Member> {
  const { promise: lost, reject } = Promise.withResolvers<never>();
  lost.catch(() => undefined);
  let isLost = false;
  let member: Member | undefined;
  const lose = (): void => {
    isLost = true;
    reject(new Problem(503, 'databaseUnavailable'));
    if (member !== undefined) onLost(member);
  };
  const client = postgres({
    ...sql.options,
    max: 1,
    connect_timeout: CONNECT_SECONDS,
    idle_timeout: FORGOTTEN_SECONDS,
    max_lifetime: null,
    onclose: lose,
  } as unknown as postgres.Options<never>) as unknown as Sql;
  const close = async (): Promise<void> => await client.end({ timeout: 0 });
  try {
    const connection = await client.reserve();
    member = { connection, since: performance.now(), lost, isLost: () => isLost, lose, close };
  } catch (error) {
    void close();
    throw error;
  }
  if (isLost) throw new Problem(503, 'databaseUnavailable');
  return member;
}

function transactionOn(member: Member): Omit<Held, 'lost' | 'giveBack' | 'discard'> {
  const { connection, lost } = member;
  let isOver = false;
  let isInDoubt = false;
  const check = (): void => {
    if (member.isLost() || isOver) throw new Problem(503, 'databaseUnavailable');
  };
  const send = async (statement: string): Promise<string> => {
    if (member.isLost()) throw new Problem(503, 'databaseUnavailable');
    return (await connection.unsafe(statement)).command;
  };
  return {
    tx: guarded(connection, check),
    begin: async (mode) => {
      const silence = setTimeout(() => {
        member.lose();
        void member.close();
      }, BEGIN_MS);
      await send(`begin ${mode}`).finally(() => clearTimeout(silence));
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
    rollback: async () => {
      isOver = true;
      await Promise.race([send('rollback'), lost]);
    },
    isInDoubt: () => isInDoubt,
  };
}

/** PostgreSQL refused the statement and goes on; any other end of a connection proves nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

/** The connection as store functions see it; whatever would send something is checked first. */
function guarded(connection: Member['connection'], check: () => void): Transaction {
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

/** Waits for what somebody gives back; undefined if a place became free, or nothing did in time. */
async function turn(
  waiting: ((member: Member | undefined) => void)[],
  until: number,
): Promise<Member | undefined> {
  return await new Promise((resolve) => {
    const answer = (member: Member | undefined): void => {
      clearTimeout(timer);
      resolve(member);
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(answer), 1);
      resolve(undefined);
    }, until - performance.now());
    waiting.push(answer);
  });
}
