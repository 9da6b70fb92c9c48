import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ConnectionTarget } from '../database/connect.ts';
import { Problem } from '../http/problem.ts';

/** How to reach the embedded database; `host` is a folder (Unix socket) or a loopback address. */
export type EmbeddedTarget = Exclude<ConnectionTarget, { url: string }>;

/** `target` is absent as long as the instance is still starting. */
export type Instance = { pid: number; target?: EmbeddedTarget };

export type InstanceLock = {
  publish: (target: EmbeddedTarget) => void;
  release: () => void;
};

const lockName = 'instance.lock';

/** Long enough for `findRunningInstance` of another process to look and let go. */
const patienceMilliseconds = 500;

/**
 * Takes the data folder for this process. The lock is SQLite's, that is the operating system's: it
 * goes with its process however that ends, so that no stale lock and no reused process number can
 * ever mislead us. Throws `dataFolderInUse`, `dataFolderNotWritable`.
 */
export function lockDataFolder(dataFolder: string): InstanceLock {
  const lock = openLock(dataFolder, patienceMilliseconds);
  if (lock === undefined) {
    throw new Problem(503, 'dataFolderInUse', { dataFolder, pid: readInstance(dataFolder).pid });
  }
  writeInstance(dataFolder, { pid: process.pid });
  return {
    publish: (target) => writeInstance(dataFolder, { pid: process.pid, target }),
    release: () => {
      rmSync(instanceFile(dataFolder), { force: true });
      lock.close();
    },
  };
}

/** The instance that serves this data folder now, on this machine; undefined if there is none. */
export function findRunningInstance(dataFolder: string): Instance | undefined {
  if (!existsSync(join(dataFolder, lockName))) return undefined;
  const lock = openLock(dataFolder, 0);
  if (lock === undefined) return readInstance(dataFolder);
  lock.close();
  return undefined;
}

function openLock(dataFolder: string, timeout: number): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dataFolder, lockName), { timeout });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const busy = 5; // SQLITE_BUSY
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined;
    throw new Problem(503, 'dataFolderNotWritable', { dataFolder, reason: String(error) });
  }
}

function instanceFile(dataFolder: string): string {
  return join(dataFolder, 'instance.json');
}

function writeInstance(dataFolder: string, instance: Instance): void {
  writeFileSync(instanceFile(dataFolder), JSON.stringify(instance), { mode: 0o600 });
}

function readInstance(dataFolder: string): Instance {
  try {
    return JSON.parse(readFileSync(instanceFile(dataFolder), 'utf8'));
  } catch {
    return { pid: 0 }; // locked an instant ago, not yet written
  }
}
