import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { insertActs } from '../acts/act-store.ts';
import { insertEvent } from '../acts/event-store.ts';
import type { Sql, Transaction } from '../database/connect.ts';
import { databaseOn } from '../database/database.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import { isSignedBy, parseCheckpoint } from './checkpoint.ts';
import { rootOf } from './merkle.ts';
import { sequence, startSequencer } from './sequencer.ts';
import { newAct, newEvent, newSigner, START } from './testing/log-model.ts';
import { emptyLog, readLog } from './testing/log-model-store.ts';
import { verifyLog } from './verify-log.ts';

const signer = newSigner();
const { owner, app } = await workerDatabase();
const NOW = '2026-11-23T00:30:00.000Z';

beforeEach(async () => await emptyLog(owner));
afterAll(async () => await emptyLog(owner));

async function enter(tx: Transaction): Promise<void> {
  await tx`select app_enter_scope('0', ':')`;
}

async function recordActs(count: number, tx: Sql | Transaction = app): Promise<void> {
  const acts = Array.from({ length: count }, (_, index) => newAct(START + index, index));
  const work = async (inner: Transaction): Promise<void> => {
    await enter(inner);
    for (let from = 0; from < count; from += 1000)
      await insertActs(inner, acts.slice(from, from + 1000));
  };
  if ('begin' in tx) await tx.begin(work);
  else await work(tx);
}

async function run(now = NOW) {
  return (await app.begin(async (tx) => await sequence(tx, { signer, now }))) as Awaited<
    ReturnType<typeof sequence>
  >;
}

