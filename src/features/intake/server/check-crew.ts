import { type TransferListItem, Worker } from 'node:worker_threads';
import type { CheckerStart, CheckerTask, CheckerWord } from './check-worker.ts';
import { RowWork, type Worked, type WorkOrder, type WorkTools } from './row-work.ts';
import type { LineBatch, RowBatch } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** Those who check rows and encode them, one table after another. */
export type CheckCrew = {
  begin(order: WorkOrder, hear: (worked: Worked) => void): void;
  /** Hands on a batch; waits while all have enough to do. */
  give(batch: RowBatch | LineBatch): Promise<void>;
  /** Waits until all that was given is checked and heard of. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

/** Checks in the thread that reads: for files that are done before another thread has begun. */
export function crewOfOne(tools: WorkTools): CheckCrew {
  let work: RowWork | undefined;
  let tell: (worked: Worked) => void = () => undefined;
  return {
    begin: (order, hear) => {
      work = new RowWork(order, tools);
      tell = hear;
    },
    give: async (batch) => {
      if (work !== undefined) tell(work.work(batch));
    },
    finish: async () => undefined,
    close: async () => undefined,
  };
}

// While one batch is checked the next lies ready; more would only fill memory.
const GIVEN_AT_ONCE = 2;
const MEMORY_MB = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24 };

type Checker = { readonly worker: Worker; busy: number };

/** Checks in so many threads beside the one that reads. Batches come back in any order. */
export function crewOfThreads(start: CheckerStart, size: number): CheckCrew {
  let tell: (worked: Worked) => void = () => undefined;
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  const fail = (error: Error): void => {
    failure ??= error;
    wake();
  };
  const checkers = Array.from({ length: size }, (): Checker => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
      workerData: start,
      resourceLimits: MEMORY_MB,
    });
    const checker: Checker = { worker, busy: 0 };
    worker.on('message', (word: CheckerWord) => {
      checker.busy -= 1;
      if (word.word === 'worked') tell(word.worked);
      else fail(new UnreadableFile(word.code, word.details));
      wake();
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('A checking thread ended')));
    return checker;
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    for (;;) {
      if (failure !== undefined) throw failure;
      if (isSo()) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const send = ({ worker }: Checker, task: CheckerTask, given: TransferListItem[]): void =>
    worker.postMessage(task, given);
  return {
    begin: (order, hear) => {
      tell = hear;
      for (const checker of checkers) send(checker, { task: 'begin', order }, []);
    },
    give: async (batch) => {
      await until(() => checkers.some(({ busy }) => busy < GIVEN_AT_ONCE));
      const idlest = checkers.reduce((one, other) => (other.busy < one.busy ? other : one));
      idlest.busy += 1;
      send(idlest, { task: 'check', batch }, []);
    },
    finish: async () => await until(() => checkers.every(({ busy }) => busy === 0)),
    close: async () => {
      await Promise.all(checkers.map(async ({ worker }) => await worker.terminate()));
    },
  };
}
