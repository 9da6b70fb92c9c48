import { describe, expect, it } from 'vitest';
import { hashToken, SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { browserOf } from '../../../platform/server/testing/browser.ts';
import { inOffice, makeAccount, makeSignedIn, PASSWORD } from './testing/office.ts';

const right = { userName: 'anning', password: PASSWORD };

describe('the session', () => {
  it('has a token that the database does not know, in a cookie that scripts and other sites cannot use', async () => {
    await inOffice(async (office) => {
      const { browser: an } = await makeSignedIn(office, 'anning', '安宁');
      const answer = await an.send('POST', '/api/session', right);
      const [cookie] = answer.cookies;
      expect(cookie).toMatchObject({
        name: SESSION_COOKIE,
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
      });
      expect(cookie).not.toHaveProperty('secure');
      const token = cookie?.value ?? '';
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      const stored = await office.tx`select * from session`;
      expect(JSON.stringify(stored)).not.toContain(token);
      const [row] = await office.tx`select 1 from session where token_hash = ${hashToken(token)}`;
      expect(row).toBeDefined();
    });
  });

  it('is marked secure where the office has TLS', async () => {
    await inOffice(async (office) => {
      await makeSignedIn(office, 'anning', '安宁');
      const headers = { 'x-forwarded-proto': 'https' };
      const answer = await office.browser().send('POST', '/api/session', right, headers);
      expect(answer.cookies[0]).toMatchObject({ secure: true });
    });
  });

  it('never keeps a token that was there before the sign-in, and ends the one it replaces', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const former = { ...browser.cookies };
      const planted = browserOf(office.server.app, { [SESSION_COOKIE]: 'planted-by-an-attacker' });
      await planted.send('POST', '/api/session', right);
      expect(planted.cookies[SESSION_COOKIE]).not.toBe('planted-by-an-attacker');

      await browser.send('POST', '/api/session', right);
      expect(browser.cookies[SESSION_COOKIE]).not.toBe(former[SESSION_COOKIE]);
      expect((await browserOf(office.server.app, former).get('/api/session')).statusCode).toBe(401);
      expect((await browser.get('/api/session')).statusCode).toBe(200);
    });
  });

  it('is over after signing out, and its token is worth nothing', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const former = { ...browser.cookies };
      const left = await browser.send('DELETE', '/api/session');
      expect(left.headers['clear-site-data']).toBe('"cache"');
      expect(browser.cookies).toEqual({});
      expect((await browserOf(office.server.app, former).get('/api/session')).statusCode).toBe(401);
      expect((await browser.send('DELETE', '/api/session')).statusCode).toBe(200);
      expect((await office.kinds()).filter((kind) => kind === 'session.signOut')).toHaveLength(1);
    });
  });

  it('ends after half an hour without use', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      office.wait(29);
      expect((await browser.get('/api/session')).statusCode).toBe(200);
      office.wait(31);
      expect((await browser.get('/api/session')).statusCode).toBe(401);
    });
  });

  it('ends after twelve hours of use', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
        office.wait(20);
        expect((await browser.get('/api/session')).statusCode).toBe(200);
      }
      office.wait(20);
      expect((await browser.get('/api/session')).statusCode).toBe(401);
    });
  });

  it('is listed with its device, and can be ended from another one', async () => {
    await inOffice(async (office) => {
      const { browser: desk } = await makeSignedIn(office, 'anning', '安宁');
      const phone = office.browser();
      await phone.send('POST', '/api/session', right, {
        'user-agent': 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile',
      });
      const { sessions } = (await desk.get('/api/account/sessions')).json();
      expect(sessions).toHaveLength(2);
      const other = sessions.find((session: { current: boolean }) => !session.current);
      expect(other.device).toBe('Chrome · Android');

      expect((await desk.send('DELETE', `/api/account/sessions/${other.id}`)).statusCode).toBe(200);
      expect((await phone.get('/api/session')).statusCode).toBe(401);
      expect((await desk.get('/api/session')).statusCode).toBe(200);
      expect((await desk.send('DELETE', `/api/account/sessions/${other.id}`)).statusCode).toBe(404);
    });
  });

  it('of someone else cannot be ended', async () => {
    await inOffice(async (office) => {
      const { browser: an } = await makeSignedIn(office, 'anning', '安宁');
      const { browser: bo } = await makeSignedIn(office, 'boqing', '柏青');
      const [session] = (await an.get('/api/account/sessions')).json().sessions;
      expect((await bo.send('DELETE', `/api/account/sessions/${session.id}`)).statusCode).toBe(404);
      expect((await an.get('/api/session')).statusCode).toBe(200);
    });
  });
});

describe('changing the password', () => {
  it('gives this browser a new token and ends the other sessions', async () => {
    await inOffice(async (office) => {
      const { browser: desk } = await makeSignedIn(office, 'anning', '安宁');
      const phone = office.browser();
      await phone.send('POST', '/api/session', right);
      const former = { ...desk.cookies };
      const next = 'willow-by-the-river';
      const changed = await desk.send('POST', '/api/account/password', { current: PASSWORD, next });
      expect(changed.statusCode).toBe(200);
      expect((await desk.get('/api/session')).statusCode).toBe(200);
      expect((await browserOf(office.server.app, former).get('/api/session')).statusCode).toBe(401);
      expect((await phone.get('/api/session')).statusCode).toBe(401);
    });
  });

  it.each([
    ['short-one', 'passwordTooShort'],
    ['Password123', 'passwordTooCommon'],
    [PASSWORD, 'passwordUnchanged'],
    ['anning1234', 'passwordTellsUserName'],
  ])('to %s is refused: %s', async (next, code) => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const answer = await browser.send('POST', '/api/account/password', {
        current: PASSWORD,
        next,
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().code).toBe(code);
    });
  });

  it('counts wrong guesses at the current one, and ends the sessions with the lock', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const guess = async () =>
        (
          await browser.send('POST', '/api/account/password', {
            current: 'wrong-wrong',
            next: 'willow-by-the-river',
          })
        ).json();
      for (let time = 0; time < 4; time += 1)
        expect((await guess()).code).toBe('currentPasswordWrong');
      expect(await guess()).toMatchObject({
        code: 'accountLocked',
        details: { minutes: 15, until: '2026-11-23T04:15:00.000Z' },
      });
      expect((await browser.get('/api/session')).statusCode).toBe(401);
    });
  });

  it('is asked for again after ninety days where the office follows the graded policy', async () => {
    await inOffice(
      async (office) => {
        const { password } = await makeAccount(office, 'anning', '安宁');
        const browser = office.browser();
        await browser.send('POST', '/api/session', { userName: 'anning', password });
        const change = async (next: string) =>
          await browser.send('POST', '/api/account/password', { current: password, next });
        expect((await change(PASSWORD)).json().code).toBe('passwordNeedsKinds');
        expect((await change('River-Under-Bridge')).statusCode).toBe(200);
        const step = async () =>
          (
            await browser.send('POST', '/api/session', {
              userName: 'anning',
              password: 'River-Under-Bridge',
            })
          ).json().step;
        office.wait(90 * 24 * 60);
        expect(await step()).toBe('signedIn');
        office.wait(1);
        expect(await step()).toBe('changePassword');
      },
      { passwordPolicy: 'graded' },
    );
  });
});
