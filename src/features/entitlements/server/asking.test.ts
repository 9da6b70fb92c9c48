import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLibrary } from '../../packs/server/index.ts';
import type { EntitlementView, HouseholdAnswer, SummaryAnswer } from '../model/contract.ts';
import { findEventsOf } from './testing/event-store.ts';
import { adopted, member, read, served, wangs } from './testing/willow-families.ts';

beforeAll(() => {
  // The first question reads the packs, which takes longer than a test should.
  shippedLibrary();
});

function find(answer: HouseholdAnswer, id: string, personName?: string): EntitlementView {
  const person = answer.members.find(({ name }) => name === personName)?.id ?? null;
  const found = answer.entitlements.find((each) => each.id === id && each.personId === person);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
}

describe('a household', () => {
  it('is told what its child is due, with each condition, the parameter, its day and clause', async () => {
    await served(async (server) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      const answer = await read<HouseholdAnswer>(
        tao,
        `/api/households/990101/${id}/entitlements?on=2018-09-01`,
      );
      expect(answer.pack).toMatchObject({ id: 'willow', adopted: false });
      const aid = find(answer, 'kindergartenAid', '王小满');
      expect(aid).toMatchObject({
        standing: 'dueUnrecorded',
        due: true,
        amountFen: 80_000,
        per: 'year',
        sources: [{ pack: 'willow', clause: '3.1', number: '三、（一）' }],
      });
      expect(aid.why[0]).toMatchObject({ kind: 'all', met: true, depth: 0 });
      expect(aid.why.slice(1).map(({ met }) => met)).toEqual([true, true]);
      expect(aid.why[2]?.readings[0]).toMatchObject({ value: '学前教育' });
      expect(aid.amountWhy[0]?.readings[0]).toMatchObject({
        value: '800元',
        from: '2018-09-01',
        sources: [
          { pack: 'willow', clause: '3.1' },
          { pack: null, title: { zh: expect.stringContaining('教育资助标准') } },
        ],
      });
    });
  });

  it('is due the amount of the day before on the day before', async () => {
    await served(async (server) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      const at = `/api/households/990101/${id}/entitlements`;
      const amount = async (on: string) =>
        find(await read<HouseholdAnswer>(tao, `${at}?on=${on}`), 'kindergartenAid', '王小满')
          .amountFen;
      expect(await amount('2018-08-31')).toBe(60_000);
      expect(await amount('2018-09-01')).toBe(80_000);
    });
  });

  it('is told why not, in the language of the reader', async () => {
    await served(async (server) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      const answer = await read<HouseholdAnswer>(
        tao,
        `/api/households/990101/${id}/entitlements?on=2018-09-01`,
      );
      const aid = find(answer, 'kindergartenAid', '王老根');
      expect(aid).toMatchObject({ standing: 'neither', due: false, amountFen: null });
      const unmet = aid.why.find(({ depth, met }) => depth === 1 && met === false);
      expect(unmet?.sentence).toContain('在校生状况');
      expect(aid.sentence).not.toContain('rules:');
    });
  });

  it.each([
    [{ populationAtYearEnd: 2, wageWorkFen: 200_000 }, 'dueNotGot'],
    [{ populationAtYearEnd: 2, wageWorkFen: 200_000, transferSubsistenceFen: 50_000 }, 'gotAndDue'],
    [
      { populationAtYearEnd: 2, wageWorkFen: 9_000_000, transferSubsistenceFen: 50_000 },
      'gotNotDue',
    ],
    [{ populationAtYearEnd: 2, wageWorkFen: 9_000_000 }, 'neither'],
  ] as const)('with %j stands to the top-up as %s', async (survey, standing) => {
    await served(async (server, refresh) => {
      const tao = await server.as('tao');
      const id = await wangs(tao, { survey });
      const answer = await read<HouseholdAnswer>(
        tao,
        `/api/households/990101/${id}/entitlements?on=2018-12-31`,
      );
      const topUp = find(answer, 'topUpToExitLine');
      expect(topUp.standing).toBe(standing);
      expect(topUp.receivedWhy.length).toBeGreaterThan(0);
      await refresh();
      const totals = await read<SummaryAnswer>(tao, '/api/entitlements?on=2018-12-31');
      const counted = totals.rules.find(({ key }) => key === 'willow.topUpToExitLine');
      expect(counted).toMatchObject({
        due: Number(standing === 'dueNotGot' || standing === 'gotAndDue'),
        gotAndDue: Number(standing === 'gotAndDue'),
        dueNotGot: Number(standing === 'dueNotGot'),
        gotNotDue: Number(standing === 'gotNotDue'),
        open: 0,
        amountFen: topUp.amountFen ?? 0,
      });
    });
  });

  it('that lies beyond the reach of the officer is not there', async () => {
    await served(async (server) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      const url = `/api/households/990101/${id}/entitlements`;
      expect((await (await server.as('chen')).get(url)).statusCode).toBe(404);
      expect((await (await server.as('sys')).get(url)).statusCode).toBe(403);
      expect((await server.anonymous.get(url)).statusCode).toBe(401);
    });
  });

  it('has no answers where no pack holds on the day', async () => {
    await served(async (server) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      const answer = await read<HouseholdAnswer>(
        tao,
        `/api/households/990101/${id}/entitlements?on=2009-12-31`,
      );
      expect(answer).toMatchObject({ pack: null, entitlements: [] });
    });
  });
});

describe('what follows from health', () => {
  it('is not told without a purpose, neither by answer nor by explanation; and told with one, recorded', async () => {
    await served(async (server, _refresh, tx) => {
      await adopted(server, 'shandong');
      const tao = await server.as('tao');
      const ill = member('王老根', {
        relation: '02',
        birthDay: '1950-03-01',
        health: ['seriousIllness'],
      });
      const id = await wangs(tao, { persons: [ill] });
      const well = await wangs(tao, {
        persons: [member('李康', { relation: '02', birthDay: '1950-03-01' })],
      });
      const url = (which: string) => `/api/households/990101/${which}/entitlements`;
      const [one, other] = [
        await read<HouseholdAnswer>(tao, `${url(id)}?on=2018-09-01`),
        await read<HouseholdAnswer>(tao, `${url(well)}?on=2018-09-01`),
      ];
      expect(one.hidden).toBeGreaterThan(0);
      const withoutPeople = (answer: HouseholdAnswer) =>
        answer.entitlements.map(({ personId: _person, ...rest }) => rest);
      const names = (text: string) => text.replaceAll('王老根', '某人').replaceAll('李康', '某人');
      expect(names(JSON.stringify(withoutPeople(one)))).toBe(
        names(JSON.stringify(withoutPeople(other))),
      );
      const mei = await server.as('mei');
      const refused = await mei.send('POST', `${url(id)}/unmask`, { purpose: '走访' });
      expect(refused.json().code).toBe('roleLacksPermission');
      const shown = await tao.send('POST', `${url(id)}/unmask`, {
        on: '2018-09-01',
        purpose: '核对医疗救助名单',
      });
      expect(shown.json<HouseholdAnswer>().hidden).toBe(0);
      expect(await findEventsOf(tx, id)).toEqual([
        { kind: 'household.unmask', purpose: '核对医疗救助名单' },
      ]);
    });
  });
});
