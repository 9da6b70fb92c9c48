import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../platform/server/testing/browser.ts';
import {
  county,
  grant,
  inOffice,
  loadWillow,
  makeAccount,
  makePosted,
  makeSignedIn,
  PASSWORD,
} from './testing/office.ts';

beforeAll(loadWillow);

describe('the security administrator', () => {
  it('grants a posting, which counts from the next request', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      const answer = await grant(office, id, { untilDay: '2026-12-31' });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        ...county,
        regionName: '柳溪县',
        untilDay: '2026-12-31',
        state: 'inForce',
        grantedBy: '安全',
      });
      const before = (await browser.get('/api/session')).json();
      expect(before).toMatchObject({ posting: null, postings: [{ role: 'countyOfficer' }] });
      await browser.send('POST', '/api/session/posting', { postingId: before.postings[0].id });
      const after = (await browser.get('/api/session')).json();
      expect(after.posting).toMatchObject({
        role: 'countyOfficer',
        regionCode: '990101',
        regionName: '柳溪县',
      });
      expect(after.permissions).toContain('household.correct');
    });
  });

  it('ends a posting today, and the next request has lost its permissions', async () => {
    await inOffice(async (office) => {
      const sec = await office.server.as('sec');
      const { accountId: id, browser } = await makePosted(office, {
        userName: 'anning',
        role: 'systemAdministrator',
        region: '',
      });
      expect((await browser.get('/api/accounts')).statusCode).toBe(200);
      const { postings } = (await sec.get(`/api/postings?accountId=${id}`)).json();
      const ended = await sec.send('POST', `/api/postings/${postings[0].id}/end`, {
        day: '2026-11-23',
      });
      expect(ended.json()).toMatchObject({ untilDay: '2026-11-22', state: 'ended' });
      expect((await browser.get('/api/accounts')).statusCode).toBe(403);
      expect((await browser.get('/api/session')).json()).toMatchObject({
        posting: null,
        permissions: ['self'],
      });
    });
  });

  it('ends a posting at a later day; until then it holds, and after it no more', async () => {
    await inOffice(async (office) => {
      const sec = await office.server.as('sec');
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      const { id: postingId } = (await grant(office, id)).json();
      await sec.send('POST', `/api/postings/${postingId}/end`, { day: '2026-11-25' });
      const enter = async () => {
        await browser.send('POST', '/api/session', { userName: 'anning', password: PASSWORD });
        return (await browser.get('/api/session')).json().posting?.role ?? null;
      };
      expect(await enter()).toBe('countyOfficer');
      office.wait(24 * 60);
      expect(await enter()).toBe('countyOfficer');
      office.wait(12 * 60 - 1);
      expect(await enter()).toBe('countyOfficer');
      office.wait(1);
      expect((await browser.get('/api/session')).json().posting).toBeNull();
      expect(await enter()).toBeNull();
    });
  });

  it('cannot grant or end for oneself', async () => {
    await inOffice(async (office) => {
      const sec = await office.server.as('sec');
      expect((await grant(office, sec.accountId)).json().code).toBe('notToOneself');
      expect(
        (await grant(office, sec.accountId, { role: 'systemAdministrator', regionCode: '' })).json()
          .code,
      ).toBe('notToOneself');
      const { postings } = (await sec.get(`/api/postings?accountId=${sec.accountId}`)).json();
      const ended = await sec.send('POST', `/api/postings/${postings[0].id}/end`, {
        day: '2026-11-23',
      });
      expect(ended.json().code).toBe('notToOneself');
    });
  });

  it('who made an account as a system administrator before, cannot grant it anything', async () => {
    await inOffice(async (office) => {
      const { accountId, browser } = await makePosted(office, {
        userName: 'turncoat',
        role: 'systemAdministrator',
        region: '',
      });
      const made = await browser.send('POST', '/api/accounts', {
        userName: 'puppet',
        displayName: '木偶',
      });
      await office.tx`update posting set role = 'securityAdministrator' where account_id = ${accountId}`;
      const granted = await browser.send('POST', '/api/postings', {
        ...county,
        accountId: made.json().account.id,
      });
      expect(granted.json().code).toBe('creatorMayNotGrant');
    });
  });

  it.each([
    [{ role: 'townshipOfficer' }, 'roleNeedsOtherLevel'],
    [{ regionCode: '990199' }, 'regionUnknown'],
    [{ fromDay: '2026-11-22' }, 'dayHasPassed'],
    [{ untilDay: '2026-11-22' }, 'daysOutOfOrder'],
    [{ fromDay: '2026-02-30' }, 'inputNotUnderstood'],
    [{ role: 'emperor' }, 'inputNotUnderstood'],
  ])('is refused a posting with %j: %s', async (posting, code) => {
    await inOffice(async (office) => {
      const { id } = await makeAccount(office, 'anning', '安宁');
      expect((await grant(office, id, posting)).json().code).toBe(code);
    });
  });

  it('of a county grants in that county only, and only to its accounts', async () => {
    await inOffice(async (office) => {
      const { browser: willow } = await makePosted(office, {
        userName: 'willow-sec',
        role: 'securityAdministrator',
        region: '990101',
      });
      const sys = await office.server.as('sys');
      const make = async (userName: string, code: string): Promise<string> =>
        (
          await sys.send('POST', '/api/accounts', { userName, displayName: '甲', regionCode: code })
        ).json().account.id;
      const [own, foreign] = [await make('own-one', '990101'), await make('foreign-one', '990102')];
      const status = async (accountId: string, code: string): Promise<number> =>
        (
          await willow.send('POST', '/api/postings', {
            ...county,
            accountId,
            role: 'inspector',
            regionCode: code,
          })
        ).statusCode;
      expect(await status(own, '990101')).toBe(200);
      expect(await status(own, '990101100')).toBe(200);
      expect(await status(own, '990102')).toBe(404);
      expect(await status(own, '99')).toBe(404);
      expect(await status(own, '')).toBe(404);
      expect(await status(foreign, '990101')).toBe(404);
      expect((await willow.get(`/api/postings?accountId=${foreign}`)).statusCode).toBe(404);
      const elsewhere = (await grant(office, foreign, { regionCode: '990102' })).json();
      const ended = await willow.send('POST', `/api/postings/${elsewhere.id}/end`, {
        day: '2026-11-23',
      });
      expect(ended.statusCode).toBe(404);
    });
  });
});

