import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/server/database/database.ts';
import { browserOf } from '../../../platform/server/testing/browser.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testServer } from '../../../platform/server/testing/people.ts';
import { ensureFirstAccounts } from './first-accounts.ts';
import { resetFromCommandLine } from './reset-administrator.ts';
import { accountRoutes } from './routes.ts';
import { loadWillow } from './testing/office.ts';

beforeAll(loadWillow);

const clock = (): Date => new Date(NOON);

async function start(database: Database, demonstration: boolean) {
  return await ensureFirstAccounts({ database, clock }, { demonstration, language: 'en' });
}

describe('the first start without demonstration', () => {
  it('makes the three administrators, whose passwords are told once', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      const first = await start(database, false);
      expect(first.demonstration).toBe(false);
      expect(first.oneTimePasswords.map(({ userName }) => userName)).toEqual([
        'system-administrator',
        'security-administrator',
        'auditor',
      ]);
      for (const typed of first.oneTimePasswords) {
        const answer = await browserOf(app).send('POST', '/api/session', typed);
        expect(answer.json()).toEqual({ step: 'changePassword' });
      }
      expect(await start(database, false)).toEqual({ oneTimePasswords: [], demonstration: false });
      expect((await browserOf(app).get('/api/demonstration/accounts')).statusCode).toBe(404);
    });
  });

  it('is never followed by demonstration accounts, whatever a later start asks for', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      await start(database, false);
      expect(await start(database, true)).toEqual({ oneTimePasswords: [], demonstration: false });
      expect((await browserOf(app).get('/api/demonstration/accounts')).statusCode).toBe(404);
    });
  });
});

describe('the demonstration', () => {
  it('lists its people with the password that lets every one of them in', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      expect(await start(database, true)).toEqual({ oneTimePasswords: [], demonstration: true });
      expect(await start(database, true)).toEqual({ oneTimePasswords: [], demonstration: true });
      const people = (await browserOf(app).get('/api/demonstration/accounts')).json();
      expect(
        people.map(({ role, regionName }: { role: string; regionName: string }) => [
          role,
          regionName,
        ]),
      ).toEqual([
        ['villageCadre', '北门村'],
        ['townshipOfficer', '城关镇'],
        ['townshipOfficer', '青石镇'],
        ['countyOfficer', '柳溪县'],
        ['countyOfficer', '临湖县'],
        ['provinceOfficer', '示范省'],
        ['systemAdministrator', expect.any(String)],
        ['securityAdministrator', expect.any(String)],
        ['auditor', expect.any(String)],
      ]);
      for (const { userName, password, role } of people) {
        const browser = browserOf(app);
        const entered = await browser.send('POST', '/api/session', { userName, password });
        expect(entered.json()).toEqual({ step: 'signedIn' });
        expect((await browser.get('/api/session')).json().posting.role).toBe(role);
      }
    });
  });

  it('keeps its accounts as they are', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      await start(database, true);
      const mei = browserOf(app);
      await mei.send('POST', '/api/session', { userName: 'mei', password: 'mingbai-demo' });
      const body = { current: 'mingbai-demo', next: 'river-under-stone-bridge' };
      const code = async (url: string, sent?: object) =>
        (await mei.send('POST', url, sent)).json().code;
      expect(await code('/api/account/password', body)).toBe('demonstrationAccountStays');
      expect(await code('/api/account/second-factor/start')).toBe('demonstrationAccountStays');
    });
  });

  it('is over for good once the product was started without it', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      await start(database, true);
      const mei = browserOf(app);
      await mei.send('POST', '/api/session', { userName: 'mei', password: 'mingbai-demo' });
      const over = await start(database, false);
      expect(over.oneTimePasswords).toHaveLength(3);
      expect((await mei.get('/api/session')).statusCode).toBe(401);
      expect(
        (await mei.send('POST', '/api/session', { userName: 'mei', password: 'mingbai-demo' }))
          .statusCode,
      ).toBe(401);
      expect(await start(database, true)).toEqual({ oneTimePasswords: [], demonstration: false });
      expect((await mei.get('/api/demonstration/accounts')).statusCode).toBe(404);
    });
  });
});

describe('the command line', () => {
  it('lets an administrator in again', async () => {
    await inRollback(async (database, tx) => {
      const { app } = await testServer(database, tx, [accountRoutes]);
      await start(database, false);
      const password = await resetFromCommandLine({ database, clock }, 'security-administrator');
      const answer = await browserOf(app).send('POST', '/api/session', {
        userName: 'security-administrator',
        password,
      });
      expect(answer.json()).toEqual({ step: 'changePassword' });
      await expect(resetFromCommandLine({ database, clock }, 'nobody')).rejects.toMatchObject({
        code: 'notFound',
      });
    });
  });

  it('leaves demonstration accounts alone', async () => {
    await inRollback(async (database) => {
      await start(database, true);
      const reset = resetFromCommandLine({ database, clock }, 'sys');
      await expect(reset).rejects.toMatchObject({ code: 'demonstrationAccountStays' });
    });
  });
});
