import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { type Client, NOON } from '../../../platform/server/testing/people.ts';
import type { PersonFacts } from '../../households/model/index.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { synthesise } from '../../synth/model/index.ts';
import type { FindingView } from '../model/contract.ts';
import type { Inserted, WholeFacts } from './testing/register-store.ts';
import { onStage, type Stage } from './testing/stage.ts';

const taosVillage = regionCode('990101100201');
const chensVillage = regionCode('990101101200');

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

/** One clean household in each of these villages. */
function clean(villages: readonly RegionCode[]): WholeFacts[] {
  const order = { seed: 'changing', households: villages.length, on: plainDate('2026-11-23') };
  return [...synthesise({ ...order, villages, surveyYears: [2025] })];
}

function withHead(whole: WholeFacts, values: Partial<PersonFacts>): WholeFacts {
  const [head, ...others] = whole.persons;
  if (head === undefined) throw new Error('A household has a head');
  return { ...whole, persons: [{ ...head, ...values }, ...others] };
}

async function put(stage: Stage, households: readonly WholeFacts[]): Promise<Inserted[]> {
  const inserted = await stage.insert(households);
  await stage.recheck();
  return inserted;
}

/** A child that has no number yet. */
const newborn = {
  name: '梅小宝',
  sex: '1',
  birthDay: '2026-10-01',
  relation: '20',
  schoolStatus: 'belowSchoolAge',
  education: null,
  health: ['healthy' as const],
  labourSkill: 'none',
  residentMedical: true,
} as const;

const at = (id: string): string => `/api/households/990101/${id}`;

async function rulesIn(client: Client, household: string): Promise<string[]> {
  const { findings } = (await client.get(`${at(household)}/findings`)).json<{
    findings: FindingView[];
  }>();
  return findings.map(({ ruleId, state }) => (state === 'open' ? ruleId : `${ruleId} ${state}`));
}

type Change = { version: number; changes: object; reason?: string };

async function correct(client: Client, household: string, change: Change) {
  return await client.send('PATCH', at(household), { requestId: newId(), ...change });
}

async function correctPerson(
  client: Client,
  of: { household: string; person: string },
  change: Change,
) {
  const url = `${at(of.household)}/persons/${of.person}`;
  return await client.send('PATCH', url, { requestId: newId(), ...change });
}

