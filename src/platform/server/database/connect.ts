import postgres from 'postgres';
import { statementLog } from './statement-log.ts';

/** A pool of connections. Only store files write SQL with it. */
export type Sql = postgres.Sql<Types>;

/** One transaction; the first argument of every store function. */
export type Transaction = postgres.ISql<Types>;

type Types = { bigint: number };

export type ConnectionTarget =
  | { url: string }
  | { host: string; port: number; user: string; database: string; password?: string };

const MOST_CONNECTIONS = 16;

/**
 * Opens a pool. `role` is taken on by the server at connection start, so a connection never has
 * more rights than the role. Days arrive as `YYYY-MM-DD`, instants as ISO text, bigint as a number
 * (money in fen and counts stay below 2^53; a larger value is refused, not rounded).
 */
export function connect(
  target: ConnectionTarget,
  options: { role?: string; max?: number } = {},
): Sql {
  const settings = {
    max: options.max ?? MOST_CONNECTIONS,
    onnotice: () => undefined,
    ...statementLog(process.env),
    types: {
      bigint: {
        to: 20,
        from: [20],
        parse: readSafeInteger,
        serialize: (value: number) => String(value),
      },
      day: {
        to: 1082,
        from: [1082],
        parse: (text: string) => text,
        serialize: (text: string) => text,
      },
      instant: { to: 1184, from: [1184], parse: readInstant, serialize: writeInstant },
      numeric: {
        to: 1700,
        from: [1700],
        parse: Number,
        serialize: (value: number) => String(value),
      },
    },
    connection: {
      application_name: 'mingbai',
      ...(options.role === undefined ? {} : { role: options.role }),
    },
  };
  return 'url' in target
    ? (postgres(target.url, settings) as unknown as Sql)
    : (postgres({ ...settings, ...target }) as unknown as Sql);
}

function readSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`A bigint does not fit a number: ${text}`);
  return value;
}

function readInstant(text: string): string {
  return new Date(text).toISOString();
}

function writeInstant(value: string | Date): string {
  return typeof value === 'string' ? value : value.toISOString();
}
