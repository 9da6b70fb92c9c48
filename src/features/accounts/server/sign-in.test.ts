import { beforeAll, describe, expect, it } from 'vitest';
import { databaseOn } from '../../../platform/server/database/database.ts';
import { browserOf } from '../../../platform/server/testing/browser.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { testServer } from '../../../platform/server/testing/people.ts';
import { ensureFirstAccounts } from './first-accounts.ts';
import { accountRoutes } from './routes.ts';
import { inOffice, loadWillow, makeAccount, makeSignedIn, PASSWORD } from './testing/office.ts';

beforeAll(loadWillow);

const wrong = { userName: 'anning', password: 'not-the-password' };
const right = { userName: 'anning', password: PASSWORD };

describe('the first sign-in', () => {
  it('with the one-time password leads to a password of one’s own, and to nothing else before', async () => {
    await inOffice(async (office) => {
      const { password } = await makeAccount(office, 'anning', '安宁');
      const an = office.browser();
      const entered = await an.send('POST', '/api/session', { userName: 'anning', password });
      expect(entered.json()).toEqual({ step: 'changePassword' });
      expect((await an.get('/api/accounts')).json().code).toBe('passwordMustBeChanged');
      expect((await an.get('/api/session')).json().account).toMatchObject({
        userName: 'anning',
        displayName: '安宁',
        mustChangePassword: true,
        secondFactor: false,
      });

      const changed = await an.send('POST', '/api/account/password', {
        current: password,
        next: PASSWORD,
      });
      expect(changed.statusCode).toBe(200);
      expect((await an.get('/api/session')).json()).toMatchObject({
        account: { mustChangePassword: false },
        posting: null,
        postings: [],
        permissions: ['self'],
      });
      const again = await office
        .browser()
        .send('POST', '/api/session', { userName: 'anning', password });
      expect(again.statusCode).toBe(401);
    });
  });

  it('takes the user name in capitals and with blanks around it', async () => {
    await inOffice(async (office) => {
      await makeSignedIn(office, 'anning', '安宁');
      const answer = await office
        .browser()
        .send('POST', '/api/session', { userName: ' AnNing ', password: PASSWORD });
      expect(answer.json()).toEqual({ step: 'signedIn' });
    });
  });
});

describe('a refused sign-in', () => {
  it('reads the same for an unknown name, a wrong password, a disabled and a locked account', async () => {
    await inOffice(async (office) => {
      const sys = await office.server.as('sys');
      await makeSignedIn(office, 'anning', '安宁');
      const { id } = await makeSignedIn(office, 'boqing', '柏青');
      await makeSignedIn(office, 'censhan', '岑山');
      await sys.send('PATCH', `/api/accounts/${id}`, { version: 1, status: 'disabled' });
      const attempt = async (userName: string, password: string) => {
        const answer = await office.browser().send('POST', '/api/session', { userName, password });
        return { status: answer.statusCode, body: answer.body, cookies: answer.cookies };
      };
      const unknown = await attempt('nobody', PASSWORD);
      for (let time = 0; time < 5; time += 1) await attempt('censhan', 'not-the-password');

      expect(unknown.status).toBe(401);
      expect(unknown.cookies).toEqual([]);
      expect(await attempt('anning', 'not-the-password')).toEqual(unknown);
      expect(await attempt('boqing', PASSWORD)).toEqual(unknown);
      expect(await attempt('censhan', PASSWORD)).toEqual(unknown);
      expect(await attempt('', 'x')).toEqual(unknown);
      expect(await attempt("anning' or 1=1 --", PASSWORD)).toEqual(unknown);
    });
  });

  it('takes as long for an unknown name as for a wrong password', async () => {
    await inOffice(async (office) => {
      await makeSignedIn(office, 'anning', '安宁');
      const durationOf = async (userName: string): Promise<number> => {
        const begun = performance.now();
        await office
          .browser()
          .send('POST', '/api/session', { userName, password: 'not-the-password' });
        return performance.now() - begun;
      };
      await durationOf('nobody');
      const known = Math.min(
        await durationOf('anning'),
        await durationOf('anning'),
        await durationOf('anning'),
      );
      const unknown = Math.min(
        await durationOf('no-one'),
        await durationOf('nobody'),
        await durationOf('none'),
      );
      // Without the comparison with nobody's password it would be a tenth.
      expect(unknown).toBeGreaterThan(known / 3);
    });
  });

  it('is in the log, without the name that was typed', async () => {
    await inOffice(async (office) => {
      const { id } = await makeAccount(office, 'anning', '安宁');
      await office.browser().send('POST', '/api/session', wrong);
      await office
        .browser()
        .send('POST', '/api/session', { userName: 'oops-my-password', password: 'x' });
      const events = await office.tx<
        { subject_id: string | null; detail: { reason: string; address: string } }[]
      >`
        select subject_id, detail from audit_event where kind = 'session.refuse' order by id`;
      expect(events).toMatchObject([
        { subject_id: id, detail: { reason: 'wrongPassword', address: '127.0.0.1' } },
        { subject_id: null, detail: { reason: 'unknownUserName', address: '127.0.0.1' } },
      ]);
      expect(JSON.stringify(events)).not.toContain('oops');
    });
  });
});

