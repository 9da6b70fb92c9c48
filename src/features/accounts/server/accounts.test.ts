import { beforeAll, describe, expect, it } from 'vitest';
import {
  grant,
  inOffice,
  loadWillow,
  makeAccount,
  makePosted,
  makeSignedIn,
  PASSWORD,
} from './testing/office.ts';

beforeAll(loadWillow);

describe('the system administrator', () => {
  it('makes an account with a one-time password that is kept nowhere', async () => {
    await inOffice(async (office) => {
      const sys = await office.server.as('sys');
      const answer = await sys.send('POST', '/api/accounts', {
        userName: 'anning',
        displayName: '安宁',
        regionCode: '990101',
      });
      expect(answer.statusCode).toBe(200);
      const { account, oneTimePassword } = answer.json();
      expect(account).toMatchObject({
        userName: 'anning',
        regionName: '柳溪县',
        status: 'active',
        mustChangePassword: true,
        postings: [],
      });
      expect(oneTimePassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
      const everything = JSON.stringify([
        await office.tx`select * from account`,
        await office.tx`select * from audit_event`,
      ]);
      expect(everything).not.toContain(oneTimePassword);
      const again = await sys.send('POST', '/api/accounts', {
        userName: 'anning',
        displayName: '另一个',
      });
      expect(again.statusCode).toBe(409);
      expect(again.json().code).toBe('userNameTaken');
    });
  });

  it('disables an account, and its next request is refused', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      const sys = await office.server.as('sys');
      expect((await browser.get('/api/session')).statusCode).toBe(200);
      const disabled = await sys.send('PATCH', `/api/accounts/${id}`, {
        version: 1,
        status: 'disabled',
      });
      expect(disabled.json().account).toMatchObject({ status: 'disabled', version: 2 });
      expect((await browser.get('/api/session')).statusCode).toBe(401);

      const enabled = await sys.send('PATCH', `/api/accounts/${id}`, {
        version: 2,
        status: 'active',
      });
      expect(enabled.statusCode).toBe(200);
      expect((await browser.get('/api/session')).statusCode).toBe(401);
      const back = await browser.send('POST', '/api/session', {
        userName: 'anning',
        password: PASSWORD,
      });
      expect(back.json()).toEqual({ step: 'signedIn' });
    });
  });

  it('resets a password: the old one is worth nothing, the lock is gone, the sessions end', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      for (let time = 0; time < 5; time += 1) {
        await office
          .browser()
          .send('POST', '/api/session', { userName: 'anning', password: 'wrong-wrong' });
      }
      const sys = await office.server.as('sys');
      const { oneTimePassword } = (
        await sys.send('PATCH', `/api/accounts/${id}`, { version: 1, resetPassword: true })
      ).json();
      expect((await browser.get('/api/session')).statusCode).toBe(401);
      const enter = async (password: string) =>
        (
          await office.browser().send('POST', '/api/session', { userName: 'anning', password })
        ).json();
      expect((await enter(PASSWORD)).code).toBe('signInRefused');
      expect(await enter(oneTimePassword)).toEqual({ step: 'changePassword' });
    });
  });

  it('renames without ending the session', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      const sys = await office.server.as('sys');
      await sys.send('PATCH', `/api/accounts/${id}`, { version: 1, displayName: '安宁宁' });
      expect((await browser.get('/api/session')).json().account.displayName).toBe('安宁宁');
      const stale = await sys.send('PATCH', `/api/accounts/${id}`, {
        version: 1,
        displayName: '安',
      });
      expect(stale.statusCode).toBe(409);
      expect(stale.json()).toMatchObject({ code: 'changedMeanwhile', details: { version: 2 } });
    });
  });

  it('cannot touch the own account, nor those of the other administrators', async () => {
    await inOffice(async (office) => {
      const sys = await office.server.as('sys');
      const change = async (id: string, body: object) =>
        (await sys.send('PATCH', `/api/accounts/${id}`, { version: 1, ...body })).json().code;
      expect(await change(sys.accountId, { status: 'disabled' })).toBe('notToOneself');
      for (const name of ['sec', 'aud'] as const) {
        const { accountId } = await office.server.as(name);
        for (const body of [
          { resetPassword: true },
          { resetSecondFactor: true },
          { status: 'disabled' },
          { displayName: 'X' },
        ]) {
          expect(await change(accountId, body)).toBe('administratorsAreSeparate');
        }
      }
    });
  });

  it('of a county sees and changes the accounts of that county only', async () => {
    await inOffice(async (office) => {
      const { browser: willow } = await makePosted(office, {
        userName: 'willow-sys',
        role: 'systemAdministrator',
        region: '990101',
      });
      const { accountId: stranger } = await office.server.as('hua');
      const create = async (userName: string, code?: string) =>
        await willow.send('POST', '/api/accounts', {
          userName,
          displayName: '甲',
          ...(code === undefined ? {} : { regionCode: code }),
        });
      const own = (await create('in-willow')).json().account;
      expect(own.regionCode).toBe('990101');
      expect((await create('in-town', '990101100')).statusCode).toBe(200);
      expect((await create('next-county', '990102')).statusCode).toBe(404);
      expect((await create('the-nation', '')).statusCode).toBe(404);

      const { rows, total } = (await willow.get('/api/accounts')).json();
      expect(rows.map((row: { userName: string }) => row.userName)).toEqual([
        'in-town',
        'in-willow',
      ]);
      expect(total).toBe(2);
      const absent = await willow.get('/api/accounts/0192f3a0-0000-7000-8000-000000000000');
      const foreign = await willow.get(`/api/accounts/${stranger}`);
      expect([foreign.statusCode, foreign.body]).toEqual([404, absent.body]);
      const change = await willow.send('PATCH', `/api/accounts/${stranger}`, {
        version: 1,
        resetPassword: true,
      });
      expect([change.statusCode, change.body]).toEqual([404, absent.body]);

      await grant(office, own.id, { role: 'countyOfficer', regionCode: '990102' });
      const further = await willow.send('PATCH', `/api/accounts/${own.id}`, {
        version: 1,
        resetPassword: true,
      });
      expect(further.json().code).toBe('accountReachesFurther');
    });
  });

  it('finds accounts by name, state, role and region, a page at a time', async () => {
    await inOffice(async (office) => {
      const sys = await office.server.as('sys');
      const { id } = await makeAccount(office, 'anning', '安宁');
      await makeAccount(office, 'an_qing', '安青');
      await makeAccount(office, 'boqing', '柏青');
      await grant(office, id);
      const names = async (query: string): Promise<string[]> =>
        (await sys.get(`/api/accounts?${query}`))
          .json()
          .rows.map((row: { userName: string }) => row.userName);
      expect(await names('text=qing')).toEqual(['an_qing', 'boqing']);
      expect(await names(`text=${encodeURIComponent('安')}&sort=-userName`)).toEqual([
        'sec',
        'anning',
        'an_qing',
      ]);
      expect(await names('text=n_')).toEqual(['an_qing']);
      expect(await names('text=%25')).toEqual([]);
      expect(await names('role=countyOfficer')).toEqual(['anning']);
      expect(await names('status=disabled')).toEqual([]);
      expect(await names('region=99')).toEqual([]);
      expect(await names('size=1&page=2')).toEqual(['anning']);
      expect((await sys.get('/api/accounts?size=1')).json().total).toBe(5);
      expect((await sys.get('/api/accounts?sort=password_hash')).statusCode).toBe(400);
      expect((await sys.get('/api/accounts')).body).not.toContain('argon2');
    });
  });
});

it('writes every act of the administrators into the log, with who and on whom', async () => {
  await inOffice(async (office) => {
    const { id } = await makeAccount(office, 'anning', '安宁');
    const [sys, sec] = [await office.server.as('sys'), await office.server.as('sec')];
    const { id: postingId } = (await grant(office, id)).json();
    await sec.send('POST', `/api/postings/${postingId}/end`, { day: '2026-11-24' });
    await sys.send('PATCH', `/api/accounts/${id}`, {
      version: 1,
      displayName: '安宁宁',
      status: 'disabled',
      resetPassword: true,
    });
    const events = await office.tx<{ kind: string; account_id: string; subject_id: string }[]>`
      select kind, account_id, subject_id from audit_event order by xid, id`;
    expect(events).toEqual(
      [
        ['account.create', sys],
        ['posting.grant', sec],
        ['posting.end', sec],
        ['account.rename', sys],
        ['account.disable', sys],
        ['account.resetPassword', sys],
      ].map(([kind, who]) => ({
        kind,
        account_id: (who as { accountId: string }).accountId,
        subject_id: id,
      })),
    );
  });
});
