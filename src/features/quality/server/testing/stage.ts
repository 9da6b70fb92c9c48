import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NATION, type RegionCode } from '../../../../kernel/region-code.ts';
import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { enterScope } from '../../../../platform/server/database/scope-store.ts';
import { openFacts } from '../../../../platform/server/facts/facts.ts';
import { inRollback } from '../../../../platform/server/testing/database-fixture.ts';
import {
  NOON,
  type TestServer,
  testSealer,
  testServer,
} from '../../../../platform/server/testing/people.ts';
import {
  declareHouseholdCorrecting,
  declareHouseholdList,
  declareHouseholdReading,
  declareHouseholdRestructuring,
  householdFactTables,
} from '../../../households/server/index.ts';
import { checkChanges } from '../check-changes.ts';
import { qualityFactTables } from '../fact-tables-store.ts';
import { recheckRegion } from '../recheck.ts';
import { qualityRoutes } from '../routes.ts';
import {
  type Inserted,
  insertHouseholds,
  keepSessions,
  type StoredFinding,
  storedFindings,
  type WholeFacts,
} from './register-store.ts';

export type Stage = {
  server: TestServer;
  tx: Transaction;
  /** Moves the clock to another instant; whoever is signed in stays so. */
  moveTo: (instant: string) => Promise<void>;
  insert: (households: readonly WholeFacts[]) => Promise<Inserted[]>;
  recheck: (region?: RegionCode) => Promise<void>;
  /** Lets the facts see what was written. */
  catchUp: () => Promise<void>;
  stored: () => Promise<StoredFinding[]>;
};

/** Willow with the product's routes for households and findings, undone when the test is over. */
export async function onStage(test: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-quality-'));
  await inRollback(async (database, tx) => {
    const facts = openFacts({
      database,
      folder,
      tables: [...householdFactTables, ...qualityFactTables],
      reportFault: (thrown) => {
        throw thrown;
      },
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    const moment = { now: NOON };
    const clock = (): Date => new Date(moment.now);
    const routes = [
      declareHouseholdList,
      declareHouseholdReading,
      declareHouseholdCorrecting(checkChanges),
      declareHouseholdRestructuring(checkChanges),
      qualityRoutes,
    ];
    const everywhere = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      await enterScope(tx, NATION);
      return await work();
    };
    try {
      await test({
        server: await testServer(database, tx, routes, { facts, clock }),
        tx,
        moveTo: async (instant) => {
          moment.now = instant;
          await keepSessions(tx, instant);
        },
        insert: async (households) =>
          await everywhere(async () => await insertHouseholds(tx, testSealer, households)),
        recheck: async (region = NATION) => {
          await recheckRegion({ database, sealer: testSealer, clock }, region);
        },
        catchUp: async () => await everywhere(async () => await facts.rebuild()),
        stored: async () => await everywhere(async () => await storedFindings(tx)),
      });
    } finally {
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}
