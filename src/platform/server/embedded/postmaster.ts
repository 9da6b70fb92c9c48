import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Problem } from '../http/problem.ts';
import type { Installation } from './installation.ts';
import { readPostmasterFile } from './processes.ts';
import { giveTo } from './service-account.ts';

const execute = promisify(execFile);
const largestLogBytes = 10 * 1024 * 1024;

/**
 * Starts the server and waits until it answers; after a crash that includes recovery and may take
 * a while. Throws `embeddedDatabaseNotStarted` with the last lines of its log if it gives up.
 */
export async function startPostmaster(
  installation: Installation,
  settings: Record<string, string>,
): Promise<ChildProcess> {
  const { cluster, account, binaries } = installation;
  const log = openLog(installation);
  const alreadyLogged = statSync(installation.log).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', installation.nameFrom(cluster), ...options], {
    ...account,
    cwd: cluster,
    env: installation.environment,
    stdio: ['ignore', log, log],
    // In a group of its own: an interrupt from the keyboard must reach the application first.
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  const failures: string[] = [];
  child.once('error', (error) => failures.push(error.message));
  child.once('exit', (code, signal) => failures.push(`exit ${code ?? signal}`));
  while (failures.length === 0) {
    const written = readPostmasterFile(cluster);
    if (written?.pid === child.pid && written?.ready === true) return child;
    await pause(10);
  }
  const lastLines = [...failures, tail(installation.log, alreadyLogged)].join('\n');
  throw new Problem(503, 'embeddedDatabaseNotStarted', { lastLines });
}

/** Sessions are ended, what is committed is written, then the server ends. */
export async function stopPostmaster(
  child: ChildProcess,
  { binaries, cluster }: Installation,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (process.platform === 'win32') {
    await execute(binaries.pgCtl, ['stop', '-m', 'fast', '-D', cluster]);
  } else {
    child.kill('SIGINT');
  }
  await ended;
}

/** PostgreSQL writes straight to the file, so that nothing is lost if it outlives us. */
function openLog({ log, account }: Installation): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(log, `${log}.1`);
  const opened = openSync(log, 'a', 0o600);
  giveTo(account, log);
  return opened;
}

function tail(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-10).join('\n');
}
