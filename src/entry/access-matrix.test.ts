import type { RouteOptions } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Permission, permissions, permissionsOf, type Role, roles } from '../kernel/access.ts';
import { regionCode } from '../kernel/region-code.ts';
import type { Transaction } from '../platform/server/database/connect.ts';
import type { Database } from '../platform/server/database/database.ts';
import type { Routes } from '../platform/server/http/application.ts';
import { SESSION_COOKIE } from '../platform/server/http/endpoint.ts';
import { newId } from '../platform/server/identifiers.ts';
import { type Browser, browserOf } from '../platform/server/testing/browser.ts';
import { inRollback } from '../platform/server/testing/database-fixture.ts';
import { NOON, testServer } from '../platform/server/testing/people.ts';
import { insertSignedIn } from '../platform/server/testing/people-store.ts';
import { features } from './routes.ts';

type Declared = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  permission: string;
};

/** Routes for whoever comes by. A new one is a decision: it belongs here and in a review. */
const forEveryone = [
  'POST /api/session',
  'POST /api/session/second-factor',
  'DELETE /api/session',
  'GET /api/demonstration/accounts',
];

/** Routes for everyone who is signed in: what is one's own, and nothing else. */
const ownPaths = /^\/api\/(session|account)(\/|$)/;

/**
 * Every feature's routes with what they ask for. What is sent is not checked here, so that the
 * guard itself answers, not the reader of the input.
 */
function unchecked(into: Declared[]): Routes[] {
  return features.map((declare) => (app) => {
    app.addHook('onRoute', (route) => {
      into.push(...declaredIn(route));
    });
    app.setValidatorCompiler(() => (value) => ({ value }));
    declare(app);
  });
}

function declaredIn(route: RouteOptions): Declared[] {
  const permission = route.config?.permission ?? 'none';
  return [route.method]
    .flat()
    .filter((method) => method !== 'HEAD')
    .map((method) => ({ method: method as Declared['method'], url: route.url, permission }));
}

async function ask(
  browser: Browser,
  { method, url }: Declared,
): Promise<{ status: number; code: string }> {
  const path = url.replace('*', 'x').replaceAll(/:\w+/g, () => newId());
  const answer = method === 'GET' ? await browser.get(path) : await browser.send(method, path, {});
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  return { status: answer.statusCode, code: isProblem ? answer.json().code : '' };
}

type Building = {
  declared: Declared[];
  browserOfToken: (token?: string) => Browser;
  tx: Transaction;
};

async function inBuilding(test: (building: Building) => Promise<void>): Promise<void> {
  await inRollback(async (database: Database, tx) => {
    const declared: Declared[] = [];
    const server = await testServer(database, tx, unchecked(declared), {
      reportFault: () => undefined,
    });
    await server.app.ready();
    const browserOfToken = (token?: string): Browser =>
      browserOf(server.app, token === undefined ? {} : { [SESSION_COOKIE]: token });
    await test({ declared, browserOfToken, tx });
  });
}

let routes: Declared[] = [];
beforeAll(async () => {
  await inBuilding(async ({ declared }) => {
    routes = declared;
  });
});

const nameOf = ({ method, url }: Declared): string => `${method} ${url}`;
const guarded = (): Declared[] => routes.filter((route) => !forEveryone.includes(nameOf(route)));

async function signIn(tx: Transaction, role: Role): Promise<string> {
  const person = {
    userName: `one-${role.toLowerCase()}`,
    displayName: role,
    role,
    region: regionCode('990101'),
  };
  return (await insertSignedIn(tx, person, NOON)).token;
}

describe('every route', () => {
  it('is seen by this test', () => {
    expect(routes.length).toBeGreaterThan(20);
  });

  it('names a permission that exists, unless it is for everyone', () => {
    const open = routes.filter(({ permission }) => permission === 'public').map(nameOf);
    expect(open.toSorted()).toEqual(forEveryone.toSorted());
    const known: readonly string[] = permissions;
    expect(guarded().filter(({ permission }) => !known.includes(permission))).toEqual([]);
  });

  it('that asks for nothing but a session is about the officer alone', () => {
    const forAnyone = guarded().filter(({ permission }) => permission === 'self');
    expect(forAnyone.filter(({ url }) => !ownPaths.test(url)).map(nameOf)).toEqual([]);
  });

  it('refuses who is not signed in', async () => {
    await inBuilding(async ({ browserOfToken }) => {
      for (const browser of [browserOfToken(), browserOfToken('made-up')]) {
        for (const route of guarded()) {
          expect([nameOf(route), await ask(browser, route)]).toEqual([
            nameOf(route),
            { status: 401, code: 'notSignedIn' },
          ]);
        }
      }
    });
  });

  it('refuses who still owes the second factor', async () => {
    await inBuilding(async ({ browserOfToken, tx }) => {
      const browser = browserOfToken(await signIn(tx, 'systemAdministrator'));
      await tx`update session set awaits_second_factor = true`;
      for (const route of guarded()) {
        expect([nameOf(route), (await ask(browser, route)).status]).toEqual([nameOf(route), 401]);
      }
    });
  });

  it('but those about oneself refuses who must change the password first', async () => {
    await inBuilding(async ({ browserOfToken, tx }) => {
      const browser = browserOfToken(await signIn(tx, 'countyOfficer'));
      await tx`update account set must_change_password = true`;
      for (const route of guarded().filter(({ permission }) => permission !== 'self')) {
        expect([nameOf(route), (await ask(browser, route)).code]).toEqual([
          nameOf(route),
          'passwordMustBeChanged',
        ]);
      }
    });
  });

  it('but those about oneself refuses who has no posting in force', async () => {
    await inBuilding(async ({ browserOfToken, tx }) => {
      const browser = browserOfToken(await signIn(tx, 'countyOfficer'));
      await tx`update posting set until_day = '2026-11-22'`;
      for (const route of guarded().filter(({ permission }) => permission !== 'self')) {
        expect([nameOf(route), (await ask(browser, route)).status]).toEqual([nameOf(route), 403]);
      }
    });
  });
});

describe.each(roles)('%s', (role) => {
  it('gets through exactly where the role has the permission', async () => {
    await inBuilding(async ({ browserOfToken, tx }) => {
      const browser = browserOfToken(await signIn(tx, role));
      const outcomes: [string, boolean][] = [];
      for (const route of guarded()) {
        const { status, code } = await ask(browser, route);
        expect([nameOf(route), status === 401]).toEqual([nameOf(route), false]);
        outcomes.push([nameOf(route), status !== 403 || code !== 'roleLacksPermission']);
      }
      const has = (permission: string): boolean =>
        permission === 'self' || permissionsOf[role].includes(permission as Permission);
      expect(outcomes).toEqual(guarded().map((route) => [nameOf(route), has(route.permission)]));
    });
  });
});
