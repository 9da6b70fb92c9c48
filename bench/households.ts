/**
 * At a million households, through the API: what row-level security costs a read of one row
 * (requests a second against the same route without it, ≥ 0.70), opening a household for 50 people
 * at once, who read for half a second or not at all (p95 ≤ 50 ms), searching a name, initials, number or ID tail (p95 ≤ 100 ms), and the first
 * page of the list (p95 ≤ 200 ms; `bench/list.ts` tries every filter and every order).
 *
 *     node bench/households.ts [households] [seconds a round] [rounds] [row,open,search,list]
 *
 * The route without it is the same code on a role that no policy binds, without scope and without
 * transaction, on the driver's own pool. Who asks is a process of its own.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { HouseholdKey } from '../src/features/households/model/contract.ts';
import { householdFactTables } from '../src/features/households/server/index.ts';
import {
  declareHouseholdList,
  declareHouseholdReading,
  keyOf,
} from '../src/features/households/server/routes.ts';
import { findHousehold } from '../src/features/households/server/store.ts';
import { type RegionCode, regionCode } from '../src/kernel/region-code.ts';
import type { Sql } from '../src/platform/server/database/connect.ts';
import { type Database, databaseOn } from '../src/platform/server/database/database.ts';
import { type Facts, noFacts, openFacts } from '../src/platform/server/facts/facts.ts';
import { buildApplication } from '../src/platform/server/http/application.ts';
import { endpoint, SESSION_COOKIE } from '../src/platform/server/http/endpoint.ts';
import { Problem } from '../src/platform/server/http/problem.ts';
import { newId } from '../src/platform/server/identifiers.ts';
import { insertSignedIn } from '../src/platform/server/testing/people-store.ts';
import { stateFigure } from './figure.ts';
import type { Load } from './http-client.ts';
import { median, printMachine, quantile } from './measure.ts';
import { plainReader } from './plain-reader-store.ts';
import { cpuSecondsOf } from './processor.ts';
import { openBenchRegister } from './register.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const SECONDS = Number(process.argv[3] ?? 5);
const ROUNDS = Number(process.argv[4] ?? 5);
const PARTS = new Set((process.argv[5] ?? 'row,open,search,list').split(','));
const USERS = 50;
const CONNECTIONS = 16;

const LEAST_SHARE = 0.7;
const OPEN_MS = 50;
const READING_MS = 500;
const SEARCH_MS = 100;
const LIST_MS = 200;

/** One row, with session, transaction, scope and answer as every route of the product. */
function oneRow(app: FastifyInstance): void {
  endpoint(app, {
    method: 'GET',
    url: '/bench/row/:county/:id',
    tag: 'bench',
    summary: 'one row',
    permission: 'household.read',
    params: HouseholdKey,
    response: z.object({ headName: z.string() }),
    handle: async ({ tx }, { params }) => {
      const row = await findHousehold(tx, keyOf(params));
      if (row === undefined) throw new Problem(404, 'notFound');
      return { headName: String(row['head_name']) };
    },
  });
}

/** Each statement by itself on whichever connection the driver chooses. */
function withoutTransactions(sql: Sql): Database {
  return { read: async (work) => await work(sql), transaction: async (work) => await work(sql) };
}

type Server = { app: FastifyInstance; port: number };

async function serve(database: Database, facts: Facts): Promise<Server> {
  const services = {
    database,
    facts,
    clock: () => new Date(),
    sealer: register.sealer,
    dataFolder: register.dataFolder,
    reportFault: (thrown: unknown) => console.error(thrown),
  };
  const app = await buildApplication(services, [
    oneRow,
    declareHouseholdReading,
    declareHouseholdList,
  ]);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, port: (app.server.address() as AddressInfo).port };
}

type Round = Load & { perSecond: number; nodeUs: number; postgresUs: number };

