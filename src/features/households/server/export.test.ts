import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { openFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import {
  type Name,
  type TestServer,
  testSealer,
  testServer,
} from '../../../platform/server/testing/people.ts';
import { nationalHeader } from '../model/index.ts';
import { MOST_HOUSEHOLDS } from './export-households.ts';
import { declareHouseholdExport } from './export-routes.ts';
import { householdFactTables } from './fact-tables-store.ts';
import { columnsOfValues } from './record-columns.ts';
import { insertRecord } from './store.ts';
import { WILLOW_VILLAGE, willowIdNumber } from './testing/families.ts';

const ID_NUMBER = '990101197503120018';
const PHONE = '13800001234';
const WHOLE_ID_NUMBER = /\d{17}[\dX]/;
const EXPORT = '/api/households/export';

type Made = { number: string; village?: string; name?: string; documentNumber?: string };

/** A household with its head, a survey of 2025, and everything that is sensitive. */
async function insertHousehold(tx: Transaction, made: Made): Promise<void> {
  const { number, village, name, documentNumber = willowIdNumber('1975-03-12') } = made;
  const place = { county_code: '990101', village_code: village ?? WILLOW_VILLAGE };
  const household = newId();
  const named = name ?? '李强';
  const values = (of: 'household' | 'person' | 'survey', record: Record<string, unknown>) =>
    columnsOfValues(of, record, testSealer);
  await insertRecord(tx, 'household', {
    ...place,
    id: household,
    head_initials: 'lq',
    ...values('household', {
      number,
      headName: named,
      mainCause: 'illness',
      phone: PHONE,
      bankAccount: '6228480000000012345',
      address: '柳溪县柳溪镇一组 8 号',
    }),
  });
  await insertRecord(tx, 'person', {
    ...place,
    id: newId(),
    household_id: household,
    name_initials: 'lq',
    ...values('person', {
      name: named,
      sex: '1',
      relation: '02',
      birthDay: '1975-03-12',
      documentNumber,
      phone: PHONE,
      health: ['chronicIllness'],
    }),
  });
  await insertRecord(tx, 'survey', {
    ...place,
    id: newId(),
    household_id: household,
    ...values('survey', { year: 2025, wageFen: 1_234_550 }),
  });
}

type Register = {
  server: TestServer;
  tx: Transaction;
  folder: string;
  rebuild: () => Promise<void>;
};

async function withRegister(
  households: Made[],
  test: (register: Register) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-export-'));
  await inRollback(async (database, tx) => {
    await enterScope(tx, regionCode('990101'));
    for (const household of households) await insertHousehold(tx, household);
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
    });
    await facts.rebuild();
    const services = { facts, dataFolder: folder };
    const server = await testServer(database, tx, [declareHouseholdExport], services);
    await test({ server, tx, folder, rebuild: async () => await facts.rebuild() });
    await facts.stop();
  });
  rmSync(folder, { recursive: true, force: true });
}

async function exported(server: TestServer, who: Name, body: object = {}) {
  return await (await server.as(who)).send('POST', EXPORT, body);
}

type Cell = { value: string | null; type: ExcelJS.ValueType; format: string };

/** The cells of every sheet, row by row, as a spreadsheet program reads them. */
async function sheetsOf(answer: { rawPayload: Buffer; statusCode: number; body: string }) {
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.rawPayload as never);
  return workbook.worksheets.map((sheet) => {
    const rows: Cell[][] = [];
    sheet.eachRow((row) => {
      const cells: Cell[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const value = cell.value === null ? null : cell.text;
        cells[column - 1] = { value, type: cell.type, format: cell.numFmt };
      });
      rows.push(cells);
    });
    return { name: sheet.name, rows, format: sheet.getColumn(5).numFmt };
  });
}

const textOf = (sheets: Awaited<ReturnType<typeof sheetsOf>>): string =>
  sheets.flatMap(({ rows }) => rows.flat().map(({ value }) => value ?? '')).join('\n');