describe('a posting of one’s own', () => {
  it('is chosen by its holder only, and only while it is in force', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      const { browser: bo } = await makeSignedIn(office, 'boqing', '柏青');
      const now = (await grant(office, id)).json();
      const planned = (
        await grant(office, id, { regionCode: '990102', fromDay: '2026-12-01' })
      ).json();
      const choose = async (who: Browser, postingId: string): Promise<number> =>
        (await who.send('POST', '/api/session/posting', { postingId })).statusCode;
      expect(await choose(browser, now.id)).toBe(200);
      expect(await choose(browser, planned.id)).toBe(404);
      expect(await choose(bo, now.id)).toBe(404);
      expect(planned.state).toBe('planned');
    });
  });

  it('used last is the one that the next sign-in begins with', async () => {
    await inOffice(async (office) => {
      const { id, browser } = await makeSignedIn(office, 'anning', '安宁');
      await grant(office, id);
      const lakeside = (await grant(office, id, { regionCode: '990102' })).json();
      const enter = async (): Promise<string> => {
        office.wait(1);
        await browser.send('POST', '/api/session', { userName: 'anning', password: PASSWORD });
        return (await browser.get('/api/session')).json().posting.regionCode;
      };
      expect(await enter()).toBe('990101');
      await browser.send('POST', '/api/session/posting', { postingId: lakeside.id });
      expect(await enter()).toBe('990102');
    });
  });
});
