import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ensureFirstAccounts } from '../features/accounts/server/index.ts';
import { hasHouseholds } from '../features/households/server/index.ts';
import { loadFictionalDivisions } from '../features/regions/server/index.ts';
import { findPopulation } from '../features/wall/server/index.ts';
import { regionCode } from '../kernel/region-code.ts';
import { connect } from '../platform/server/database/connect.ts';
import { databaseOn } from '../platform/server/database/database.ts';
import { enterScope } from '../platform/server/database/scope-store.ts';
import { noFacts } from '../platform/server/facts/facts.ts';
import type { Services } from '../platform/server/services.ts';
import { workerDatabase } from '../platform/server/testing/database-fixture.ts';
import { NOON, testKeys, testSealer } from '../platform/server/testing/people.ts';
import { loadDemonstration } from './demonstration.ts';

const willow = regionCode('990101');
const lakeside = regionCode('990102');
// Few, so that the test is quick; the product shows 2 400.
const HOUSEHOLDS = 40;

let place: Parameters<typeof loadDemonstration>[0];
let close: () => Promise<void>;

beforeAll(async () => {
  const { owner } = await workerDatabase();
  const [{ name } = { name: '' }] = await owner<
    { name: string }[]
  >`select current_database() as name`;
  const target = { ...inject('cluster'), database: name };
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
  const dataFolder = mkdtempSync(join(tmpdir(), 'mingbai-demonstration-test-'));
  const database = databaseOn(connect(target, { role: 'mingbai_app', max: 4 }));
  const services: Services = {
    database,
    clock: () => new Date(NOON),
    sealer: testSealer,
    facts: noFacts,
    dataFolder,
    reportFault: (thrown) => {
      throw thrown;
    },
  };
  await ensureFirstAccounts(services, { demonstration: true, language: 'zh-CN' });
  place = { opened: { target }, services, keys: testKeys, language: 'zh-CN' };
  close = async () => {
    await database.end();
    rmSync(dataFolder, { recursive: true, force: true });
  };
});
afterAll(async () => await close());

async function found(): Promise<Record<'willow' | 'lakeside', [boolean, number | undefined]>> {
  const inCounty = async (county: typeof willow): Promise<[boolean, number | undefined]> =>
    await place.services.database.read(async (tx) => {
      await enterScope(tx, county);
      return [await hasHouseholds(tx, county), await findPopulation(tx, county)];
    });
  return { willow: await inCounty(willow), lakeside: await inCounty(lakeside) };
}

class Killed extends Error {}

it('makes up at the next start for what a killed one left out, and then does nothing more', async () => {
  const killAfterWillow = (share: number): void => {
    if (share === 0.9) throw new Killed();
  };
  await expect(loadDemonstration(place, killAfterWillow, HOUSEHOLDS)).rejects.toThrow(Killed);
  const afterKill = await found();
  expect(afterKill.willow).toEqual([true, expect.any(Number)]);
  expect(afterKill.lakeside).toEqual([false, undefined]);

  await loadDemonstration(place, () => undefined, HOUSEHOLDS);
  const whole = await found();
  expect(whole.willow).toEqual(afterKill.willow);
  expect(whole.lakeside).toEqual([true, expect.any(Number)]);
  // 东湖渔业村 has 1 480 by its plan, its one neighbour some more.
  expect(whole.lakeside[1]).toBeGreaterThan(1_480);

  const shares: number[] = [];
  await loadDemonstration(place, (share) => shares.push(share), HOUSEHOLDS);
  expect(shares).toEqual([0.9, 1]);
  expect(await found()).toEqual(whole);
}, 120_000);
