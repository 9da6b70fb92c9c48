import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { regionCode } from '../../../kernel/region-code.ts';
import { newKeyRing } from '../crypto/key-ring.ts';
import { createSealer } from '../crypto/sealer.ts';
import type { Transaction } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { noFacts } from '../facts/facts.ts';
import { buildApplication, type Routes } from '../http/application.ts';
import { SESSION_COOKIE } from '../http/endpoint.ts';
import type { Services } from '../services.ts';
import { insertSignedIn, type Person } from './people-store.ts';

/** The frozen instant of tests: a Monday noon in Willow, 2026-11-23 (UTC+8). */
export const NOON = '2026-11-23T04:00:00.000Z';

/**
 * The people of Willow County (柳溪县, 990101). Chen works in the next township and is always the
 * one who must not see; Hua works in the next county.
 */
export const people = {
  mei: person('mei', '梅小草', 'villageCadre', '990101100201'),
  tao: person('tao', '陶远', 'townshipOfficer', '990101100'),
  chen: person('chen', '陈邻', 'townshipOfficer', '990101101'),
  lin: person('lin', '林岚', 'countyOfficer', '990101'),
  hua: person('hua', '华隔', 'countyOfficer', '990102'),
  wen: person('wen', '文川', 'provinceOfficer', '99'),
  sys: person('sys', '石建', 'systemAdministrator', ''),
  sec: person('sec', '安全', 'securityAdministrator', ''),
  aud: person('aud', '沈记', 'auditor', ''),
} as const;

/** One set of keys for a test file; nothing sealed with them outlives it. */
export const testKeys = newKeyRing();
export const testSealer = createSealer(testKeys);

export type Name = keyof typeof people;

function person(
  userName: string,
  displayName: string,
  role: Person['role'],
  region: string,
): Person {
  return { userName, displayName, role, region: regionCode(region) };
}

export type Client = {
  accountId: string;
  get(url: string): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<LightMyRequestResponse>;
};

export type TestServer = {
  app: FastifyInstance;
  as(name: Name): Promise<Client>;
  anonymous: Client;
};

/** The application on the test's transaction, with a frozen clock, and clients who are signed in. */
export async function testServer(
  database: Database,
  tx: Transaction,
  features: Routes[],
  services: Partial<Services> = {},
): Promise<TestServer> {
  const app = await buildApplication(
    {
      database,
      clock: () => new Date(NOON),
      sealer: testSealer,
      facts: noFacts,
      dataFolder: '/nonexistent',
      reportFault: (thrown) => {
        throw thrown;
      },
      ...services,
    },
    features,
  );
  const clients = new Map<Name, Promise<Client>>();
  return {
    app,
    anonymous: clientOf(app, {}, ''),
    as: async (name) => {
      const found = clients.get(name) ?? signIn(app, tx, people[name]);
      clients.set(name, found);
      return await found;
    },
  };
}

async function signIn(app: FastifyInstance, tx: Transaction, who: Person): Promise<Client> {
  const { token, accountId } = await insertSignedIn(tx, who, NOON);
  return clientOf(app, { [SESSION_COOKIE]: token }, accountId);
}

function clientOf(
  app: FastifyInstance,
  cookies: Record<string, string>,
  accountId: string,
): Client {
  const inject = async (options: InjectOptions): Promise<LightMyRequestResponse> =>
    await app.inject({ cookies, ...options });
  return {
    accountId,
    get: async (url) => await inject({ method: 'GET', url }),
    send: async (method, url, body) =>
      await inject({ method, url, ...(body === undefined ? {} : { payload: body as object }) }),
  };
}
