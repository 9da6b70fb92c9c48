import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON } from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { synthesise } from '../../synth/model/index.ts';
import type { FindingView, SummaryAnswer } from '../model/contract.ts';
import type { WholeFacts } from './testing/register-store.ts';
import { onStage, type Stage } from './testing/stage.ts';

const taosVillage = regionCode('990101100200');
const chensVillage = regionCode('990101101200');

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

/** Households without fault in one village. */
function clean(count: number, village: RegionCode, seed = 'findings'): WholeFacts[] {
  const on = plainDate('2026-11-23');
  return [
    ...synthesise({ seed, villages: [village], households: count, on, surveyYears: [2025] }),
  ].map((whole) => ({
    ...whole,
    household: { ...whole.household, number: `${village}-${whole.household.number}` },
  }));
}

function withHousehold(whole: WholeFacts, values: Partial<WholeFacts['household']>): WholeFacts {
  return { ...whole, household: { ...whole.household, ...values } };
}

function withHead(whole: WholeFacts, values: Partial<WholeFacts['persons'][number]>): WholeFacts {
  const [head, ...others] = whole.persons;
  if (head === undefined) throw new Error('A household has a head');
  return { ...whole, persons: [{ ...head, ...values }, ...others] };
}

/** One household without a phone (W), one whose head has a wrong birthday (E), and a clean one. */
async function willow({ insert, recheck, catchUp }: Stage) {
  const [silent, misdated, well] = clean(3, taosVillage);
  if (silent === undefined || misdated === undefined || well === undefined) throw new Error('none');
  const [noPhone, wrongDay] = await insert([
    withHousehold(silent, { phone: null }),
    withHead(misdated, { birthDay: plainDate('1951-02-03') }),
    well,
  ]);
  await recheck();
  await catchUp();
  return { noPhone: noPhone?.id ?? '', wrongDay: wrongDay?.id ?? '' };
}

type Rows = { total: number; rows: FindingView[] };
const listAt = '/api/quality/findings';
const findingsAt = (id: string): string => `/api/households/990101/${id}/findings`;

describe('the list of findings', () => {
  it('names household, rule and what the sentence needs', async () => {
    await onStage(async (stage) => {
      const { noPhone } = await willow(stage);
      const tao = await stage.server.as('tao');
      const answer = (await tao.get(`${listAt}?ruleId=R014`)).json<Rows>();
      expect(answer.total).toBe(1);
      expect(answer.rows[0]).toMatchObject({
        county: '990101',
        household: { id: noPhone, villageCode: taosVillage },
        ruleId: 'R014',
        level: 'W',
        subject: 'household',
        text: 'text',
        foundOn: '2026-11-23',
        state: 'open',
        explanation: null,
        exemption: null,
      });
      expect(answer.rows[0]?.household.villageName).not.toBe(taosVillage);
    });
  });

  it('narrows by level, state and region, and gives one page at a time', async () => {
    await onStage(async (stage) => {
      await willow(stage);
      const lin = await stage.server.as('lin');
      const all = (await lin.get(listAt)).json<Rows>();
      const count = async (query: string): Promise<number> =>
        (await lin.get(`${listAt}?${query}`)).json<Rows>().total;
      expect(await count('level=E')).toBe(1);
      expect(await count('state=explained')).toBe(0);
      expect(await count(`region=${chensVillage}`)).toBe(0);
      expect(await count(`region=${taosVillage}`)).toBe(all.total);
      const paged = (await lin.get(`${listAt}?size=1&page=2`)).json<Rows>();
      expect(paged).toMatchObject({ total: all.total, rows: [{ id: all.rows[1]?.id }] });
    });
  });

  it('opens the households behind a rule', async () => {
    await onStage(async (stage) => {
      const { wrongDay } = await willow(stage);
      const lin = await stage.server.as('lin');
      const answer = await lin.get('/api/households?filters=finding.rule:in:R006');
      expect(answer.json().rows.map(({ id }: { id: string }) => id)).toEqual([wrongDay]);
    });
  });

  it('says in words what each rule asks for', async () => {
    await onStage(async ({ server }) => {
      const tao = await server.as('tao');
      const { rules } = (await tao.get('/api/quality/rules')).json();
      const rule = rules.find(({ id }: { id: string }) => id === 'R014');
      expect(rule).toMatchObject({ level: 'W', over: 'row' });
      expect(rule.title).toMatch(/\p{Script=Han}/u);
      expect(rule.sentences.text).toMatch(/\p{Script=Han}/u);
      expect(rules.find(({ id }: { id: string }) => id === 'R050').sentences.text).toContain(
        '{{age}}',
      );
    });
  });
});

