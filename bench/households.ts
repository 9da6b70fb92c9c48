/**
 * At a million households: opening a household through the API for 50 people at once (p95 ≤ 50 ms),
 * searching a name, initials or ID tail (p95 ≤ 100 ms), and what row-level security costs a read of
 * one row: requests a second against the same route without it (≥ 0.7).
 *
 *     node bench/households.ts [households] [seconds a round]
 */

import autocannon from 'autocannon';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HouseholdKey } from '../src/features/households/model/contract.ts';
import { meaningsOf } from '../src/features/households/model/search-text.ts';
import { declareHouseholdReading, keyOf } from '../src/features/households/server/routes.ts';
import { searchHouseholds } from '../src/features/households/server/search-store.ts';
import { findHousehold } from '../src/features/households/server/store.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { databaseOn } from '../src/platform/server/database/database.ts';
import { enterScope } from '../src/platform/server/database/scope-store.ts';
import { buildApplication } from '../src/platform/server/http/application.ts';
import { endpoint, hashToken, SESSION_COOKIE } from '../src/platform/server/http/endpoint.ts';
import { Problem } from '../src/platform/server/http/problem.ts';
import { newId } from '../src/platform/server/identifiers.ts';
import { findOfficerAndEnter } from '../src/platform/server/identity/session-store.ts';
import { insertSignedIn } from '../src/platform/server/testing/people-store.ts';
import { type BenchRegister, openBenchRegister } from './register.ts';
import { householdAt } from './register-store.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const SECONDS = Number(process.argv[3] ?? 8);
const ROUNDS = 3;

const OneRow = z.object({ headName: z.string() });

/** One row, with session, transaction, scope and row-level security, as every route of the product. */
function withSecurity(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/bench/with/:county/:id',
    tag: 'bench',
    summary: 'one row through row-level security',
    permission: 'household.read',
    params: HouseholdKey,
    response: OneRow,
    handle: async ({ tx }, { params }) => {
      const row = await findHousehold(tx, keyOf(params));
      if (row === undefined) throw new Problem(404, 'notFound');
      return { headName: String(row['head_name']) };
    },
  });
}

/** The same row and the same session look-up, on a connection that row-level security does not bind. */
function withoutSecurity(register: BenchRegister) {
  return (app: FastifyInstance): void => {
    app.get(
      '/bench/without/:county/:id',
      {
        config: { permission: 'public' },
        schema: { params: HouseholdKey, response: { 200: OneRow } },
      },
      async (request) => {
        const now = new Date().toISOString();
        const token = hashToken(request.cookies[SESSION_COOKIE] ?? '');
        const sql = register.owner as never;
        const officer = await findOfficerAndEnter(sql, token, {
          now,
          today: now.slice(0, 10) as never,
        });
        const row = await findHousehold(sql, keyOf(request.params as never));
        if (officer === undefined || row === undefined) throw new Problem(404, 'notFound');
        return { headName: String(row['head_name']) };
      },
    );
  };
}

async function load(
  address: string,
  path: (n: number) => string,
  cookie: string,
): Promise<autocannon.Result> {
  return await autocannon({
    url: address,
    connections: 50,
    duration: SECONDS,
    headers: { cookie },
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          path: path(Math.floor(Math.random() * HOUSEHOLDS)),
        }),
      },
    ],
  });
}

function report(name: string, result: autocannon.Result): void {
  const { p50, p97_5, p99 } = result.latency;
  const failed = result.non2xx + result.errors;
  console.log(
    `${name}: ${result.requests.average.toFixed(0)} requests/s, p50 ${p50} ms, p97.5 ${p97_5} ms, p99 ${p99} ms, failed ${failed}`,
  );
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function search(register: BenchRegister): Promise<void> {
  const texts = ['王', '李伟', '张娜秀', 'wl', 'zca', '0421', '1234', 'B00012', '陈'];
  const times: number[] = [];
  for (let n = 0; n < 400; n++) {
    const typed = texts[n % texts.length] ?? '';
    const scope = regionCode(['99', '9911', '991123'][n % 3] ?? '99');
    const started = performance.now();
    await register.app.begin(async (tx) => {
      await enterScope(tx, scope);
      for (const meaning of meaningsOf(typed)) {
        const term =
          meaning.by === 'documentTail'
            ? { by: meaning.by, tailHash: BigInt(Number.parseInt(meaning.tail, 10) || 0) }
            : meaning;
        await searchHouseholds(tx, term, 50);
      }
    });
    times.push(performance.now() - started);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `search of a name, initials, number or ID tail: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(0.999)} ms (target p95 ≤ 100 ms)`,
  );
}

const register = await openBenchRegister(HOUSEHOLDS);
const app = await buildApplication(
  {
    database: databaseOn(register.app),
    clock: () => new Date(),
    sealer: register.sealer,
    dataFolder: register.dataFolder,
    reportFault: (thrown: unknown) => {
      throw thrown;
    },
  } as never,
  [declareHouseholdReading, withSecurity, withoutSecurity(register)],
);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
const now = new Date().toISOString();
const { token } = await register.owner.begin(
  async (tx) =>
    await insertSignedIn(
      tx,
      {
        userName: `bench-${newId().slice(-8)}`,
        displayName: 'Bench',
        role: 'provinceOfficer',
        region: regionCode('99'),
      },
      now,
    ),
);
const cookie = `${SESSION_COOKIE}=${token}`;
const at = (prefix: string) => (n: number) =>
  `${prefix}/${householdAt(n).county}/${householdAt(n).id}`;

await load(address, at('/bench/with'), cookie);
const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const secured = await load(address, at('/bench/with'), cookie);
  const bare = await load(address, at('/bench/without'), cookie);
  report('one row through row-level security', secured);
  report('one row without it', bare);
  ratios.push(secured.requests.average / bare.requests.average);
}
console.log(`ratio with/without: ${median(ratios).toFixed(2)} (target ≥ 0.70)`);
report(
  'open a household, 50 at once (target p95 ≤ 50 ms)',
  await load(address, at('/api/households'), cookie),
);
await search(register);
await app.close();
await register.close();
