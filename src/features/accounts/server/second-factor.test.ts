import { describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { browserOf } from '../../../platform/server/testing/browser.ts';
import { codeOf, enrol, inOffice, makeSignedIn, type Office, PASSWORD } from './testing/office.ts';

const right = { userName: 'anning', password: PASSWORD };

/** Anning has an authenticator app and gives the password at a new browser, a while later. */
async function halfSignedIn(office: Office) {
  const { id, browser: desk } = await makeSignedIn(office, 'anning', '安宁');
  const secret = await enrol(office, desk);
  office.wait(1);
  const browser = office.browser();
  const answer = await browser.send('POST', '/api/session', right);
  expect(answer.json()).toEqual({ step: 'secondFactor' });
  return { id, desk, secret, browser };
}

describe('switching it on', () => {
  it('gives a secret, which the first code confirms; the database cannot read it', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const started = (await browser.send('POST', '/api/account/second-factor/start')).json();
      expect(started.otpauthUri).toContain(`secret=${started.secret}`);
      expect((await browser.get('/api/session')).json().account.secondFactor).toBe(false);
      const former = { ...browser.cookies };
      const code = codeOf(started.secret, office.now());
      expect(
        (await browser.send('POST', '/api/account/second-factor/confirm', { code })).statusCode,
      ).toBe(200);
      expect((await browser.get('/api/session')).json().account.secondFactor).toBe(true);
      expect(browser.cookies[SESSION_COOKIE]).not.toBe(former[SESSION_COOKIE]);
      const stored = await office.tx`select * from account`;
      expect(JSON.stringify(stored)).not.toContain(started.secret);
    });
  });

  it('counts for nothing while no code was confirmed', async () => {
    await inOffice(async (office) => {
      const { browser } = await makeSignedIn(office, 'anning', '安宁');
      const confirm = async (code: string) =>
        (await browser.send('POST', '/api/account/second-factor/confirm', { code })).json().code;
      expect(await confirm('123456')).toBe('secondFactorNotStarted');
      const { secret } = (await browser.send('POST', '/api/account/second-factor/start')).json();
      const wrong = codeOf(secret, office.now()) === '000000' ? '000001' : '000000';
      expect(await confirm(wrong)).toBe('codeRefused');
      const answer = await office.browser().send('POST', '/api/session', right);
      expect(answer.json()).toEqual({ step: 'signedIn' });
    });
  });

  it('ends the sessions that never gave a code, and is not done twice', async () => {
    await inOffice(async (office) => {
      const { browser: desk } = await makeSignedIn(office, 'anning', '安宁');
      const phone = office.browser();
      await phone.send('POST', '/api/session', right);
      await enrol(office, desk);
      expect((await phone.get('/api/session')).statusCode).toBe(401);
      expect((await desk.send('POST', '/api/account/second-factor/start')).json().code).toBe(
        'secondFactorAlreadyOn',
      );
    });
  });
});

describe('between password and code', () => {
  it('nothing can be done but giving the code and signing out', async () => {
    await inOffice(async (office) => {
      const { browser } = await halfSignedIn(office);
      const attempts = [
        ['GET', '/api/session', undefined],
        ['POST', '/api/session/posting', { postingId: '0192f3a0-0000-7000-8000-000000000000' }],
        ['POST', '/api/account/password', { current: PASSWORD, next: 'willow-by-the-river' }],
        ['POST', '/api/account/second-factor/start', undefined],
        ['POST', '/api/account/second-factor/confirm', { code: '123456' }],
        ['DELETE', '/api/account/second-factor', { code: '123456' }],
        ['GET', '/api/account/sessions', undefined],
        ['GET', '/api/accounts', undefined],
      ] as const;
      for (const [method, url, body] of attempts) {
        const answer =
          method === 'GET' ? await browser.get(url) : await browser.send(method, url, body);
        expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'notSignedIn']);
      }
      expect((await browser.send('DELETE', '/api/session')).statusCode).toBe(200);
      expect(
        (await browser.send('POST', '/api/session/second-factor', { code: '123456' })).statusCode,
      ).toBe(401);
    });
  });

  it('the half-open session is in no list of sessions and no scope', async () => {
    await inOffice(async (office) => {
      const { desk } = await halfSignedIn(office);
      expect((await desk.get('/api/account/sessions')).json().sessions).toHaveLength(1);
    });
  });

  it('there are five minutes', async () => {
    await inOffice(async (office) => {
      const { browser, secret } = await halfSignedIn(office);
      office.wait(5);
      const code = codeOf(secret, office.now());
      expect((await browser.send('POST', '/api/session/second-factor', { code })).statusCode).toBe(
        401,
      );
    });
  });
});

