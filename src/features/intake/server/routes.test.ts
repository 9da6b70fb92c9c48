import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Transaction } from '../../../platform/server/database/connect.ts';
import { databaseOn } from '../../../platform/server/database/database.ts';
import { SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type Browser, browserOf } from '../../../platform/server/testing/browser.ts';
import {
  type Name,
  NOON,
  people,
  type TestServer,
  testKeys,
  testServer,
} from '../../../platform/server/testing/people.ts';
import { insertSignedIn } from '../../../platform/server/testing/people-store.ts';
import { makeIdNumber } from '../../households/model/index.ts';
import type { FindingsAnswer, RunAnswer, RunsAnswer, TablesAnswer } from '../model/contract.ts';
import { claimRun } from './lease-store.ts';
import { intakeRoutes } from './routes.ts';
import { superviseRun } from './supervise-run.ts';
import { csv, type Desk, openDesk } from './testing/willow-desk.ts';
import { countRegister, emptyRegister, forgetPeople } from './testing/willow-desk-store.ts';

let desk: Desk;
let server: TestServer;
let lin: Browser;
let hua: Browser;
let chen: Browser;
const opened: { end(): Promise<void> }[] = [];

beforeAll(async () => {
  desk = await openDesk();
  await forgetPeople(
    desk.owner,
    Object.values(people).map(({ userName }) => userName),
  );
  const database = databaseOn(connect(desk.target, { role: 'mingbai_app', max: 4 }));
  opened.push(database);
  server = await testServer(database, desk.owner as unknown as Transaction, [intakeRoutes], {
    dataFolder: desk.folder,
    clock: () => new Date(NOON),
  });
  [lin, hua, chen] = await Promise.all([signIn('lin'), signIn('hua'), signIn('chen')]);
});
async function signIn(name: Name): Promise<Browser> {
  const { token } = await desk.owner.begin(
    async (tx) => await insertSignedIn(tx, people[name], NOON),
  );
  return browserOf(server.app, { [SESSION_COOKIE]: token });
}

beforeEach(async () => await emptyRegister(desk.owner));
afterAll(async () => {
  await server.app.close();
  await forgetPeople(
    desk.owner,
    Object.values(people).map(({ userName }) => userName),
  );
  for (const database of opened) await database.end();
  desk.close();
});

const id = makeIdNumber({ area: '990101', birthDay: '1975-03-12' as never, sequence: 11 });
const households = csv([
  ['乡镇', '村', '户编号', '户主姓名', '户类型', '家里几口人'],
  ['城关镇', '柳树湾村', '9901010000001', '李强', '脱贫户', 1],
  ['城关镇', '没有的村', '9901010000002', '=1+1', '脱贫户', 1],
]);
const members = csv([
  ['户编号', '姓名', '证件号码', '与户主关系'],
  ['9901010000001', '李强', id, '户主'],
]);

