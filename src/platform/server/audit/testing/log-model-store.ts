import type { Sql, Transaction } from '../../database/connect.ts';
import type { LogModel, ModelRow } from './log-model.ts';

/** Empties everything the log is made of, as the owner of the database. */
export async function emptyLog(sql: Sql | Transaction): Promise<void> {
  await sql`truncate act, audit_event, log_leaf, log_block, log_checkpoint`;
}

/** Reads a log that the sequencer wrote. */
export async function readLog(sql: Sql): Promise<LogModel> {
  const acts = await sql`select *, xid::text as xid from act`;
  const events = await sql`select *, xid::text as xid from audit_event`;
  const leaves = await sql`select * from log_leaf order by seq`;
  const checkpoints =
    await sql`select *, snapshot::text as snapshot from log_checkpoint order by size`;
  return {
    rows: [
      ...acts.map(({ xid, ...row }) => ({ source: 'act', xid, row }) as unknown as ModelRow),
      ...events.map(({ xid, ...row }) => ({ source: 'event', xid, row }) as unknown as ModelRow),
    ],
    leaves: leaves.map((leaf) => ({ ...leaf })) as unknown as LogModel['leaves'],
    checkpoints: checkpoints.map((row) => ({
      ...row,
      peaks: Array.from({ length: row['peaks'].length / 32 }, (_, index) =>
        (row['peaks'] as Buffer).subarray(index * 32, index * 32 + 32),
      ),
    })) as unknown as LogModel['checkpoints'],
  };
}

const ROWS_AT_ONCE = 200;

/** Replaces what the database holds by a forged log. The logs are too short to have blocks. */
export async function writeLog(tx: Transaction, log: LogModel): Promise<void> {
  await emptyLog(tx);
  const acts = log.rows.filter((row) => row.source === 'act');
  const events = log.rows.filter((row) => row.source === 'event');
  await insertAll(
    tx,
    'act',
    acts.map(({ row, xid }) => ({
      ...row,
      before: json(tx, row.before),
      after: json(tx, row.after),
      xid,
    })),
  );
  await insertAll(
    tx,
    'audit_event',
    events.map(({ row, xid }) => ({ ...row, detail: json(tx, row.detail), xid })),
  );
  await insertAll(tx, 'log_leaf', log.leaves);
  await insertAll(
    tx,
    'log_checkpoint',
    log.checkpoints.map((checkpoint) => ({
      ...checkpoint,
      peaks: Buffer.concat(checkpoint.peaks),
    })),
  );
}

function json(tx: Transaction, value: unknown): unknown {
  return value === null ? null : tx.json(value as never);
}

async function insertAll(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx`insert into ${tx(table)} ${tx(rows.slice(from, from + ROWS_AT_ONCE) as never)}`;
  }
}
