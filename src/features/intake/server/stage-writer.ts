import { copyLines } from './quarantine/copy-in-store.ts';
import type { Connection } from './stage-store.ts';

// Large enough that the cost of a COPY does not count, small enough that memory stays flat.
const FLUSHED_AT_BYTES = 2_000_000;

type Pending = { columns: readonly string[]; lines: Uint8Array[]; bytes: number };

/**
 * Gathers lines for several tables and sends them in portions. While PostgreSQL takes in a portion,
 * the next rows are read; never more than one portion waits.
 */
export class StageWriter {
  readonly #connection: Connection;
  readonly #pending = new Map<string, Pending>();
  #inFlight: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  open(table: string, columns: readonly string[]): void {
    this.#pending.set(table, { columns, lines: [], bytes: 0 });
  }

  /** Whole lines, each with its line feed. */
  add(table: string, lines: Uint8Array): void {
    const pending = this.#pending.get(table);
    if (pending === undefined) throw new Error(`No COPY was opened for ${table}`);
    pending.lines.push(lines);
    pending.bytes += lines.length;
  }

  /** Call between batches of rows: sends what has grown large, and waits if a portion is still on its way. */
  async relieve(): Promise<void> {
    for (const [table, pending] of this.#pending) {
      if (pending.bytes >= FLUSHED_AT_BYTES) await this.#send(table, pending);
    }
  }

  /** Sends the rest; everything added stands in its table when this returns. */
  async finish(): Promise<void> {
    for (const [table, pending] of this.#pending) {
      if (pending.bytes > 0) await this.#send(table, pending);
    }
    await this.#inFlight;
    this.#pending.clear();
  }

  async #send(table: string, pending: Pending): Promise<void> {
    const lines = Buffer.concat(pending.lines, pending.bytes);
    pending.lines = [];
    pending.bytes = 0;
    await this.#inFlight;
    this.#inFlight = copyLines(this.#connection, { table, columns: pending.columns }, lines);
    // Whoever waits for it next hears of a failure; until then it must not count as unhandled.
    this.#inFlight.catch(() => undefined);
  }
}
