import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFacts } from '../../../platform/server/facts/facts.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { type TestServer, testServer } from '../../../platform/server/testing/people.ts';
import { declareHouseholdCorrecting } from './correcting-routes.ts';
import { householdFactTables } from './fact-tables-store.ts';
import { declareHouseholdList } from './routes.ts';
import { liFamily } from './testing/families.ts';

async function withFamilies(
  numbers: string[],
  test: (server: TestServer) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-facts-'));
  await inRollback(async (database, tx) => {
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
    });
    const routes = [
      declareHouseholdList,
      declareHouseholdCorrecting(async () => async () => undefined),
    ];
    const server = await testServer(database, tx, routes, { facts });
    const tao = await server.as('tao');
    for (const number of numbers) await tao.send('POST', '/api/households', liFamily(number).body);
    await facts.rebuild();
    await test(server);
    await facts.stop();
  });
  rmSync(folder, { recursive: true, force: true });
}

const list = async (server: TestServer, who: 'tao' | 'chen' | 'lin', query: string) =>
  (await (await server.as(who)).get(`/api/households?${query}`)).json();

it('lists the households of the officer’s area, and counts none of the next', async () => {
  await withFamilies(['W-1', 'W-2', 'W-3'], async (server) => {
    expect(await list(server, 'tao', 'sort=-household.number&size=2')).toMatchObject({
      total: 3,
      rows: [{ number: 'W-3' }, { number: 'W-2' }],
    });
    expect(await list(server, 'chen', '')).toEqual({ total: 0, rows: [] });
    expect((await list(server, 'chen', 'region=990101100')).code).toBe('notFound');
  });
});

it('finds a household by name, initials, number and the tail of a member’s ID number, within filters', async () => {
  await withFamilies(['W-7'], async (server) => {
    for (const text of ['李强', '周', 'lxl', 'W-7']) {
      expect((await list(server, 'lin', `text=${encodeURIComponent(text)}`)).total, text).toBe(1);
    }
    expect((await list(server, 'lin', `text=${encodeURIComponent('王')}`)).total).toBe(0);
    const filters = (cause: string): string =>
      `filters=${encodeURIComponent(`household.mainCause:in:${cause}`)}`;
    expect((await list(server, 'lin', `text=lq&${filters('illness')}`)).total).toBe(1);
    expect((await list(server, 'lin', `text=lq&${filters('disability')}`)).total).toBe(0);
  });
});

it('says what is wrong with a filter', async () => {
  await withFamilies([], async (server) => {
    expect((await list(server, 'lin', 'filters=household.phone:in:1')).code).toBe(
      'filterNotUnderstood',
    );
    expect((await list(server, 'lin', 'sort=household.nothing')).code).toBe('inputNotUnderstood');
  });
});
