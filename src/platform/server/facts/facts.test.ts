import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import type { Sql } from '../database/connect.ts';
import { databaseOn } from '../database/database.ts';
import { newId } from '../identifiers.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import type { FactTable } from './fact-table.ts';
import { type Facts, openFacts } from './facts.ts';

const household: FactTable = {
  name: 'household',
  base: 'household',
  from: 'household h',
  countyCode: 'h.county_code',
  villageCode: 'h.village_code',
  householdId: 'h.id',
  columns: [
    { name: 'head_name', type: 'text', sql: 'h.head_name' },
    {
      name: 'main_cause',
      type: 'code',
      codes: ['illness', 'disaster', 'schooling'],
      sql: 'h.main_cause',
    },
    { name: 'other_causes', type: 'codes', sql: 'h.other_causes' },
    { name: 'relocated', type: 'boolean', sql: 'h.relocated' },
    { name: 'area_sqm', type: 'decimal', sql: 'h.resettlement_area_sqm' },
    { name: 'wage_fen', type: 'money', sql: 'h.identified_wage_fen' },
    { name: 'closed_on', type: 'day', sql: 'h.closed_on' },
    { name: 'updated_at', type: 'instant', sql: 'h.updated_at' },
  ],
};

const willowVillage = '990101100201';
const nextTownship = '990101101201';

let owner: Sql;
let app: Sql;
let folder: string;
let opened: Facts[];
const faults: unknown[] = [];

beforeAll(async () => {
  ({ owner, app } = await workerDatabase());
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-facts-'));
  opened = [];
  faults.length = 0;
});

afterEach(async () => {
  for (const facts of opened) await facts.stop();
  rmSync(folder, { recursive: true, force: true });
  await owner`truncate household, act, change_log cascade`;
});

function open(tables: readonly FactTable[] = [household]): Facts {
  const facts = openFacts({
    database: databaseOn(app),
    folder,
    tables,
    reportFault: (thrown) => faults.push(thrown),
    settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
  });
  opened.push(facts);
  return facts;
}

type New = { village?: string; headName?: string; mainCause?: string; values?: object };

async function insertHousehold(
  sql: Sql,
  { village = willowVillage, headName = '梅', mainCause, values }: New,
) {
  const id = newId();
  await sql`insert into household ${sql({
    county_code: village.slice(0, 6),
    id,
    village_code: village,
    number: id,
    head_name: headName,
    head_initials: 'M',
    main_cause: mainCause ?? null,
    ...values,
  } as never)}`;
  return id;
}

async function logChange(sql: Sql, id: string, village = willowVillage): Promise<void> {
  await sql`insert into change_log (id, at, county_code, household_id)
    values (${newId()}, now(), ${village.slice(0, 6)}, ${id})`;
}

/** A new household with its row in the change log, as every use case writes them: together. */
async function add(sql: Sql, household: New = {}): Promise<string> {
  const id = await insertHousehold(sql, household);
  await logChange(sql, id, household.village);
  return id;
}

async function names(facts: Facts): Promise<string[]> {
  const rows = await facts.query<{ head_name: string }>(
    NATION,
    'select head_name from household order by 1',
  );
  return rows.map((row) => row.head_name);
}

