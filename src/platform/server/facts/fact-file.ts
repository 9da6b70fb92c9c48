import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBValue,
  listValue,
} from '@duckdb/node-api';
import { plainRows } from './plain-rows.ts';

export type FactSettings = {
  /** How much DuckDB may use before it spills to disk, in bytes. */
  memoryBytes: number;
  threads: number;
};

export type Parameter = string | number | boolean | null | readonly string[] | readonly number[];
export type Parameters = Readonly<Record<string, Parameter>>;

/** One connection, which is one transaction at a time. */
export type FactConnection = {
  run(sql: string): Promise<void>;
  rows<Row>(sql: string, parameters?: Parameters): Promise<Row[]>;
};

/** The file with the facts, open for this process alone. */
export type FactFile = {
  /** The only folder that DuckDB may read from, for rows on their way in. */
  readonly spoolFolder: string;
  with<Value>(work: (connection: FactConnection) => Promise<Value>): Promise<Value>;
  close(): void;
};

/**
 * Opens the file, making it if it is not there. Nothing that a query says can reach beyond it: no
 * other file, no extension, no changed setting.
 */
export async function openFactFile(folder: string, settings: FactSettings): Promise<FactFile> {
  const spoolFolder = join(folder, 'facts-spool');
  rmSync(spoolFolder, { recursive: true, force: true });
  mkdirSync(spoolFolder, { recursive: true, mode: 0o700 });
  const instance = await DuckDBInstance.create(fileIn(folder), {
    memory_limit: `${Math.floor(settings.memoryBytes / 1_048_576)}MiB`,
    threads: String(settings.threads),
    temp_directory: spoolFolder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    await connection.run(`SET allowed_directories = ['${spoolFolder.replaceAll("'", "''")}/']`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    connection.closeSync();
  } catch (error) {
    instance.closeSync();
    throw error;
  }
  return {
    spoolFolder,
    with: async (work) => {
      const connection = await instance.connect();
      try {
        return await work(connectionOn(connection));
      } finally {
        connection.closeSync();
      }
    },
    close: () => instance.closeSync(),
  };
}

/** Takes the file and what belongs to it away; the next opening makes an empty one. */
export function removeFactFile(folder: string): void {
  for (const suffix of ['', '.wal', '.tmp'])
    rmSync(`${fileIn(folder)}${suffix}`, { recursive: true, force: true });
}

function fileIn(folder: string): string {
  return join(folder, 'facts.duckdb');
}

function connectionOn(connection: DuckDBConnection): FactConnection {
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async <Row>(sql: string, parameters?: Parameters) => {
      const values = parameters === undefined ? undefined : valuesOf(parameters);
      return plainRows<Row>(await connection.runAndReadAll(sql, values));
    },
  };
}

function valuesOf(parameters: Parameters): Record<string, DuckDBValue> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      isList(value) ? listValue([...value]) : value,
    ]),
  );
}

function isList(value: Parameter): value is readonly string[] | readonly number[] {
  return Array.isArray(value);
}
