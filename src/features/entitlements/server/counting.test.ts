import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/server/identifiers.ts';
import type { Client } from '../../../platform/server/testing/people.ts';
import { shippedLibrary } from '../../packs/server/index.ts';
import type { HouseholdAnswer, ListAnswer, SummaryAnswer } from '../model/contract.ts';
import { adopted, member, read, served, VILLAGE, wangs } from './testing/willow-families.ts';

beforeAll(() => {
  // The first question reads the packs, which takes longer than a test should.
  shippedLibrary();
});

const countedStandings = ['gotAndDue', 'dueNotGot', 'gotNotDue'] as const;

/** What the answers of households add up to, by rule, as totals of a region have it. */
function summed(answers: readonly HouseholdAnswer[]): Map<string, Record<string, number>> {
  const sums = new Map<string, Record<string, number>>();
  for (const { pack, id, due, standing, amountFen } of answers.flatMap((one) => one.entitlements)) {
    const before = sums.get(`${pack}.${id}`) ?? {};
    const add = (name: string, number: number) => (before[name] ?? 0) + number;
    sums.set(`${pack}.${id}`, {
      due: add('due', Number(due === true)),
      open: add('open', Number(due === null)),
      ...Object.fromEntries(
        countedStandings.map((name) => [name, add(name, Number(standing === name))]),
      ),
      amountFen: add('amountFen', amountFen ?? 0),
    });
  }
  return sums;
}

async function severalFamilies(client: Client): Promise<string[]> {
  const alone = (name: string, facts: Readonly<Record<string, unknown>>) => [
    member(name, { relation: '02', birthDay: '1951-04-02', ...facts }),
  ];
  return [
    await wangs(client),
    await wangs(client, { survey: { populationAtYearEnd: 2, transferSubsistenceFen: 90_000 } }),
    await wangs(client, {
      household: { povertyStatus: 'notExited', relocated: true, mainCause: 'illness' },
      survey: { populationAtYearEnd: 1, wageWorkFen: 100_000, dangerousHouse: true },
      persons: alone('李病', { health: ['seriousIllness'], residentMedical: true }),
    }),
    await wangs(client, {
      household: { povertyStatus: 'newlyExited', householdType: 'exited' },
      persons: alone('赵残', { health: ['disability'], labourSkill: 'lost', medicalAid: true }),
    }),
    await wangs(client, {
      household: { povertyStatus: 'returned', mainCause: 'lackOfSkill' },
      persons: alone('孙壮', { birthDay: '1985-04-02', labourSkill: 'ordinary' }),
    }),
  ];
}

