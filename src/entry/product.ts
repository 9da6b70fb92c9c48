import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from '../features/accounts/model/index.ts';
import { ensureFirstAccounts } from '../features/accounts/server/index.ts';
import { householdFactTables } from '../features/households/server/index.ts';
import { startIntake } from '../features/intake/server/index.ts';
import { qualityFactTables } from '../features/quality/server/index.ts';
import {
  loadFictionalDivisions,
  loadNationalList,
  shippedList,
  warmRegionSearch,
} from '../features/regions/server/index.ts';
import { startSequencer } from '../platform/server/audit/sequencer.ts';
import { systemClock } from '../platform/server/clock.ts';
import type { Console } from '../platform/server/console.ts';
import { loadKeys } from '../platform/server/crypto/key-file.ts';
import { sealingKeysOf, signingKeyOf } from '../platform/server/crypto/key-ring.ts';
import { createSealer } from '../platform/server/crypto/sealer.ts';
import { openFacts } from '../platform/server/facts/facts.ts';
import { buildApplication } from '../platform/server/http/application.ts';
import { healthRoutes } from '../platform/server/http/health.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { serveWeb } from '../platform/server/http/web-files.ts';
import type { Services } from '../platform/server/services.ts';
import { loadDemonstration } from './demonstration.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

import { features } from './routes.ts';

export type ProductOptions = {
  port: number;
  host: string;
  dataFolder: string;
  demonstration: boolean;
  language: Language;
  talk: Console;
  environment: NodeJS.ProcessEnv;
};

const CHECKPOINT_EVERY_SECONDS = 5;

/** Starts everything in this process and says where it is to be found; `stop` ends it cleanly. */
export async function startProduct(
  options: ProductOptions,
): Promise<{ stop: () => Promise<void> }> {
  const { dataFolder, talk } = options;
  mkdirSync(dataFolder, { recursive: true });
  const opened = await talk.during('start:database', async () => await openDatabase(options));
  try {
    return await serve(opened, options);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function serve(
  opened: OpenDatabase,
  options: ProductOptions,
): Promise<{ stop: () => Promise<void> }> {
  const { dataFolder, talk, language } = options;
  const keys = loadKeys(dataFolder, options.environment);
  const { database } = opened;
  const reportFault = (thrown: unknown, trace = ''): void => {
    const message =
      thrown instanceof Error ? `${thrown.name}: ${thrown.stack ?? ''}` : String(thrown);
    process.stderr.write(`${text(language, 'start:fault', { trace, message })}\n`);
  };
  await talk.during(
    'start:divisions',
    async (progress) => await loadDivisions(opened, options, progress),
  );
  const facts = openFacts({
    database,
    folder: dataFolder,
    tables: [...householdFactTables, ...qualityFactTables],
    reportFault,
  });
  const services: Services = {
    database,
    clock: systemClock,
    sealer: createSealer(keys),
    facts,
    dataFolder,
    passwordPolicy:
      options.environment['MINGBAI_PASSWORD_POLICY'] === 'graded' ? 'graded' : 'standard',
    reportFault,
  };
  const accounts = await ensureFirstAccounts(services, {
    demonstration: options.demonstration,
    language,
  });
  if (accounts.demonstration) {
    const place = { opened, services, keys };
    await talk.during(
      'start:demonstration',
      async (progress) => await loadDemonstration(place, progress),
    );
  }
  facts.start();
  const intake = startIntake({
    database,
    target: opened.target,
    dataFolder,
    keys: sealingKeysOf(keys),
    reportFault,
  });
  const sequencer = startSequencer(services, {
    signer: { name: keys.origin, ...signingKeyOf(keys) },
    everySeconds: CHECKPOINT_EVERY_SECONDS,
  });
  const app = await buildApplication(services, [
    ...features,
    healthRoutes(database, () => {
      const { lagMs } = facts.lag();
      return lagMs === null ? null : lagMs / 1000;
    }),
  ]);
  await serveWeb(app);
  const address = await app.listen({ host: options.host, port: options.port });
  sayWhereItIs(options, { address, ...accounts });
  void warmRegionSearch(database).catch(reportFault);
  return {
    stop: async () => await stopAll(app, [intake, sequencer, facts], opened),
  };
}

async function stopAll(
  app: FastifyInstance,
  followers: { stop: () => Promise<void> }[],
  opened: OpenDatabase,
): Promise<void> {
  await app.close();
  await Promise.all(followers.map(async (follower) => await follower.stop()));
  await opened.close();
}

async function loadDivisions(
  opened: OpenDatabase,
  options: ProductOptions,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const now = systemClock().toISOString();
  await opened.owner.begin(async (tx) => {
    await loadNationalList(tx, shippedList, now, progress);
    if (options.demonstration) await loadFictionalDivisions(tx, now);
  });
}

function sayWhereItIs(
  options: ProductOptions,
  found: {
    address: string;
    demonstration: boolean;
    oneTimePasswords: { userName: string; password: string }[];
  },
): void {
  const { talk, language } = options;
  talk.say('start:ready', { address: found.address });
  if (found.demonstration) {
    talk.say('start:accounts', { password: DEMONSTRATION_PASSWORD });
    for (const { userName, displayName, role, regionCode } of demonstrationAccounts) {
      talk.say('start:account', {
        userName: userName.padEnd(6),
        displayName,
        role: text(language, `shell:role.${role}`),
        region: regionCode,
      });
    }
  }
  if (found.oneTimePasswords.length > 0) talk.say('start:firstPasswords');
  for (const account of found.oneTimePasswords) talk.say('start:firstPassword', account);
}