function multipart(fields: Record<string, string>, files: Record<string, string>) {
  const boundary = 'willow';
  const parts = [
    ...Object.entries(fields).map(
      ([name, value]) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`,
    ),
    ...Object.entries(files).map(
      ([name, content]) =>
        `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n${content}`,
    ),
  ];
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return {
    payload: `${body}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

async function upload(
  client: Browser,
  files: Record<string, string>,
  fields: Record<string, string> = {},
) {
  const form = multipart({ requestId: newId(), ...fields }, files);
  return await client.send('POST', '/api/intake/files', form.payload, form.headers);
}

async function uploaded(
  client: Browser,
  files: Record<string, string>,
  fields?: Record<string, string>,
): Promise<string> {
  const answer = await upload(client, files, fields);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string }>().id;
}

async function runOf(client: Browser, run: string): Promise<RunAnswer> {
  const answer = await client.get(`/api/intake/runs/${run}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RunAnswer>();
}

async function carryOut(): Promise<void> {
  const database = databaseOn(connect(desk.target, { role: 'mingbai_app', max: 2 }));
  const claim = await database.transaction(async (tx) => await claimRun(tx));
  if (claim === undefined) throw new Error('nothing waits');
  const reportFault = (thrown: unknown): void => {
    throw thrown;
  };
  await superviseRun(
    { database, target: desk.target, dataFolder: desk.folder, keys: testKeys, reportFault },
    claim,
  );
  await database.end();
}

describe('an import through the door', () => {
  it('goes from upload over mapping to rows, findings and the workbook of refused rows', async () => {
    const run = await uploaded(lin, { '户.csv': households });
    expect(await uploaded(lin, { '人.csv': members }, { run })).toBe(run);
    const before = await runOf(lin, run);
    expect(before.tables.map(({ kind, problem }) => ({ kind, problem }))).toEqual([
      { kind: 'households', problem: null },
      { kind: 'members', problem: null },
    ]);
    const { tables } = (await lin.get(`/api/intake/runs/${run}/tables`)).json<TablesAnswer>();
    expect(tables[0]?.columns[5]).toMatchObject({
      header: '家里几口人',
      target: null,
      samples: ['1'],
    });
    expect(JSON.stringify(tables)).not.toContain(id);

    const columns = tables[0]?.columns.map(({ target }, index) =>
      index === 5 ? 'household.memberCount' : target,
    );
    const mapped = await lin.send('POST', `/api/intake/runs/${run}/mapping`, {
      tables: [{ position: 0, leftOut: false, columns }],
    });
    expect(mapped.statusCode, mapped.body).toBe(200);
    expect(
      (await lin.send('POST', `/api/intake/runs/${run}/start`)).json<RunAnswer>(),
    ).toMatchObject({ state: 'queued', progress: { phase: 'waiting' } });
    await carryOut();

    const after = await runOf(lin, run);
    expect(after).toMatchObject({
      state: 'done',
      figures: { rows: 3, taken: 2, added: 2, changed: 0, unchanged: 0, refused: 1 },
    });
    expect(after.tables[0]?.reasons).toEqual([{ code: 'placeUnknown', level: 'E', count: 1 }]);
    const findings = (await lin.get(`/api/intake/runs/${run}/findings`)).json<FindingsAnswer>();
    expect(findings.rows).toMatchObject([{ cell: 'B3', header: '村', code: 'placeUnknown' }]);

    const answer = await lin.get(`/api/intake/runs/${run}/refused.xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.rawPayload as never);
    const sheet = workbook.worksheets[0];
    expect(sheet?.getRow(1).getCell(7).value).toBe('退回原因');
    expect(sheet?.getRow(2).getCell(4)).toMatchObject({
      value: '=1+1',
      type: ExcelJS.ValueType.String,
    });
    expect(sheet?.getRow(2).getCell(7).value).toContain('B3 村');

    // What was set by hand is known the next time.
    const next = await runOf(lin, await uploaded(lin, { '户2.csv': households }));
    const again = (await lin.get(`/api/intake/runs/${next.id}/tables`)).json<TablesAnswer>();
    expect(again.tables[0]?.columns[5]).toMatchObject({
      target: 'household.memberCount',
      remembered: true,
    });
  });

  it('makes one import of an upload that is sent twice', async () => {
    const requestId = newId();
    const first = await uploaded(lin, { '户.csv': households }, { requestId });
    expect(await uploaded(lin, { '户.csv': households }, { requestId })).toBe(first);
    expect((await runOf(lin, first)).tables).toHaveLength(1);
  });

  it('does not start over a table that cannot be read, until it is left out', async () => {
    const run = await uploaded(lin, { '户.csv': households, '假.xlsx': '<html>' });
    const refused = await lin.send('POST', `/api/intake/runs/${run}/start`);
    expect(refused.json()).toMatchObject({
      status: 422,
      code: 'importTableUnsettled',
      details: { file: '假.xlsx' },
    });
    await lin.send('POST', `/api/intake/runs/${run}/mapping`, {
      tables: [{ position: 1, leftOut: true }],
    });
    expect((await lin.send('POST', `/api/intake/runs/${run}/start`)).statusCode).toBe(200);
  });

  it('recognises anew for another kind of table', async () => {
    const run = await uploaded(lin, { '人.csv': members });
    const body = { tables: [{ position: 0, leftOut: false, kind: 'households' }] };
    const changed = (
      await lin.send('POST', `/api/intake/runs/${run}/mapping`, body)
    ).json<RunAnswer>();
    expect(changed.tables[0]?.kind).toBe('households');
  });

  it('does not take a column that two claim for one that the office does not want', async () => {
    const twice = members
      .split('\n')
      .map((line, row) => `${line},${row === 0 ? '姓名' : '赵甲'}`)
      .join('\n');
    const run = await uploaded(lin, { '人.csv': twice });
    const { tables } = (await lin.get(`/api/intake/runs/${run}/tables`)).json<TablesAnswer>();
    const columns = tables[0]?.columns.map(({ target }) => target);
    expect(columns).toEqual([
      'household.number',
      null,
      'person.documentNumber',
      'person.relation',
      null,
    ]);
    const mapped = await lin.send('POST', `/api/intake/runs/${run}/mapping`, {
      tables: [{ position: 0, leftOut: false, columns }],
    });
    expect(mapped.statusCode, mapped.body).toBe(200);
    const next = await runOf(lin, await uploaded(lin, { '人.csv': members }));
    expect(next.tables[0]).toMatchObject({ kind: 'members', problem: null });
  });

  it('is cancelled before it begins, and takes nothing', async () => {
    const run = await uploaded(lin, { '户.csv': households });
    await lin.send('POST', `/api/intake/runs/${run}/start`);
    expect((await lin.send('POST', `/api/intake/runs/${run}/cancel`)).json<RunAnswer>().state).toBe(
      'cancelled',
    );
    const late = await lin.send('POST', `/api/intake/runs/${run}/start`);
    expect(late.json()).toMatchObject({ status: 409, code: 'importStateForbids' });
    expect(await countRegister(desk.owner)).toMatchObject({ households: 0 });
  });
});

describe('who may not', () => {
  it('is not there for the next county', async () => {
    const run = await uploaded(lin, { '户.csv': households });
    for (const path of ['', '/tables', '/findings', '/refused.xlsx']) {
      expect((await hua.get(`/api/intake/runs/${run}${path}`)).statusCode).toBe(404);
    }
    expect((await hua.send('POST', `/api/intake/runs/${run}/start`)).statusCode).toBe(404);
    expect((await hua.get('/api/intake/runs')).json<RunsAnswer>()).toEqual({ rows: [], total: 0 });
    expect((await upload(hua, { '户.csv': households }, { run })).statusCode).toBe(404);
  });

  it('refuses a township officer, and whoever is not signed in', async () => {
    expect((await upload(chen, { '户.csv': households })).json()).toMatchObject({
      code: 'roleLacksPermission',
    });
    expect((await upload(browserOf(server.app), { '户.csv': households })).statusCode).toBe(401);
  });
});

it.each(['households', 'members', 'surveys'])(
  'gives an empty table of %s that it recognises itself',
  async (kind) => {
    const answer = await lin.get(`/api/intake/templates/${kind}.xlsx`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.rawPayload as never);
    const header = workbook.worksheets[0]?.getRow(1).values as string[];
    const run = await runOf(lin, await uploaded(lin, { 'x.csv': csv([header.slice(1), ['1']]) }));
    expect(run.tables[0]).toMatchObject({ kind, problem: null });
  },
);