describe('a region', () => {
  it('is counted by rule and by place, and a number opens the people behind it', async () => {
    await served(async (server, refresh) => {
      const tao = await server.as('tao');
      const id = await wangs(tao);
      await wangs(tao, { household: { povertyStatus: 'exitedEarlier', householdType: 'exited' } });
      await refresh();
      const totals = await read<SummaryAnswer>(tao, '/api/entitlements?on=2018-09-01');
      expect(totals.packs).toMatchObject([{ id: 'willow' }]);
      expect(totals.asked).toEqual({ households: 2, persons: 4 });
      const aid = totals.rules.find(({ key }) => key === 'willow.kindergartenAid');
      expect(aid).toMatchObject({
        due: 1,
        gotAndDue: 0,
        amountFen: 80_000,
        isRecorded: false,
        isSensitive: false,
      });
      expect(totals.money.year.amountFen).toBeGreaterThanOrEqual(80_000);
      const chosen = '/api/entitlements?on=2018-09-01&rule=willow.kindergartenAid';
      expect((await read<SummaryAnswer>(tao, chosen)).places).toMatchObject([
        { code: VILLAGE, due: 1, amountFen: 80_000 },
      ]);
      const list = await read<ListAnswer>(
        tao,
        '/api/entitlements/list?on=2018-09-01&rule=willow.kindergartenAid',
      );
      expect(list).toMatchObject({
        total: 1,
        rows: [{ householdId: id, personName: '王小满', headName: '王老根', amountFen: 80_000 }],
      });
    });
  });

  it('counts as the households answer: the province by the pack of each place', async () => {
    await served(async (server, refresh) => {
      const tao = await server.as('tao');
      await wangs(tao);
      await refresh();
      const wen = await server.as('wen');
      const totals = await read<SummaryAnswer>(wen, '/api/entitlements?on=2018-09-01');
      expect(totals.packs.map(({ id }) => id).toSorted()).toEqual(
        expect.arrayContaining(['national', 'willow']),
      );
      expect(totals.rules.find(({ key }) => key === 'willow.kindergartenAid')?.due).toBe(1);
      expect(totals.asked).toEqual({ households: 1, persons: 2 });
      expect(totals.places).toMatchObject([{ code: '9901' }]);
    });
  });

  it.each(['willow', 'hanzhong', 'shandong', 'heilongjiang', 'xinyang', 'huaihua'])(
    'has by the pack %s the numbers that its households add up to',
    async (pack) => {
      await served(async (server, refresh) => {
        if (pack !== 'willow') await adopted(server, pack);
        const tao = await server.as('tao');
        const answers: HouseholdAnswer[] = [];
        for (const id of await severalFamilies(tao)) {
          const body = { on: '2018-12-31', purpose: '核对' };
          const url = `/api/households/990101/${id}/entitlements/unmask`;
          answers.push((await tao.send('POST', url, body)).json<HouseholdAnswer>());
        }
        await refresh();
        const totals = await read<SummaryAnswer>(tao, '/api/entitlements?on=2018-12-31');
        const sums = summed(answers);
        for (const rule of totals.rules.filter(({ absence }) => absence === null)) {
          const { due, open, gotAndDue, dueNotGot, gotNotDue, amountFen } = rule;
          expect(
            { due, open, gotAndDue, dueNotGot, gotNotDue, amountFen: amountFen ?? 0 },
            rule.key,
          ).toEqual(sums.get(rule.key));
        }
        expect(totals.rules.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThan(3);
      });
    },
  );

  it('counts with what an office in it has set, from the day it was set', async () => {
    await served(async (server, refresh) => {
      const [tao, lin, wen] = [
        await server.as('tao'),
        await server.as('lin'),
        await server.as('wen'),
      ];
      await wangs(tao);
      const proposal = await lin.send('POST', '/api/parameter-proposals', {
        requestId: newId(),
        region: '990101',
        parameterId: 'kindergartenAid',
        from: '2019-01-01',
        value: 900,
        clause: '柳财〔2018〕12号',
        reason: '提高补助标准',
      });
      expect(proposal.statusCode, proposal.body).toBe(200);
      const { id } = proposal.json<{ id: string }>();
      const approved = await wen.send('POST', `/api/parameter-proposals/${id}/approve`, {});
      expect(approved.statusCode, approved.body).toBe(200);
      await refresh();
      const paid = async (on: string) =>
        (await read<SummaryAnswer>(wen, `/api/entitlements?on=${on}`)).rules.find(
          ({ key }) => key === 'willow.kindergartenAid',
        )?.amountFen;
      expect([await paid('2018-12-31'), await paid('2019-01-01')]).toEqual([80_000, 90_000]);
    });
  });

  it('does not open a list that tells of health without a purpose, nor to whoever may not see it', async () => {
    await served(async (server, refresh) => {
      await adopted(server, 'shandong');
      const tao = await server.as('tao');
      await wangs(tao);
      await refresh();
      const totals = await read<SummaryAnswer>(tao, '/api/entitlements?on=2018-09-01');
      const rule = totals.rules.find(({ isSensitive, absence }) => isSensitive && absence === null);
      const url = `/api/entitlements/list?on=2018-09-01&rule=${rule?.key}`;
      expect((await tao.get(url)).json().code).toBe('entitlementPurposeNeeded');
      expect((await (await server.as('mei')).get(url)).json().code).toBe('roleLacksPermission');
      const told = await tao.send('POST', '/api/entitlements/list', {
        on: '2018-09-01',
        rule: rule?.key,
        purpose: '核对名单',
      });
      expect(told.statusCode, told.body).toBe(200);
    });
  });

  it('is taken out as a workbook for a purpose', async () => {
    await served(async (server, refresh) => {
      const tao = await server.as('tao');
      await wangs(tao);
      await refresh();
      const body = { on: '2018-09-01', rule: 'willow.kindergartenAid', purpose: '发放核对' };
      const file = await tao.send('POST', '/api/entitlements/export', body);
      expect(file.statusCode, file.body).toBe(200);
      expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
      const mei = await server.as('mei');
      expect((await mei.send('POST', '/api/entitlements/export', body)).statusCode).toBe(403);
    });
  });

  it('refuses a rule that is not there', async () => {
    await served(async (server, refresh) => {
      await refresh();
      const tao = await server.as('tao');
      const answer = await tao.get('/api/entitlements/list?rule=willow.moon');
      expect(answer.json()).toMatchObject({ code: 'entitlementRuleNotThere' });
    });
  });
});
