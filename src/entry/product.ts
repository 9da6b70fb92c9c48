import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from '../features/accounts/model/index.ts';
import { ensureFirstAccounts } from '../features/accounts/server/index.ts';
import { householdFactTables } from '../features/households/server/index.ts';
import { startIntake } from '../features/intake/server/index.ts';
import { warmPacks } from '../features/packs/server/index.ts';
import { qualityFactTables } from '../features/quality/server/index.ts';
import {
  loadFictionalDivisions,
  loadNationalList,
  loadProvincesOutsideList,
  shippedList,
  warmRegionSearch,
} from '../features/regions/server/index.ts';
import { startSequencer } from '../platform/server/audit/sequencer.ts';
import { systemClock } from '../platform/server/clock.ts';
import type { Console } from '../platform/server/console.ts';
import { loadKeys } from '../platform/server/crypto/key-file.ts';
import { type KeyRing, sealingKeysOf, signingKeyOf } from '../platform/server/crypto/key-ring.ts';
import { createSealer } from '../platform/server/crypto/sealer.ts';
import { openFacts } from '../platform/server/facts/facts.ts';
import { buildApplication, type Routes } from '../platform/server/http/application.ts';
import { healthRoutes } from '../platform/server/http/health.ts';
import { type Language, text } from '../platform/server/http/problem-catalogue.ts';
import { serveWeb } from '../platform/server/http/web-files.ts';
import type { Services } from '../platform/server/services.ts';
import { startCleanUp } from './clean-up.ts';
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
  const opened = await talk.during(
    'start:database',
    async (_progress, turnTo) => await openDatabase({ ...options, turnTo }),
  );
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
  const { talk, language } = options;
  const keys = loadKeys(options.dataFolder, options.environment);
  const services = makeServices(opened, options, keys);
  await talk.during(
    'start:divisions',
    async (progress) => await loadDivisions(opened, options, progress),
  );
  const accounts = await ensureFirstAccounts(services, options);
  if (accounts.demonstration) {
    const place = { opened, services, keys, language };
    await talk.during(
      'start:demonstration',
      async (progress) => await loadDemonstration(place, progress),
    );
  }
  const followers = startFollowers(opened, services, keys);
  const app = await buildApplication(services, [...features, health(services)]);
  await serveWeb(app);
  const address = await app.listen({ host: options.host, port: options.port });
  sayWhereItIs(options, { address, ...accounts });
  void warmRegionSearch(services.database).catch((thrown: unknown) => {
    services.reportFault(thrown, 'warmRegionSearch');
  });
  void warmPacks().catch((thrown: unknown) => {
    services.reportFault(thrown, 'warmPacks');
  });
  return { stop: async () => await stopAll(app, followers, opened) };
}

type ProductServices = Services & { facts: FactsOfRegister };
type FactsOfRegister = ReturnType<typeof openFacts>;

function makeServices(
  { database }: OpenDatabase,
  { dataFolder, environment, language }: ProductOptions,
  keys: KeyRing,
): ProductServices {
  const reportFault = (thrown: unknown, trace = ''): void => {
    const message =
      thrown instanceof Error ? `${thrown.name}: ${thrown.stack ?? ''}` : String(thrown);
    process.stderr.write(`${text(language, 'start:fault', { trace, message })}\n`);
  };
  const facts = openFacts({
    database,
    folder: dataFolder,
    tables: [...householdFactTables, ...qualityFactTables],
    reportFault,
  });
  return {
    database,
    clock: systemClock,
    sealer: createSealer(keys),
    facts,
    dataFolder,
    passwordPolicy: environment['MINGBAI_PASSWORD_POLICY'] === 'graded' ? 'graded' : 'standard',
    reportFault,
  };
}

type Follower = { stop: () => Promise<void> };

/** What works on beside the requests, until it is stopped. */
function startFollowers(
  { target }: OpenDatabase,
  services: ProductServices,
  keys: KeyRing,
): Follower[] {
  const { database, dataFolder, facts, reportFault } = services;
  facts.start();
  const signer = { name: keys.origin, ...signingKeyOf(keys) };
  return [
    startIntake({ database, target, dataFolder, keys: sealingKeysOf(keys), reportFault }),
    startSequencer(services, { signer, everySeconds: CHECKPOINT_EVERY_SECONDS }),
    startCleanUp(services),
    facts,
  ];
}

function health({ database, facts }: ProductServices): Routes {
  return healthRoutes(database, () => {
    const { lagMs } = facts.lag();
    return lagMs === null ? null : lagMs / 1000;
  });
}

async function stopAll(
  app: FastifyInstance,
  followers: Follower[],
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
    await loadProvincesOutsideList(tx, now);
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
