import type { Transaction } from '../database/connect.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';

/** Any fixed number will do: processes that let the log grow take turns on it. */
const LOG_LOCK = 20_261_124;

/** A block is a complete subtree of this height, 1 024 leaves. Stored roots depend on it: never change. */
export const BLOCK_HEIGHT = 10;
export const BLOCK_LEAVES = 2 ** BLOCK_HEIGHT;

export type StoredCheckpoint = {
  size: number;
  root: Hash;
  at: string;
  note: string;
  peaks: Hash[];
};

/** Up to where a cluster's transactions have been taken into the log. */
export type Watermark = { snapshot: string; cluster: string };

type CheckpointRow = { size: number; root: Buffer; at: string; note: string; peaks: Buffer };

export async function lockLog(tx: Transaction): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOG_LOCK}::bigint)`;
}

export async function findNewestCheckpoint(
  tx: Transaction,
): Promise<(StoredCheckpoint & Watermark) | undefined> {
  const [row] = await tx<(CheckpointRow & Watermark)[]>`
    select size, root, at, note, peaks, snapshot::text, cluster
      from log_checkpoint order by size desc limit 1`;
  return row === undefined
    ? undefined
    : { ...checkpointOf(row), snapshot: row.snapshot, cluster: row.cluster };
}

export function checkpointOf(row: CheckpointRow): StoredCheckpoint {
  const { size, root, at, note } = row;
  return { size, root, at, note, peaks: splitHashes(row.peaks) };
}

/** Which transactions have ended by now, and which cluster counted them. */
export async function readWatermark(tx: Transaction): Promise<Watermark> {
  const [row] = await tx<Watermark[]>`
    select pg_current_snapshot()::text as snapshot,
           (select system_identifier::text from pg_control_system()) as cluster`;
  if (row === undefined) throw new Error('PostgreSQL did not answer a question without conditions');
  return row;
}

/**
 * Appends a leaf for every act and audit event of the transactions that ended after `since` and
 * before `until`; returns how many. Without `since` (first run, restored database) every row is
 * looked at. A row that has a leaf never gets another, whatever the transaction numbers say. The
 * order is that of the transactions' numbers, then of the identifiers, which carry the time.
 */
export async function appendLeaves(
  tx: Transaction,
  from: { size: number; since: string | undefined; until: string },
): Promise<number> {
  const { size, since, until } = from;
  // Two statements instead of one with "or": the planner must always find the index on xid.
  const isNew =
    since === undefined
      ? tx`true`
      : tx`xid >= pg_snapshot_xmin(${since}::pg_snapshot) and xid < pg_snapshot_xmax(${until}::pg_snapshot)
           and not pg_visible_in_snapshot(xid, ${since}::pg_snapshot)
           and pg_visible_in_snapshot(xid, ${until}::pg_snapshot)`;
  const appended = await tx`
    with fresh as materialized (
      select 'act' as source, county_code, id, leaf_hash, xid from act where ${isNew}
      union all
      select 'event', '', id, leaf_hash, xid from audit_event where ${isNew}
    )
    insert into log_leaf (seq, source, county_code, source_id, leaf_hash)
    select ${size}::bigint - 1 + row_number() over (order by f.xid, f.source, f.county_code, f.id),
           f.source, f.county_code, f.id, f.leaf_hash
      from fresh f
      left join log_leaf l on l.source_id = f.id and l.county_code = f.county_code
     where l.seq is null`;
  return appended.count;
}

/** The leaf hashes of places `from` to `until - 1`; fewer if some are missing. */
export async function readLeafHashes(
  tx: Transaction,
  from: number,
  until: number,
): Promise<Hash[]> {
  const [row] = await tx<{ hashes: Buffer | null }[]>`
    select string_agg(leaf_hash, ''::bytea order by seq) as hashes
      from log_leaf where seq >= ${from}::bigint and seq < ${until}::bigint`;
  return splitHashes(row?.hashes ?? Buffer.alloc(0));
}

/** The roots of blocks `from` to `until - 1`. */
export async function readBlockRoots(
  tx: Transaction,
  from: number,
  until: number,
): Promise<Hash[]> {
  const [row] = await tx<{ roots: Buffer | null }[]>`
    select string_agg(root, ''::bytea order by index) as roots
      from log_block where index >= ${from}::bigint and index < ${until}::bigint`;
  return splitHashes(row?.roots ?? Buffer.alloc(0));
}

export async function insertBlocks(
  tx: Transaction,
  blocks: readonly { index: number; root: Hash }[],
): Promise<void> {
  if (blocks.length > 0) await tx`insert into log_block ${tx(blocks as never)}`;
}

export async function insertCheckpoint(
  tx: Transaction,
  checkpoint: StoredCheckpoint & Watermark,
): Promise<void> {
  await tx`insert into log_checkpoint ${tx({ ...checkpoint, peaks: Buffer.concat(checkpoint.peaks) } as never)}`;
}

function splitHashes(bytes: Buffer): Hash[] {
  const hashes: Hash[] = [];
  for (let at = 0; at < bytes.length; at += HASH_BYTES)
    hashes.push(bytes.subarray(at, at + HASH_BYTES));
  return hashes;
}
