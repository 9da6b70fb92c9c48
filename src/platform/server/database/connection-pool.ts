import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../http/problem.ts';
import type { Sql } from './connect.ts';
import {
  type Connection,
  type ConnectionOpener,
  connectionOpener,
  type OneTransaction,
  settled,
  transactionOn,
} from './connection-store.ts';

/** A connection that is one transaction's alone from `take` to `giveBack`. */
export type Held = OneTransaction & {
  giveBack(): void;
  /** Instead of giving back what nobody can use any more. */
  discard(): void;
};

/** How long a request waits for a free connection before it is told to come back later. */
const PATIENCE_MS = 10_000;

/** What PostgreSQL remembers for a connection grows, so that it is replaced now and then. */
const OLDEST_MS = 30 * 60_000;

const END_PATIENCE_MS = 5_000;

/**
 * Connections with the settings of `sql`, each held by one transaction at a time. The driver's own
 * pool connects again behind the back of a transaction whose connection was lost: what that sends
 * next would run in the middle of somebody else's transaction. Here a lost connection is lost: its
 * transaction can send nothing any more, and the next one gets another connection.
 */
export class ConnectionPool {
  readonly #open: ConnectionOpener;
  readonly #connections = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting: ((connection: Connection | undefined) => void)[] = [];
  #places: number;
  #ended = false;

  constructor(sql: Sql) {
    this.#places = sql.options.max;
    this.#open = connectionOpener(sql, (connection) => this.#forget(connection));
  }

  /** Throws Problem 503 `databaseUnavailable` if no connection is free in time. */
  async take(): Promise<Held> {
    const connection = await this.#find();
    return {
      ...transactionOn(connection),
      giveBack: () => this.#giveBack(connection),
      discard: () => this.#discard(connection),
    };
  }

  async end(): Promise<void> {
    this.#ended = true;
    const until = performance.now() + END_PATIENCE_MS;
    while (this.#connections.size > this.#idle.length && performance.now() < until) {
      await pause(10);
    }
    await Promise.all([...this.#connections].map(async (connection) => await connection.close()));
  }

  async #find(): Promise<Connection> {
    const until = performance.now() + PATIENCE_MS;
    while (!this.#ended) {
      const connection = this.#idle.pop() ?? (await this.#openOrWait(until));
      if (connection !== undefined) return connection;
      if (performance.now() >= until) break;
    }
    throw new Problem(503, 'databaseUnavailable');
  }

  async #openOrWait(until: number): Promise<Connection | undefined> {
    if (this.#places === 0) return await turn(this.#waiting, until);
    this.#places -= 1;
    try {
      const connection = await this.#open();
      this.#connections.add(connection);
      return connection;
    } catch (error) {
      this.#freePlace();
      throw error;
    }
  }

  #giveBack(connection: Connection): void {
    if (!this.#connections.has(connection)) return;
    if (this.#ended || performance.now() - connection.since > OLDEST_MS) {
      this.#discard(connection);
      return;
    }
    const next = this.#waiting.shift();
    if (next !== undefined) next(connection);
    else this.#idle.push(settled(connection));
  }

  #discard(connection: Connection): void {
    this.#forget(connection);
    void connection.close();
  }

  #forget(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    this.#freePlace();
  }

  #freePlace(): void {
    this.#places += 1;
    this.#waiting.shift()?.(undefined);
  }
}

/** Waits for what somebody gives back; undefined if a place became free, or nothing did in time. */
async function turn(
  waiting: ((connection: Connection | undefined) => void)[],
  until: number,
): Promise<Connection | undefined> {
  return await new Promise((resolve) => {
    const answer = (connection: Connection | undefined): void => {
      clearTimeout(timer);
      resolve(connection);
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(answer), 1);
      resolve(undefined);
    }, until - performance.now());
    waiting.push(answer);
  });
}
