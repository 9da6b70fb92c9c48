import { beforeAll, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import type { Ledger, TableBlock } from '../model/ledger.ts';
import { buildWillow, inPrintRoom } from './testing/print-room.ts';
import { chensVillage, type Family, insertFamily, northGate } from './testing/willow-store.ts';

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

const poor = { household_type: 'poor', poverty_status: 'notExited', main_cause: 'disability' };
let first: Family;

/** Two households in North Gate, one in Chen's village, and one that was closed. */
async function willow(tx: Transaction): Promise<void> {
  first = await insertFamily(tx, testSealer, { number: 'W-1', members: 3 });
  await insertFamily(tx, testSealer, {
    number: 'W-2',
    members: 1,
    values: { ...poor, bank_name: null, monitored_category: null, identified_month: null },
  });
  await insertFamily(tx, testSealer, { number: 'W-3', members: 4, village: chensVillage });
  await insertFamily(tx, testSealer, {
    number: 'W-4',
    values: { status: 'closed', closed_on: '2020-01-01', close_reason: 'noMembers' },
  });
}

function tableOf(ledger: Ledger, id: string): TableBlock {
  const found = ledger.blocks.find((block) => block.id === id);
  if (found?.type !== 'table') throw new Error(`No table ${id}`);
  return found;
}

function cellsOf(ledger: Ledger, id: string): readonly unknown[][] {
  return tableOf(ledger, id).rows.map(({ cells }) => [...cells]);
}

it('shows a card of what the register says, with two years of income', async () => {
  await inPrintRoom(willow, async ({ server }) => {
    const tao = await server.as('tao');
    const answer = await tao.get(`/api/ledgers/household/990101/${first.id}`);
    const card = answer.json() as Ledger;
    expect(card).toMatchObject({
      kind: 'card',
      number: 'W-1',
      name: '李建国',
      place: '示范省　示范市　柳溪县　城关镇　北门村　石桥组',
      asOf: '2026-11-23',
    });
    expect(tableOf(card, 'incomeLeft').columns.map(({ title }) => title)).toEqual([
      '项目',
      '2024年',
      '2025年',
    ]);
    expect(cellsOf(card, 'incomeTotals')).toEqual([
      [2024, 4_926_074, 260_000, 4_666_074, 3, 1_555_358],
      [2025, 4_926_075, 260_000, 4_666_075, 3, 1_555_358],
    ]);
    expect(cellsOf(card, 'spells')[2]).toEqual([
      '防返贫监测',
      '2021-03-01',
      '新识别',
      null,
      '在册',
    ]);
    expect(cellsOf(card, 'members')).toHaveLength(3);
    for (const document of first.documents) expect(answer.body).not.toContain(document);
  });
});

it('shows a village with a line for each household on the register, and what is missing', async () => {
  await inPrintRoom(willow, async ({ server }) => {
    const mei = await server.as('mei');
    const book = (await mei.get(`/api/ledgers/villages/${northGate}`)).json() as Ledger;
    expect(book.title).toBe('北门村建档立卡村册');
    expect(book.cover.map(({ value }) => value)).toEqual([2, 4, 1, 1, 1, 1_555_358]);
    const households = cellsOf(book, 'households');
    expect(households.map((cells) => [cells[1], cells[4], cells[7], cells[8]])).toEqual([
      ['W-1', 3, '历史已脱贫', '因病'],
      ['W-2', 1, '未脱贫', '因残'],
    ]);
    expect(households[1]?.at(-1)).toBeGreaterThan(Number(households[0]?.at(-1)) - 3);
    expect(cellsOf(book, 'missing')).toContainEqual(['户', '首次识别时间', 1, 1]);
    expect(cellsOf(book, 'causes').at(-1)?.slice(0, 3)).toEqual(['合计', 2, 4]);
    const balances = cellsOf(book, 'balance');
    expect(balances.at(-1)?.[0]).toBe(2026);
  });
});

it('sums a township by village and a county by township, empty ones included', async () => {
  await inPrintRoom(willow, async ({ server, tx }) => {
    for (const village of await tx<{ code: string }[]>`
      select code from village where county_code = '990101' and code like '990101101%'`) {
      await tx`insert into village_population ${tx({
        county_code: '990101',
        village_code: village.code,
        year: 2025,
        agricultural_population: 100,
        source: '统计年报',
        stated_by: newId(),
        stated_at: NOON,
      } as never)}`;
    }
    const lin = await server.as('lin');
    const township = (await lin.get('/api/ledgers/townships/990101100')).json() as Ledger;
    const villages = cellsOf(township, 'villages');
    expect(villages.find(([name]) => name === '北门村')?.slice(1, 5)).toEqual([2, 4, 1, 1]);
    expect(villages.some((cells) => cells[1] === 0)).toBe(true);
    expect(villages.at(-1)?.slice(0, 3)).toEqual(['合计', 2, 4]);
    const county = (await lin.get('/api/ledgers/counties/990101')).json() as Ledger;
    const townships = cellsOf(county, 'townships');
    expect(townships.at(-1)?.slice(0, 3)).toEqual(['合计', 3, 8]);
    const incidence = tableOf(county, 'townships').columns.findIndex(
      ({ title }) => title === '贫困发生率',
    );
    const ofTownship = (name: string): unknown =>
      townships.find((cells) => cells[0] === name)?.[incidence];
    expect([ofTownship('青石镇'), ofTownship('城关镇')]).toEqual([0, null]);
    expect(cellsOf(county, 'indices')[0]?.[1]).toBeNull();
  });
});

it('speaks English to a reader who asks for it', async () => {
  await inPrintRoom(willow, async ({ server }) => {
    server.app.addHook('onRequest', (request, _reply, done) => {
      request.headers['accept-language'] = 'en';
      done();
    });
    const tao = await server.as('tao');
    const book = (await tao.get(`/api/ledgers/villages/${northGate}`)).json() as Ledger;
    expect(book.title).toBe('Village book of 北门村');
    expect(cellsOf(book, 'status')[0]?.[0]).toBe('All');
  });
});

it('answers that the region is not there where it is of another level or unknown', async () => {
  await inPrintRoom(willow, async ({ server }) => {
    const lin = await server.as('lin');
    for (const path of [
      'villages/990101100',
      'townships/990101',
      'counties/990101100',
      'villages/990101100999',
    ]) {
      expect((await lin.get(`/api/ledgers/${path}`)).statusCode, path).toBe(404);
    }
    expect((await server.anonymous.get(`/api/ledgers/villages/${northGate}`)).statusCode).toBe(401);
    const sys = await server.as('sys');
    expect((await sys.get(`/api/ledgers/villages/${northGate}`)).statusCode).toBe(403);
  });
});
