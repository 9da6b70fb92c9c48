import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than the last checkpoint of a county's database takes on a slow disk. */
const fastShutdownMilliseconds = 60_000;

/**
 * Ends what an earlier run left behind when it was killed: a server is stopped in good order, and
 * processes that have lost their server are ended. The caller holds the lock of the data folder, so
 * whatever still runs here is nobody's. Returns how many processes there were.
 */
export async function stopOrphans(cluster: string, progress: () => void): Promise<number> {
  const found = processesOf(cluster);
  if (found.length > 0) progress();
  const postmaster = readPostmasterFile(cluster)?.pid;
  if (postmaster !== undefined && found.includes(postmaster)) {
    signal(postmaster, 'SIGINT');
    await waitUntilGone(cluster, fastShutdownMilliseconds);
  }
  for (const pid of processesOf(cluster)) signal(pid, 'SIGKILL');
  await waitUntilGone(cluster, fastShutdownMilliseconds);
  disownPostmasterFile(cluster);
  return found.length;
}

/**
 * Ends whoever still makes a cluster in this folder for a start that was killed: it would go on
 * writing while the folder is removed. Elsewhere than on Linux nobody can tell who that is.
 */
export async function endMakers(unfinished: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const until = performance.now() + fastShutdownMilliseconds;
  for (;;) {
    const found = workingIn(unfinished).filter((name) => linkOf(name, 'exe') !== '');
    if (found.length === 0 || performance.now() > until) return;
    for (const name of found) signal(Number(name), 'SIGKILL');
    await pause(20);
  }
}

/** What PostgreSQL writes down about itself while it runs (`postmaster.pid`). */
export function readPostmasterFile(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL takes any living process that has its predecessor's number for its predecessor, which
 * after a restart of a container is likely. It makes an exception for its own parent, so we
 * write our number there. The file itself must stay: with it PostgreSQL makes sure that
 * nothing uses the old shared memory any more.
 */
function disownPostmasterFile(cluster: string): void {
  if (readPostmasterFile(cluster) === undefined) return;
  const file = join(cluster, 'postmaster.pid');
  const text = readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid));
  // Over what is there: to empty the file first could leave it empty for good on a full disk, and
  // with an empty one PostgreSQL does not start.
  const opened = openSync(file, 'r+');
  try {
    ftruncateSync(opened, writeSync(opened, text, 0));
  } finally {
    closeSync(opened);
  }
}

async function waitUntilGone(cluster: string, patience: number): Promise<void> {
  const until = performance.now() + patience;
  while (processesOf(cluster).length > 0 && performance.now() < until) await pause(20);
}

function signal(pid: number, name: 'SIGINT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile.
  }
}

/** The processes of a server of this cluster: those that are PostgreSQL and work in its folder, zombies excepted. */
export function processesOf(cluster: string): number[] {
  if (process.platform === 'linux') {
    return workingIn(cluster)
      .filter((name) => basename(linkOf(name, 'exe')).startsWith('postgres'))
      .map(Number);
  }
  const pid = readPostmasterFile(cluster)?.pid;
  return pid !== undefined && commandLineOf(pid).includes(cluster) ? [pid] : [];
}

/** Numbers of the processes that work in a folder, as Linux knows them. */
function workingIn(folder: string): string[] {
  const real = realpathSync(folder);
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && linkOf(name, 'cwd') === real);
}

function linkOf(pid: string, name: 'cwd' | 'exe'): string {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return ''; // ended, or another user's
  }
}

function commandLineOf(pid: number): string {
  const ask = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  try {
    return process.platform === 'win32'
      ? execFileSync('powershell', ['-NoProfile', '-Command', ask], { encoding: 'utf8' })
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
