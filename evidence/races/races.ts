import { setTimeout as pause } from 'node:timers/promises';
import { problemOfDatabaseError } from '../../src/platform/server/database/database-problem.ts';
import { enterScope } from '../../src/platform/server/database/scope-store.ts';
import { newId } from '../../src/platform/server/identifiers.ts';
import { people } from '../../src/platform/server/testing/people.ts';
import { familyOf } from '../kill/families.ts';
import type { ScratchRegister } from '../scratch-register.ts';
import { countReplies, type Together } from './officers.ts';
import {
  countActsOf,
  countHouseholds,
  insertClaim,
  isClaimed,
  lockHousehold,
  readCount,
  readHousehold,
  writeCount,
} from './race-store.ts';

export type Ring = { register: ScratchRegister; together: Together; nextFamily: () => number };

const LAKESIDE_VILLAGE = '990102100200';
const MEANWHILE_MS = 15;

type Outcome<More = object> = { replies: Record<string, number> } & More;

/** One request, sent many times at once: one household, the acts of one request, equal answers. */
export async function sendOneRequestOften(
  { register, together, nextFamily }: Ring,
  times: number,
): Promise<Outcome<{ acts: number; households: number }>> {
  const before = await countHouseholds(register.owner);
  const { body } = familyOf(nextFamily());
  const request = { who: 'tao', method: 'POST', url: '/api/households', body } as const;
  const replies = await together(Array.from({ length: times }, () => request));
  return {
    replies: countReplies(replies),
    acts: await countActsOf(register.owner, body.requestId),
    households: (await countHouseholds(register.owner)) - before,
  };
}

/** The control: as many requests with numbers of their own are all recorded. */
export async function sendManyRequests(
  { register, together, nextFamily }: Ring,
  times: number,
): Promise<Outcome<{ households: number }>> {
  const before = await countHouseholds(register.owner);
  const requests = Array.from({ length: times }, () => {
    const { body } = familyOf(nextFamily());
    return { who: 'tao', method: 'POST', url: '/api/households', body } as const;
  });
  const replies = await together(requests);
  return {
    replies: countReplies(replies),
    households: (await countHouseholds(register.owner)) - before,
  };
}

/** Many who saw the same version correct at once: one is taken, the others are told. */
export async function correctOneVersion(
  ring: Ring,
  times: number,
): Promise<Outcome<{ version: number }>> {
  const family = await addFamily(ring);
  const requests = Array.from({ length: times }, (_, n) => ({
    who: 'tao' as const,
    method: 'PATCH' as const,
    url: `/api/households/990101/${family.id}`,
    body: { requestId: newId(), version: 1, reason: '核实', changes: { address: `村东${n}号` } },
  }));
  const replies = await ring.together(requests);
  const { version } = await readHousehold(ring.register.owner, family.id);
  return { replies: countReplies(replies), version };
}

/** The control: as many who read a number and write it back one larger lose each other's work. */
export async function countWithoutVersion(
  { register }: Ring,
  times: number,
): Promise<{ counted: number }> {
  await Promise.all(
    Array.from({ length: times }, async () =>
      register.database.transaction(async (tx) => {
        const n = await readCount(tx);
        await pause(MEANWHILE_MS);
        await writeCount(tx, n + 1);
      }),
    ),
  );
  return { counted: await register.database.read(readCount) };
}

/** Two households absorb each other at once: one stands afterwards, with everybody, and one is closed. */
export async function mergeCrosswise(
  ring: Ring,
  rounds: number,
): Promise<Outcome<{ wrong: string[] }>> {
  const wrong: string[] = [];
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other] = [await addFamily(ring), await addFamily(ring)];
    const merge = (kept: typeof one, absorbed: typeof one) => ({
      who: 'tao' as const,
      method: 'POST' as const,
      url: `/api/households/990101/${kept.id}/merge`,
      body: {
        requestId: newId(),
        version: 1,
        reason: '并户',
        absorbed: absorbed.id,
        relations: { [absorbed.person]: '80' },
        on: '2026-11-23',
      },
    });
    const replies = await ring.together([merge(one, other), merge(other, one)]);
    all.push(...replies);
    const rows = [
      await readHousehold(ring.register.owner, one.id),
      await readHousehold(ring.register.owner, other.id),
    ];
    const standing = rows.filter((row) => row.status === 'active');
    const won = replies.filter(({ status }) => status === 200).length;
    if (won !== 1 || standing.length !== 1 || standing[0]?.member_count !== 2)
      wrong.push(`round ${round}: ${won} won, ${JSON.stringify(rows)}`);
  }
  return { replies: countReplies(all), wrong };
}

/** The control: locked in the order in which they were named, two transactions stand in each other's way. */
export async function lockCrosswise(ring: Ring): Promise<{ answers: string[] }> {
  const [one, other] = [await addFamily(ring), await addFamily(ring)];
  const lockBoth = async (ids: readonly string[]): Promise<void> =>
    await ring.register.database.transaction(async (tx) => {
      await enterScope(tx, people.tao.region);
      for (const id of ids) {
        await lockHousehold(tx, id);
        await pause(MEANWHILE_MS);
      }
    });
  const outcomes = await Promise.allSettled([
    lockBoth([one.id, other.id]),
    lockBoth([other.id, one.id]),
  ]);
  const answers = outcomes.map((outcome) =>
    outcome.status === 'fulfilled'
      ? 'done'
      : (problemOfDatabaseError(outcome.reason)?.code ?? String(outcome.reason)),
  );
  return { answers };
}

/** Two counties claim one ID number at once: one gets it, in the whole nation. */
export async function claimOneNumber(ring: Ring, rounds: number): Promise<Outcome> {
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const n = ring.nextFamily();
    const claim = (who: 'lin' | 'hua', village: string | undefined) => ({
      who,
      method: 'POST' as const,
      url: '/api/households',
      body: familyOf(n, village).body,
    });
    all.push(...(await ring.together([claim('lin', undefined), claim('hua', LAKESIDE_VILLAGE)])));
  }
  return { replies: countReplies(all) };
}

/** The control: who looks first and claims then lets two have the same number. */
export async function claimWithoutKey(
  { register }: Ring,
  rounds: number,
): Promise<{ twice: number }> {
  let twice = 0;
  for (let round = 0; round < rounds; round += 1) {
    const claims = await Promise.all(
      ['lin', 'hua'].map(async (holder) =>
        register.database.transaction(async (tx) => {
          const number = String(round);
          if (await isClaimed(tx, number)) return false;
          await pause(MEANWHILE_MS);
          await insertClaim(tx, { number, holder });
          return true;
        }),
      ),
    );
    if (claims.every(Boolean)) twice += 1;
  }
  return { twice };
}

async function addFamily({ together, nextFamily }: Ring): Promise<{ id: string; person: string }> {
  const family = familyOf(nextFamily());
  const [reply] = await together([
    { who: 'tao', method: 'POST', url: '/api/households', body: family.body },
  ]);
  if (reply?.status !== 200) throw new Error(`A family was refused: ${reply?.code}`);
  return family;
}