/** What `USERS` people at once get out of the server, and what it costs to answer one request. */
async function load(
  server: Server,
  path: string,
  { seconds = SECONDS, pauseMs = 0 } = {},
): Promise<Round> {
  const client = join(import.meta.dirname, 'http-client.ts');
  const options = [server.port, path, cookie, USERS, seconds, HOUSEHOLDS, pauseMs].map(String);
  const before = { node: process.cpuUsage(), postgres: cpuSecondsOf(postmaster) };
  const { stdout } = await promisify(execFile)(process.execPath, [client, ...options], {
    maxBuffer: 2 ** 30,
  });
  const node = process.cpuUsage(before.node);
  const postgres = cpuSecondsOf(postmaster) - before.postgres;
  const found = JSON.parse(stdout) as Load;
  if (found.failed > 0) throw new Error(`${found.failed} of ${found.requests} requests failed`);
  return {
    ...found,
    perSecond: found.requests / found.seconds,
    nodeUs: (node.user + node.system) / found.requests,
    postgresUs: (postgres * 1e6) / found.requests,
  };
}

function report(name: string, round: Round): void {
  console.log(
    `${name.padEnd(44)} ${round.perSecond.toFixed(0).padStart(6)} requests/s` +
      `  p50 ${quantile(round.latencies, 0.5).toFixed(1)} ms  p95 ${quantile(round.latencies, 0.95).toFixed(1)} ms` +
      `  CPU a request: Node ${round.nodeUs.toFixed(0)} µs, PostgreSQL ${round.postgresUs.toFixed(0)} µs`,
  );
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'MISSED';
}

async function compareRow(ours: Server, peer: Server): Promise<void> {
  await load(peer, '/bench/row', { seconds: 2 });
  await load(ours, '/bench/row', { seconds: 2 });
  const rounds: { ours: Round; peer: Round }[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const of = { peer: await load(peer, '/bench/row'), ours: await load(ours, '/bench/row') };
    report('one row without it (peer)', of.peer);
    report('one row through row-level security', of.ours);
    rounds.push(of);
  }
  const middle = (of: 'ours' | 'peer', value: (round: Round) => number): number =>
    median(rounds.map((round) => value(round[of])));
  const cpu = (round: Round): number => round.nodeUs + round.postgresUs;
  const share =
    middle('ours', ({ perSecond }) => perSecond) / middle('peer', ({ perSecond }) => perSecond);
  console.log(
    `row-level security: ${share.toFixed(2)} × the requests a second without it` +
      ` (by CPU a request ${(middle('peer', cpu) / middle('ours', cpu)).toFixed(2)} ×;` +
      ` ≥ ${LEAST_SHARE.toFixed(2)}: ${verdict(share >= LEAST_SHARE)})`,
  );
  stateFigure({
    figure: 'a read of one row through row-level security, requests a second',
    value: share,
    unit: '×',
    peer: 'the same without it',
    atLeast: LEAST_SHARE,
  });
}

async function openMany(server: Server): Promise<void> {
  await load(server, '/api/households', { seconds: 2 });
  for (const [pauseMs, who] of [
    [READING_MS, `${USERS} people who read for ${READING_MS} ms`],
    [0, `${USERS} at once without a pause`],
  ] as const) {
    const rounds: Round[] = [];
    for (let n = 0; n < ROUNDS; n += 1)
      rounds.push(await load(server, '/api/households', { pauseMs }));
    for (const round of rounds) report(`open a household, ${who}`, round);
    const p95 = median(rounds.map(({ latencies }) => quantile(latencies, 0.95)));
    stateFigure({
      figure: `open a household of ${HOUSEHOLDS}, ${who}, p95`,
      value: p95,
      unit: 'ms',
      atMost: OPEN_MS,
    });
  }
}

