import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Clock } from '../platform/server/clock.ts';
import { systemClock } from '../platform/server/clock.ts';
import { type Console, consoleOn, terminalLanguage } from '../platform/server/console.ts';
import { loadKeys } from '../platform/server/crypto/key-file.ts';
import type { KeyRing } from '../platform/server/crypto/key-ring.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

export type Opened = OpenDatabase & {
  clock: Clock;
  keys: KeyRing;
  dataFolder: string;
  /** Says what takes time. */
  talk: Console;
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
  // Not where the answer goes, which a program may read.
  const talk = consoleOn(process.stderr, terminalLanguage(process.env));
  const opened = await talk.during(
    'start:database',
    async (_progress, turnTo) =>
      await openDatabase({ dataFolder, environment: process.env, turnTo, join: true }),
  );
  try {
    let keys: KeyRing | undefined;
    return await work({
      ...opened,
      clock: systemClock,
      dataFolder,
      talk,
      // Made in a new data folder, so not before a command needs them.
      get keys() {
        keys ??= loadKeys(dataFolder, process.env);
        return keys;
      },
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
