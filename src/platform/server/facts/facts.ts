import type { RegionCode } from '../../../kernel/region-code.ts';
import { Problem } from '../http/problem.ts';
import { type Condition, type ConditionSql, conditionSql } from './condition.ts';
import type { FactConnection, Parameters } from './fact-file.ts';
import { FactKeeper, type FactsLag, type FactsOptions } from './fact-keeper.ts';
import { checkFactTables, type FactTable } from './fact-table.ts';
import { type Page, type PageRequest, readPage } from './page.ts';
import { queryGate } from './query-gate.ts';
import { checkQuery, type ReadTable, scopedQuery } from './scoped-query.ts';

/** The columnar copy of the register, for questions over many households. */
export type Facts = {
  /**
   * Answers one SELECT of DuckDB's SQL over the fact tables by their names (`household`, `person`,
   * …), of which it sees the rows in the scope and no others. Without a scope it sees nothing.
   * Throws Problem 503 `factsNotReady` until the facts were built once.
   */
  query<Row>(scope: RegionCode | undefined, sql: string, parameters?: Parameters): Promise<Row[]>;
  /** One page of a list of households, by any conditions and order. */
  page(request: PageRequest): Promise<Page>;
  /** Conditions on households as SQL over the table `household`, to stand in a query of one's own. */
  where(conditions: readonly Condition[], prefix?: string): ConditionSql;
  lag(): FactsLag;
  /** Takes over now what has been committed by now; otherwise that happens by itself. */
  catchUp(): Promise<void>;
  /** Builds everything anew from the register; queries go on with the old facts meanwhile. */
  rebuild(): Promise<void>;
  /** Follows the register from now on. */
  start(): void;
  stop(): Promise<void>;
};

type Reading = <Value>(work: (connection: FactConnection) => Promise<Value>) => Promise<Value>;

/** More at once would not be faster: each query uses every thread. */
const QUERIES_AT_ONCE = 3;

/** Queries that rules are compiled to are different for each set of parameters. */
const MOST_REMEMBERED = 500;

/** The way of every question to the facts: checked once, narrowed to its scope, asked in turn. */
export function scopedAsker(tables: readonly FactTable[], reading: Reading): Facts['query'] {
  const gate = queryGate(QUERIES_AT_ONCE);
  const readBy = new Map<string, ReadTable[]>();
  return async (scope, sql, parameters) =>
    await gate(
      async () =>
        await reading(async (connection) => {
          const read = readBy.get(sql) ?? (await checkQuery(connection, tables, sql));
          if (readBy.size >= MOST_REMEMBERED) readBy.clear();
          readBy.set(sql, read);
          return await connection.rows(scopedQuery(read, scope, sql), parameters);
        }),
    );
}

/** Makes the facts, which hold nothing and follow nothing before `start` or `catchUp`. */
export function openFacts(options: FactsOptions): Facts {
  checkFactTables(options.tables);
  const keeper = new FactKeeper(options);
  const query = scopedAsker(options.tables, async (work) => await keeper.reading(work));

  return {
    query,
    page: async (request) => await readPage(query, options.tables, request),
    where: (conditions, prefix) => conditionSql(options.tables, 'household', conditions, prefix),
    lag: () => keeper.lag(),
    catchUp: async () => await keeper.catchUp(),
    rebuild: async () => await keeper.rebuild(),
    start: () => keeper.start(),
    stop: async () => await keeper.stop(),
  };
}

/** Facts of a process that has none, such as a test of something else: every question is refused. */
export const noFacts: Facts = {
  query: () => Promise.reject(new Problem(503, 'factsNotReady')),
  page: () => Promise.reject(new Problem(503, 'factsNotReady')),
  where: () => ({ sql: 'false', parameters: {} }),
  lag: () => ({ state: 'building', lagMs: null, progress: null }),
  catchUp: () => Promise.resolve(),
  rebuild: () => Promise.resolve(),
  start: () => undefined,
  stop: () => Promise.resolve(),
};