it('gives three sheets in the national layout, village and number first, every cell a text', async () => {
  await withRegister([{ number: 'W-1' }, { number: 'W-2' }], async ({ server }) => {
    const answer = await exported(server, 'tao', { sort: '-household.number' });
    expect(answer.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('农户信息-2026-11-23.xlsx')}`,
    );
    const sheets = await sheetsOf(answer);
    expect(sheets.map(({ name }) => name)).toEqual(['户信息', '家庭成员', '年度调查']);
    for (const [index, table] of (['households', 'members', 'surveys'] as const).entries()) {
      const [header, ...rows] = sheets[index]?.rows ?? [];
      expect(header?.map(({ value }) => value)).toEqual(nationalHeader(table));
      const starts = rows.map((row) => row.slice(0, 2).map(({ value }) => value));
      expect(starts).toEqual([
        ['990101100201', 'W-2'],
        ['990101100201', 'W-1'],
      ]);
    }
    const stated = sheets.flatMap(({ rows }) => rows.flat()).filter(({ value }) => value !== null);
    expect(new Set(stated.map(({ type }) => type))).toEqual(new Set([ExcelJS.ValueType.String]));
    expect(new Set(stated.map(({ format }) => format))).toEqual(new Set(['@']));
    expect(sheets.map(({ format }) => format)).toEqual(['@', '@', '@']);
    expect(textOf(sheets)).toContain('12345.50');
  });
});

it('gives Chen no row of Tao’s area, and answers Tao’s area as if it were not there', async () => {
  const made = [{ number: 'W-1' }, { number: 'E-1', village: '990101101201' }];
  await withRegister(made, async ({ server }) => {
    const sheets = await sheetsOf(await exported(server, 'chen'));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([2, 2, 2]);
    expect(textOf(sheets)).not.toContain('W-1');
    expect((await exported(server, 'chen', { region: '990101100' })).statusCode).toBe(404);
    expect((await sheetsOf(await exported(server, 'lin')))[0]?.rows).toHaveLength(3);
  });
});

it('takes out what the list shows: the text, the region and the filters of the view', async () => {
  const made = [
    { number: 'W-1' },
    { number: 'W-2', name: '王梅' },
    { number: 'E-1', village: '990101101201' },
  ];
  await withRegister(made, async ({ server }) => {
    const numbers = async (view: object) =>
      (await sheetsOf(await exported(server, 'lin', view)))[0]?.rows
        .slice(1)
        .map((row) => row[1]?.value);
    expect(await numbers({ text: '王' })).toEqual(['W-2']);
    expect(await numbers({ region: '990101101' })).toEqual(['E-1']);
    expect(await numbers({ filters: 'household.mainCause:in:disability' })).toEqual([]);
  });
});

it('masks by default: no whole ID number, phone, account or address in any cell', async () => {
  await withRegister([{ number: 'W-1' }], async ({ server, folder }) => {
    const text = textOf(await sheetsOf(await exported(server, 'tao')));
    expect(text).toContain('99010119750312****');
    expect(text).toContain('138****');
    expect(text).not.toMatch(WHOLE_ID_NUMBER);
    for (const hidden of [PHONE, '6228480000000012345', '8 号', '慢性病'])
      expect(text).not.toContain(hidden);
    expect(readdirSync(join(folder, 'exports'))).toEqual([]);
  });
});

it('gives the values in clear for a purpose, to those who may unmask, and records both exports', async () => {
  await withRegister([{ number: 'W-1', documentNumber: ID_NUMBER }], async ({ server, tx }) => {
    const tao = await server.as('tao');
    await exported(server, 'tao', { text: '李强' });
    const clear = await exported(server, 'tao', {
      filters: 'household.mainCause:in:illness',
      clear: { purpose: '发放医疗救助' },
    });
    const text = textOf(await sheetsOf(clear));
    for (const shown of [ID_NUMBER, PHONE, '6228480000000012345']) expect(text).toContain(shown);
    const events = await tx`
      select account_id, region_code, purpose, detail from audit_event
       where kind = 'household.export' order by id`;
    const rows = { households: 1, members: 1, surveys: 1, sort: null };
    const by = { account_id: tao.accountId, region_code: '990101100' };
    expect(events).toEqual([
      {
        ...by,
        purpose: null,
        detail: { ...rows, shown: 'masked', filters: '', searchedBy: ['name'] },
      },
      {
        ...by,
        purpose: '发放医疗救助',
        detail: {
          ...rows,
          shown: 'clear',
          filters: 'household.mainCause:in:illness',
          searchedBy: [],
        },
      },
    ]);
  });
});

it('refuses clear values without a purpose or the permission, and any export to a village cadre', async () => {
  await withRegister([{ number: 'W-1' }], async ({ server, tx }) => {
    const clear = { purpose: '全省统计' };
    expect((await exported(server, 'tao', { clear: {} })).statusCode).toBe(400);
    expect((await exported(server, 'tao', { clear: { purpose: '  ' } })).statusCode).toBe(400);
    expect((await exported(server, 'wen', { clear })).json()).toMatchObject({
      code: 'roleLacksPermission',
      details: { permission: 'household.unmask' },
    });
    expect((await exported(server, 'mei')).json().code).toBe('roleLacksPermission');
    expect((await server.anonymous.send('POST', EXPORT, {})).statusCode).toBe(401);
    expect(await tx`select from audit_event where kind = 'household.export'`).toHaveLength(0);
  });
});

it('refuses more households than a spreadsheet is good for, and says how many and what to do', async () => {
  await withRegister([], async ({ server, tx, rebuild }) => {
    await tx`
      insert into household (county_code, id, village_code, number, head_name, head_initials)
      select '990101', gen_random_uuid(), ${WILLOW_VILLAGE}, 'W-' || n, '李强', 'lq'
        from generate_series(1, ${MOST_HOUSEHOLDS + 1}) n`;
    await rebuild();
    const refused = (await exported(server, 'tao')).json();
    expect(refused).toMatchObject({
      status: 422,
      code: 'exportTooLarge',
      details: { count: MOST_HOUSEHOLDS + 1, limit: MOST_HOUSEHOLDS },
    });
    expect(refused.title).toContain('20001');
    expect(await tx`select from audit_event where kind = 'household.export'`).toHaveLength(0);
  });
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠甲'])(
  'writes the name %j as a text, never as a formula',
  async (name) => {
    await withRegister([{ number: 'W-1', name }], async ({ server }) => {
      const sheets = await sheetsOf(await exported(server, 'tao'));
      const column = nationalHeader('members').indexOf('姓名');
      const cell = sheets[1]?.rows[1]?.[column];
      expect(cell?.type).toBe(ExcelJS.ValueType.String);
      expect(cell?.format).toBe('@');
      expect(cell?.value?.replace('\n', '\r')).toBe(name);
    });
  },
);