describe('building', () => {
  it('answers that it is not ready before it was built', async () => {
    const facts = open();
    await expect(facts.query(NATION, 'select 1')).rejects.toMatchObject({
      status: 503,
      code: 'factsNotReady',
    });
    expect(facts.lag()).toMatchObject({ state: 'building', lagMs: null });
  });

  it('brings every kind of value over as it stands in the register', async () => {
    await insertHousehold(owner, {
      headName: '梅,"小\n草"',
      values: {
        other_causes: ['illness', 'schooling'],
        relocated: true,
        resettlement_area_sqm: 62.5,
        identified_wage_fen: 9_000_000_000_001,
        status: 'closed',
        closed_on: '2026-02-28',
        close_reason: 'error',
        updated_at: '2026-11-23T04:05:06.789Z',
      },
    });
    await insertHousehold(owner, { headName: ' ', values: { main_cause: 'newCode' } });
    const facts = open();
    await facts.catchUp();
    const rows = await facts.query(
      NATION,
      `select * exclude (household_id) from household order by head_name desc`,
    );
    const place = {
      province: 99,
      prefecture: 9901,
      county: 990101,
      township: 990101100,
      village: 990101100201,
    };
    expect(rows).toEqual([
      {
        ...place,
        head_name: '梅,"小\n草"',
        main_cause: null,
        other_causes: ['illness', 'schooling'],
        relocated: true,
        area_sqm: 62.5,
        wage_fen: 9_000_000_000_001,
        closed_on: '2026-02-28',
        updated_at: '2026-11-23T04:05:06.789Z',
      },
      expect.objectContaining({
        head_name: ' ',
        main_cause: '?',
        other_causes: [],
        relocated: null,
        wage_fen: null,
      }),
    ]);
  });

  it('goes on with the file after a restart, and builds anew when the tables changed', async () => {
    await add(owner, { headName: '梅' });
    const first = open();
    await first.catchUp();
    await first.stop();
    await insertHousehold(owner, { headName: '不在变更记录里' });
    const second = open();
    await second.catchUp();
    expect(await names(second)).toEqual(['梅']);
    await second.stop();
    const third = open([{ ...household, columns: household.columns.slice(0, 1) }]);
    await third.catchUp();
    expect(await names(third)).toEqual(['不在变更记录里', '梅']);
  });

  it('builds anew when the file is damaged', async () => {
    await add(owner, { headName: '梅' });
    const first = open();
    await first.catchUp();
    await first.stop();
    writeFileSync(join(folder, 'facts.duckdb'), 'this is no database');
    const second = open();
    await second.catchUp();
    expect(await names(second)).toEqual(['梅']);
  });

  it('builds anew when the change it last took over is no longer in the log', async () => {
    const facts = open();
    await facts.catchUp();
    await add(owner, { headName: '梅' });
    await facts.catchUp();
    await facts.stop();
    await insertHousehold(owner, { headName: '另一家' });
    await owner`truncate change_log`;
    const again = open();
    await again.catchUp();
    expect(await names(again)).toHaveLength(2);
  });

  it('answers from the old facts while it builds new ones', async () => {
    for (let index = 0; index < 50; index += 1) await add(owner, { headName: `梅${index}` });
    const facts = open();
    await facts.catchUp();
    let building = true;
    const rebuilt = facts.rebuild().finally(() => {
      building = false;
    });
    let answers = 0;
    while (building) {
      expect(await names(facts)).toHaveLength(50);
      answers += 1;
    }
    await rebuilt;
    expect(answers).toBeGreaterThan(0);
  });
});

describe('following', () => {
  it('takes over what was added, changed and taken from the register', async () => {
    const facts = open();
    await facts.catchUp();
    const id = await add(owner, { headName: '梅' });
    await facts.catchUp();
    expect(await names(facts)).toEqual(['梅']);
    await owner`update household set head_name = '陶' where id = ${id}`;
    await logChange(owner, id);
    await facts.catchUp();
    expect(await names(facts)).toEqual(['陶']);
    await owner`delete from household where id = ${id}`;
    await logChange(owner, id);
    await facts.catchUp();
    expect(await names(facts)).toEqual([]);
  });

  it('misses nothing of a transaction that began early and ended late', async () => {
    const facts = open();
    await facts.catchUp();
    const late = await app.reserve();
    await late`begin`;
    await late`select app_enter_scope('0', ':')`;
    await add(late as never, { headName: '先写后提交' });
    await add(owner, { headName: '后写先提交' });
    await facts.catchUp();
    expect(await names(facts)).toEqual(['后写先提交']);
    await late`commit`;
    late.release();
    await facts.catchUp();
    expect(await names(facts)).toEqual(['先写后提交', '后写先提交']);
  });

  it('takes over nothing of a transaction that was rolled back', async () => {
    const facts = open();
    await facts.catchUp();
    await owner
      .begin(async (tx) => {
        await add(tx as never, { headName: '没有发生' });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await facts.catchUp();
    expect(await names(facts)).toEqual([]);
  });

  it.each([{ rows: 30 }, { rows: 2100 }])(
    'takes over a batch of $rows households',
    async ({ rows }) => {
      const facts = open();
      await facts.catchUp();
      await owner.begin(async (tx) => {
        const batch = newId();
        await tx`
        insert into household (county_code, id, village_code, number, head_name, head_initials)
        select '990101', gen_random_uuid(), ${willowVillage}, i::text, '批' || i, 'P' from generate_series(1, ${rows}) i`;
        await tx`
        insert into act (county_code, id, village_code, household_id, kind, subject, subject_id, request_id,
                         ordinal, account_id, happened_on, recorded_at, batch_id, leaf_hash)
        select county_code, gen_random_uuid(), village_code, id, 'household.add', 'household', id, ${batch}::uuid,
               row_number() over (), gen_random_uuid(), '2026-11-23', now(), ${batch}, '\\x00'
          from household`;
        await tx`insert into change_log (id, at, batch_id) values (${newId()}, now(), ${batch})`;
      });
      await facts.catchUp();
      expect(await names(facts)).toHaveLength(rows);
    },
  );

  it('equals the register after any number of writers, and again after a restart', async () => {
    let facts = open();
    await facts.catchUp();
    let writing = true;
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; turn < 25; turn += 1) {
        await app.begin(async (tx) => {
          await tx`select app_enter_scope('0', ':')`;
          const id = await add(tx as never, {
            headName: `${writer}-${turn}`,
            mainCause: 'illness',
          });
          if (turn % 3 === 0)
            await tx`update household set main_cause = 'disaster' where id = ${id}`;
          await tx`select pg_sleep(${Math.random() / 200})`;
        });
      }
    });
    const written = Promise.all(writers).finally(() => {
      writing = false;
    });
    let turns = 0;
    while (writing) {
      await facts.catchUp();
      turns += 1;
      if (turns % 7 === 0) {
        await facts.stop();
        facts = open();
      }
    }
    await written;
    await facts.catchUp();
    const inRegister = await owner`select head_name, main_cause from household order by 1`;
    expect(
      await facts.query(NATION, 'select head_name, main_cause from household order by 1'),
    ).toEqual(inRegister.map((row) => ({ ...row })));
    expect(inRegister).toHaveLength(100);
  });

  it('follows by itself within two seconds and says how far behind it is', async () => {
    const facts = open();
    facts.start();
    await expect.poll(() => facts.lag().state).toBe('ready');
    await add(owner, { headName: '梅' });
    await expect.poll(async () => await names(facts), { timeout: 2000 }).toEqual(['梅']);
    expect(facts.lag().lagMs).toBeLessThan(2000);
    expect(faults).toEqual([]);
  });
});