describe('a change by hand', () => {
  it('that needs an explanation is refused without one and stored explained with one', async () => {
    await onStage(async (stage) => {
      const [home] = await put(stage, clean([taosVillage]));
      const tao = await stage.server.as('tao');
      const id = home?.id ?? '';
      const before = await rulesIn(tao, id);
      const change = { version: 1, changes: { phone: null } };
      const refused = (await correct(tao, id, change)).json();
      expect(refused).toMatchObject({ status: 422, code: 'explanationNeeded' });
      expect(refused.details.findings).toMatchObject([{ ruleId: 'R014', level: 'W' }]);
      expect(await rulesIn(tao, id)).toEqual(before);
      const said = { ...change, reason: '户主已停用手机' };
      expect((await correct(tao, id, said)).statusCode).toBe(200);
      expect(await rulesIn(tao, id)).toContain('R014 explained');
    });
  });

  it('that breaks a rule is refused, and nothing is stored', async () => {
    await onStage(async (stage) => {
      const [home] = await put(stage, clean([taosVillage]));
      const tao = await stage.server.as('tao');
      const person = { household: home?.id ?? '', person: home?.persons[0] ?? '' };
      const change = { version: 1, changes: { birthDay: '1951-02-03' }, reason: '本人说的' };
      const refused = (await correctPerson(tao, person, change)).json();
      expect(refused).toMatchObject({ code: 'dataRuleBroken' });
      expect((await stage.stored()).filter(({ level }) => level === 'E')).toEqual([]);
    });
  });

  it('that puts a fault right takes its finding away, and leaves the others explained', async () => {
    await onStage(async (stage) => {
      const [whole] = clean([taosVillage]);
      if (whole === undefined) throw new Error('none');
      const faulty = withHead(whole, { ethnicity: null });
      const [home] = await put(stage, [
        { ...faulty, household: { ...faulty.household, phone: null } },
      ]);
      const tao = await stage.server.as('tao');
      const id = home?.id ?? '';
      expect(await rulesIn(tao, id)).toEqual(expect.arrayContaining(['R012', 'R014']));
      const [finding] = (await tao.get(`${at(id)}/findings`))
        .json<{ findings: FindingView[] }>()
        .findings.filter(({ ruleId }) => ruleId === 'R014');
      await tao.send('POST', `/api/quality/findings/990101/${finding?.id}/explain`, {
        requestId: newId(),
        reason: '没有电话',
      });
      const person = { household: id, person: home?.persons[0] ?? '' };
      const corrected = await correctPerson(tao, person, {
        version: 1,
        changes: { ethnicity: '01' },
      });
      expect(corrected.statusCode, corrected.body).toBe(200);
      const left = await rulesIn(tao, id);
      expect(left).toContain('R014 explained');
      expect(left).not.toContain('R012');
    });
  });

  it('may keep what is exempted, and does not have to explain it', async () => {
    await onStage(async (stage) => {
      const [whole] = clean([taosVillage]);
      if (whole === undefined) throw new Error('none');
      const [home] = await put(stage, [
        { ...whole, household: { ...whole.household, phone: null } },
      ]);
      const [tao, lin] = [await stage.server.as('tao'), await stage.server.as('lin')];
      const id = home?.id ?? '';
      const { findings } = (await lin.get(`${at(id)}/findings`)).json<{
        findings: FindingView[];
      }>();
      await lin.send('POST', '/api/quality/exemptions', {
        requestId: newId(),
        county: '990101',
        findingId: findings.find(({ ruleId }) => ruleId === 'R014')?.id,
        reason: '全村无信号',
        until: null,
      });
      await correct(tao, id, { version: 1, changes: { phone: '13800000001' } });
      expect(await rulesIn(tao, id)).not.toContain('R014 exempted');
      const emptied = await correct(tao, id, { version: 2, changes: { phone: null } });
      expect(emptied.statusCode, emptied.body).toBe(200);
      expect(await rulesIn(tao, id)).toContain('R014 exempted');
    });
  });

  it('lets the findings of a merged household go, and the exemption of a member come along', async () => {
    await onStage(async (stage) => {
      const [one, other] = clean([taosVillage, regionCode('990101100202')]);
      if (one === undefined || other === undefined) throw new Error('none');
      const [kept, absorbed] = await put(stage, [one, withHead(other, { ethnicity: null })]);
      const [tao, lin] = [await stage.server.as('tao'), await stage.server.as('lin')];
      const { findings } = (await lin.get(`${at(absorbed?.id ?? '')}/findings`)).json<{
        findings: FindingView[];
      }>();
      const finding = findings.find(({ ruleId }) => ruleId === 'R012');
      await lin.send('POST', '/api/quality/exemptions', {
        requestId: newId(),
        county: '990101',
        findingId: finding?.id,
        reason: '民族成分正在认定',
        until: null,
      });
      const relations = Object.fromEntries((absorbed?.persons ?? []).map((id) => [id, '99']));
      const merged = await tao.send('POST', `${at(kept?.id ?? '')}/merge`, {
        requestId: newId(),
        version: 1,
        reason: '两户已合并生活',
        absorbed: absorbed?.id,
        relations,
        on: '2026-11-22',
      });
      expect(merged.statusCode, merged.body).toBe(200);
      expect(await rulesIn(tao, absorbed?.id ?? '')).toEqual([]);
      expect(await rulesIn(tao, kept?.id ?? '')).toContain('R012 exempted');
      const [moved] = await stage.tx`select village_code, household_id from quality_exemption`;
      expect(moved).toEqual({ village_code: taosVillage, household_id: kept?.id });
    });
  });
});

