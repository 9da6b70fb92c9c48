import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { connect, type Sql } from '../database/connect.ts';
import { findRunningInstance } from './instance-lock.ts';
import { readPostmasterFile } from './processes.ts';
import { serviceAccountFor } from './service-account.ts';
import { type EmbeddedDatabase, type EmbeddedEvent, startEmbedded } from './start-embedded.ts';

/** One cluster, made once; each test starts it afresh. */
let dataFolder: string;
const opened: Sql[] = [];

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'mingbai-embedded-'));
  const database = await startEmbedded({ dataFolder });
  const sql = open(database);
  await sql`create table village (name text primary key)`;
  await sql`insert into village values ('柳溪村')`;
  await closeAll();
  await database.stop();
});

afterEach(closeAll);
afterAll(() => rmSync(dataFolder, { recursive: true }));

function open({ target }: Pick<EmbeddedDatabase, 'target'>): Sql {
  const sql = connect(target, { max: 1 });
  opened.push(sql);
  return sql;
}

async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((sql) => sql.end({ timeout: 1 })));
}

async function start(options: { dataFolder?: string; log?: (event: EmbeddedEvent) => void } = {}) {
  const database = await startEmbedded({ dataFolder, ...options });
  onTestFinished(async () => {
    await closeAll();
    await database.stop();
  });
  return database;
}

