import { type LogSigner, parseCheckpoint } from '../checkpoint.ts';
import { hashLeaf } from '../merkle.ts';
import {
  buildLog,
  checkpointsOver,
  computedHash,
  extendLog,
  type LogModel,
  type ModelRow,
  nameOf,
  newAct,
} from './log-model.ts';

/** What a forger with all rights in the database does to a log; `signer` is the log's own key. */
export type Forger = { random: () => number; signer: LogSigner; thief: LogSigner };
type Mutation = (log: LogModel, forger: Forger) => void;

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

function place(log: LogModel, { random }: Forger): number {
  return Math.floor(random() * log.leaves.length);
}

function rowAt(log: LogModel, seq: number): ModelRow {
  const id = log.leaves[seq]?.source_id;
  const row = log.rows.find((candidate) => candidate.row.id === id);
  if (row === undefined) throw new Error(`No row for leaf ${seq}`);
  return row;
}

function otherValue(value: unknown, random: () => number): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return '2016-04-28';
  if (typeof value === 'string' && value.endsWith('Z')) return value.replace(/^\d{4}/, '2016');
  if (typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value))
    return `${Math.floor(random() * 9)}${value.slice(1, -1)}f`;
  if (typeof value === 'string') return `${value}9`;
  return { rooms: Math.floor(random() * 1e6) };
}

const EDITABLE = [
  'kind',
  'subject',
  'recorded_at',
  'at',
  'happened_on',
  'reason',
  'purpose',
  'after',
  'before',
  'detail',
  'account_id',
  'ordinal',
  'device',
];

/** Changes one column of the row behind a leaf to something else. */
function editRow(log: LogModel, forger: Forger): { seq: number; row: ModelRow } {
  const seq = place(log, forger);
  const row = rowAt(log, seq);
  const columns = row.row as unknown as Record<string, unknown>;
  const column = pick(
    EDITABLE.filter((name) => columns[name] !== undefined && columns[name] !== null),
    forger.random,
  );
  const before = computedHash(row);
  columns[column] = otherValue(columns[column], forger.random);
  if (computedHash(row).equals(before)) columns['kind'] = `${String(columns['kind'])}9`;
  return { seq, row };
}

function renumber(log: LogModel): void {
  log.leaves.forEach((leaf, seq) => {
    leaf.seq = seq;
  });
}

/** Makes leaves and checkpoints from a place on fit the rows again, signed with a key. */
function coverUp(log: LogModel, from: number, signer: LogSigner): void {
  for (const leaf of log.leaves.slice(from)) {
    const row = rowAt(log, leaf.seq);
    row.row.leaf_hash = computedHash(row);
    leaf.leaf_hash = row.row.leaf_hash;
  }
  const kept = log.checkpoints.filter(({ size }) => size <= from);
  const again = log.checkpoints
    .slice(kept.length)
    .map(({ size, at }) => ({ size, at: Date.parse(at) }));
  log.checkpoints = [...kept, ...checkpointsOver(log, again, { signer })];
}

/** Cuts the log back to a checkpoint, with leaves, rows and checkpoints. */
function cutBack(log: LogModel, { random }: Forger): number {
  const kept = Math.floor(random() * (log.checkpoints.length - 1));
  const size = log.checkpoints[kept]?.size ?? 0;
  const cut = new Set(log.leaves.slice(size).map((leaf) => leaf.source_id));
  log.leaves = log.leaves.slice(0, size);
  log.checkpoints = log.checkpoints.slice(0, kept + 1);
  log.rows = log.rows.filter((row) => !cut.has(row.row.id));
  return size;
}

function insertedAct(log: LogModel, { random }: Forger): ModelRow {
  const pattern = pick(log.rows, random);
  // A minute before an existing row, so before the newest checkpoint.
  return { source: 'act', xid: pattern.xid, row: newAct(nameOf(pattern).at - 60_000, 7) };
}

function swapHashes(log: LogModel, forger: Forger): void {
  const [first, second] = twoPlaces(log, forger);
  [first.leaf_hash, second.leaf_hash] = [second.leaf_hash, first.leaf_hash];
}

function twoPlaces(
  log: LogModel,
  forger: Forger,
): [LogModel['leaves'][number], LogModel['leaves'][number]] {
  const first = pick(log.leaves, forger.random);
  const second = pick(
    log.leaves.filter((leaf) => leaf !== first),
    forger.random,
  );
  return [first, second];
}