describe('rules across households', () => {
  const works = { workStatus: 'outsideProvince', workMonths: 8 } as const;

  it('find workers of two townships with one phone, and forget both when one is corrected', async () => {
    await onStage(async (stage) => {
      const [taos, chens] = clean([taosVillage, chensVillage]);
      if (taos === undefined || chens === undefined) throw new Error('none');
      const [here, there] = await put(stage, [
        withHead(taos, { ...works, phone: '13800000001' }),
        withHead(chens, { ...works, phone: '13800000002' }),
      ]);
      const [tao, chen] = [await stage.server.as('tao'), await stage.server.as('chen')];
      const [own = '', other = ''] = [here?.id, there?.id];
      expect(await rulesIn(chen, other)).not.toContain('R015');
      const person = { household: own, person: here?.persons[0] ?? '' };
      const change = async (version: number, phone: string) => {
        const answer = await correctPerson(tao, person, { version, changes: { phone } });
        expect(answer.statusCode, answer.body).toBe(200);
      };
      await change(1, '13800000002');
      expect(await rulesIn(tao, own)).toContain('R015');
      expect(await rulesIn(chen, other)).toContain('R015');
      expect((await tao.get(at(other))).statusCode).toBe(404);
      const byHand = await stage.stored();
      await stage.recheck();
      expect(await stage.stored()).toEqual(byHand);
      await change(2, '13800000003');
      expect(await rulesIn(tao, own)).not.toContain('R015');
      expect(await rulesIn(chen, other)).not.toContain('R015');
    });
  });

  it('ask for an explanation when a person without number is on the register already', async () => {
    await onStage(async (stage) => {
      const [one, other] = clean([taosVillage, chensVillage]);
      if (one === undefined || other === undefined) throw new Error('none');
      const baby: Partial<PersonFacts> = {
        ...newborn,
        birthDay: plainDate(newborn.birthDay),
        documentKind: null,
        documentNumber: null,
      };
      const [head] = one.persons;
      if (head === undefined) throw new Error('none');
      const [here] = await put(stage, [
        one,
        { ...other, persons: [...other.persons, { ...head, ...baby, relation: '20' }] },
      ]);
      const tao = await stage.server.as('tao');
      const birth = {
        requestId: newId(),
        version: 1,
        how: 'birth',
        person: {
          id: newId(),
          facts: { ...newborn, ethnicity: '01' },
        },
      };
      const refused = (await tao.send('POST', `${at(here?.id ?? '')}/persons`, birth)).json();
      expect(refused.code, JSON.stringify(refused.details)).toBe('explanationNeeded');
      const asked = refused.details.findings.map(({ ruleId }: { ruleId: string }) => ruleId);
      expect(asked).toContain('R027');
    });
  });

  it('find incomes copied within a village, and let go when one survey is corrected', async () => {
    await onStage(async (stage) => {
      const homes = clean([taosVillage, taosVillage, taosVillage]);
      const [pattern] = homes[0]?.surveys ?? [];
      if (pattern === undefined) throw new Error('none');
      const inserted = await put(
        stage,
        homes.map((whole) => ({ ...whole, surveys: [pattern] })),
      );
      const ids = inserted.map(({ id }) => id);
      const tao = await stage.server.as('tao');
      for (const id of ids) expect(await rulesIn(tao, id)).toContain('R116');
      const [first = '', ...others] = ids;
      const answer = await tao.send('PUT', `${at(first)}/surveys/2025`, {
        requestId: newId(),
        version: 1,
        reason: '重新核算',
        surveyId: newId(),
        facts: { transferOtherFen: (pattern.transferOtherFen ?? 0) + 12_300 },
      });
      expect(answer.statusCode, answer.body).toBe(200);
      for (const id of [first, ...others]) expect(await rulesIn(tao, id)).not.toContain('R116');
    });
  });
});

describe('a household that moves to another village', () => {
  const secondVillage = '990101100202';
  const move = (to: string) => ({
    requestId: newId(),
    version: 1,
    reason: '易地搬迁',
    to,
    on: '2026-11-20',
  });

  it('takes its findings along', async () => {
    await onStage(async (stage) => {
      const lin = await stage.server.as('lin');
      const [faulty] = clean([taosVillage]).map((whole) =>
        withHead(whole, { residentMedical: false, seriousIllnessInsurance: false }),
      );
      if (faulty === undefined) throw new Error('There is one household');
      const [{ id } = { id: '' }] = await put(stage, [faulty]);
      const before = await rulesIn(lin, id);
      expect(before).toContain('R080');
      const answer = await lin.send('POST', `${at(id)}/village`, move(secondVillage));
      expect(answer.statusCode, answer.body).toBe(200);
      expect(await rulesIn(lin, id)).toEqual(before);
      const mei = await stage.server.as('mei');
      expect((await mei.get(`${at(id)}/findings`)).statusCode).toBe(404);
    });
  });
});