describe('the summary', () => {
  it('counts by level, by rule and by what lies below', async () => {
    await onStage(async (stage) => {
      await willow(stage);
      const lin = await stage.server.as('lin');
      const summary = (await lin.get('/api/quality/summary')).json<SummaryAnswer>();
      expect(summary).toMatchObject({ region: { code: '990101' }, households: 3 });
      expect(summary.faultyHouseholds).toBe(2);
      expect(summary.levels.E).toMatchObject({ open: 1, households: 1 });
      expect(summary.rules.find(({ ruleId }) => ruleId === 'R014')).toMatchObject({
        open: 1,
        explained: 0,
        exempted: 0,
      });
      const township = summary.regions.find(({ code }) => code === '990101100');
      expect(township).toMatchObject({ level: 'township', E: 1, W: summary.levels.W.open });
      expect(summary.regions.find(({ code }) => code === '990101101')).toMatchObject({
        E: 0,
        W: 0,
      });
      const below = await lin.get('/api/quality/summary?region=990101100&ruleId=R014');
      expect(
        below.json<SummaryAnswer>().regions.find(({ code }) => code === taosVillage),
      ).toMatchObject({ households: 1, W: 1, E: 0 });
      expect(below.json<SummaryAnswer>().path.map(({ code }) => code)).toEqual([
        '990101',
        '990101100',
      ]);
    });
  });
});

describe('the officer of the next township', () => {
  it('sees, counts, exports and settles none of it', async () => {
    await onStage(async (stage) => {
      const { noPhone } = await willow(stage);
      const tao = await stage.server.as('tao');
      const chen = await stage.server.as('chen');
      const [finding] = (await tao.get(`${listAt}?ruleId=R014`)).json<Rows>().rows;
      const summary = (await chen.get('/api/quality/summary')).json<SummaryAnswer>();
      expect(summary).toMatchObject({ households: 0, faultyHouseholds: 0, rules: [] });
      expect((await chen.get(listAt)).json<Rows>()).toEqual({ total: 0, rows: [] });
      expect((await chen.get(`${listAt}?region=990101100`)).statusCode).toBe(404);
      expect((await chen.get('/api/quality/summary?region=990101')).statusCode).toBe(404);
      expect((await chen.get(findingsAt(noPhone))).statusCode).toBe(404);
      const said = { requestId: newId(), reason: '我来说明' };
      const at = `/api/quality/findings/990101/${finding?.id}/explain`;
      expect((await chen.send('POST', at, said)).statusCode).toBe(404);
      const exemption = { ...said, county: '990101', findingId: finding?.id, until: null };
      const exempted = await chen.send('POST', '/api/quality/exemptions', exemption);
      expect(exempted.statusCode).toBe(404);
      const file = await chen.send('POST', `${listAt}/export`, { purpose: '核实' });
      expect(await rowsOf(file.rawPayload)).toHaveLength(1);
    });
  });
});

async function rowsOf(file: Buffer): Promise<ExcelJS.CellValue[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as never);
  const rows: ExcelJS.CellValue[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)));
  return rows;
}

describe('the export', () => {
  it('writes every cell as text and records who took it out, and what for', async () => {
    await onStage(async (stage) => {
      const [one] = clean(1, taosVillage);
      if (one === undefined) throw new Error('none');
      await stage.insert([withHousehold(one, { phone: null, headName: '=1+1', number: '=2+2' })]);
      await stage.recheck();
      await stage.catchUp();
      const lin = await stage.server.as('lin');
      const body = { ruleId: 'R014', purpose: '入户核实' };
      const file = await lin.send('POST', `${listAt}/export`, body);
      expect(file.headers['content-type']).toContain('spreadsheetml');
      const [header, row, ...others] = await rowsOf(file.rawPayload);
      expect(header).toContain('户主');
      expect(row).toEqual(expect.arrayContaining(['=1+1', '=2+2', 'R014', '2026-11-23']));
      expect(others).toEqual([]);
      const events = await stage.tx<{ kind: string; purpose: string; detail: object }[]>`
        select kind, purpose, detail from audit_event where kind = 'quality.export'`;
      expect(events).toMatchObject([{ purpose: '入户核实', detail: { rows: 1, ruleId: 'R014' } }]);
    });
  });

  it('is refused without a purpose', async () => {
    await onStage(async ({ server }) => {
      const lin = await server.as('lin');
      expect((await lin.send('POST', `${listAt}/export`, {})).statusCode).toBe(400);
    });
  });
});
