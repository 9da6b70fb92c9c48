import { beforeAll, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, people } from '../../../platform/server/testing/people.ts';
import { insertSignedIn } from '../../../platform/server/testing/people-store.ts';
import { ENDED_SESSIONS_KEPT_DAYS, pruneSessions } from './prune-sessions.ts';
import { endSession, findLastPostingId, insertSession } from './session-store.ts';
import { loadWillow } from './testing/office.ts';

const DAY_MS = 86_400_000;
beforeAll(loadWillow);

function at(days: number): string {
  return new Date(Date.parse(NOON) + days * DAY_MS).toISOString();
}

async function pruneOn(database: Database, days: number): Promise<number> {
  return await pruneSessions({ database, clock: () => new Date(at(days)) });
}

/** A session of Tao's that began on a day and lasts for at most one. */
async function session(
  tx: Transaction,
  of: { accountId: string; postingId: string | null },
  day: number,
): Promise<string> {
  const id = crypto.randomUUID();
  await insertSession(tx, {
    id,
    tokenHash: Buffer.from(id),
    accountId: of.accountId,
    postingId: of.postingId,
    device: 'Firefox',
    startedAt: at(day),
    endsAt: at(day + 1),
    awaitsSecondFactor: false,
    secondFactorAt: null,
  });
  return id;
}

it('removes sessions a month after they were ended or left, and no earlier', async () => {
  await inRollback(async (database, tx) => {
    const tao = await insertSignedIn(tx, people.tao, at(-60));
    const ended = await session(tx, tao, 0);
    await endSession(tx, { id: ended, accountId: tao.accountId }, at(0.5));
    await session(tx, tao, 1);
    await session(tx, tao, 40);
    // The one of 60 days ago, left idle, is long over.
    expect(await pruneOn(database, 0)).toBe(1);
    expect(await pruneOn(database, ENDED_SESSIONS_KEPT_DAYS + 0.4)).toBe(0);
    expect(await pruneOn(database, ENDED_SESSIONS_KEPT_DAYS + 0.6)).toBe(1);
    // Left idle half an hour after its beginning on day 1.
    expect(await pruneOn(database, ENDED_SESSIONS_KEPT_DAYS + 1)).toBe(0);
    expect(await pruneOn(database, ENDED_SESSIONS_KEPT_DAYS + 1.1)).toBe(1);
  });
});

it('keeps the last one of an account, so that the next begins under the same posting', async () => {
  await inRollback(async (database, tx) => {
    const tao = await insertSignedIn(tx, people.tao, at(-60));
    await session(tx, { ...tao, postingId: null }, -50);
    await session(tx, { ...tao, postingId: null }, -49);
    expect(await pruneOn(database, 100)).toBe(1);
    expect(await findLastPostingId(tx, tao.accountId)).toBe(tao.postingId);
    expect(await pruneOn(database, 200)).toBe(0);
  });
});