describe('the code', () => {
  it('opens a new session under a new token', async () => {
    await inOffice(async (office) => {
      const { browser, secret } = await halfSignedIn(office);
      const former = { ...browser.cookies };
      const answer = await browser.send('POST', '/api/session/second-factor', {
        code: codeOf(secret, office.now()),
      });
      expect(answer.json()).toEqual({ step: 'signedIn' });
      expect((await browser.get('/api/session')).statusCode).toBe(200);
      expect(browser.cookies[SESSION_COOKIE]).not.toBe(former[SESSION_COOKIE]);
      expect((await browserOf(office.server.app, former).get('/api/session')).statusCode).toBe(401);
    });
  });

  it('is good once: seen over a shoulder it is worth nothing', async () => {
    await inOffice(async (office) => {
      const { browser, secret } = await halfSignedIn(office);
      const code = codeOf(secret, office.now());
      await browser.send('POST', '/api/session/second-factor', { code });
      const other = office.browser();
      await other.send('POST', '/api/session', right);
      const replayed = await other.send('POST', '/api/session/second-factor', { code });
      expect(replayed.statusCode).toBe(422);
      expect(replayed.json().code).toBe('codeRefused');
      office.wait(1);
      const next = codeOf(secret, office.now());
      expect(
        (await other.send('POST', '/api/session/second-factor', { code: next })).statusCode,
      ).toBe(200);
    });
  });

  it('cannot be guessed: the fifth wrong one locks the account, right passwords in between or not', async () => {
    await inOffice(async (office) => {
      const { browser, secret } = await halfSignedIn(office);
      const now = codeOf(secret, office.now());
      const wrong = now === '000000' ? '111111' : '000000';
      for (let time = 0; time < 4; time += 1) {
        const answer = await browser.send('POST', '/api/session/second-factor', { code: wrong });
        expect(answer.json().code).toBe('codeRefused');
        await browser.send('POST', '/api/session', right);
      }
      const fifth = await browser.send('POST', '/api/session/second-factor', { code: wrong });
      expect(fifth.json()).toMatchObject({
        code: 'accountLocked',
        details: { until: '2026-11-23T04:16:00.000Z' },
      });
      expect(
        (await browser.send('POST', '/api/session/second-factor', { code: now })).statusCode,
      ).toBe(401);
      expect((await browser.send('POST', '/api/session', right)).statusCode).toBe(401);
      expect(await office.kinds()).toContain('account.lock');
    });
  });

  it('without a password before it opens nothing', async () => {
    await inOffice(async (office) => {
      const { secret } = await halfSignedIn(office);
      const code = codeOf(secret, office.now());
      expect(
        (await office.browser().send('POST', '/api/session/second-factor', { code })).statusCode,
      ).toBe(401);
    });
  });
});

describe('switching it off', () => {
  it('takes one more code, and then the password is enough', async () => {
    await inOffice(async (office) => {
      const { desk, secret } = await halfSignedIn(office);
      const used = codeOf(secret, '2026-11-23T04:00:00.000Z');
      const replayed = await desk.send('DELETE', '/api/account/second-factor', { code: used });
      expect(replayed.json().code).toBe('codeRefused');
      const code = codeOf(secret, office.now());
      expect((await desk.send('DELETE', '/api/account/second-factor', { code })).statusCode).toBe(
        200,
      );
      expect((await office.browser().send('POST', '/api/session', right)).json()).toEqual({
        step: 'signedIn',
      });
      const again = await desk.send('DELETE', '/api/account/second-factor', { code });
      expect(again.json().code).toBe('secondFactorNotOn');
    });
  });

  it('is done by the system administrator for a lost phone, and ends the sessions', async () => {
    await inOffice(async (office) => {
      const { id, desk } = await halfSignedIn(office);
      const sys = await office.server.as('sys');
      const reset = await sys.send('PATCH', `/api/accounts/${id}`, {
        version: 1,
        resetSecondFactor: true,
      });
      expect(reset.json()).toMatchObject({
        account: { secondFactor: false },
        oneTimePassword: null,
      });
      expect((await desk.get('/api/session')).statusCode).toBe(401);
      expect((await office.browser().send('POST', '/api/session', right)).json()).toEqual({
        step: 'signedIn',
      });
    });
  });
});

it('leaves every change in the log', async () => {
  await inOffice(async (office) => {
    const { desk, browser, secret } = await halfSignedIn(office);
    await browser.send('POST', '/api/session/second-factor', {
      code: codeOf(secret, office.now()),
    });
    office.wait(1);
    await desk.send('DELETE', '/api/account/second-factor', { code: codeOf(secret, office.now()) });
    await desk.send('DELETE', '/api/session');
    expect(await office.kinds()).toEqual([
      'account.create',
      'session.signIn',
      'account.changePassword',
      'account.secondFactorOn',
      'session.signIn',
      'account.secondFactorOff',
      'session.signOut',
    ]);
  });
});
