/**
 * The product without the national list of divisions and without pages, so that it starts in a
 * second: the real routes, write path, imports, sequencer and facts on an embedded PostgreSQL. With
 * `--answer-early` it does what it never may: it answers before it commits. That is the negative
 * control, by which a run shows that it would notice a loss.
 *
 *     node evidence/kill/small-product.ts --port N --data DIR [--answer-early]
 */

import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../src/entry/open-database.ts';
import { features } from '../../src/entry/routes.ts';
import { ensureFirstAccounts } from '../../src/features/accounts/server/index.ts';
import { householdFactTables } from '../../src/features/households/server/index.ts';
import { startIntake } from '../../src/features/intake/server/index.ts';
import { loadFictionalDivisions } from '../../src/features/regions/server/index.ts';
import { startSequencer } from '../../src/platform/server/audit/sequencer.ts';
import { systemClock } from '../../src/platform/server/clock.ts';
import { loadKeys } from '../../src/platform/server/crypto/key-file.ts';
import { sealingKeysOf, signingKeyOf } from '../../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../../src/platform/server/crypto/sealer.ts';
import type { Database } from '../../src/platform/server/database/database.ts';
import { openFacts } from '../../src/platform/server/facts/facts.ts';
import { buildApplication } from '../../src/platform/server/http/application.ts';
import { healthRoutes } from '../../src/platform/server/http/health.ts';

const COMMITS_LATE_MS = 40;

/** Answers when the work is done and commits a little later, if the process lives to see it. */
function answeringEarly(database: Database): Database {
  return {
    ...database,
    transaction: async <Value>(work: Parameters<typeof database.transaction<Value>>[0]) =>
      await new Promise<Value>((resolve, reject) => {
        database
          .transaction(async (tx) => {
            const value = await work(tx);
            resolve(value);
            await pause(COMMITS_LATE_MS);
            return value;
          })
          .catch(reject);
      }),
  };
}

async function start(options: {
  port: number;
  dataFolder: string;
  answerEarly: boolean;
}): Promise<void> {
  const { dataFolder } = options;
  mkdirSync(dataFolder, { recursive: true });
  const opened = await openDatabase({ dataFolder, environment: process.env });
  const reportFault = (thrown: unknown): void => {
    const said = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    process.stderr.write(`${said}\n`);
  };
  await opened.owner.begin(
    async (tx) => await loadFictionalDivisions(tx, systemClock().toISOString()),
  );
  const keys = loadKeys(dataFolder, {});
  const { database } = opened;
  const facts = openFacts({
    database,
    folder: dataFolder,
    tables: householdFactTables,
    reportFault,
  });
  const services = {
    database: options.answerEarly ? answeringEarly(database) : database,
    clock: systemClock,
    sealer: createSealer(keys),
    facts,
    dataFolder,
    reportFault,
  };
  await ensureFirstAccounts(
    { database, clock: systemClock },
    { demonstration: true, language: 'en' },
  );
  facts.start();
  const { target } = opened;
  startIntake({ database, target, dataFolder, keys: sealingKeysOf(keys), reportFault });
  startSequencer(
    { database, clock: systemClock, reportFault },
    { signer: { name: keys.origin, ...signingKeyOf(keys) }, everySeconds: 1 },
  );
  const app = await buildApplication(services, [
    ...features,
    healthRoutes(database, () => (facts.lag().lagMs ?? 0) / 1000),
  ]);
  await app.listen({ host: '127.0.0.1', port: options.port });
}

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    data: { type: 'string', default: 'data' },
    'answer-early': { type: 'boolean', default: false },
  },
});
await start({
  port: Number(values.port),
  dataFolder: values.data,
  answerEarly: values['answer-early'],
});
