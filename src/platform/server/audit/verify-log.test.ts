import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertActs } from '../acts/act-store.ts';
import { insertEvent } from '../acts/event-store.ts';
import type { Transaction } from '../database/connect.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import { signCheckpoint } from './checkpoint.ts';
import { leafHashOfAct } from './leaf.ts';
import { EMPTY_ROOT, hashLeaf } from './merkle.ts';
import { sequence } from './sequencer.ts';
import { newAct, newEvent, newSigner, START } from './testing/log-model.ts';
import { emptyLog } from './testing/log-model-store.ts';
import { findingCodes } from './verify.ts';
import { type VerifyOptions, verifyLog, verifyLogIn } from './verify-log.ts';

const signer = newSigner();
const { owner, app } = await workerDatabase();
const MINUTE_MS = 60_000;
const BATCHES = 3;
// More than one stretch of leaves, so that every boundary is crossed.
const ACTS_IN_FIRST_BATCH = 5000;
const SIZE = ACTS_IN_FIRST_BATCH + 2 * 2;

beforeAll(async () => {
  await emptyLog(owner);
  for (let batch = 1; batch <= BATCHES; batch += 1) {
    const at = START + batch * 10 * MINUTE_MS;
    await app.begin(async (tx) => {
      await tx`select app_enter_scope('0', ':')`;
      const count = batch === 1 ? ACTS_IN_FIRST_BATCH : 1;
      const acts = Array.from({ length: count }, (_, index) => newAct(at - MINUTE_MS, index));
      for (let from = 0; from < count; from += 1000)
        await insertActs(tx, acts.slice(from, from + 1000));
      if (batch > 1) await insertEvent(tx, newEvent(at - MINUTE_MS, batch));
    });
    await app.begin(async (tx) => await sequence(tx, { signer, now: new Date(at).toISOString() }));
  }
});

afterAll(async () => await emptyLog(owner));

/** What the check says after the forger's statements, which are then undone. */
async function afterForging(
  forge: (tx: Transaction) => Promise<unknown>,
  options: VerifyOptions = {},
) {
  let verdict: Awaited<ReturnType<typeof verifyLogIn>> | undefined;
  await owner
    .begin(async (tx) => {
      await forge(tx);
      verdict = await verifyLogIn(tx, { verifier: signer, toleranceMs: 0, ...options });
      throw new Error('rolled back');
    })
    .catch((error: Error) => {
      if (error.message !== 'rolled back') throw error;
    });
  return verdict!;
}

async function codesAfter(
  forge: (tx: Transaction) => Promise<unknown>,
  options: VerifyOptions = {},
) {
  return (await afterForging(forge, options)).problems.map(({ kind, code, seq }) => ({
    kind,
    code,
    seq,
  }));
}

