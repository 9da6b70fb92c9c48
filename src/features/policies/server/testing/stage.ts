import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql, Transaction } from '../../../../platform/server/database/connect.ts';
import { type Facts, openFacts } from '../../../../platform/server/facts/facts.ts';
import { inRollback } from '../../../../platform/server/testing/database-fixture.ts';
import {
  type Name,
  NOON,
  type TestServer,
  testServer,
} from '../../../../platform/server/testing/people.ts';
import { householdFactTables } from '../../../households/server/index.ts';
import { loadFictionalDivisions } from '../../../regions/server/index.ts';
import { policyRoutes } from '../routes.ts';
import { enterNation, insertHousehold } from './policies-store.ts';

export type Stage = { server: TestServer; tx: Transaction; facts: Facts };

/** The divisions of Willow, which every stage needs and none changes. */
export async function buildWillow(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
}

export const firstVillage = '990101100201';
export const secondVillage = '990101101201';

/** In the first township one household is poor and has safe water, in the second two are out, one of them with it. */
export async function threeHouseholds(tx: Transaction): Promise<void> {
  await insertHousehold(tx, {
    village: firstVillage,
    values: { poverty_status: 'notExited' },
    survey: { safe_water: true },
  });
  await insertHousehold(tx, {
    village: secondVillage,
    values: { poverty_status: 'newlyExited' },
    survey: { safe_water: true },
  });
  await insertHousehold(tx, {
    village: secondVillage,
    values: { poverty_status: 'exitedEarlier' },
    survey: { safe_water: false },
  });
}

const statuses = ['notExited', 'returned', 'newlyExited', 'exitedEarlier', null];
const causes = ['illness', 'disability', 'lackOfLabour', 'schooling', null];
const truths = [true, false, null];

/** Households in which every value, and its absence, meets every other that measures often ask for. */
export async function variedHouseholds(tx: Transaction): Promise<void> {
  for (let number = 0; number < 60; number += 1) {
    await insertHousehold(tx, {
      village: number % 2 === 0 ? firstVillage : secondVillage,
      values: {
        poverty_status: statuses[number % 5] ?? null,
        main_cause: causes[Math.floor(number / 5) % 5] ?? null,
        relocated: truths[number % 3] ?? null,
        status: number % 7 === 0 ? 'closed' : 'active',
        ...(number % 7 === 0 ? { closed_on: '2026-01-01', close_reason: 'error' } : {}),
      },
      ...(number % 4 === 0
        ? {}
        : {
            survey: {
              safe_water: truths[number % 3] ?? null,
              income_per_head_fen: 100_000 * (number % 9),
            },
          }),
    });
  }
}

/** A server whose facts were built from what `seed` inserted. */
export async function onStage(
  seed: (tx: Transaction) => Promise<void>,
  test: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-policies-'));
  await inRollback(async (database, tx) => {
    await enterNation(tx);
    await seed(tx);
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    try {
      await facts.rebuild();
      await test({ server: await testServer(database, tx, [policyRoutes], { facts }), tx, facts });
    } finally {
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

/** What an officer gets from an address; throws unless it answers 200. */
export async function get<Answer>(stage: Stage, who: Name, url: string): Promise<Answer> {
  const client = await stage.server.as(who);
  const response = await client.get(url);
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
  return response.json<Answer>();
}
