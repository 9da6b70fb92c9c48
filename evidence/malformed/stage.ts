import type { FastifyInstance, RouteOptions } from 'fastify';
import { z } from 'zod';
import { features } from '../../src/entry/routes.ts';
import { householdFactTables } from '../../src/features/households/server/index.ts';
import { qualityFactTables } from '../../src/features/quality/server/index.ts';
import { type Permission, permissionsOf, roles } from '../../src/kernel/access.ts';
import { regionCode } from '../../src/kernel/region-code.ts';
import type { Database } from '../../src/platform/server/database/database.ts';
import { openFacts } from '../../src/platform/server/facts/facts.ts';
import { buildApplication } from '../../src/platform/server/http/application.ts';
import { SESSION_COOKIE } from '../../src/platform/server/http/endpoint.ts';
import { newId } from '../../src/platform/server/identifiers.ts';
import { NOON } from '../../src/platform/server/testing/people.ts';
import { insertSignedIn } from '../../src/platform/server/testing/people-store.ts';
import { familyOf, VILLAGE } from '../kill/families.ts';
import { openScratchRegister } from '../scratch-register.ts';
import type { Operation } from './probes.ts';
import type { Schema, Vocabulary } from './schema-values.ts';

/** The whole application on a register of a few families, with somebody of each role signed in. */
export type Stage = {
  readonly app: FastifyInstance;
  readonly operations: readonly Operation[];
  readonly words: Vocabulary;
  /** The cookie of the person with that role. */
  readonly cookieOf: ReadonlyMap<string, string>;
  /** Faults that the application reported of itself. */
  readonly faults: string[];
  close(): Promise<void>;
};

const FAMILIES = 8;
const COUNTY = regionCode('990101');

class Undone<Value> extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super('undone');
    this.value = value;
  }
}

/** Every request meets the register as it was made: what it wrote is rolled back. */
function undoing(database: Database): Database {
  return {
    read: database.read,
    transaction: async <Value>(work: Parameters<typeof database.transaction<Value>>[0]) => {
      try {
        return await database.transaction(async (tx): Promise<Value> => {
          throw new Undone(await work(tx));
        });
      } catch (error) {
        if (error instanceof Undone) return error.value as Value;
        throw error;
      }
    },
  };
}

/** What no handler may be: one that trusts what it is sent. */
function faultyOperation(app: FastifyInstance): void {
  app.route({
    method: 'POST',
    url: '/api/faulty',
    config: { permission: 'public' },
    schema: { body: z.looseObject({ name: z.string() }), response: { 200: z.object({}) } },
    handler: async (request) => {
      const { name } = request.body as { name: string };
      if (/[^\p{L}\p{N} ]/u.test(name)) throw new TypeError('unexpected text');
      return {};
    },
  });
}

/** Operations of a control; the faulty one is declared last. */
const AMONG = 8;

export async function openStage(options: { withFaultyOperation?: boolean } = {}): Promise<Stage> {
  const register = await openScratchRegister();
  const { owner, database, faults } = register;
  const facts = openFacts({
    database,
    folder: register.services.dataFolder,
    tables: [...householdFactTables, ...qualityFactTables],
    reportFault: (thrown) => register.services.reportFault(thrown, 'facts'),
  });
  const services = { ...register.services, facts };
  const people = await owner.begin(async (tx) => await signEverybodyIn(tx));
  const families = await addFamilies(await buildApplication(services, features), people.cookieOf);
  await facts.rebuild();
  const declared = new Map<string, string>();
  const underTest =
    options.withFaultyOperation === true ? [...features, faultyOperation] : features;
  const under = await buildApplication(
    { ...services, database: undoing(database) },
    underTest.map((declare) => (scope) => {
      scope.addHook('onRoute', (route) => noteDeclared(declared, route));
      declare(scope);
    }),
  );
  await under.ready();
  const document = under.swagger() as unknown as Document;
  const operations = operationsOf(document, declared);
  return {
    app: under,
    // A control asks as much of the faulty operation as a long run asks of each.
    operations: options.withFaultyOperation === true ? operations.slice(-AMONG) : operations,
    words: {
      components: document.components?.schemas ?? {},
      known: [...families, ...people.ids, ...codes],
    },
    cookieOf: people.cookieOf,
    faults,
    close: async () => {
      await under.close();
      await facts.stop();
      await register.close();
    },
  };
}

const codes = [
  '99',
  '9901',
  '990101',
  '990101100',
  VILLAGE,
  '990102',
  'illness',
  '2026-11-23',
  '李强',
];

type Tx = Parameters<typeof insertSignedIn>[0];

async function signEverybodyIn(tx: Tx): Promise<{ cookieOf: Map<string, string>; ids: string[] }> {
  const cookieOf = new Map<string, string>();
  const ids: string[] = [];
  for (const role of roles) {
    const person = {
      userName: `one-${role.toLowerCase()}`,
      displayName: role,
      role,
      region: COUNTY,
    };
    const { token, accountId, postingId } = await insertSignedIn(tx, person, NOON);
    cookieOf.set(role, `${SESSION_COOKIE}=${token}`);
    ids.push(accountId, postingId);
  }
  return { cookieOf, ids };
}

async function addFamilies(
  app: FastifyInstance,
  cookieOf: ReadonlyMap<string, string>,
): Promise<string[]> {
  const cookie = cookieOf.get('townshipOfficer') ?? '';
  const ids: string[] = [];
  for (let n = 1; n <= FAMILIES; n += 1) {
    const { id, person, body } = familyOf(n);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/households',
      headers: { cookie },
      payload: body,
    });
    if (answer.statusCode !== 200) throw new Error(`A family was refused: ${answer.body}`);
    ids.push(id, person);
  }
  return [...ids, newId()];
}

function noteDeclared(declared: Map<string, string>, route: RouteOptions): void {
  for (const method of [route.method].flat())
    declared.set(`${method} ${route.url}`, route.config?.permission ?? 'public');
}

type Document = {
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema> };
};
type Described = {
  parameters?: Operation['parameters'];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
};

function operationsOf(document: Document, declared: ReadonlyMap<string, string>): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
      const permission = declared.get(`${method.toUpperCase()} ${url}`) ?? 'public';
      const content = described.requestBody?.content ?? {};
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        parameters: described.parameters ?? [],
        body: content['application/json']?.schema,
        isMultipart: url === '/api/intake/files',
        roles: roles.filter(
          (role) => permission === 'self' || permissionsOf[role].includes(permission as Permission),
        ),
      };
    }),
  );
}
