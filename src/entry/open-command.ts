import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Clock } from '../platform/server/clock.ts';
import { systemClock } from '../platform/server/clock.ts';
import { loadKeys } from '../platform/server/crypto/key-file.ts';
import type { KeyRing } from '../platform/server/crypto/key-ring.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

export type Opened = OpenDatabase & {
  clock: Clock;
  keys: KeyRing;
  dataFolder: string;
};

/**
 * Does a command's work on the data folder that the command line names: through the running server's
 * database if one serves it, else by opening the folder itself, which is closed again afterwards.
 */
export async function withData<Value>(
  command: Command,
  work: (opened: Opened) => Promise<Value>,
): Promise<Value> {
  const { data } = command.optsWithGlobals<{ data: string }>();
  const dataFolder = resolve(data);
  mkdirSync(dataFolder, { recursive: true });
  const opened = await openDatabase({ dataFolder, environment: process.env, join: true });
  try {
    const keys = loadKeys(dataFolder, process.env);
    return await work({
      ...opened,
      clock: systemClock,
      keys,
      dataFolder,
    });
  } finally {
    await opened.close();
  }
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
