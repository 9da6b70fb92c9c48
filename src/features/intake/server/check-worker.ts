import { parentPort, workerData } from 'node:worker_threads';
import type { SealingKeys } from '../../../platform/server/crypto/key-ring.ts';
import { createSealer } from '../../../platform/server/crypto/sealer.ts';
import { type JudgeInput, judgingContext } from '../model/judge.ts';
import { type Divisions, PlaceFinder } from '../model/places.ts';
import { bulkIds } from './bulk-ids.ts';
import { RowWork, type Worked, type WorkOrder } from './row-work.ts';
import type { LineBatch, RowBatch } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What a checking thread is given once. */
export type CheckerStart = {
  readonly keys: SealingKeys;
  readonly judging: JudgeInput;
  readonly divisions: Divisions;
};

export type CheckerTask =
  | { readonly task: 'begin'; readonly order: WorkOrder }
  | { readonly task: 'check'; readonly batch: RowBatch | LineBatch };

/** The answer to each batch. */
export type CheckerWord =
  | { readonly word: 'worked'; readonly worked: Worked }
  | {
      readonly word: 'unreadable';
      readonly code: UnreadableFile['code'];
      readonly details: UnreadableFile['details'];
    };

if (parentPort !== null) {
  const port = parentPort;
  const { keys, judging, divisions } = workerData as CheckerStart;
  const tools = {
    sealer: createSealer(keys),
    places: new PlaceFinder(judging.reach, divisions),
    rules: judgingContext(judging),
    nextId: bulkIds(),
  };
  let work: RowWork | undefined;
  port.on('message', (task: CheckerTask) => {
    if (task.task === 'begin') {
      work = new RowWork(task.order, tools);
      return;
    }
    if (work === undefined) throw new Error('No table was begun');
    const word = answer(work, task.batch);
    const given = word.word === 'worked' ? word.worked.copies.map(({ bytes }) => bytes.buffer) : [];
    port.postMessage(word, given as ArrayBuffer[]);
  });
}

function answer(work: RowWork, batch: RowBatch | LineBatch): CheckerWord {
  try {
    return { word: 'worked', worked: work.work(batch) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { word: 'unreadable', code: error.code, details: error.details };
  }
}