/** Found even by whoever has only the database. */
export const clumsy: Record<string, Mutation> = {
  'edits a row': (log, forger) => {
    editRow(log, forger);
  },
  'edits a row and its leaf hash': (log, forger) => {
    const { row } = editRow(log, forger);
    row.row.leaf_hash = computedHash(row);
  },
  'edits a row, its leaf hash and the leaf': (log, forger) => {
    const { seq, row } = editRow(log, forger);
    row.row.leaf_hash = computedHash(row);
    const leaf = log.leaves[seq];
    if (leaf !== undefined) leaf.leaf_hash = row.row.leaf_hash;
  },
  'edits a leaf': (log, forger) => {
    pick(log.leaves, forger.random).leaf_hash = hashLeaf(Buffer.from('forged'));
  },
  'deletes a row': (log, forger) => {
    const gone = rowAt(log, place(log, forger));
    log.rows = log.rows.filter((row) => row !== gone);
  },
  'deletes a row and its leaf': (log, forger) => {
    const seq = place(log, forger);
    const gone = rowAt(log, seq);
    log.rows = log.rows.filter((row) => row !== gone);
    log.leaves.splice(seq, 1);
  },
  'deletes a row and its leaf and closes the gap': (log, forger) => {
    clumsy['deletes a row and its leaf']?.(log, forger);
    renumber(log);
  },
  'inserts an old row': (log, forger) => {
    log.rows.push(insertedAct(log, forger));
  },
  'inserts an old row with a leaf': (log, forger) => {
    const row = insertedAct(log, forger);
    const { source, countyCode, id } = nameOf(row);
    log.rows.push(row);
    const leaf = {
      seq: 0,
      source,
      county_code: countyCode,
      source_id: id,
      leaf_hash: row.row.leaf_hash,
    };
    log.leaves.splice(place(log, forger), 0, leaf);
    renumber(log);
  },
  'appends an old row, signed like a new one': (log, forger) => {
    const at = Date.parse(log.checkpoints.at(-1)?.at ?? '') + 60_000;
    extendLog(log, [insertedAct(log, forger)], { signer: forger.signer, at });
  },
  'swaps two leaves': (log, forger) => {
    const [first, second] = twoPlaces(log, forger);
    [first.seq, second.seq] = [second.seq, first.seq];
    log.leaves.sort((some, other) => some.seq - other.seq);
  },
  'swaps the hashes of two leaves': swapHashes,
  'swaps what two rows say': (log, forger) => {
    const acts = log.rows.filter((row) => row.source === 'act');
    const first = pick(acts, forger.random);
    const second = pick(
      acts.filter((row) => row !== first),
      forger.random,
    );
    [first.row.subject_id, second.row.subject_id] = [second.row.subject_id, first.row.subject_id];
  },
  'cuts off the last leaves': (log, forger) => {
    log.leaves = log.leaves.slice(0, place(log, forger));
  },
  'cuts off the last leaves with their rows': (log, forger) => {
    const size = place(log, forger);
    const cut = new Set(log.leaves.slice(size).map((leaf) => leaf.source_id));
    log.leaves = log.leaves.slice(0, size);
    log.rows = log.rows.filter((row) => !cut.has(row.row.id));
  },
  'takes away the newest checkpoint': (log) => {
    log.checkpoints.pop();
  },
  'edits the root of a checkpoint': (log, forger) => {
    pick(log.checkpoints, forger.random).root = hashLeaf(Buffer.from('forged'));
  },
  'edits the note of a checkpoint': (log, forger) => {
    const checkpoint = pick(log.checkpoints, forger.random);
    checkpoint.note = checkpoint.note.replace('time 2026', 'time 2016');
  },
  'rewrites the tail and signs with another key': (log, forger) => {
    const { seq } = editRow(log, forger);
    coverUp(log, seq, forger.thief);
  },
};

/** The forger also holds the log's key: only a checkpoint kept elsewhere tells. */
export const consistent: Record<string, Mutation> = {
  'cuts the log back to a checkpoint': (log, forger) => {
    cutBack(log, forger);
  },
  'rewrites the tail and signs with the same key': (log, forger) => {
    const seq = place(log, forger);
    const row = rowAt(log, seq);
    row.row.kind = `${row.row.kind}9`;
    coverUp(log, seq, forger.signer);
  },
  'deletes a row and rewrites everything after it': (log, forger) => {
    const seq = place(log, forger);
    const gone = rowAt(log, seq);
    log.rows = log.rows.filter((row) => row !== gone);
    log.leaves.splice(seq, 1);
    renumber(log);
    const seen = new Set<number>();
    const again = log.checkpoints
      .map(({ size, at }) => ({ size: size > seq ? size - 1 : size, at: Date.parse(at) }))
      .filter(({ size }) => size > 0 && !seen.has(size) && seen.add(size));
    log.checkpoints = checkpointsOver(log, again, forger);
  },
  'forks the log: another history from a checkpoint on, longer than the true one': (
    log,
    forger,
  ) => {
    const trueSize = log.leaves.length;
    cutBack(log, forger);
    let at = Date.parse(log.checkpoints.at(-1)?.at ?? '');
    while (log.leaves.length <= trueSize + 5) {
      at += 60_000;
      const rows: ModelRow[] = [
        { source: 'act', xid: log.rows[0]?.xid ?? '3', row: newAct(at, log.leaves.length) },
      ];
      extendLog(log, rows, { signer: forger.signer, at });
    }
  },
  'puts a whole other log in its place': (log, forger) => {
    const { snapshot, cluster } = log.checkpoints[0] ?? { snapshot: '1:1:', cluster: '' };
    const xid = log.rows[0]?.xid ?? '3';
    const other = buildLog(forger.random, forger.signer);
    log.rows = other.rows.map((row) => ({ ...row, xid }));
    log.leaves = other.leaves;
    log.checkpoints = other.checkpoints.map((checkpoint) => ({ ...checkpoint, snapshot, cluster }));
  },
};

/** A deep copy to forge; hashes are shared, for mutations replace them and never write into them. */
export function copyLog(log: LogModel): LogModel {
  return {
    rows: log.rows.map((row) => ({ ...row, row: { ...row.row } }) as ModelRow),
    leaves: log.leaves.map((leaf) => ({ ...leaf })),
    checkpoints: log.checkpoints.map((checkpoint) => ({ ...checkpoint })),
  };
}

/** The text of a log's newest checkpoint, as somebody outside keeps it. */
export function outsideCopy(log: LogModel): string {
  const note = log.checkpoints.at(-1)?.note ?? '';
  if (parseCheckpoint(note) === undefined) throw new Error('The log has no checkpoint yet');
  return note;
}