/** One after another, as an officer of the province, of a county and of a township. */
async function ask(server: Server, name: string, atMost: number, queries: string[]): Promise<void> {
  const times: { ms: number; what: string }[] = [];
  const ask = async (query: string, region: RegionCode, who: string): Promise<void> => {
    const began = performance.now();
    const answer = await fetch(
      `http://127.0.0.1:${server.port}/api/households?region=${region}&${query}`,
      { headers: { cookie: who } },
    );
    if (!answer.ok) throw new Error(`${answer.status} for ${query}: ${await answer.text()}`);
    const { total } = (await answer.json()) as { total: number };
    const ms = performance.now() - began;
    times.push({ ms, what: `${region} ${decodeURIComponent(query)} (${total} found)` });
  };
  for (const [region, who] of officers) for (const query of queries) await ask(query, region, who);
  times.length = 0;
  for (let round = 0; round < 4 * ROUNDS; round += 1) {
    for (const [region, who] of officers)
      for (const query of queries) await ask(query, region, who);
  }
  const all = times.map(({ ms }) => ms);
  for (const { ms, what } of times.toSorted((one, other) => other.ms - one.ms).slice(0, 3))
    console.log(`  slow: ${ms.toFixed(0)} ms  ${what}`);
  const p95 = quantile(all, 0.95);
  console.log(
    `${name}: p50 ${quantile(all, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms,` +
      ` most ${quantile(all, 1).toFixed(1)} ms (p95 ≤ ${atMost} ms: ${verdict(p95 <= atMost)})`,
  );
  stateFigure({
    figure: `${name}, ${HOUSEHOLDS} households, p95`,
    value: p95,
    unit: 'ms',
    atMost,
  });
}

async function signIn(
  region: RegionCode,
  role: 'provinceOfficer' | 'countyOfficer' | 'townshipOfficer',
) {
  const now = new Date().toISOString();
  const userName = `bench-${newId().slice(-8)}`;
  const { token } = await register.owner.begin(
    async (tx) => await insertSignedIn(tx, { userName, displayName: 'Bench', role, region }, now),
  );
  return [region, `${SESSION_COOKIE}=${token}`] as const;
}

const register = await openBenchRegister(HOUSEHOLDS);
const pidFile = join(register.dataFolder, 'postgres', 'cluster', 'postmaster.pid');
const postmaster = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
const officers = [
  await signIn(regionCode('99'), 'provinceOfficer'),
  await signIn(regionCode('991012'), 'countyOfficer'),
  await signIn(regionCode('991012103'), 'townshipOfficer'),
];
const cookie = officers[0]?.[1] ?? '';
const database = databaseOn(register.app);
const facts = openFacts({
  database,
  folder: register.dataFolder,
  tables: householdFactTables,
  reportFault: (thrown) => console.error(thrown),
});
const plain = await plainReader(register.owner, register.target, CONNECTIONS);
const ours = await serve(database, facts);
const peer = await serve(withoutTransactions(plain), noFacts);

const searched = ['王', '李伟', '张娜秀', 'wl', 'zca', '0421', '1234', 'B00012', '陈'];
const listed = [
  '',
  'sort=-survey.incomePerHeadFen',
  'sort=household.headName&filters=household.mainCause:in:illness,disability',
  'sort=household.mainCause&filters=survey.incomePerHeadFen:below:400000',
  'filters=person.sex:in:2;person.birthDay:below:1960-01-01&sort=-household.povertyStatus',
];

printMachine();
if (PARTS.has('row')) await compareRow(ours, peer);
if (PARTS.has('open')) await openMany(ours);
if (PARTS.has('search') || PARTS.has('list')) await facts.catchUp();
if (PARTS.has('search')) {
  const queries = searched.map((text) => `text=${encodeURIComponent(text)}`);
  await ask(ours, 'search a name, initials, number or ID tail', SEARCH_MS, queries);
}
if (PARTS.has('list')) await ask(ours, 'first page of the list', LIST_MS, listed);

await Promise.all([ours.app.close(), peer.app.close()]);
await facts.stop();
await Promise.all([database.end(), plain.end()]);
await register.close();
