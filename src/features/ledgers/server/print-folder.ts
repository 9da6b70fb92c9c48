import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../../platform/server/identifiers.ts';
import type { LedgerKind } from '../model/ledger.ts';
import type { PrintFormat } from './make-print.ts';

export const printStates = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
export type PrintState = (typeof printStates)[number];

/** What is kept of a print beside its file. No name of a person stands in it. */
export type PrintJob = {
  readonly id: string;
  readonly accountId: string;
  readonly kind: LedgerKind;
  readonly region: string;
  readonly regionName: string;
  readonly household: { readonly county: string; readonly id: string } | null;
  readonly format: PrintFormat;
  readonly clear: boolean;
  /** Printed on every page, and in the audit event. */
  readonly number: string;
  readonly fileName: string;
  readonly orderedAt: string;
  readonly total: number;
  readonly state: PrintState;
  readonly done: number;
  readonly pages: number | null;
  readonly bytes: number | null;
  readonly missing: readonly { readonly codePoint: string; readonly count: number }[];
  /** Code of the problem that ended it. */
  readonly problem: string | null;
  /** When the process that works on it last said so. */
  readonly heardAt: string;
};

const ID = /^[0-9a-f-]{36}$/;

/** The prints in the data folder: for each a file that says what it is, and the sealed print. */
export class PrintFolder {
  readonly #folder: string;
  #lastSaved: Promise<void> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'prints');
  }

  fileOf(id: string): string {
    return this.#pathOf(id, 'sealed');
  }

  /** One after the other, so that what was said last is what stays. */
  async save(job: PrintJob): Promise<void> {
    const saved = this.#lastSaved.then(async () => await this.#write(job));
    this.#lastSaved = saved.catch(() => undefined);
    await saved;
  }

  async #write(job: PrintJob): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = this.#pathOf(job.id, 'json');
    // Written aside and renamed: a reader finds the old or the new, never half of it.
    const aside = `${path}.${newId()}.new`;
    await writeFile(aside, JSON.stringify(job), { mode: 0o600 });
    await rename(aside, path);
  }

  async find(id: string): Promise<PrintJob | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.#pathOf(id, 'json'), 'utf8')) as PrintJob;
    } catch {
      return undefined;
    }
  }

  /** Every print there is, the newest first. Ids sort in the order in which they were made. */
  async list(): Promise<PrintJob[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const ids = names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .toSorted()
      .toReversed();
    const jobs = await Promise.all(ids.map(async (id) => await this.find(id)));
    return jobs.filter((job) => job !== undefined);
  }

  async removeFile(id: string): Promise<void> {
    await rm(this.#pathOf(id, 'sealed'), { force: true });
  }

  async remove(id: string): Promise<void> {
    await this.removeFile(id);
    await rm(this.#pathOf(id, 'json'), { force: true });
  }

  #pathOf(id: string, suffix: string): string {
    if (!ID.test(id)) throw new Error('A print is named by its id');
    return join(this.#folder, `${id}.${suffix}`);
  }
}
