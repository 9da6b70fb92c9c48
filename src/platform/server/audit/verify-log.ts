import { NATION } from '../../../kernel/region-code.ts';
import type { Sql, Transaction } from '../database/connect.ts';
import { enterScope } from '../database/scope-store.ts';
import { type ActContent, type EventContent, leafHashOfAct, leafHashOfEvent } from './leaf.ts';
import { BLOCK_LEAVES, findNewestCheckpoint, readWatermark } from './log-store.ts';
import type { Hash } from './merkle.ts';
import {
  type CheckedLeaf,
  LogCheck,
  type LogStretch,
  type LogTrust,
  type LogVerdict,
  MOST_PROBLEMS,
  TOLERANCE_MS,
} from './verify.ts';
import {
  readActsOfLeaves,
  readBlocks,
  readCheckpoints,
  readEventsOfLeaves,
  readExtent,
  readLeaves,
  readNextPlace,
  readUnlogged,
  type Unparsed,
} from './verify-store.ts';

/** A whole number of blocks, so that each block is judged in the stretch that completes it. */
const STRETCH = 4 * BLOCK_LEAVES;

/**
 * Checks the whole log against the rows it vouches for: every leaf hash is computed anew from its
 * act or event, presence is checked both ways, the root is rebuilt and compared with every stored
 * checkpoint and with one kept elsewhere. Reads one snapshot of the database, in stretches, so that
 * memory does not grow with the log; the server may go on working. The connection must be allowed
 * to read everything, else rows that it may not see are reported as deleted.
 */
export async function verifyLog(sql: Sql, options: VerifyOptions = {}): Promise<LogVerdict> {
  return (await sql.begin(
    'isolation level repeatable read read only',
    async (tx) => await verifyLogIn(tx, options),
  )) as LogVerdict;
}

export type VerifyOptions = LogTrust & { progress?: (done: number, total: number) => void };

/** The same within a transaction of the caller's. */
export async function verifyLogIn(
  tx: Transaction,
  options: VerifyOptions = {},
): Promise<LogVerdict> {
  await enterScope(tx, NATION);
  const check = new LogCheck(options);
  const total = await readExtent(tx);
  let from = 0;
  let following = readStretch(tx, from);
  while (from < total) {
    const stretch = await following;
    const isGap = stretch.leaves.length === 0 && stretch.checkpoints.length === 0;
    from = isGap ? stretchOf(await readNextPlace(tx, from)) : from + STRETCH;
    // The database reads ahead while the hashes are computed.
    following = readStretch(tx, from);
    check.stretch(stretch);
    options.progress?.(Math.min(from, total), total);
  }
  await following;
  check.unlogged(await findUnlogged(tx, options.toleranceMs ?? TOLERANCE_MS));
  return check.finish();
}

function stretchOf(place: number): number {
  return place - (place % STRETCH);
}

async function readStretch(tx: Transaction, from: number): Promise<LogStretch> {
  const seqs = { from, until: from + STRETCH };
  const blockIndexes = { from: from / BLOCK_LEAVES, until: seqs.until / BLOCK_LEAVES };
  const [leaves, acts, events, checkpoints, blocks] = await Promise.all([
    readLeaves(tx, seqs),
    readActsOfLeaves(tx, seqs),
    readEventsOfLeaves(tx, seqs),
    readCheckpoints(tx, seqs),
    readBlocks(tx, blockIndexes),
  ]);
  const rows = new Map<string, CheckedLeaf['row']>();
  for (const act of acts) addRow(rows, `${act.county_code}/${act.id}`, checkedAct(act));
  for (const event of events) addRow(rows, `/${event.id}`, checkedEvent(event));
  return {
    leaves: leaves.map((leaf) => ({
      seq: leaf.seq,
      source: leaf.source,
      countyCode: leaf.county_code,
      id: leaf.source_id,
      leafHash: leaf.leaf_hash,
      row: rows.get(`${leaf.county_code}/${leaf.source_id}`),
    })),
    checkpoints,
    blocks,
  };
}

type CheckedRow = NonNullable<CheckedLeaf['row']>;

/** Whoever may drop a primary key can put a second row beside the true one: then neither counts. */
function addRow(rows: Map<string, CheckedLeaf['row']>, name: string, row: CheckedRow): void {
  rows.set(name, rows.has(name) ? { ...row, computed: undefined } : row);
}

function checkedAct(act: Unparsed<ActContent>): CheckedRow {
  const { leaf_hash: leafHash, recorded_at: at } = act;
  const hash = (): Hash =>
    leafHashOfAct({ ...act, before: parse(act.before), after: parse(act.after) });
  return { leafHash, computed: unlessSenseless(hash), recordedAt: Date.parse(at) };
}

function checkedEvent(event: Unparsed<EventContent>): CheckedRow {
  const { leaf_hash: leafHash, at } = event;
  const hash = (): Hash => leafHashOfEvent({ ...event, detail: parse(event.detail) });
  return { leafHash, computed: unlessSenseless(hash), recordedAt: Date.parse(at) };
}

function parse(json: string | null): Record<string, unknown> | null {
  return json === null ? null : (JSON.parse(json) as Record<string, unknown>);
}

/** A row that was never written by this program may hold what it cannot hash, such as a day "infinity". */
function unlessSenseless(compute: () => Hash): Hash | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}

async function findUnlogged(
  tx: Transaction,
  toleranceMs: number,
): Promise<Parameters<LogCheck['unlogged']>[0]> {
  const newest = await findNewestCheckpoint(tx);
  const { cluster } = await readWatermark(tx);
  const found = await readUnlogged(tx, {
    snapshot: newest?.cluster === cluster ? newest.snapshot : null,
    before:
      newest === undefined
        ? '-infinity'
        : new Date(Date.parse(newest.at) - toleranceMs).toISOString(),
    limit: MOST_PROBLEMS,
  });
  const overdue = found.overdue.map(({ source, county_code: countyCode, id }) => ({
    source,
    countyCode,
    id,
  }));
  return { ...found, overdue };
}
