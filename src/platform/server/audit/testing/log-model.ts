import { generateKeyPairSync } from 'node:crypto';
import type { ActRow } from '../../acts/act-store.ts';
import type { EventRow } from '../../acts/event-store.ts';
import { newId } from '../../identifiers.ts';
import { type LogSigner, signCheckpoint } from '../checkpoint.ts';
import { leafHashOfAct, leafHashOfEvent } from '../leaf.ts';
import type { StoredCheckpoint } from '../log-store.ts';
import { GrowingTree, type Hash } from '../merkle.ts';
import { LogCheck, type LogTrust, type LogVerdict } from '../verify.ts';
import type { LeafRow, Source } from '../verify-store.ts';

/** A row with what the tests need beside it; the transaction number is that of a real or made-up database. */
export type ModelRow =
  | { source: 'act'; xid: string; row: ActRow }
  | { source: 'event'; xid: string; row: EventRow };

/** The whole log as plain data, so that it can be tampered with in memory and written to a database. */
export type LogModel = {
  rows: ModelRow[];
  leaves: LeafRow[];
  checkpoints: (StoredCheckpoint & { snapshot: string; cluster: string })[];
};

export const START = Date.parse('2026-11-23T00:00:00.000Z');
const MINUTE_MS = 60_000;

export function newSigner(name = 'mingbai/990101'): LogSigner {
  return { name, ...generateKeyPairSync('ed25519') };
}

/** The small generator mulberry32: the same seed gives the same numbers from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A household of Willow County is corrected, at a time. */
export function newAct(at: number, rooms: number): ActRow {
  const household = newId(at);
  const row = {
    county_code: '990101',
    id: newId(at),
    village_code: '990101100200',
    household_id: household,
    kind: 'household.corrected',
    subject: 'household',
    subject_id: household,
    request_id: newId(at),
    ordinal: 0,
    account_id: newId(START),
    posting_id: null,
    device: null,
    happened_on: new Date(at).toISOString().slice(0, 10),
    recorded_at: new Date(at).toISOString(),
    reason: rooms % 3 === 0 ? '入户核实' : null,
    before: { rooms: rooms - 1, roof: '瓦', area: 80.5 },
    after: { rooms, roof: '瓦', area: 80.5 },
    batch_id: null,
    batch_row: null,
  };
  return { ...row, leaf_hash: leafHashOfAct(row) };
}

/** An officer looks at a masked field, at a time. */
export function newEvent(at: number, number: number): EventRow {
  const row = {
    id: newId(at),
    at: new Date(at).toISOString(),
    account_id: newId(START),
    posting_id: null,
    kind: 'household.unmasked',
    region_code: '990101100200',
    subject: 'person',
    subject_id: newId(at),
    purpose: '核对低保',
    detail: number % 2 === 0 ? null : { field: 'idNumber', number },
  };
  return { ...row, leaf_hash: leafHashOfEvent(row) };
}

export function nameOf(row: ModelRow): {
  source: Source;
  countyCode: string;
  id: string;
  at: number;
} {
  return row.source === 'act'
    ? {
        source: 'act',
        countyCode: row.row.county_code,
        id: row.row.id,
        at: Date.parse(row.row.recorded_at),
      }
    : { source: 'event', countyCode: '', id: row.row.id, at: Date.parse(row.row.at) };
}

export function computedHash(row: ModelRow): Hash {
  return row.source === 'act' ? leafHashOfAct(row.row) : leafHashOfEvent(row.row);
}

/** Appends rows as the sequencer would and signs what the log has become. */
export function extendLog(
  log: LogModel,
  rows: readonly ModelRow[],
  by: { signer: LogSigner; at: number },
): void {
  for (const row of rows) {
    const { source, countyCode, id } = nameOf(row);
    log.rows.push(row);
    log.leaves.push({
      seq: log.leaves.length,
      source,
      county_code: countyCode,
      source_id: id,
      leaf_hash: row.row.leaf_hash,
    });
  }
  const newest = log.checkpoints.at(-1);
  const tree = new GrowingTree(newest?.size, newest?.peaks);
  log.checkpoints.push(
    ...checkpointsOver(log, [{ size: log.leaves.length, at: by.at }], { signer: by.signer, tree }),
  );
}

/** Checkpoints over the first leaves as they stand, in the order of their sizes; the tree goes on growing. */
export function checkpointsOver(
  log: LogModel,
  wanted: readonly { size: number; at: number }[],
  by: { signer: LogSigner; tree?: GrowingTree },
): LogModel['checkpoints'] {
  const { signer, tree = new GrowingTree() } = by;
  const { snapshot, cluster } = log.checkpoints.at(-1) ?? { snapshot: '1:1:', cluster: 'made up' };
  return wanted.map(({ size, at: time }) => {
    for (const leaf of log.leaves.slice(tree.size, size)) tree.append(leaf.leaf_hash);
    const at = new Date(time).toISOString();
    const root = tree.root();
    const note = signCheckpoint({ origin: signer.name, size, root, at }, signer);
    return { size, root, at, note, peaks: [...tree.peaks], snapshot, cluster };
  });
}

/** A log of some hundred acts and events in many small batches, ten minutes apart. */
export function buildLog(random: () => number, signer: LogSigner, batches = 30): LogModel {
  const log: LogModel = { rows: [], leaves: [], checkpoints: [] };
  for (let batch = 1; batch <= batches; batch += 1) {
    const end = START + batch * 10 * MINUTE_MS;
    const count = 1 + Math.floor(random() * 14);
    const rows = Array.from({ length: count }, (_, index): ModelRow => {
      const at = end - Math.floor(random() * 9 * MINUTE_MS);
      return random() < 0.7
        ? { source: 'act', xid: '3', row: newAct(at, index) }
        : { source: 'event', xid: '3', row: newEvent(at, index) };
    });
    extendLog(log, rows, { signer, at: end });
  }
  return log;
}

/** Judges a log in memory as `verifyLog` judges one in a database. */
export function checkModel(log: LogModel, trust: LogTrust): LogVerdict {
  const check = new LogCheck({ toleranceMs: 0, ...trust });
  const rows = new Map(log.rows.map((row) => [nameOf(row).id, row]));
  check.stretch({
    leaves: log.leaves.map((leaf) => ({
      seq: leaf.seq,
      source: leaf.source,
      countyCode: leaf.county_code,
      id: leaf.source_id,
      leafHash: leaf.leaf_hash,
      row: checkedRow(rows.get(leaf.source_id)),
    })),
    checkpoints: log.checkpoints,
    blocks: [],
  });
  const logged = new Set(log.leaves.map((leaf) => leaf.source_id));
  const newest = log.checkpoints.at(-1)?.at ?? '';
  const unlogged = log.rows.map(nameOf).filter(({ id }) => !logged.has(id));
  const overdue = unlogged.filter(({ at }) => at < Date.parse(newest));
  check.unlogged({
    waiting: unlogged.length - overdue.length,
    overdueCount: overdue.length,
    overdue,
  });
  return check.finish();
}

function checkedRow(
  row: ModelRow | undefined,
): { leafHash: Hash; computed: Hash; recordedAt: number } | undefined {
  if (row === undefined) return undefined;
  return { leafHash: row.row.leaf_hash, computed: computedHash(row), recordedAt: nameOf(row).at };
}
