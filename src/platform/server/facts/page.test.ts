import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import type { Sql } from '../database/connect.ts';
import { databaseOn } from '../database/database.ts';
import { workerDatabase } from '../testing/database-fixture.ts';
import { type Facts, openFacts } from './facts.ts';
import { add, nextTownship, sampleTable } from './testing/sample-store.ts';

let owner: Sql;
let folder: string;
let facts: Facts;

beforeEach(async () => {
  const database = await workerDatabase();
  owner = database.owner;
  folder = mkdtempSync(join(tmpdir(), 'mingbai-facts-'));
  facts = openFacts({
    database: databaseOn(database.app),
    folder,
    tables: [sampleTable],
    reportFault: (thrown) => {
      throw thrown;
    },
    settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
  });
});

afterEach(async () => {
  await facts.stop();
  rmSync(folder, { recursive: true, force: true });
  await owner`truncate household, act, change_log cascade`;
});

describe('a page of a list', () => {
  it('gives ids in order, with absent values last, and the number of all', async () => {
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

  it('gives the same of some that were found before: those in the scope, in order, and their number', async () => {
    const rich = await add(owner, { values: { identified_wage_fen: 900 } });
    const poor = await add(owner, { values: { identified_wage_fen: 100 } });
    const next = await add(owner, { village: nextTownship });
    await add(owner);
    await facts.catchUp();
    const request = {
      scope: regionCode('990101100'),
      conditions: [],
      among: [rich, next, poor],
      sort: [{ column: 'wage_fen' }],
      limit: 1,
    };
    const page = async (offset: number) => await facts.page({ ...request, offset });
    const idOf = (id: string) => ({ countyCode: '990101', id });
    expect(await page(0)).toEqual({ ids: [idOf(poor)], total: 2 });
    expect(await page(1)).toEqual({ ids: [idOf(rich)], total: 2 });
    expect(await page(2)).toEqual({ ids: [], total: 2 });
  });

  it('holds to every kind of condition', async () => {
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
        .map(({ id }) => ids[id] ?? '')
        .toSorted((one, other) => one.localeCompare(other))
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