describe('the check of the log', () => {
  it('finds nothing wrong in a log that nobody touched, and says what it checked', async () => {
    const steps: [number, number][] = [];
    const verdict = await verifyLog(app, {
      verifier: signer,
      progress: (...step) => steps.push(step),
    });
    expect(verdict).toMatchObject({
      ok: true,
      size: SIZE,
      checkpoints: BATCHES,
      waiting: 0,
      problems: [],
      problemCount: 0,
      signaturesChecked: true,
      outsideChecked: false,
    });
    expect(steps).toEqual([
      [4096, SIZE],
      [SIZE, SIZE],
    ]);
    const [newest] =
      await owner`select encode(root, 'base64') as root from log_checkpoint order by size desc limit 1`;
    expect(verdict.root).toBe(newest?.['root']);
  });

  it('is content with an empty database', async () => {
    const verdict = await afterForging(async (tx) => await emptyLog(tx));
    expect(verdict).toMatchObject({ ok: true, size: 0, root: EMPTY_ROOT.toString('base64') });
  });

  it('counts rows that the sequencer has yet to take in, and finds no fault with them', async () => {
    const later = START + BATCHES * 10 * MINUTE_MS + MINUTE_MS;
    const verdict = await afterForging(async (tx) => {
      await tx`select app_enter_scope('0', ':')`;
      await insertActs(tx, [newAct(later, 1), newAct(later, 2)]);
    });
    expect(verdict).toMatchObject({ ok: true, waiting: 2 });
  });

  it('names the act that was edited', async () => {
    const [leaf] = await owner`select source_id from log_leaf where seq = 4500`;
    const verdict = await afterForging(
      async (tx) =>
        await tx`update act set after = '{"rooms": 99}' where id = ${leaf?.['source_id'] as string}`,
    );
    expect(verdict.problems).toEqual([
      {
        kind: 'edited',
        code: 'rowEdited',
        seq: 4500,
        source: 'act',
        countyCode: '990101',
        id: leaf?.['source_id'],
      },
    ]);
  });

  it('lists the first thousand problems and counts all', async () => {
    const verdict = await afterForging(
      async (tx) => await tx`update act set kind = 'household.added'`,
    );
    expect(verdict.problems).toHaveLength(1000);
    expect(verdict.problemCount).toBe(ACTS_IN_FIRST_BATCH + 2);
  });

  it.each<[string, (tx: Transaction) => Promise<unknown>, object[]]>([
    [
      'an event edited by one microsecond',
      async (tx) =>
        await tx`update audit_event set at = at + interval '1 microsecond' where detail is null`,
      [{ kind: 'edited', code: 'rowEdited', seq: 5001 }],
    ],
    [
      'an act moved before Christ',
      async (tx) =>
        await tx`
        update act set recorded_at = (to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC BC')::timestamptz
         where id = (select source_id from log_leaf where seq = 7)`,
      [{ kind: 'edited', code: 'rowEdited', seq: 7 }],
    ],
    [
      'an act moved to the end of time',
      async (tx) =>
        await tx`
        update act set happened_on = 'infinity', recorded_at = 'infinity' where id = (select source_id from log_leaf where seq = 7)`,
      [{ kind: 'edited', code: 'rowEdited', seq: 7 }],
    ],
    [
      'an act moved out of every scope',
      async (tx) =>
        await tx`update act set village_code = 'nowhere' where id = (select source_id from log_leaf where seq = 7)`,
      [{ kind: 'edited', code: 'rowEdited', seq: 7 }],
    ],
    [
      'an act copied into another county',
      async (tx) =>
        await tx`
        insert into act select (a).* from (select jsonb_populate_record(a, '{"county_code": "990102"}') as a from act a
          where id = (select source_id from log_leaf where seq = 7)) copied`,
      [{ kind: 'inserted', code: 'rowNotInLog', seq: undefined }],
    ],
    [
      'a second row beside the true one',
      async (tx) => {
        await tx`alter table act drop constraint act_pkey, drop constraint act_request_key`;
        await tx`insert into act select * from act where id = (select source_id from log_leaf where seq = 7)`;
      },
      [{ kind: 'edited', code: 'rowEdited', seq: 7 }],
    ],
    [
      'an act deleted',
      async (tx) =>
        await tx`delete from act where id = (select source_id from log_leaf where seq = 4096)`,
      [{ kind: 'deleted', code: 'rowMissing', seq: 4096 }],
    ],
    [
      'an old act slipped in behind the sequencer',
      async (tx) => {
        await tx`select app_enter_scope('0', ':')`;
        await insertActs(tx, [newAct(START, 1)]);
      },
      [{ kind: 'inserted', code: 'rowNotInLog', seq: undefined }],
    ],
    [
      'an act slipped in under the number of an old transaction',
      async (tx) => {
        await tx`select app_enter_scope('0', ':')`;
        await insertActs(tx, [newAct(START + 24 * 60 * MINUTE_MS, 1)]);
        await tx`update act set xid = (select min(xid) from act) where recorded_at > '2026-11-23T23:00:00Z'`;
      },
      [{ kind: 'inserted', code: 'rowNotInLog', seq: undefined }],
    ],
    [
      'a leaf that nothing signs',
      async (tx) => {
        await tx`delete from log_checkpoint where size = ${SIZE}::bigint`;
      },
      [{ kind: 'inserted', code: 'leafNotSigned', seq: SIZE - 2 }],
    ],
    [
      'leaves cut off',
      async (tx) => {
        await tx`delete from act where id in (select source_id from log_leaf where seq >= 5002)`;
        await tx`delete from audit_event where id in (select source_id from log_leaf where seq >= 5002)`;
        await tx`delete from log_leaf where seq >= 5002`;
      },
      [{ kind: 'truncated', code: 'logShorterThanCheckpoint', seq: 5002 }],
    ],
    [
      'the stored root of a block changed',
      async (tx) => await tx`update log_block set root = sha256('forged') where index = 2`,
      [{ kind: 'rewritten', code: 'shortcutWrong', seq: 2048 }],
    ],
    [
      'a block of leaves that do not exist',
      async (tx) => await tx`insert into log_block values (5, sha256('forged'))`,
      [{ kind: 'rewritten', code: 'shortcutWrong', seq: 5120 }],
    ],
    [
      'the stored peaks of a checkpoint changed',
      async (tx) =>
        await tx`update log_checkpoint set peaks = peaks || sha256('forged') where size = ${SIZE}::bigint`,
      [{ kind: 'rewritten', code: 'shortcutWrong', seq: SIZE }],
    ],
    [
      'the stored time of a checkpoint changed',
      async (tx) =>
        await tx`update log_checkpoint set at = at - interval '1 hour' where size = ${SIZE}::bigint`,
      [{ kind: 'rewritten', code: 'checkpointEdited', seq: SIZE }],
    ],
    [
      'a note that is none',
      async (tx) =>
        await tx`update log_checkpoint set note = 'all is well' where size = ${SIZE}::bigint`,
      [{ kind: 'rewritten', code: 'checkpointEdited', seq: SIZE }],
    ],
  ])('finds %s', async (_forgery, forge, expected) => {
    expect(await codesAfter(forge)).toEqual(expected);
  });

  it('finds what lies behind a gap, however wide', async () => {
    const codes = await codesAfter(async (tx) => {
      await tx`update log_leaf set seq = seq + 4000000000000 where seq >= 5002`;
      await tx`update act set kind = 'household.added' where id = (select source_id from log_leaf where seq = 4000000005002)`;
    });
    expect(codes).toEqual(
      expect.arrayContaining([
        { kind: 'deleted', code: 'leafMissing', seq: 5002 },
        { kind: 'edited', code: 'rowEdited', seq: 4000000005002 },
      ]),
    );
  });

  it('takes a row for backdated only if it is older than the checkpoint before it by more than a transaction lasts', async () => {
    // The checkpoint before place 5 002 was signed 20 minutes after the start.
    const late = START - 20 * MINUTE_MS;
    const forge = async (tx: Transaction): Promise<void> => {
      const [leaf] = await tx`select source_id from log_leaf where seq = 5002 and source = 'act'`;
      const content = { ...newAct(late, 1), id: leaf?.['source_id'] as string };
      const act = { ...content, leaf_hash: leafHashOfAct(content) };
      await tx`delete from act where id = ${act.id}`;
      await tx`select app_enter_scope('0', ':')`;
      await insertActs(tx, [act]);
      await tx`update log_leaf set leaf_hash = ${act.leaf_hash} where seq = 5002`;
    };
    const backdated = { kind: 'inserted', code: 'rowBackdated', seq: 5002 };
    expect(await codesAfter(forge, { toleranceMs: 39 * MINUTE_MS })).toContainEqual(backdated);
    expect(await codesAfter(forge, { toleranceMs: 41 * MINUTE_MS })).not.toContainEqual(backdated);
  });
});