describe('the lock', () => {
  it('closes at the fifth wrong password in a row, for fifteen minutes, and outlives the refusals', async () => {
    await inOffice(async (office) => {
      const { id } = await makeSignedIn(office, 'anning', '安宁');
      const guess = async (typed: object) =>
        await office.browser().send('POST', '/api/session', typed);
      for (let time = 0; time < 4; time += 1) expect((await guess(wrong)).statusCode).toBe(401);
      expect((await guess(right)).statusCode).toBe(200);

      for (let time = 0; time < 5; time += 1) await guess(wrong);
      expect((await guess(right)).statusCode).toBe(401);
      const sys = await office.server.as('sys');
      const seen = (await sys.get(`/api/accounts/${id}`)).json();
      expect(seen.lockedUntil).toBe('2026-11-23T04:15:00.000Z');

      office.wait(14);
      expect((await guess(right)).statusCode).toBe(401);
      office.wait(1);
      expect((await guess(right)).statusCode).toBe(200);
      const kinds = await office.kinds();
      expect(kinds.filter((kind) => kind === 'account.lock')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'session.refuse')).toHaveLength(4 + 5 + 2);
    });
  });

  it('counts guesses sent at the same time one by one', async () => {
    const { app: sql, owner } = await workerDatabase();
    const database = databaseOn(sql);
    const clock = (): Date => new Date('2026-11-23T04:00:00.000Z');
    await ensureFirstAccounts({ database, clock }, { demonstration: true, language: 'en' });
    await sql.begin(async (tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      const answers = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const typed = { userName: 'mei', password: 'not-the-password' };
          return (await browserOf(app).send('POST', '/api/session', typed)).statusCode;
        }),
      );
      expect(answers).toEqual(Array.from({ length: 12 }, () => 401));
    });
    const [mei] = await sql`
      select failed_attempts, locked_until from account where user_name = 'mei'`;
    expect(mei).toMatchObject({ failed_attempts: 5, locked_until: '2026-11-23T04:15:00.000Z' });
    const [count] = await sql`
      select count(*)::int as wrong from audit_event 
       where kind = 'session.refuse' and detail ->> 'reason' = 'wrongPassword'`;
    expect(count).toMatchObject({ wrong: 5 });
    await owner`truncate account, posting, session, audit_event`;
  });
});

describe('a page of another site', () => {
  const writes = [
    ['POST', '/api/session'],
    ['DELETE', '/api/session'],
    ['POST', '/api/session/second-factor'],
    ['POST', '/api/session/posting'],
    ['POST', '/api/account/password'],
    ['POST', '/api/account/second-factor/start'],
    ['POST', '/api/account/second-factor/confirm'],
    ['DELETE', '/api/account/second-factor'],
    ['DELETE', '/api/account/sessions/0192f3a0-0000-7000-8000-000000000000'],
    ['POST', '/api/accounts'],
    ['PATCH', '/api/accounts/0192f3a0-0000-7000-8000-000000000000'],
    ['POST', '/api/postings'],
    ['POST', '/api/postings/0192f3a0-0000-7000-8000-000000000000/end'],
  ] as const;

  it('can do none of them with the officer’s cookie', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const foreign: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { 'sec-fetch-site': 'cross-site' },
        { origin: 'null' },
      ];
      for (const [method, url] of writes) {
        for (const headers of foreign) {
          const answer = await browser.send(method, url, {}, headers);
          expect([url, answer.statusCode, answer.json().code]).toEqual([url, 403, 'foreignOrigin']);
        }
      }
      expect((await browser.get('/api/session')).statusCode).toBe(200);
    });
  });
});

it('is limited to sixty sign-ins a minute from one address', async () => {
  await inOffice(async (office) => {
    const attempt = async () =>
      await office.browser().send('POST', '/api/session', { userName: 'x' });
    const codes = [];
    for (let time = 0; time < 60; time += 1) codes.push((await attempt()).statusCode);
    expect(new Set(codes)).toEqual(new Set([400]));
    const over = await attempt();
    expect(over.statusCode).toBe(429);
    expect(over.json()).toMatchObject({
      code: 'tooManyRequests',
      details: { seconds: expect.any(Number) },
    });
    expect(over.headers['retry-after']).toBeDefined();
  });
});
