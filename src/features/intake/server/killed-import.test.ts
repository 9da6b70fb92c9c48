import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../../platform/server/database/connect.ts';
import { databaseOn } from '../../../platform/server/database/database.ts';
import { testKeys } from '../../../platform/server/testing/people.ts';
import { makeIdNumber } from '../../households/model/index.ts';
import { startIntake } from './intake-runner.ts';
import { csv, type Desk, LIN, openDesk } from './testing/willow-desk.ts';
import {
  cancelAll,
  countRegister,
  emptyRegister,
  expireLeases,
  findStates,
} from './testing/willow-desk-store.ts';

const KILLS = 20;
const HOUSEHOLDS = 1_500;
const SEED = Number(process.env['KILL_SEED'] ?? 20_261_123);

let desk: Desk;
let files: string[] = [];

beforeAll(async () => {
  desk = await openDesk();
  files = writeFamilies();
});
afterAll(() => desk.close());

/** Households of one, so that a half-taken register shows in the counts. */
function writeFamilies(): string[] {
  const households = [['乡镇', '村', '户编号', '户主姓名', '户类型', '家庭人口数']];
  const members = [['户编号', '姓名', '证件号码', '与户主关系', '是否参加城乡居民基本医疗保险']];
  for (let index = 0; index < HOUSEHOLDS; index += 1) {
    const number = `990101${String(index + 1).padStart(7, '0')}`;
    const birthDay = `19${50 + (index % 40)}-0${1 + (index % 9)}-1${index % 10}`;
    households.push(['城关镇', '柳树湾村', number, '李强', '脱贫户', '1']);
    const id = makeIdNumber({
      area: '990101',
      birthDay: birthDay as never,
      sequence: 1 + (index % 900),
    });
    members.push([number, '李强', id, '户主', '是']);
  }
  return [desk.file('户.csv', csv(households)), desk.file('人.csv', csv(members))];
}

function begin(): ChildProcess {
  const order = {
    environment: { target: desk.target, dataFolder: desk.folder, keys: testKeys },
    request: { files, officer: { accountId: LIN, postingId: null, region: '990101' } },
  };
  return spawn(
    process.execPath,
    [fileURLToPath(new URL('./testing/import-once.ts', import.meta.url)), JSON.stringify(order)],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
}

/** What the process said before it ended. */
async function saidBy(child: ChildProcess, killAfterMs?: number): Promise<string> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const first = said === '';
    said += chunk.toString();
    if (first && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await once(child, 'exit');
  return said;
}

type Whole = 'nothing' | 'everything' | 'half';

async function howMuch(persons: number): Promise<Whole> {
  const counts = await countRegister(desk.owner);
  const { households, acts, cards, changes } = counts;
  const all = [households, counts['persons'], acts, cards, changes];
  if (all.every((count) => count === 0)) return 'nothing';
  const isAll =
    households === HOUSEHOLDS &&
    counts['persons'] === persons &&
    acts === HOUSEHOLDS &&
    cards === persons &&
    changes === 1;
  return isAll ? 'everything' : 'half';
}

function diceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

async function quiet(): Promise<void> {
  // The server rolls back what a killed process left open as soon as it notices.
  for (let round = 0; round < 100; round += 1) {
    const [row] = await desk.owner<{ busy: number }[]>`
      select count(*) as busy from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and usename is not null`;
    if (row?.busy === 0) return;
    await pause(50);
  }
}

it(`is taken as a whole or not at all, killed ${KILLS} times (seed ${SEED})`, {
  timeout: 240_000,
}, async () => {
  await emptyRegister(desk.owner);
  const started = performance.now();
  expect(await saidBy(begin())).toContain('done');
  const wholeMs = performance.now() - started;
  const { persons = 0 } = await countRegister(desk.owner);
  expect(await howMuch(persons)).toBe('everything');

  const dice = diceFrom(SEED);
  const seen: Record<Whole, number> = { nothing: 0, everything: 0, half: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await emptyRegister(desk.owner);
    const said = await saidBy(begin(), dice() * wholeMs);
    await quiet();
    const whole = await howMuch(persons);
    seen[whole] += 1;
    const [state] = await findStates(desk.owner);
    expect({ whole, isDone: state === 'done' }, `kill ${kill}`).toEqual({
      whole,
      isDone: whole === 'everything',
    });
    expect(whole, `kill ${kill}`).not.toBe('half');
    // What was said to be done is there.
    expect(said.includes('done') && whole !== 'everything', `kill ${kill}`).toBe(false);
  }
  expect(seen.half).toBe(0);
  // Otherwise the moments were badly chosen and the test shows nothing.
  expect(seen.nothing).toBeGreaterThan(0);
});

it('is begun again after its process died, and then done', { timeout: 60_000 }, async () => {
  await emptyRegister(desk.owner);
  const child = begin();
  const dying = saidBy(child);
  for (;;) {
    const [state] = await findStates(desk.owner);
    if (state === 'checking' || state === 'taking' || child.exitCode !== null) break;
    await pause(10);
  }
  child.kill('SIGKILL');
  await dying;
  await quiet();
  await expireLeases(desk.owner);
  const database = databaseOn(connect(desk.target, { role: 'mingbai_app', max: 3 }));
  const runner = startIntake({
    database,
    target: desk.target,
    dataFolder: desk.folder,
    keys: testKeys,
    reportFault: (thrown) => {
      throw thrown;
    },
  });
  for (let round = 0; round < 200 && (await findStates(desk.owner))[0] !== 'done'; round += 1)
    await pause(100);
  await runner.stop();
  await database.end();
  expect(await findStates(desk.owner)).toEqual(['done']);
  expect(await countRegister(desk.owner)).toMatchObject({
    households: HOUSEHOLDS,
    acts: HOUSEHOLDS,
    changes: 1,
  });
});

it('stops when an officer cancels it, and takes nothing', { timeout: 60_000 }, async () => {
  await emptyRegister(desk.owner);
  const importing = desk.import(files);
  while ((await findStates(desk.owner))[0] !== 'checking') await pause(5);
  await cancelAll(desk.owner);
  expect(await importing).toMatchObject({ state: 'cancelled', readThrough: false });
  expect(await howMuch(HOUSEHOLDS)).toBe('nothing');
});

it('would notice a register that was taken by half', async () => {
  await emptyRegister(desk.owner);
  await desk.import(files);
  const { persons = 0 } = await countRegister(desk.owner);
  expect(await howMuch(persons)).toBe('everything');
  await desk.owner`delete from person where id in (select id from person limit 1)`;
  expect(await howMuch(persons)).toBe('half');
});
