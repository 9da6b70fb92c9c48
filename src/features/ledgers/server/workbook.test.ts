import ExcelJS from 'exceljs';
import { beforeAll, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { type Client, testSealer } from '../../../platform/server/testing/people.ts';
import { buildWillow, inPrintRoom, type PrintRoom } from './testing/print-room.ts';
import { insertFamily, northGate } from './testing/willow-store.ts';

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

const formula = '=HYPERLINK("http://x","李")';

async function oddNames(tx: Transaction): Promise<void> {
  await insertFamily(tx, testSealer, { headName: formula, number: '+1', members: 2 });
  await insertFamily(tx, testSealer, { headName: '@SUM(1)', number: '-2', members: 2 });
}

async function workbookOf(
  room: PrintRoom,
  client: Client,
  order: object,
): Promise<ExcelJS.Workbook> {
  const job = await room.print(client, { format: 'xlsx', region: northGate, ...order });
  expect(job).toMatchObject({ state: 'done', pages: null });
  const file = await client.get(`/api/ledgers/prints/${job.id}/file`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.rawPayload as never);
  return workbook;
}

it('writes every text as text, whatever it begins with', async () => {
  await inPrintRoom(oddNames, async (room) => {
    const tao = await room.server.as('tao');
    const workbook = await workbookOf(room, tao, { kind: 'village' });
    const list = workbook.getWorksheet('户册');
    const texts = ['B2', 'C2', 'B3', 'C3'].map((at) => list?.getCell(at));
    expect(texts.map((cell) => cell?.value)).toEqual(['+1', formula, '-2', '@SUM(1)']);
    for (const cell of texts) {
      expect([cell?.type, cell?.formula, cell?.numFmt]).toEqual([
        ExcelJS.ValueType.String,
        undefined,
        '@',
      ]);
    }
  });
});

it('writes amounts as numbers in yuan and counts as numbers', async () => {
  await inPrintRoom(oddNames, async (room) => {
    const tao = await room.server.as('tao');
    const workbook = await workbookOf(room, tao, { kind: 'village' });
    const row = workbook.getWorksheet('户册')?.getRow(2);
    expect(row?.getCell(5).value).toBe(2);
    expect(row?.getCell(11).value).toBe(15_553.58);
    expect(row?.getCell(11).numFmt).toBe('#,##0.00');
    const [status] = workbook.worksheets.slice(1);
    expect(status?.getRow(2).values).toEqual([undefined, '在册合计', 2, 4, 1]);
  });
});

it('gives the cards of a village as sheets of households and of members, ID numbers masked', async () => {
  await inPrintRoom(oddNames, async (room) => {
    const tao = await room.server.as('tao');
    const workbook = await workbookOf(room, tao, { kind: 'card' });
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '说明',
      '一、基本情况',
      '二、家庭成员',
      '三、年度收入（元）',
      '三、年度收入（元）合计',
      '四、两不愁三保障和生产生活条件（2025年）',
      '五、建档立卡经历',
    ]);
    const income = workbook.getWorksheet('三、年度收入（元）');
    const items = income?.getColumn(3).values.slice(2, 12);
    expect(items?.filter((item) => ['工资性收入', '转移性收入'].includes(String(item)))).toEqual([
      '工资性收入',
      '转移性收入',
    ]);
    const members = workbook.getWorksheet('二、家庭成员');
    expect(members?.rowCount).toBe(5);
    expect(members?.getRow(2).getCell(1).value).toBe('+1');
    const documents = [2, 3, 4, 5].map((row) => String(members?.getRow(row).getCell(8).value));
    expect(documents.every((text) => /^\d{14}\*{4}$/.test(text))).toBe(true);
  });
});

it('says on the front page where all the cards are from, and beside each household where it lives', async () => {
  const groups = async (tx: Transaction): Promise<void> => {
    await insertFamily(tx, testSealer, { number: 'W-1', values: { village_group: '石桥组' } });
    await insertFamily(tx, testSealer, { number: 'W-2', values: { village_group: '河沿组' } });
  };
  await inPrintRoom(groups, async (room) => {
    const tao = await room.server.as('tao');
    const workbook = await workbookOf(room, tao, { kind: 'card' });
    const village = '示范省　示范市　柳溪县　城关镇　北门村';
    expect(workbook.getWorksheet('说明')?.getCell('A2').value).toBe(village);
    const facts = workbook.getWorksheet('一、基本情况');
    const places = facts?.getColumn(facts.columnCount).values.slice(1);
    expect(places).toEqual(['所在地', `${village}　石桥组`, `${village}　河沿组`]);
    expect(facts?.getRow(2).values).toContain('2014-05');
  });
});

it('keeps the headings of a table in which nothing stands', async () => {
  await inPrintRoom(oddNames, async (room) => {
    const lin = await room.server.as('lin');
    const workbook = await workbookOf(room, lin, { kind: 'county', region: '990101' });
    const changes = workbook.getWorksheet('人口自然增减（人）');
    expect([changes?.rowCount, changes?.getCell('A1').value]).toEqual([1, '年度']);
  });
});

it('gives whole ID numbers as text to one who may export and says what for', async () => {
  await inPrintRoom(oddNames, async (room) => {
    const lin = await room.server.as('lin');
    const workbook = await workbookOf(room, lin, { kind: 'card', purpose: '县级数据核对' });
    const cell = workbook.getWorksheet('二、家庭成员')?.getRow(2).getCell(8);
    expect(String(cell?.value)).toMatch(/^\d{17}[\dX]$/);
    expect([cell?.type, cell?.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
    const front = workbook.getWorksheet('说明');
    expect(JSON.stringify(front?.getSheetValues())).toContain('县级数据核对');
  });
});
