import { Worker } from 'node:worker_threads';
import { NATION } from '../../../kernel/region-code.ts';
import type { SealingKeys } from '../../../platform/server/crypto/key-ring.ts';
import type { ConnectionTarget } from '../../../platform/server/database/connect.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import type { WorkerOrder, WorkerWord } from './import-worker.ts';
import { type Claim, renewLease, type SignOfLife, stopStatement } from './lease-store.ts';
import { endRun } from './run-store.ts';

export type Supervision = {
  readonly database: Database;
  readonly target: ConnectionTarget;
  readonly dataFolder: string;
  readonly keys: SealingKeys;
  readonly reportFault: (thrown: unknown, trace: string) => void;
  readonly onSign?: (sign: SignOfLife) => void;
};

const SIGN_EVERY_MS = 500;
// A worker that was told to stop and does not is ended from outside.
const PATIENCE_MS = 5_000;
// Rows are forgotten as soon as they are checked: a large space for what is young only fills memory.
const WORKER_MEMORY_MB = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 };

/**
 * Has a claimed run carried out by a worker thread, keeps its lease alive and stops it when asked:
 * the reading at its next batch, a statement by cancelling it. Returns when the run is over or given back.
 */
export async function superviseRun(
  supervision: Supervision,
  claim: Claim,
  signal?: AbortSignal,
): Promise<void> {
  const stop = new SharedArrayBuffer(4);
  const order: WorkerOrder = {
    target: supervision.target,
    claim,
    dataFolder: supervision.dataFolder,
    keys: supervision.keys,
    stop,
  };
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: WORKER_MEMORY_MB,
  });
  const watched = watch(worker);
  const state = {
    sign: { phase: 'reading', share: 0, rowsRead: 0, rowsRefused: 0 } as SignOfLife,
    backend: 0,
  };
  watched.onWord((word) => {
    if (word.word === 'backend') state.backend = word.pid;
    if (word.word === 'sign') {
      state.sign = word.sign;
      supervision.onSign?.(word.sign);
    }
  });
  const halt = async (): Promise<void> => {
    Atomics.store(new Int32Array(stop), 0, 1);
    if (state.backend !== 0) {
      const { backend } = state;
      await supervision.database
        .transaction(async (tx) => await stopStatement(tx, backend))
        .catch(() => undefined);
    }
    setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
  };
  const reason = await keepAlive(supervision, { claim, state, watched, halt, signal });
  await conclude(supervision, claim, await watched.last, reason);
}

type Watched = {
  /** What the worker said last; a death without a word is a failure. */
  readonly last: Promise<WorkerWord>;
  readonly isOver: () => boolean;
  onWord(listener: (word: WorkerWord) => void): void;
};

function watch(worker: Worker): Watched {
  let over = false;
  let final: WorkerWord | undefined;
  const last = new Promise<WorkerWord>((resolve) => {
    worker.on('message', (word: WorkerWord) => {
      if (word.word === 'ended' || word.word === 'failed') final = word;
    });
    worker.on('error', (error) => {
      final ??= {
        word: 'failed',
        code: 'importFailed',
        fault: error instanceof Error ? error.name : 'Error',
      };
    });
    worker.on('exit', () => {
      over = true;
      resolve(final ?? { word: 'failed', code: 'importFailed', fault: 'worker ended' });
    });
  });
  return { last, isOver: () => over, onWord: (listener) => void worker.on('message', listener) };
}

type Why = 'ran' | 'cancelled' | 'lost' | 'shutDown';

/** Renews the lease until the worker is over; tells why it was stopped, if it was. */
async function keepAlive(
  supervision: Supervision,
  of: {
    claim: Claim;
    state: { readonly sign: SignOfLife };
    watched: Watched;
    halt: () => Promise<void>;
    signal: AbortSignal | undefined;
  },
): Promise<Why> {
  let why: Why = 'ran';
  while (!of.watched.isOver()) {
    const pause = new Promise((resolve) => setTimeout(resolve, SIGN_EVERY_MS));
    await Promise.race([of.watched.last, pause]);
    if (of.watched.isOver()) break;
    const next = await nextStep(supervision, of);
    if (next === 'ran' || why !== 'ran') continue;
    why = next;
    await of.halt();
  }
  return why;
}

async function nextStep(
  { database }: Supervision,
  of: { claim: Claim; state: { readonly sign: SignOfLife }; signal: AbortSignal | undefined },
): Promise<Why> {
  if (of.signal?.aborted === true) return 'shutDown';
  try {
    const lease = await database.transaction(
      async (tx) => await renewLease(tx, of.claim, of.state.sign),
    );
    if (lease === 'lost') return 'lost';
    return lease === 'cancelRequested' ? 'cancelled' : 'ran';
  } catch {
    // The database is away for a moment; if it stays away the worker fails by itself.
    return 'ran';
  }
}

/** Writes down how the run ended, unless the worker did or the run now belongs to another. */
async function conclude(
  supervision: Supervision,
  claim: Claim,
  last: WorkerWord,
  why: Why,
): Promise<void> {
  if (why === 'lost' || why === 'shutDown') return;
  const stopped = last.word === 'ended' && last.ending === 'stopped';
  const now = new Date().toISOString();
  if (why === 'cancelled' || stopped) {
    await end(supervision, claim, { state: 'cancelled', now });
    return;
  }
  if (last.word !== 'failed') return;
  // It lost its connection: the lease runs out, and the run is begun again as after a crash.
  if (last.code === 'databaseUnavailable') return;
  supervision.reportFault(new Error(last.fault), claim.id);
  await end(supervision, claim, { state: 'failed', now, problem: { code: last.code } });
}

async function end(
  { database }: Supervision,
  claim: Claim,
  how: Parameters<typeof endRun>[2],
): Promise<void> {
  await database.transaction(async (tx) => {
    await enterScope(tx, NATION);
    await endRun(tx, claim.id, how, claim.attempt);
  });
}
