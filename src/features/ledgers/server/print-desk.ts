import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Services } from '../../../platform/server/services.ts';
import { makePrint, type PrintOrder } from './make-print.ts';
import { PrintFolder, type PrintJob } from './print-folder.ts';
import { readSealed, SealedWriter } from './sealed-print.ts';
import type { PrintResult } from './set-ledgers.ts';
import { Typesetter } from './typesetter.ts';

class Cancelled extends Error {}

type Running = { job: PrintJob; order: PrintOrder; isCancelled: boolean; savedAt: number };

const KEPT_MS = 24 * 3_600_000;
const CLEAN_EVERY_MS = 3_600_000;
const SAVE_EVERY_MS = 500;
/** A print whose process has not been heard of for so long will not go on. */
const SILENT_MS = 120_000;
/** Prints of one officer that wait or run at once. */
const MOST_OPEN = 10;

/**
 * Where prints are ordered, made one after another, fetched and thrown away after a day. A print
 * belongs to the officer who ordered it; nobody else finds it.
 */
export class PrintDesk {
  readonly #services: Services;
  readonly #folder: PrintFolder;
  readonly #typesetter = new Typesetter();
  readonly #open = new Map<string, Running>();
  readonly #cleaning: NodeJS.Timeout;
  #queue: Promise<void> = Promise.resolve();

  constructor(services: Services) {
    this.#services = services;
    this.#folder = new PrintFolder(services.dataFolder);
    this.#cleaning = setInterval(() => void this.#clean(), CLEAN_EVERY_MS);
    this.#cleaning.unref();
  }

  /** Takes an order; it is begun by `begin`, once the order's own transaction is committed. */
  async order(job: PrintJob, order: PrintOrder): Promise<PrintJob> {
    const own = [...this.#open.values()].filter((each) => each.job.accountId === job.accountId);
    if (own.length >= MOST_OPEN) throw new Problem(429, 'tooManyPrints', { most: MOST_OPEN });
    await this.#clean();
    this.#open.set(job.id, { job, order, isCancelled: false, savedAt: 0 });
    await this.#folder.save(job);
    return job;
  }

  begin(id: string): void {
    const running = this.#open.get(id);
    if (running === undefined) return;
    this.#queue = this.#queue.then(async () => await this.#make(running));
    // One that cannot even be noted, as on a full disk, must not hold up those behind it.
    this.#queue = this.#queue.catch((error: unknown) => this.#services.reportFault(error, id));
  }

  /** Drops an order whose transaction failed. */
  async drop(id: string): Promise<void> {
    this.#open.delete(id);
    await this.#folder.remove(id);
  }

  async find(accountId: string, id: string): Promise<PrintJob | undefined> {
    const job = this.#open.get(id)?.job ?? (await this.#folder.find(id));
    return job === undefined || job.accountId !== accountId ? undefined : this.#heard(job);
  }

  async list(accountId: string): Promise<PrintJob[]> {
    const jobs = await this.#folder.list();
    return jobs
      .filter((job) => job.accountId === accountId)
      .map((job) => this.#heard(this.#open.get(job.id)?.job ?? job));
  }

  /** Stops a print; one that is done is thrown away. */
  async cancel(job: PrintJob): Promise<void> {
    const running = this.#open.get(job.id);
    if (running === undefined) await this.#folder.remove(job.id);
    else running.isCancelled = true;
  }

  /** The print's bytes in clear. */
  read(job: PrintJob): AsyncGenerator<Buffer> {
    return readSealed(this.#folder.fileOf(job.id), this.#services.sealer);
  }

  /** Resolves when everything begun by now is made. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  async close(): Promise<void> {
    clearInterval(this.#cleaning);
    for (const running of this.#open.values()) running.isCancelled = true;
    await this.#queue;
    await this.#typesetter.close();
  }

  async #make(running: Running): Promise<void> {
    const { id } = running.job;
    try {
      const { bytes, result } = await this.#write(running);
      await this.#save(running, {
        state: 'done',
        bytes,
        pages: result.pages,
        done: result.households,
        missing: result.missing.map(({ codePoint, count }) => ({ codePoint, count })),
      });
    } catch (error) {
      await this.#folder.removeFile(id).catch(() => undefined);
      await this.#fail(running, error);
    } finally {
      this.#open.delete(id);
    }
  }

  /** Bytes are on the disk before the transaction commits, and are given out only after it has. */
  async #write(running: Running): Promise<{ bytes: number; result: PrintResult }> {
    const { database, facts, sealer } = this.#services;
    const { order, job } = running;
    this.#refuseCancelled(running);
    await this.#save(running, { state: 'running' });
    const file = await SealedWriter.create(this.#folder.fileOf(job.id), sealer);
    try {
      const result = await database.transaction(async (tx) => {
        await enterScope(tx, order.region);
        const services = { tx, facts, sealer, typesetter: this.#typesetter };
        return await makePrint(services, order, {
          write: async (bytes) => await file.write(bytes),
          report: (households) => this.#report(running, households),
        });
      });
      await file.finish();
      return { bytes: file.bytes, result };
    } catch (error) {
      await file.abandon();
      throw error;
    }
  }

  #report(running: Running, households: number): void {
    this.#refuseCancelled(running);
    running.job = { ...running.job, done: Math.min(households, running.job.total) };
    if (Date.now() - running.savedAt < SAVE_EVERY_MS) return;
    void this.#save(running, {}).catch(() => undefined);
  }

  #refuseCancelled({ isCancelled }: Running): void {
    if (isCancelled) throw new Cancelled();
  }

  async #fail(running: Running, error: unknown): Promise<void> {
    if (error instanceof Cancelled) {
      await this.#save(running, { state: 'cancelled' });
      return;
    }
    const problem = error instanceof Problem ? error.code : 'printFailed';
    if (problem === 'printFailed') this.#services.reportFault(error, running.job.id);
    await this.#save(running, { state: 'failed', problem });
  }

  async #save(running: Running, changes: Partial<PrintJob>): Promise<void> {
    running.savedAt = Date.now();
    running.job = {
      ...running.job,
      ...changes,
      heardAt: this.#services.clock().toISOString(),
    };
    await this.#folder.save(running.job);
  }

  /** A print left behind by a process that ended is not going on, whatever its file says. */
  #heard(job: PrintJob): PrintJob {
    const isOpen = job.state === 'queued' || job.state === 'running';
    const isOurs = this.#open.has(job.id);
    const silent = this.#services.clock().getTime() - Date.parse(job.heardAt);
    if (!isOpen || isOurs || silent < SILENT_MS) return job;
    return { ...job, state: 'failed', problem: 'printInterrupted' };
  }

  async #clean(): Promise<void> {
    const now = this.#services.clock().getTime();
    for (const job of await this.#folder.list()) {
      const age = now - Date.parse(job.orderedAt);
      if (age > KEPT_MS && !this.#open.has(job.id)) await this.#folder.remove(job.id);
    }
  }
}
