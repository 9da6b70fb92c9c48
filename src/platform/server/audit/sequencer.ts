import { NATION } from '../../../kernel/region-code.ts';
import type { Clock } from '../clock.ts';
import type { Transaction } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { enterScope } from '../database/scope-store.ts';
import { type LogSigner, signCheckpoint } from './checkpoint.ts';
import {
  appendLeaves,
  BLOCK_HEIGHT,
  BLOCK_LEAVES,
  findNewestCheckpoint,
  insertBlocks,
  insertCheckpoint,
  lockLog,
  readLeafHashes,
  readWatermark,
  type StoredCheckpoint,
  type Watermark,
} from './log-store.ts';
import { GrowingTree } from './merkle.ts';

const LEAVES_AT_ONCE = 8192;

/** What one run did: the new checkpoint, if the log grew, and up to where everything is in the log now. */
export type Sequenced = { checkpoint: StoredCheckpoint | undefined; watermark: Watermark };

/**
 * Takes every committed act and audit event that is not in the log yet into the log and signs what
 * it has become, all in the caller's transaction (read committed). `previous` is the watermark of
 * this process' last run. Throws if what is stored does not fit together: an honest signer never
 * signs on top of a damaged log.
 */
export async function sequence(
  tx: Transaction,
  by: { signer: LogSigner; now: string; previous?: Watermark | undefined },
): Promise<Sequenced> {
  await lockLog(tx);
  await enterScope(tx, NATION);
  const newest = await findNewestCheckpoint(tx);
  const tree = new GrowingTree(newest?.size ?? 0, newest?.peaks ?? []);
  if (newest !== undefined && !tree.root().equals(newest.root)) {
    throw new Error(`The newest checkpoint (${newest.size} leaves) contradicts itself`);
  }

  const watermark = await readWatermark(tx);
  const since = [newest, by.previous].find((mark) => mark?.cluster === watermark.cluster)?.snapshot;
  const appended = await appendLeaves(tx, { size: tree.size, since, until: watermark.snapshot });
  if (appended === 0) return { checkpoint: undefined, watermark };

  await grow(tx, tree, tree.size + appended);
  const { size, peaks } = tree;
  const root = tree.root();
  // A clock set back must not make the log run backwards.
  const at = newest === undefined || newest.at < by.now ? by.now : newest.at;
  const note = signCheckpoint({ origin: by.signer.name, size, root, at }, by.signer);
  const checkpoint = { size, root, at, note, peaks: [...peaks] };
  await insertCheckpoint(tx, { ...checkpoint, ...watermark });
  return { checkpoint, watermark };
}

async function grow(tx: Transaction, tree: GrowingTree, size: number): Promise<void> {
  while (tree.size < size) {
    const from = tree.size;
    const until = Math.min(size, from + LEAVES_AT_ONCE);
    const leaves = await readLeafHashes(tx, from, until);
    if (leaves.length !== until - from)
      throw new Error(`Leaves are missing between ${from} and ${until}`);
    const blocks: { index: number; root: Buffer }[] = [];
    for (const leaf of leaves) {
      tree.append(leaf, (height, root) => {
        if (height === BLOCK_HEIGHT)
          blocks.push({ index: Math.floor(tree.size / BLOCK_LEAVES), root });
      });
    }
    await insertBlocks(tx, blocks);
  }
}

export type RunningSequencer = {
  /** Waits for the run under way, if any, and starts no other. */
  stop(): Promise<void>;
};

/**
 * Lets the log grow every few seconds. Of several processes on one database each may run one; they
 * take turns. `onCheckpoint` hears of every new checkpoint, to keep it where this database's
 * administrator cannot reach it. A fault is reported and the next run tries again.
 */
export function startSequencer(
  { database, clock, reportFault }: SequencerServices,
  options: {
    signer: LogSigner;
    everySeconds: number;
    onCheckpoint?: (checkpoint: StoredCheckpoint) => void | Promise<void>;
  },
): RunningSequencer {
  let stopped = false;
  let isFailing = false;
  let previous: Watermark | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (): Promise<void> => {
    try {
      const now = clock().toISOString();
      const { signer } = options;
      const done = await database.transaction(
        async (tx) => await sequence(tx, { signer, now, previous }),
      );
      previous = done.watermark;
      isFailing = false;
      if (done.checkpoint !== undefined) await options.onCheckpoint?.(done.checkpoint);
    } catch (error) {
      // Said once: a disk that is full for a night must not be filled with the news of it.
      if (!isFailing) reportFault(error, 'audit sequencer');
      isFailing = true;
    }
    schedule();
  };
  const schedule = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      running = run();
    }, options.everySeconds * 1000);
  };
  running = run();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

type SequencerServices = {
  database: Database;
  clock: Clock;
  reportFault: (thrown: unknown, trace: string) => void;
};
