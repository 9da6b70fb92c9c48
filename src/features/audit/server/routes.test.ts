import { describe, expect, it } from 'vitest';
import { insertActs } from '../../../platform/server/acts/act-store.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { parseCheckpoint } from '../../../platform/server/audit/checkpoint.ts';
import {
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../platform/server/audit/merkle.ts';
import { sequence } from '../../../platform/server/audit/sequencer.ts';
import { newAct, newSigner, START } from '../../../platform/server/audit/testing/log-model.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, type TestServer, testServer } from '../../../platform/server/testing/people.ts';
import { auditRoutes } from './routes.ts';

const MINUTE_MS = 60_000;
const LOOKED_AT = newId();

async function onServer(
  test: (server: TestServer, tx: Transaction) => Promise<void>,
): Promise<void> {
  await inRollback(async (database, tx) => {
    await test(await testServer(database, tx, [auditRoutes]), tx);
  });
}

function minutesAfterNoon(minutes: number): string {
  return new Date(Date.parse(NOON) + minutes * MINUTE_MS).toISOString();
}

async function recordLook(tx: Transaction, at: string, says: object = {}): Promise<void> {
  await recordEvent(tx, at, {
    kind: 'household.unmasked',
    accountId: null,
    postingId: null,
    subject: 'person',
    subjectId: LOOKED_AT,
    purpose: '核对低保',
    ...says,
  });
}

describe('GET /api/audit/events', () => {
  it('shows the auditor who looked at what and why', async () => {
    await onServer(async (server, tx) => {
      const mei = await server.as('mei');
      await recordLook(tx, NOON, { accountId: mei.accountId, detail: { field: 'idNumber' } });
      const aud = await server.as('aud');
      const answer = (await aud.get(`/api/audit/events?accountId=${mei.accountId}`)).json();
      expect(answer).toMatchObject({
        events: [
          {
            at: NOON,
            kind: 'household.unmasked',
            account: { id: mei.accountId, userName: 'mei', displayName: '梅小草' },
            subject: 'person',
            subjectId: LOOKED_AT,
            purpose: '核对低保',
            detail: { field: 'idNumber' },
          },
        ],
        next: null,
      });
    });
  });

  it('keeps who read the log, what for and how much, and shows it to the next reader', async () => {
    await onServer(async (server, tx) => {
      await recordLook(tx, NOON);
      const aud = await server.as('aud');
      await aud.get(`/api/audit/events?subjectId=${LOOKED_AT}&from=2026-11-23`);
      const { events } = (await aud.get('/api/audit/events?kind=audit.read')).json();
      expect(events).toMatchObject([
        {
          kind: 'audit.read',
          account: { id: aud.accountId },
          detail: {
            subjectId: LOOKED_AT,
            from: '2026-11-23',
            isFollowingPage: false,
            shown: 1,
          },
        },
      ]);
      // The second reading is in the log too, but not among what it shows itself.
      expect(events).toHaveLength(1);
      expect((await aud.get('/api/audit/events?kind=audit.read')).json().events).toHaveLength(2);
    });
  });

  it('notes nothing of checkpoints and proofs, which tell of nobody', async () => {
    await onServer(async (server) => {
      const aud = await server.as('aud');
      await aud.get('/api/audit/checkpoint');
      await aud.get(`/api/audit/acts/${newId()}/proof`);
      const { events } = (await aud.get('/api/audit/events?kind=audit.read')).json();
      expect(events).toEqual([]);
    });
  });

  it.each(['mei', 'tao', 'lin', 'wen', 'sys', 'sec'] as const)('is refused to %s', async (name) => {
    await onServer(async (server) => {
      const client = await server.as(name);
      for (const path of ['events', 'checkpoint', `acts/${newId()}/proof`]) {
        const answer = await client.get(`/api/audit/${path}`);
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'roleLacksPermission']);
      }
    });
  });

  it('is refused to whoever is not signed in', async () => {
    await onServer(async (server) => {
      expect((await server.anonymous.get('/api/audit/events')).statusCode).toBe(401);
    });
  });

  it('pages through events of the same instant without losing or repeating one', async () => {
    await onServer(async (server, tx) => {
      for (let number = 0; number < 7; number += 1) {
        await recordLook(tx, minutesAfterNoon(number < 4 ? 0 : number));
      }
      const aud = await server.as('aud');
      const seen: { id: string; at: string }[] = [];
      let after = '';
      do {
        const page = (
          await aud.get(`/api/audit/events?subjectId=${LOOKED_AT}&limit=3${after}`)
        ).json();
        seen.push(...page.events);
        after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
      } while (after !== '');
      expect(seen).toHaveLength(7);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
      expect(seen.map(({ at }) => at)).toEqual(
        seen
          .map(({ at }) => at)
          .sort()
          .reverse(),
      );
    });
  });

  it('finds by kind, subject and days as they are counted in China', async () => {
    await onServer(async (server, tx) => {
      const midnight = '2026-11-22T16:00:00.000Z';
      await recordLook(tx, '2026-11-22T15:59:59.999Z');
      await recordLook(tx, midnight);
      await recordLook(tx, '2026-11-23T15:59:59.999Z', { kind: 'household.exported' });
      await recordLook(tx, '2026-11-23T16:00:00.000Z');
      const aud = await server.as('aud');
      const times = async (query: string) =>
        (await aud.get(`/api/audit/events?subjectId=${LOOKED_AT}&${query}`))
          .json()
          .events.map(({ at }: { at: string }) => at);
      expect(await times('from=2026-11-23&until=2026-11-23')).toEqual([
        '2026-11-23T15:59:59.999Z',
        midnight,
      ]);
      expect(await times('from=2026-11-24')).toEqual(['2026-11-23T16:00:00.000Z']);
      expect(await times('kind=household.exported')).toEqual(['2026-11-23T15:59:59.999Z']);
      expect(await times('subject=household')).toEqual([]);
    });
  });

  it.each([
    'from=2026-02-30',
    'from=2026-11-24&until=2026-11-23',
    'limit=0',
    'limit=201',
    'accountId=mei',
    'after=x',
  ])('refuses %s', async (query) => {
    await onServer(async (server) => {
      const answer = await (await server.as('aud')).get(`/api/audit/events?${query}`);
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'inputNotUnderstood']);
    });
  });
});