describe('a page of a list', () => {
  it('gives ids in order, with absent values last, and the number of all', async () => {
    const facts = open();
    const rich = await add(owner, { values: { identified_wage_fen: 900 } });
    const poor = await add(owner, { values: { identified_wage_fen: 100 } });
    const unknown = await add(owner);
    await add(owner, { village: nextTownship });
    await facts.catchUp();
    const request = { scope: regionCode('990101100'), conditions: [], limit: 2 };
    expect(await facts.page({ ...request, sort: [{ column: 'wage_fen' }], offset: 0 })).toEqual({
      ids: [poor, rich].map((id) => ({ countyCode: '990101', id })),
      total: 3,
    });
    const next = await facts.page({
      ...request,
      sort: [{ column: 'wage_fen', descending: true }],
      offset: 2,
    });
    expect(next.ids.map(({ id }) => id)).toEqual([unknown]);
  });

  it('holds to every kind of condition', async () => {
    const facts = open();
    const a = await add(owner, {
      headName: '梅小草',
      mainCause: 'illness',
      values: {
        other_causes: ['schooling'],
        identified_wage_fen: 500,
        relocated: true,
        closed_on: null,
      },
    });
    const b = await add(owner, {
      headName: '陶远',
      mainCause: 'disaster',
      values: { identified_wage_fen: 700 },
    });
    const c = await add(owner, { headName: '陶近' });
    await facts.catchUp();
    const ids = { [a]: 'a', [b]: 'b', [c]: 'c' };
    const found = async (
      column: string,
      operator: string,
      ...values: (string | number | boolean)[]
    ) => {
      const conditions = [{ table: 'household', column, operator: operator as 'in', values }];
      const page = await facts.page({ scope: NATION, conditions, sort: [], limit: 10, offset: 0 });
      expect(page.total).toBe(page.ids.length);
      return page.ids
        .map(({ id }) => ids[id])
        .sort()
        .join('');
    };
    expect(await found('main_cause', 'in', 'illness', 'schooling')).toBe('a');
    expect(await found('main_cause', 'notIn', 'illness')).toBe('bc');
    expect(await found('main_cause', 'missing')).toBe('c');
    expect(await found('main_cause', 'present')).toBe('ab');
    expect(await found('other_causes', 'in', 'schooling')).toBe('a');
    expect(await found('other_causes', 'notIn', 'schooling')).toBe('bc');
    expect(await found('other_causes', 'missing')).toBe('bc');
    expect(await found('wage_fen', 'atLeast', 500)).toBe('ab');
    expect(await found('wage_fen', 'below', 700)).toBe('a');
    expect(await found('relocated', 'in', true)).toBe('a');
    expect(await found('head_name', 'contains', '陶')).toBe('bc');
    await expect(found('head_name; drop table x', 'in', 'x')).rejects.toThrow('The facts have no');
  });
});
