import { rmSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { NATION } from '../../../kernel/region-code.ts';
import type { Transaction } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { enterScope } from '../database/scope-store.ts';
import { newId } from '../identifiers.ts';
import type { FactConnection, FactFile } from './fact-file.ts';
import {
  extractStatement,
  type FactTable,
  loadStatement,
  type Restriction,
  removeStatement,
} from './fact-table.ts';

/** The facts are made for the whole nation; a reader's scope is applied when they are asked. */
export async function readingAll<Value>(
  database: Database,
  work: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return await database.transaction(async (tx) => {
    await enterScope(tx, NATION);
    return await work(tx);
  });
}

/**
 * Brings rows from PostgreSQL through a CSV file into DuckDB: a county, or some households of it.
 * Neither side ever holds more than a few blocks of it in memory.
 */
export async function loadRows(
  from: { database: Database; file: FactFile; connection: FactConnection },
  table: FactTable,
  restriction: Restriction,
): Promise<void> {
  const path = join(from.file.spoolFolder, `${newId()}.csv`);
  try {
    await readingAll(from.database, async (tx) => {
      const file = await open(path, 'wx', 0o600);
      try {
        await spool(await copyOut(tx, extractStatement(table, restriction)), file);
      } finally {
        await file.close();
      }
    });
    await from.connection.run(loadStatement(table, path));
  } finally {
    rmSync(path, { force: true });
  }
}

/** Replaces the rows of a county, or of some of its households, in every table. */
export async function reloadRows(
  from: { database: Database; file: FactFile; connection: FactConnection },
  tables: readonly FactTable[],
  restriction: Restriction,
): Promise<void> {
  for (const table of tables) {
    await from.connection.run(removeStatement(table, restriction));
    await loadRows(from, table, restriction);
  }
}

/**
 * Starts a COPY to here. An error that PostgreSQL sends together with the first answer would be
 * emitted before anyone who waits for the stream could listen, and end the process; so a listener
 * is put on the stream at the moment when the driver makes it. Reading it then throws the error.
 */
async function copyOut(tx: Transaction, statement: string): Promise<Readable> {
  const query = tx.unsafe(statement) as unknown as {
    resolve: (answer: unknown) => void;
    readable: () => Promise<Readable>;
  };
  const { resolve } = query;
  query.resolve = (answer) => {
    if (answer instanceof Readable) answer.on('error', () => undefined);
    resolve(answer);
  };
  return await query.readable();
}

/**
 * Writes what COPY sends to a file. The stream is always read to its end, even if the disk is
 * full, because the driver's connection stands still behind a stream that nobody reads; and it is
 * asked once more after its end, because the driver may have paused the connection on the last row.
 */
async function spool(rows: Readable, file: FileHandle): Promise<void> {
  let failure: unknown;
  try {
    for await (const chunk of rows) {
      if (failure !== undefined) continue;
      await file.writeFile(chunk as Buffer).catch((error: unknown) => {
        failure = error;
      });
    }
  } finally {
    rows._read(0);
  }
  if (failure !== undefined) throw failure;
}
