import { availableParallelism, totalmem } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { buildFacts, type Progress } from './build-facts.ts';
import { currentCursor, isInThePast, pruneChanges } from './change-store.ts';
import {
  type FactConnection,
  type FactFile,
  type FactSettings,
  openFactFile,
  removeFactFile,
} from './fact-file.ts';
import { type FactState, readState } from './fact-state.ts';
import { type FactTable, schemaOf } from './fact-table.ts';
import { followChanges } from './follow-changes.ts';
import { readingAll } from './load-store.ts';

export type FactsLag = {
  readonly state: 'building' | 'ready';
  /** Age of the newest state of the register that the facts are known to show; null before the first. */
  readonly lagMs: number | null;
  readonly progress: Progress | null;
};

export type FactsOptions = {
  database: Database;
  /** Where the file is kept; it can be deleted whenever the process is down. */
  folder: string;
  tables: readonly FactTable[];
  reportFault: (thrown: unknown) => void;
  settings?: Partial<FactSettings> | undefined;
};

const POLL_MS = 300;
const LONGEST_PAUSE_MS = 10_000;

/** The change log keeps a week; a file that stood still longer may have missed what was pruned. */
const OLDEST_CURSOR_MS = 6 * 86_400_000;

/** After so many replaced households the rows are out of order and the file is built anew. */
const UNTIDY_AFTER = 200_000;

const PRUNE_EVERY_MS = 3_600_000;

const LEAST_MEMORY_BYTES = 256 * 1_048_576;
const MOST_MEMORY_BYTES = 2048 * 1_048_576;

/**
 * Keeps the facts' file: opens it, finds out whether it can be gone on with, builds it if not, and
 * follows the register. All writing happens here and one after another.
 */
export class FactKeeper {
  readonly #options: FactsOptions;
  readonly #schema: string;
  #file: FactFile | undefined;
  #state: FactState | undefined;
  #damaged = false;
  #progress: Progress | null = null;
  #readUpTo: number | undefined;
  #prunedAt = 0;
  #writing: Promise<void> = Promise.resolve();
  #following: { stop: AbortController; over: Promise<void> } | undefined;

  constructor(options: FactsOptions) {
    this.#options = options;
    this.#schema = schemaOf(options.tables);
  }

  /** Gives a reader a connection of its own, once there is something to read. */
  async reading<Value>(work: (connection: FactConnection) => Promise<Value>): Promise<Value> {
    if (this.#file === undefined || this.#state === undefined || this.#damaged) {
      throw new Problem(503, 'factsNotReady', { progress: this.#percent() });
    }
    try {
      return await this.#file.with(work);
    } catch (error) {
      throw this.#understood(error);
    }
  }

  lag(): FactsLag {
    return {
      state: this.#state === undefined ? 'building' : 'ready',
      lagMs: this.#readUpTo === undefined ? null : Date.now() - this.#readUpTo,
      progress: this.#progress,
    };
  }

  async catchUp(): Promise<void> {
    await this.#inTurn(async () => await this.#step());
  }

  async rebuild(): Promise<void> {
    await this.#inTurn(async () => {
      await this.#opened();
      await this.#build();
    });
  }

