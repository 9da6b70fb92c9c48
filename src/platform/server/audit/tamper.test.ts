import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertActs } from '../acts/act-store.ts';
import { insertEvent } from '../acts/event-store.ts';
import type { Sql } from '../database/connect.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import { sequence } from './sequencer.ts';
import {
  buildLog,
  checkModel,
  type LogModel,
  newSigner,
  randomFrom,
  START,
} from './testing/log-model.ts';
import { emptyLog, readLog, writeLog } from './testing/log-model-store.ts';
import { clumsy, consistent, copyLog, type Forger, outsideCopy } from './testing/mutations.ts';
import { verifyLog, verifyLogIn } from './verify-log.ts';

// Another run with the same forgeries: TAMPER_SEED=… TAMPER_RUNS=… npm test
const seed = Number(process.env['TAMPER_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env['TAMPER_RUNS'] ?? 1000);
const runsOnDatabase = Math.ceil(runs / 10);

const every = { ...clumsy, ...consistent };
const names = Object.keys(every);
const nth = (run: number) => names[run % names.length] ?? '';

describe(`a log in memory (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const forger: Forger = { random, signer: newSigner(), thief: newSigner() };
  const log = buildLog(random, forger.signer);
  const trust = { verifier: forger.signer, outsideNote: outsideCopy(log) };

  function forged(name: string): LogModel {
    const copy = copyLog(log);
    every[name]?.(copy, forger);
    return copy;
  }

  it('is whole before anybody touches it', () => {
    expect(log.leaves.length).toBeGreaterThan(120);
    expect(checkModel(copyLog(log), trust)).toMatchObject({
      ok: true,
      problems: [],
      outsideChecked: true,
    });
  });

  it(`shows every one of ${runs} forgeries of ${names.length} kinds, with a checkpoint kept elsewhere`, {
    timeout: runs * 100,
  }, () => {
    const missed = Array.from({ length: runs }, (_, run) => nth(run)).filter(
      (name) => checkModel(forged(name), trust).ok,
    );
    expect(missed).toEqual([]);
  });

  it.each(Object.keys(clumsy))(
    'shows it without a checkpoint from elsewhere when somebody %s',
    (name) => {
      const { verifier } = trust;
      const missed = Array.from(
        { length: 10 },
        () => checkModel(forged(name), { verifier }).ok,
      ).filter(Boolean);
      expect(missed).toEqual([]);
    },
  );

  // The negative control: without these misses the hundred per cent above would prove nothing.
  it.each(Object.keys(consistent))('cannot show it without one when somebody %s', (name) => {
    const { verifier } = trust;
    const found = Array.from({ length: 10 }, () => checkModel(forged(name), { verifier })).filter(
      ({ ok }) => !ok,
    );
    expect(found).toEqual([]);
  });
});

describe(`a log in PostgreSQL (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const forger: Forger = { random, signer: newSigner(), thief: newSigner() };
  const { signer } = forger;
  let owner: Sql;
  let log: LogModel;

  beforeAll(async () => {
    const databases = await workerDatabase();
    owner = databases.owner;
    await emptyLog(owner);
    const written = buildLog(random, signer);
    let from = 0;
    for (const { size, at } of written.checkpoints) {
      const rows = written.rows.slice(from, size);
      await databases.app.begin(async (tx) => {
        await tx`select app_enter_scope('0', ':')`;
        const acts = rows.filter((row) => row.source === 'act').map(({ row }) => row);
        if (acts.length > 0) await insertActs(tx, acts);
        for (const { source, row } of rows) if (source === 'event') await insertEvent(tx, row);
      });
      await databases.app.begin(async (tx) => await sequence(tx, { signer, now: at }));
      from = size;
    }
    log = await readLog(owner);
  });

  afterAll(async () => {
    await emptyLog(owner);
  });

  async function judgeForged(name: string, outsideNote: string | undefined) {
    const copy = copyLog(log);
    every[name]?.(copy, forger);
    let verdict: Awaited<ReturnType<typeof verifyLogIn>> | undefined;
    await owner
      .begin(async (tx) => {
        await writeLog(tx, copy);
        verdict = await verifyLogIn(tx, { verifier: signer, outsideNote, toleranceMs: 0 });
        throw new Error('rolled back');
      })
      .catch((error: Error) => {
        if (error.message !== 'rolled back') throw error;
      });
    return verdict!;
  }

  it('is whole as the sequencer wrote it', async () => {
    const verdict = await verifyLog(owner, {
      verifier: signer,
      outsideNote: outsideCopy(log),
      toleranceMs: 0,
    });
    expect(verdict).toMatchObject({
      ok: true,
      problems: [],
      size: log.leaves.length,
      checkpoints: 30,
    });
    expect(log.checkpoints.at(-1)?.at).toBe(new Date(START + 300 * 60_000).toISOString());
  });

  it(`shows every one of ${runsOnDatabase} forgeries`, { timeout: runs * 100 }, async () => {
    const missed: string[] = [];
    for (let run = 0; run < runsOnDatabase; run += 1) {
      const verdict = await judgeForged(nth(run), outsideCopy(log));
      if (verdict.ok) missed.push(nth(run));
    }
    expect(missed).toEqual([]);
  });

  it.each(Object.keys(consistent))(
    'cannot show it without a checkpoint from elsewhere when somebody %s',
    async (name) => {
      expect((await judgeForged(name, undefined)).problems).toEqual([]);
    },
  );
});
