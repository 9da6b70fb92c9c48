import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { features } from '../src/entry/routes.ts';
import { loadFictionalDivisions } from '../src/features/regions/server/index.ts';
import { newKeyRing } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import { connect, type Sql } from '../src/platform/server/database/connect.ts';
import { type Database, databaseOn } from '../src/platform/server/database/database.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';
import { noFacts } from '../src/platform/server/facts/facts.ts';
import { buildApplication } from '../src/platform/server/http/application.ts';
import type { Services } from '../src/platform/server/services.ts';
import { NOON } from '../src/platform/server/testing/people.ts';

/** An empty register with its divisions, for one run; its database forgets faster than it writes. */
export type ScratchRegister = {
  readonly owner: Sql;
  readonly database: Database;
  readonly services: Services;
  /** Faults that the application reported of itself. */
  readonly faults: string[];
  application(): Promise<FastifyInstance>;
  close(): Promise<void>;
};

export async function openScratchRegister(): Promise<ScratchRegister> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'mingbai-scratch-'));
  const cluster = await startEmbedded({
    dataFolder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const owner = connect(cluster.target, { max: 4 });
  const app = connect(cluster.target, { role: 'mingbai_app' });
  await migrate(owner);
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
  const database = databaseOn(app);
  const faults: string[] = [];
  const services: Services = {
    database,
    clock: () => new Date(NOON),
    sealer: createSealer(newKeyRing()),
    facts: noFacts,
    dataFolder,
    reportFault: (thrown) => {
      faults.push(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    },
  };
  return {
    owner,
    database,
    services,
    faults,
    application: async () => await buildApplication(services, features),
    close: async () => {
      await Promise.all([database.end(), owner.end({ timeout: 1 }), app.end({ timeout: 1 })]);
      await cluster.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
