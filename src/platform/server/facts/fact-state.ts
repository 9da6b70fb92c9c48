import type { Cursor } from './change-store.ts';
import type { FactConnection } from './fact-file.ts';

/** What the file says of itself; written in the transaction of the rows it speaks of. */
export type FactState = {
  readonly schema: string;
  readonly cursor: Cursor;
  /** Households read again since the file was built; many of them leave it untidy and slower. */
  readonly reread: number;
};

export const CREATE_STATE = `CREATE OR REPLACE TABLE fact_state (
  schema VARCHAR NOT NULL, snapshot VARCHAR NOT NULL, read_at VARCHAR NOT NULL,
  source VARCHAR NOT NULL, anchor VARCHAR, reread BIGINT NOT NULL)`;

type Row = {
  schema: string;
  snapshot: string;
  read_at: string;
  source: string;
  anchor: string | null;
  reread: number;
};

/** What the file says of itself; undefined if it was never built to the end. */
export async function readState(connection: FactConnection): Promise<FactState | undefined> {
  const [{ known } = { known: 0 }] = await connection.rows<{ known: number }>(
    `SELECT count(*) AS known FROM duckdb_tables() WHERE table_name = 'fact_state'`,
  );
  if (known === 0) return undefined;
  const [row] = await connection.rows<Row>('SELECT * FROM fact_state');
  if (row === undefined) return undefined;
  const { schema, reread, snapshot, read_at: readAt, source, anchor } = row;
  return { schema, reread, cursor: { snapshot, readAt, source, anchor } };
}

export async function writeState(connection: FactConnection, state: FactState): Promise<void> {
  await connection.run('DELETE FROM fact_state');
  await connection.rows(
    'INSERT INTO fact_state VALUES ($schema, $snapshot, $readAt, $source, $anchor, $reread)',
    { schema: state.schema, reread: state.reread, ...state.cursor },
  );
}

/** Runs the work in one transaction of DuckDB: all of it or nothing is kept. */
export async function inFactTransaction<Value>(
  connection: FactConnection,
  work: () => Promise<Value>,
): Promise<Value> {
  await connection.run('BEGIN TRANSACTION');
  try {
    const value = await work();
    await connection.run('COMMIT');
    return value;
  } catch (error) {
    // A failed COMMIT has already rolled back, and then there is nothing left to roll back.
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
