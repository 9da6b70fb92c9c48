import { Worker } from 'node:worker_threads';
import type { Sheet } from './sheet.ts';

export type TypesetRequest = { number: number; template: Sheet['template']; json: string };
export type TypesetAnswer =
  | { number: number; pdf: Uint8Array<ArrayBuffer> }
  | { number: number; fault: string };

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void };

const REST_AFTER_MS = 60_000;

/**
 * Turns sheets into PDF in a thread of its own, so that the process goes on answering meanwhile. The
 * thread begins with the first sheet and ends after a minute without one, which gives its memory back.
 */
export class Typesetter {
  #worker: Worker | undefined;
  #number = 0;
  #rest: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<number, Waiting>();

  /** One sheet as a PDF file; the same sheet always gives the same bytes. */
  async typeset(sheet: Pick<Sheet, 'template' | 'json'>): Promise<Buffer> {
    clearTimeout(this.#rest);
    const worker = (this.#worker ??= this.#begin());
    this.#number += 1;
    const request: TypesetRequest = {
      number: this.#number,
      template: sheet.template,
      json: sheet.json,
    };
    const { promise, ...waiting } = Promise.withResolvers<Buffer>();
    this.#waiting.set(request.number, waiting);
    worker.ref();
    worker.postMessage(request);
    return await promise;
  }

  async close(): Promise<void> {
    clearTimeout(this.#rest);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#failAll(new Error('The typesetter was closed'));
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./typeset-worker.ts', import.meta.url));
    worker.on('message', (answer: TypesetAnswer) => this.#take(answer));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('The typesetter ended')));
    return worker;
  }

  #take(answer: TypesetAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (this.#waiting.size === 0) this.#restLater();
    if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf.buffer));
    else waiting?.reject(new Error(answer.fault));
  }

  /** An idle thread keeps no process alive, and is let go after a while. */
  #restLater(): void {
    this.#worker?.unref();
    this.#rest = setTimeout(() => void this.close(), REST_AFTER_MS);
    this.#rest.unref();
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#failAll(error);
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
