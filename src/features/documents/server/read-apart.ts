import { Worker } from 'node:worker_threads';
import { fileLimits } from './limits.ts';
import type { ReadFile } from './read-documents.ts';
import type { ReaderOrder, ReaderWord } from './read-worker.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const AT_ONCE = 2;

let waiting: (() => void)[] = [];
let running = 0;

/**
 * Reads a file in a thread of its own, with a limit of time and memory, so that a file made to do
 * harm stops nobody else's work. Two at a time; others wait.
 */
export async function readApart(order: ReaderOrder): Promise<ReadFile> {
  await turn();
  try {
    return await inThread(order);
  } finally {
    running -= 1;
    const [next, ...others] = waiting;
    waiting = others;
    next?.();
  }
}

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

async function inThread(order: ReaderOrder): Promise<ReadFile> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: fileLimits.heapMegabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const word = await new Promise<ReaderWord>((resolve, reject) => {
      const tooLong = (): void => reject(new UnreadableDocument('documentTakesTooLong'));
      timer = setTimeout(tooLong, fileLimits.seconds * 1_000);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooLong();
        else reject(error);
      });
      worker.once('exit', () => reject(new Error('The reading thread ended without a word')));
    });
    if (word.word === 'read') return word.file;
    if (word.word === 'unreadable') throw new UnreadableDocument(word.code, word.details);
    throw new Error(`Reading a document failed: ${word.fault}`);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