describe('the checkpoint kept elsewhere', () => {
  let outside: string;

  beforeEach(async () => {
    const [row] = await owner`select note from log_checkpoint where size = ${SIZE - 2}::bigint`;
    outside = row?.['note'] as string;
  });

  it('agrees with the log that has grown since', async () => {
    expect(await verifyLog(app, { verifier: signer, outsideNote: outside })).toMatchObject({
      ok: true,
      outsideChecked: true,
    });
  });

  it('shows a log cut back behind it', async () => {
    const cutBack = async (tx: Transaction): Promise<void> => {
      await tx`delete from act where id in (select source_id from log_leaf where seq >= 5000)`;
      await tx`delete from audit_event where id in (select source_id from log_leaf where seq >= 5000)`;
      await tx`delete from log_leaf where seq >= 5000`;
      await tx`delete from log_checkpoint where size > 5000`;
    };
    expect(await codesAfter(cutBack)).toEqual([]);
    expect(await codesAfter(cutBack, { outsideNote: outside })).toEqual([
      { kind: 'truncated', code: 'logShorterThanOutside', seq: 5000 },
    ]);
    expect(await codesAfter(async (tx) => await emptyLog(tx), { outsideNote: outside })).toEqual([
      { kind: 'truncated', code: 'logShorterThanOutside', seq: 0 },
    ]);
  });

  it('shows another history even to whoever has no key to check signatures with', async () => {
    const checkpoint = {
      origin: signer.name,
      size: SIZE - 2,
      root: hashLeaf(Buffer.from('true')),
      at: '2026-11-23T00:20:00.000Z',
    };
    const other = signCheckpoint(checkpoint, signer);
    expect(
      await codesAfter(async () => undefined, { outsideNote: other, verifier: undefined }),
    ).toEqual([{ kind: 'rewritten', code: 'rootDiffersFromOutside', seq: SIZE - 2 }]);
  });

  it('must itself be genuine', async () => {
    const forged = signCheckpoint(
      { origin: signer.name, size: 0, root: EMPTY_ROOT, at: '2026-11-23T00:20:00.000Z' },
      newSigner(),
    );
    const signature = { kind: 'badSignature', code: 'outsideSignature', seq: undefined };
    expect(await codesAfter(async () => undefined, { outsideNote: forged })).toEqual([signature]);
    expect(await codesAfter(async () => undefined, { outsideNote: 'nothing' })).toEqual([
      signature,
    ]);
  });

  it('is not needed to see that another key signed', async () => {
    const verdict = await afterForging(async () => undefined, { verifier: newSigner() });
    expect(verdict.problems.map(({ code }) => code)).toEqual(
      Array.from({ length: BATCHES }, () => 'checkpointSignature'),
    );
  });
});

it('has a sentence in both languages for every finding', () => {
  for (const language of ['zh-CN', 'en']) {
    const file = join(import.meta.dirname, '../../../../messages', language, 'audit.json');
    const { finding } = JSON.parse(readFileSync(file, 'utf8')) as {
      finding: Record<string, string>;
    };
    expect(Object.keys(finding).sort()).toEqual([...findingCodes].sort());
  }
});
