import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql, Transaction } from '../../../../platform/server/database/connect.ts';
import { type Facts, openFacts } from '../../../../platform/server/facts/facts.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import { inRollback } from '../../../../platform/server/testing/database-fixture.ts';
import {
  type Name,
  NOON,
  type TestServer,
  testServer,
} from '../../../../platform/server/testing/people.ts';
import { householdFactTables } from '../../../households/server/index.ts';
import { qualityFactTables } from '../../../quality/server/index.ts';
import { loadFictionalDivisions } from '../../../regions/server/index.ts';
import { wallRoutes } from '../routes.ts';
import { enterNation, insertAct, insertFinding, insertHousehold } from './willow-store.ts';

export const meisVillage = '990101100201';
export const secondVillage = '990101100202';
const chensVillage = '990101101201';
const nextCounty = '990102100200';

export type Stage = { server: TestServer; tx: Transaction; facts: Facts };

/** The divisions of Willow, which every stage needs and none changes. */
export async function buildWillow(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
}

/** A server whose facts were built from what `seed` inserted. */
export async function onStage(
  seed: (tx: Transaction) => Promise<void>,
  test: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-wall-'));
  await inRollback(async (database, tx) => {
    await enterNation(tx);
    await seed(tx);
    const facts = openFacts({
      database,
      folder,
      tables: [...householdFactTables, ...qualityFactTables],
      reportFault: (thrown) => {
        throw thrown;
      },
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    try {
      await facts.rebuild();
      await test({ server: await testServer(database, tx, [wallRoutes], { facts }), tx, facts });
    } finally {
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

/** Six households: three in Tao's township, two in Chen's (one closed), one in the next county. */
export async function willow(tx: Transaction): Promise<void> {
  const poor = { household_type: 'poor', poverty_status: 'notExited', main_cause: 'illness' };
  const first = await insertHousehold(tx, {
    village: meisVillage,
    values: { ...poor, poor_household_kind: 'subsistenceAllowance' },
    survey: { income_per_head_fen: 300_000 },
    members: [
      { education: '70', birth_day: '1970-01-01' },
      {},
      { status: 'left', left_on: '2020-01-01', leave_reason: 'death' },
    ],
  });
  const second = await insertHousehold(tx, {
    village: meisVillage,
    values: { ...poor, poverty_status: 'returned', main_cause: 'disability' },
    survey: { income_per_head_fen: 600_000 },
  });
  await insertHousehold(tx, {
    village: secondVillage,
    values: {
      household_type: 'exited',
      poverty_status: 'exitedEarlier',
      main_cause: 'illness',
      monitored_category: 'unstable',
      risks: ['illness', 'disaster'],
    },
    survey: { income_per_head_fen: 1_800_000, year: 2024 },
    members: [{}, {}, {}],
  });
  await insertHousehold(tx, {
    village: chensVillage,
    values: {
      ...poor,
      main_cause: 'schooling',
      risk_eliminated: true,
      monitored_category: 'borderline',
    },
    survey: { income_per_head_fen: -5_000 },
    members: [{}],
  });
  await insertHousehold(tx, {
    village: chensVillage,
    values: { status: 'closed', closed_on: '2026-01-01', close_reason: 'error' },
  });
  await insertHousehold(tx, { village: nextCounty, values: poor });
  const of = { village: meisVillage, household: first };
  await insertAct(tx, of, { kind: 'household.correct', daysAgo: 0 });
  await insertAct(tx, of, { kind: 'household.correct', daysAgo: 6 });
  await insertAct(tx, of, { kind: 'person.die', daysAgo: 10 });
  await insertAct(tx, of, { kind: 'person.die', daysAgo: 10, ordinal: 1 });
  await insertAct(tx, of, { kind: 'household.add', daysAgo: 40 });
  await insertFinding(tx, of, { rule: 'R087', level: 'I' });
  await insertFinding(tx, { ...of, household: second }, { rule: 'R087', level: 'I' });
  await insertFinding(tx, of, { rule: 'R001', level: 'E' });
  await insertFinding(tx, of, { rule: 'R002', level: 'W', explained: true });
  await insertFinding(tx, of, { rule: 'R003', level: 'W', exemptedUntil: '2027-01-01' });
  await insertAct(
    tx,
    { ...of, household: second },
    { kind: 'household.add', daysAgo: 3, batch: newId() },
  );
}

/** What an officer gets from an address; throws unless it answers 200. */
export async function get<Answer>(stage: Stage, who: Name, url: string): Promise<Answer> {
  const client = await stage.server.as(who);
  const response = await client.get(url);
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
  return response.json<Answer>();
}
