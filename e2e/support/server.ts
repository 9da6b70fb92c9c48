import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const node = join(root, 'node_modules/.bin/node');
const READY_WITHIN_MS = 240_000;
const STOPPED_WITHIN_MS = 20_000;

/**
 * Starts the product as a person would, with the demonstration in a fresh data folder, and gives
 * the journeys its address. `MINGBAI_URL` names a server that already runs instead.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright calls the file's default export.
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['MINGBAI_URL'] !== undefined) return async () => undefined;
  buildScreens();
  const data = mkdtempSync(join(tmpdir(), 'mingbai-journeys-'));
  const port = await freePort();
  const said: string[] = [];
  const server = spawn(
    node,
    [join(root, 'src/entry/server.ts'), '--port', String(port), '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text: Buffer) => said.push(text.toString()));
  }
  const address = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await stopped(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await answering(server, `${address}/health`);
  } catch (thrown) {
    await stop();
    throw new Error(`The product did not start:\n${said.join('')}`, { cause: thrown });
  }
  process.env['MINGBAI_URL'] = address;
  return stop;
}

function buildScreens(): void {
  const build = "import('./bin/web.mjs').then((web) => web.ensureWebBuilt())";
  const built = spawnSync(node, ['--eval', build], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The screens could not be built');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answering(server: ChildProcess, url: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`It ended with ${server.exitCode}`);
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await wait(250);
  }
  throw new Error(`No answer within ${READY_WITHIN_MS / 1000} s`);
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const isLate = await Promise.race([ended.then(() => false), wait(STOPPED_WITHIN_MS, true)]);
  if (isLate) server.kill('SIGKILL');
  await ended;
}
