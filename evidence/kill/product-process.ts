import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processesOf, readPostmasterFile } from '../../src/platform/server/embedded/processes.ts';

/** What is killed, always with SIGKILL, which nobody can catch. */
export const victims = ['application', 'postmaster', 'backend', 'everything'] as const;
export type Victim = (typeof victims)[number];

export type Product = 'small' | 'whole';

export type ProductProcess = {
  readonly url: string;
  readonly dataFolder: string;
  /** True while the application's process lives. */
  isAlive(): boolean;
  /** Waits until the application answers that its database is up. */
  ready(): Promise<void>;
  kill(victim: Victim): Promise<void>;
  /** Ends it in good order. */
  stop(): Promise<void>;
};

const PATIENCE_MS = 300_000;
const NOTICED_MS = 300;

const scripts: Record<Product, string> = {
  small: join(import.meta.dirname, 'small-product.ts'),
  whole: join(import.meta.dirname, '../../src/entry/server.ts'),
};

/** Starts a product on a data folder, in a process of its own; what it says is added to a file, beside the folder unless told otherwise. */
export async function startProductProcess(
  product: Product,
  dataFolder: string,
  more: { args?: readonly string[]; port?: number; log?: string; databaseUrl?: string } = {},
): Promise<ProductProcess> {
  const port = more.port ?? (await freePort());
  const log = openSync(more.log ?? `${dataFolder}.log`, 'a');
  const child = spawn(
    process.execPath,
    [scripts[product], '--port', String(port), '--data', dataFolder, ...(more.args ?? [])],
    { stdio: ['ignore', log, log], env: { ...process.env, DATABASE_URL: more.databaseUrl ?? '' } },
  );
  closeSync(log);
  // Should a run end without having stopped it, nothing stays behind.
  const cleanUp = (): void => {
    child.kill('SIGKILL');
    killPostgres(dataFolder, 'everything');
  };
  process.once('exit', cleanUp);
  child.once('exit', () => process.off('exit', cleanUp));
  const url = `http://127.0.0.1:${port}`;
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    url,
    dataFolder,
    isAlive,
    ready: async () => await waitForHealth(url, isAlive),
    kill: async (victim) => await kill(child, dataFolder, victim),
    stop: async () => await stop(child, dataFolder),
  };
}

async function waitForHealth(url: string, isAlive: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (!isAlive()) throw new Error('The product ended instead of getting ready; see its log');
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(20);
  }
  throw new Error('The product did not get ready');
}

async function kill(child: ChildProcess, dataFolder: string, victim: Victim): Promise<void> {
  if (victim === 'application' || victim === 'everything') child.kill('SIGKILL');
  const killed = victim === 'application' ? [] : killPostgres(dataFolder, victim);
  if (victim === 'application' || victim === 'everything') {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return;
  }
  // The application goes on; without this it could be asked before anybody has noticed.
  const cluster = join(dataFolder, 'postgres/cluster');
  while (clusterProcesses(cluster).some((pid) => killed.includes(pid))) await pause(5);
  await pause(NOTICED_MS);
}

/** Ends the first process it is told of, or one of its sessions, or all. */
function killPostgres(dataFolder: string, victim: Victim): number[] {
  const cluster = join(dataFolder, 'postgres/cluster');
  const postmaster = readPostmasterFile(cluster)?.pid;
  const all = clusterProcesses(cluster);
  const others = all.filter((pid) => pid !== postmaster);
  const chosen = {
    application: [],
    postmaster: all.filter((pid) => pid === postmaster),
    // The youngest process serves a session; the eldest are the server's own.
    backend: others.slice(-1),
    everything: all,
  }[victim];
  for (const pid of chosen) end(pid);
  return chosen;
}

function clusterProcesses(cluster: string): number[] {
  try {
    return processesOf(cluster);
  } catch {
    return []; // there is no cluster yet
  }
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

/** A product that was killed leaves its server running, as a crash does; here nothing stays behind. */
async function stop(child: ChildProcess, dataFolder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const ended = once(child, 'exit').then(() => true);
    const isOver = await Promise.race([ended, pause(20_000, false)]);
    if (!isOver) child.kill('SIGKILL');
  }
  const cluster = join(dataFolder, 'postgres/cluster');
  for (const pid of clusterProcesses(cluster)) end(pid);
  while (clusterProcesses(cluster).length > 0) await pause(20);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