/** Another process that starts the database on the same folder and says when it serves. */
async function startElsewhere(folder: string): Promise<ChildProcess> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'start-embedded.ts'))};
    await startEmbedded({ dataFolder: ${JSON.stringify(folder)} });
    console.log('serves');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function serves(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('The child has no output');
  await once(child.stdout, 'data');
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function postmasterOf(folder = dataFolder): number {
  const written = readPostmasterFile(join(folder, 'postgres/cluster'));
  if (written === undefined) throw new Error('No server runs');
  return written.pid;
}

/** A process that ended but has not been fetched by its parent yet (a zombie) is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

async function villagesOf(database: Pick<EmbeddedDatabase, 'target'>): Promise<string[]> {
  const rows = await open(database)<{ name: string }[]>`select name from village order by name`;
  return rows.map((row) => row.name);
}

it.runIf(process.platform === 'linux')(
  'ends whoever still makes a cluster for a start that was killed, and clears it away',
  async () => {
    const draft = join(dataFolder, 'postgres/cluster.new-killed');
    mkdirSync(draft);
    const script = 'setInterval(() => fs.writeFileSync(`${performance.now()}`, String()), 1)';
    const maker = spawn(process.execPath, ['--eval', script], { cwd: draft, stdio: 'ignore' });
    onTestFinished(() => void maker.kill('SIGKILL'));
    const ended = once(maker, 'exit');
    await vi.waitUntil(() => readdirSync(draft).length > 0);
    await start();
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(readdirSync(join(dataFolder, 'postgres'))).not.toContain('cluster.new-killed');
  },
);

it('starts and answers, in UTF-8, by code point, with checksums', async () => {
  const sql = open(await start());
  const [row] = await sql`
    select pg_encoding_to_char(encoding) as encoding, datlocale, datctype,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
      current_setting('timezone') as timezone, version() like 'PostgreSQL 18%' as expected
    from pg_database where datname = current_database()`;
  expect(row).toMatchObject({
    encoding: 'UTF8',
    datlocale: 'C.UTF-8',
    datctype: 'C.UTF-8',
    checksums: 'on',
    fsync: 'on',
    timezone: 'UTC',
    expected: true,
  });
});

it('knows Chinese characters as letters, so that names can be searched by trigram', async () => {
  const sql = open(await start());
  await sql`create extension if not exists pg_trgm`;
  expect(await sql`select similarity('张小草', '张小草') as same`).toEqual([{ same: 1 }]);
});

it('refuses a second instance, and tells where the first one is', async () => {
  const first = await start();
  await expect(startEmbedded({ dataFolder })).rejects.toMatchObject({
    code: 'dataFolderInUse',
    details: { dataFolder, pid: process.pid },
  });
  expect(findRunningInstance(dataFolder)).toEqual({ pid: process.pid, target: first.target });
  expect(await villagesOf(first)).toEqual(['柳溪村']);
});

it('leaves no process and no claim on the folder when it stops', async () => {
  const database = await startEmbedded({ dataFolder });
  const postmaster = postmasterOf();
  await database.stop();
  expect(isAlive(postmaster)).toBe(false);
  expect(findRunningInstance(dataFolder)).toBeUndefined();
});

it('takes over from an instance that was killed, with all that was committed', async () => {
  const killed = await startElsewhere(dataFolder);
  await serves(killed);
  const instance = findRunningInstance(dataFolder);
  const target = instance?.target;
  if (target === undefined) throw new Error('The instance does not say where it is');
  await open({ target })`insert into village values ('杨湾村')`;
  const orphan = postmasterOf();
  await kill(killed);
  expect(isAlive(orphan)).toBe(true);

  const events: EmbeddedEvent[] = [];
  const database = await start({ log: (event) => events.push(event) });

  expect(isAlive(orphan)).toBe(false);
  expect(events[0]).toMatchObject({ event: 'embeddedOrphansStopped' });
  expect(await villagesOf(database)).toEqual(['杨湾村', '柳溪村'].toSorted());
  await open(database)`delete from village where name = '杨湾村'`;
});

it('comes back by itself when the server is killed, with all that was committed', async () => {
  const events: EmbeddedEvent[] = [];
  const database = await start({ log: (event) => events.push(event) });
  const before = postmasterOf();
  await open(database)`insert into village values ('松岭村')`;
  process.kill(before, 'SIGKILL');
  await vi.waitFor(() => expect(events.at(-1)?.event).toBe('embeddedDatabaseLost'));
  await vi.waitFor(() => expect(postmasterOf()).not.toBe(before), 5000);
  await vi.waitFor(async () => expect(await villagesOf(database)).toContain('松岭村'), 5000);
  await open(database)`delete from village where name = '松岭村'`;
});

it('is not misled by a process that now has the number of the killed server', async () => {
  const killed = await startElsewhere(dataFolder);
  await serves(killed);
  const postmaster = postmasterOf();
  await kill(killed);
  process.kill(postmaster, 'SIGKILL');
  const other = spawn('sleep', ['60'], serviceAccountFor(join(dataFolder, 'postgres/cluster')));
  onTestFinished(() => void other.kill('SIGKILL'));
  await vi.waitFor(() => expect(isAlive(postmaster)).toBe(false));
  const file = join(dataFolder, 'postgres/cluster/postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));

  expect(await villagesOf(await start())).toEqual(['柳溪村']);
  expect(isAlive(other.pid ?? 0)).toBe(true);
});

it('has nothing half made when the first start is killed, at whatever moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const milliseconds of [100, 300, 500, 700, 900]) {
    const killed = await startElsewhere(folder);
    await pause(milliseconds);
    await kill(killed);
  }
  const database = await start({ dataFolder: folder });
  expect(await open(database)`select current_database() as name`).toEqual([{ name: 'mingbai' }]);
});

it('finds a shorter place for its socket when the path of the data folder is long', async () => {
  const folder = mkdtempSync(join(tmpdir(), `mingbai-${'long'.repeat(30)}`));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const database = await start({ dataFolder: folder });
  expect(database.target.host).toMatch(/^\/.{1,90}$/);
  expect(await open(database)`select 1 as one`).toEqual([{ one: 1 }]);
});

it('asks for the password where only a loopback port is left', async () => {
  const longFolder = mkdtempSync(join(tmpdir(), `mingbai-${'long'.repeat(30)}`));
  onTestFinished(() => rmSync(longFolder, { recursive: true }));
  vi.stubEnv('TMPDIR', longFolder);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { target } = await start({ dataFolder: longFolder });
  expect(target.host).toBe('127.0.0.1');
  expect(await open({ target })`select 1 as one`).toEqual([{ one: 1 }]);
  await expect(open({ target: { ...target, password: 'guess' } })`select 1`).rejects.toThrow(
    'password authentication failed',
  );
});

it('writes no value of a failing statement to its log', async () => {
  const sql = open(await start());
  await expect(sql`insert into village values ('柳溪村')`).rejects.toThrow('village_pkey');
  await expect(sql.unsafe(`select '990101199001010018'::date`)).rejects.toThrow('out of range');
  const log = readFileSync(join(dataFolder, 'postgres/postgres.log'), 'utf8');
  expect(log).toContain('ready to accept connections');
  expect(log).not.toMatch(/柳溪村|990101199001010018/);
});

it('refuses a folder that it cannot make', async () => {
  const folder = join(dataFolder, 'instance.lock', 'below-a-file');
  await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({
    code: 'dataFolderNotWritable',
    details: { dataFolder: folder, reason: 'ENOTDIR' },
  });
});

it('refuses the data of another version of PostgreSQL', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-version-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'postgres/cluster'), { recursive: true });
  writeFileSync(join(folder, 'postgres/cluster/PG_VERSION'), '17\n');
  await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({
    code: 'dataFolderOtherVersion',
    details: { found: '17', needed: '18' },
  });
});

it('says in the words of PostgreSQL why it does not start, and lets go of the folder', async () => {
  const settings = { shared_buffers: 'plenty' };
  await expect(startEmbedded({ dataFolder, settings })).rejects.toMatchObject({
    code: 'embeddedDatabaseNotStarted',
    details: { lastLines: expect.stringContaining('shared_buffers') },
  });
  expect(findRunningInstance(dataFolder)).toBeUndefined();
});
