import { parentPort, workerData } from 'node:worker_threads';
import { dayInChina } from '../../../platform/server/clock.ts';
import type { SealingKeys } from '../../../platform/server/crypto/key-ring.ts';
import { createSealer } from '../../../platform/server/crypto/sealer.ts';
import { type ConnectionTarget, connect } from '../../../platform/server/database/connect.ts';
import { problemOfDatabaseError } from '../../../platform/server/database/database-problem.ts';
import { type Ending, executeRun } from './execute-run.ts';
import { backendOf, type Claim, type SignOfLife } from './lease-store.ts';

/** What the supervisor gives a worker. */
export type WorkerOrder = {
  readonly target: ConnectionTarget;
  readonly claim: Claim;
  readonly dataFolder: string;
  readonly keys: SealingKeys;
  /** Its first element is set to 1 to stop. */
  readonly stop: SharedArrayBuffer;
};

/** What a worker tells the supervisor. Of an error only what says nothing about a person. */
export type WorkerWord =
  | { readonly word: 'backend'; readonly pid: number }
  | { readonly word: 'sign'; readonly sign: SignOfLife }
  | { readonly word: 'ended'; readonly ending: Ending }
  | { readonly word: 'failed'; readonly code: string; readonly fault: string };

async function work(order: WorkerOrder, tell: (word: WorkerWord) => void): Promise<void> {
  const stop = new Int32Array(order.stop);
  const sql = connect(order.target, { role: 'mingbai_app', max: 1 });
  try {
    tell({ word: 'backend', pid: await backendOf(sql) });
    const ending = await executeRun({
      sql,
      claim: order.claim,
      dataFolder: order.dataFolder,
      sealer: createSealer(order.keys),
      keys: order.keys,
      now: () => new Date(),
      today: dayInChina,
      report: (sign) => tell({ word: 'sign', sign }),
      isStopped: () => Atomics.load(stop, 0) === 1,
    });
    tell({ word: 'ended', ending });
  } catch (error) {
    tell(Atomics.load(stop, 0) === 1 ? { word: 'ended', ending: 'stopped' } : failureOf(error));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Names the error and where it arose; its message may quote a value of somebody's. */
function failureOf(error: unknown): WorkerWord {
  const code = problemOfDatabaseError(error)?.code ?? 'importFailed';
  const { name, stack, code: state } = error as Partial<Error> & { code?: string };
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    word: 'failed',
    code,
    fault: [`${name ?? 'Error'} ${state ?? ''}`, ...places].join('\n'),
  };
}

if (parentPort !== null) {
  const port = parentPort;
  await work(workerData as WorkerOrder, (word) => port.postMessage(word));
}
