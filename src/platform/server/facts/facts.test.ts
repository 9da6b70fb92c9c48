import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NATION } from '../../../kernel/region-code.ts';
import type { Sql } from '../database/connect.ts';
import { databaseOn } from '../database/database.ts';
import { newId } from '../identifiers.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import type { FactTable } from './fact-table.ts';
import { type Facts, openFacts } from './facts.ts';
import {
  add,
  insertHousehold,
  logChange,
  sampleTable,
  willowVillage,
} from './testing/sample-store.ts';

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

function open(tables: readonly FactTable[] = [sampleTable]): Facts {
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
    const third = open([{ ...sampleTable, columns: sampleTable.columns.slice(0, 1) }]);
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

  it('keeps what it had when a reading fails, and takes over everything at the next', async () => {
    const breaking = {
      name: 'breaking',
      type: 'integer',
      sql: `CASE h.head_name WHEN '坏' THEN 1 / (length(h.head_name) - 1) END`,
    } as const;
    const facts = open([{ ...sampleTable, columns: [...sampleTable.columns, breaking] }]);
    await add(owner, { headName: '梅' });
    await facts.catchUp();
    await add(owner, { headName: '陶' });
    const bad = await add(owner, { headName: '坏' });
    await expect(facts.catchUp()).rejects.toThrow('division by zero');
    expect(await names(facts)).toEqual(['梅']);
    await owner`update household set head_name = '好' where id = ${bad}`;
    await facts.catchUp();
    expect(await names(facts)).toEqual(['好', '梅', '陶']);
  });

  it('forgets changes that are older than a week', async () => {
    await owner`insert into change_log (id, at, county_code, household_id)
      values (${newId()}, now() - interval '8 days', '990101', ${newId()})`;
    const facts = open();
    await facts.catchUp();
    await facts.catchUp();
    expect(await owner`select id from change_log`).toHaveLength(0);
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