describe('the sequencer', () => {
  it('takes acts and events into the log and signs it', async () => {
    await recordActs(3);
    await app.begin(async (tx) => await insertEvent(tx, newEvent(START, 1)));
    const { checkpoint } = await run();
    const log = await readLog(owner);
    expect(log.leaves.map(({ seq, source }) => [seq, source])).toEqual([
      [0, 'act'],
      [1, 'act'],
      [2, 'act'],
      [3, 'event'],
    ]);
    const root = rootOf(log.leaves.map((leaf) => leaf.leaf_hash));
    expect(checkpoint).toMatchObject({ size: 4, root, at: NOW });
    const note = parseCheckpoint(log.checkpoints[0]?.note ?? '')!;
    expect(note).toMatchObject({ size: 4, root, at: NOW, origin: signer.name });
    expect(isSignedBy(note, signer)).toBe(true);
  });

  it('signs nothing when nothing happened', async () => {
    expect((await run()).checkpoint).toBeUndefined();
    await recordActs(1);
    expect((await run()).checkpoint?.size).toBe(1);
    expect((await run()).checkpoint).toBeUndefined();
    expect((await readLog(owner)).checkpoints).toHaveLength(1);
  });

  it('takes no act of a transaction that is still open, and misses it not once it has ended', async () => {
    let commit: (() => void) | undefined;
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let isWritten: (() => void) | undefined;
    const written = new Promise<void>((resolve) => {
      isWritten = resolve;
    });
    const slow = app.begin(async (tx) => {
      await recordActs(2, tx);
      isWritten?.();
      await mayCommit;
    });
    await written;
    await recordActs(3);
    expect((await run()).checkpoint?.size).toBe(3);
    commit?.();
    await slow;
    expect((await run()).checkpoint?.size).toBe(5);
    expect(await verifyLog(owner, { verifier: signer })).toMatchObject({ ok: true, size: 5 });
  });

  it('leaves out what was rolled back', async () => {
    await app
      .begin(async (tx) => {
        await recordActs(2, tx);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await recordActs(1);
    expect((await run()).checkpoint?.size).toBe(1);
  });

  it('gives every row one leaf, whoever runs at once and however acts keep coming', async () => {
    await Promise.all([
      ...Array.from({ length: 12 }, async (_, writer) => await recordActs(1 + (writer % 5))),
      ...Array.from({ length: 6 }, async () => await run()),
    ]);
    await run();
    const log = await readLog(owner);
    expect(log.leaves).toHaveLength(log.rows.length);
    expect(log.leaves.map(({ seq }) => seq)).toEqual(log.leaves.map((_, seq) => seq));
    expect(await verifyLog(owner, { verifier: signer })).toMatchObject({
      ok: true,
      size: log.rows.length,
    });
  });

  it('gives the same root in one run as in many', async () => {
    const sizes = [1, 700, 2, 1500, 1300];
    const roots: unknown[] = [];
    for (const size of sizes) {
      await recordActs(size);
      roots.push((await run()).checkpoint?.root);
    }
    const { leaves } = await readLog(owner);
    const ends = sizes.map((_, index) =>
      sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0),
    );
    expect(roots).toEqual(
      ends.map((end) => rootOf(leaves.slice(0, end).map((leaf) => leaf.leaf_hash))),
    );
    const blocks = await owner`select index, root from log_block order by index`;
    expect([...blocks]).toEqual(
      [0, 1, 2].map((index) => ({
        index,
        root: rootOf(leaves.slice(index * 1024, index * 1024 + 1024).map((leaf) => leaf.leaf_hash)),
      })),
    );
  });

  it('goes on after a restore into another cluster, where transactions are counted anew', async () => {
    await recordActs(4);
    await run();
    await recordActs(2);
    // Rows of the old cluster carry numbers that the new one has yet to reach.
    await owner`update act set xid = (xid::text::bigint + 1000000)::text::xid8`;
    await owner`update log_checkpoint set cluster = 'the old one', snapshot = '2000000:2000000:'`;
    await recordActs(1);
    expect((await run()).checkpoint?.size).toBe(7);
    await recordActs(1);
    expect((await run()).checkpoint?.size).toBe(8);
    expect(await verifyLog(owner, { verifier: signer })).toMatchObject({
      ok: true,
      size: 8,
      waiting: 0,
    });
  });

  it('never lets the log run backwards when the clock is set back', async () => {
    await recordActs(1);
    await run('2026-11-23T00:30:00.000Z');
    await recordActs(1);
    expect((await run('2026-11-23T00:20:00.000Z')).checkpoint?.at).toBe('2026-11-23T00:30:00.000Z');
  });

  it('refuses to sign on top of a checkpoint that contradicts itself', async () => {
    await recordActs(3);
    await run();
    await owner`update log_checkpoint set root = sha256('forged')`;
    await recordActs(1);
    await expect(run()).rejects.toThrow('contradicts itself');
    expect((await readLog(owner)).leaves).toHaveLength(3);
  });

  it('may not rewrite what it wrote: the application has no right to', async () => {
    for (const table of ['act', 'audit_event', 'log_leaf', 'log_block', 'log_checkpoint']) {
      await expect(app`delete from ${app(table)}`).rejects.toThrow('permission denied');
      const column = table === 'log_block' || table === 'log_checkpoint' ? 'root' : 'leaf_hash';
      await expect(app`update ${app(table)} set ${app(column)} = sha256('x')`).rejects.toThrow(
        'permission denied',
      );
      await expect(app`truncate ${app(table)}`).rejects.toThrow('permission denied');
    }
  });
});

describe('the running sequencer', () => {
  const clock = () => new Date(NOW);

  it('takes in what happens while it runs, tells of every checkpoint, and stops', async () => {
    const sizes: number[] = [];
    const faults: unknown[] = [];
    const services = {
      database: databaseOn(app),
      clock,
      reportFault: (fault: unknown) => faults.push(fault),
    };
    const sequencer = startSequencer(services, {
      signer,
      everySeconds: 0.02,
      onCheckpoint: ({ size }) => {
        sizes.push(size);
      },
    });
    await recordActs(2);
    await expect.poll(() => sizes.at(-1)).toBe(2);
    await recordActs(3);
    await expect.poll(() => sizes.at(-1)).toBe(5);
    await sequencer.stop();
    await recordActs(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([sizes.at(-1), faults]).toEqual([5, []]);
  });

  it('reports a fault once and tries again until it is over', async () => {
    let failures = 2;
    const faults: unknown[] = [];
    const sizes: number[] = [];
    const database = databaseOn(app);
    const sequencer = startSequencer(
      {
        database: {
          ...database,
          transaction: async (work) => {
            if (failures-- > 0) throw new Error('the database is away');
            return await database.transaction(work);
          },
        },
        clock,
        reportFault: (fault) => faults.push(fault),
      },
      { signer, everySeconds: 0.02, onCheckpoint: ({ size }) => void sizes.push(size) },
    );
    await recordActs(1);
    await expect.poll(() => sizes).toEqual([1]);
    await sequencer.stop();
    expect(faults).toHaveLength(1);
  });
});