describe('the log over HTTP', () => {
  const signer = newSigner();
  const acts = Array.from({ length: 9 }, (_, index) => newAct(START + index, index));

  /** On an empty log the sequencer also takes in what this very transaction wrote. */
  async function fillLog(tx: Transaction): Promise<void> {
    await tx`select app_enter_scope('0', ':')`;
    await insertActs(tx, acts);
    await sequence(tx, { signer, now: NOON });
    await tx`select app_enter_scope('~', '~')`;
  }

  it('proves that an act is in it, to whoever may not even see the act', async () => {
    await onServer(async (server, tx) => {
      await fillLog(tx);
      const aud = await server.as('aud');
      for (const act of acts) {
        const { index, leafHash, hashes, checkpoint } = (
          await aud.get(`/api/audit/acts/${act.id}/proof`)
        ).json();
        const bytes = (text: string) => Buffer.from(text, 'base64');
        expect(bytes(leafHash)).toEqual(act.leaf_hash);
        const tree = parseCheckpoint(checkpoint)!;
        expect(verifyInclusion({ hash: act.leaf_hash, index }, hashes.map(bytes), tree)).toBe(true);
      }
    });
  });

  it('says so if the act is not in it yet', async () => {
    await onServer(async (server, tx) => {
      await fillLog(tx);
      const answer = await (await server.as('aud')).get(`/api/audit/acts/${newId()}/proof`);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'actNotInLog']);
    });
  });

  it('gives out no proof that does not hold', async () => {
    await onServer(async (server, tx) => {
      await fillLog(tx);
      const aud = await server.as('aud');
      await tx`
        insert into log_leaf values (9, 'act', '990101', ${acts[0]!.subject_id}, sha256('nothing signs it'))`;
      const answer = await aud.get(`/api/audit/acts/${acts[0]!.subject_id}/proof`);
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'auditLogDamaged']);
    });
  });

  it('gives the newest checkpoint, and proves that it only grew since an earlier one', async () => {
    await onServer(async (server, tx) => {
      await fillLog(tx);
      const aud = await server.as('aud');
      expect((await aud.get('/api/audit/checkpoint')).json()).toMatchObject({
        size: 9,
        at: NOON,
        consistency: null,
      });
      const { note, consistency } = (await aud.get('/api/audit/checkpoint?since=5')).json();
      const leaves = await tx`select leaf_hash from log_leaf order by seq`;
      const first = {
        size: 5,
        root: rootOf(leaves.slice(0, 5).map((leaf) => leaf['leaf_hash'] as Buffer)),
      };
      const proof = consistency.map((text: string) => Buffer.from(text, 'base64'));
      expect(verifyConsistency(first, parseCheckpoint(note)!, proof)).toBe(true);
    });
  });

  it('tells a reader who knows a longer log that this one is shorter', async () => {
    await onServer(async (server, tx) => {
      await fillLog(tx);
      const answer = await (await server.as('aud')).get('/api/audit/checkpoint?since=10');
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'logShorterThanAsked']);
    });
  });

  it('has no checkpoint before anything happened', async () => {
    await onServer(async (server) => {
      expect((await (await server.as('aud')).get('/api/audit/checkpoint')).statusCode).toBe(404);
    });
  });
});
