import { parentPort, workerData } from 'node:worker_threads';
import type { PackOutline } from '../model/match.ts';
import { type ReadFile, readDocuments } from './read-documents.ts';
import {
  type UnreadableCode,
  type UnreadableDetails,
  UnreadableDocument,
} from './unreadable-document.ts';

/** What the reading thread is given. */
export type ReaderOrder = { readonly bytes: Uint8Array; readonly packs: readonly PackOutline[] };

/** What the reading thread answers. Of a fault only where it arose: a message may quote the text. */
export type ReaderWord =
  | { readonly word: 'read'; readonly file: ReadFile }
  | {
      readonly word: 'unreadable';
      readonly code: UnreadableCode;
      readonly details: UnreadableDetails;
    }
  | { readonly word: 'failed'; readonly fault: string };

async function read({ bytes, packs }: ReaderOrder): Promise<ReaderWord> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { word: 'read', file: await readDocuments(file, packs) };
  } catch (error) {
    if (error instanceof UnreadableDocument)
      return { word: 'unreadable', code: error.code, details: error.details };
    const { name = 'Error', stack = '' } = error as Partial<Error>;
    const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return { word: 'failed', fault: [name, ...places].join('\n') };
  }
}

if (parentPort !== null) parentPort.postMessage(await read(workerData as ReaderOrder));