  start(): void {
    if (this.#following !== undefined) return;
    const stop = new AbortController();
    this.#following = { stop, over: this.#follow(stop.signal) };
  }

  async stop(): Promise<void> {
    this.#following?.stop.abort();
    await this.#following?.over;
    this.#following = undefined;
    await this.#inTurn(() => {
      this.#close();
      return Promise.resolve();
    });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.catchUp();
        failures = 0;
      } catch (error) {
        // Said once; a database that is away for an hour must not fill the log.
        if (failures === 0) this.#options.reportFault(error);
        failures += 1;
      }
      const pause = Math.min(POLL_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS);
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One writer at a time; a work that fails does not keep the next from its turn. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#writing.then(work);
    this.#writing = turn.catch(() => undefined);
    await turn;
  }

  async #step(): Promise<void> {
    const file = await this.#opened();
    const began = Date.now();
    const state = this.#state ?? (await this.#stateToGoOnWith(file));
    if (state === undefined || state.reread > UNTIDY_AFTER) {
      await this.#build();
      return;
    }
    const source = { ...this.#options, file };
    this.#state = await this.#noticingDamage(async () => await followChanges(source, state));
    this.#readUpTo = began;
    await this.#prune();
  }

  async #prune(): Promise<void> {
    if (Date.now() - this.#prunedAt < PRUNE_EVERY_MS) return;
    await this.#options.database.transaction(pruneChanges);
    this.#prunedAt = Date.now();
  }

  async #build(): Promise<void> {
    const file = await this.#opened();
    const began = Date.now();
    const report = (progress: Progress): void => {
      this.#progress = progress;
    };
    try {
      this.#state = await this.#noticingDamage(
        async () => await buildFacts({ ...this.#options, file }, report),
      );
      this.#readUpTo = began;
    } finally {
      this.#progress = null;
    }
  }

  /** The file's own account of itself, if the register can be followed on from there. */
  async #stateToGoOnWith(file: FactFile): Promise<FactState | undefined> {
    const state = await file.with(readState);
    if (state === undefined || state.schema !== this.#schema) return undefined;
    return await readingAll(this.#options.database, async (tx) => {
      const now = await currentCursor(tx);
      const age = Date.parse(now.readAt) - Date.parse(state.cursor.readAt);
      const same = now.source === state.cursor.source && age < OLDEST_CURSOR_MS;
      return same && (await isInThePast(tx, state.cursor)) ? state : undefined;
    });
  }

  async #opened(): Promise<FactFile> {
    if (this.#damaged) {
      this.#close();
      removeFactFile(this.#options.folder);
      this.#damaged = false;
    }
    this.#file ??= await this.#openOrReplace();
    return this.#file;
  }

  async #openOrReplace(): Promise<FactFile> {
    const { folder } = this.#options;
    const settings = { ...defaultSettings(), ...this.#options.settings };
    try {
      const file = await openFactFile(folder, settings);
      const state = await file.with(readState);
      if (state === undefined || state.schema === this.#schema) return file;
      file.close();
    } catch (error) {
      // Another process has it open: that one must not lose it.
      if (/lock|in use|permission/i.test(String(error))) throw error;
    }
    removeFactFile(folder);
    return await openFactFile(folder, settings);
  }

  #close(): void {
    this.#file?.close();
    this.#file = undefined;
    this.#state = undefined;
  }

  async #noticingDamage<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw this.#understood(error);
    }
  }

  /**
   * Takes note if the file is damaged, so that it is replaced at the next step. Leaves out of
   * DuckDB's messages what could be a value of a row: a failed conversion quotes it.
   */
  #understood(error: unknown): unknown {
    if (!(error instanceof Error) || error instanceof Problem) return error;
    if (error.name === 'PostgresError') return error;
    if (/corrupt|checksum|invalidated|Serialization Error/i.test(error.message))
      this.#damaged = true;
    const said = /^(\w+(?: \w+)* Error)\b/.exec(error.message)?.[1];
    const tellsValues =
      said !== undefined && !/^(Parser|Binder|Catalog|Permission|IO) Error$/.test(said);
    return tellsValues ? new Error(`The facts answered: ${said}`) : error;
  }

  #percent(): number {
    const { done, of } = this.#progress ?? { done: 0, of: 1 };
    return Math.floor((100 * done) / Math.max(of, 1));
  }
}

function defaultSettings(): { memoryBytes: number; threads: number } {
  const quarter = Math.floor(totalmem() / 4);
  return {
    memoryBytes: Math.min(Math.max(quarter, LEAST_MEMORY_BYTES), MOST_MEMORY_BYTES),
    threads: availableParallelism(),
  };
}
