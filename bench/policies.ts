/**
 * The document as the dashboard: every indicator of a pack that the register knows, for a county,
 * its prefecture and its province, beside a bare scan of DuckDB that sums a few columns of the same rows.
 *
 *     node bench/policies.ts [households] [rounds]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { householdFactTables } from '../src/features/households/server/index.ts';
import {
  itemsOf,
  type Pack,
  parametersInForce,
  parameterTables,
} from '../src/features/packs/model/index.ts';
import { shippedLibrary } from '../src/features/packs/server/index.ts';
import { askRegister } from '../src/features/policies/server/ask-register.ts';
import { type Measure, measureOf } from '../src/features/policies/server/measures.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { openFactFile } from '../src/platform/server/facts/fact-file.ts';
import { type Facts, noFacts, scopedAsker } from '../src/platform/server/facts/facts.ts';
import { stateFigure } from './figure.ts';
import { median } from './measure.ts';
import { fillProvince } from './province.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 9);
const AT_MOST_MS = 300;

const folder = join('data', 'bench-policies');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const file = await openFactFile(folder, { memoryBytes: 2 ** 31, threads: 2 });
await file.with(
  async (connection) => await fillProvince(connection, { households: HOUSEHOLDS, seed: 1 }),
);
const facts: Facts = {
  ...noFacts,
  query: scopedAsker(householdFactTables, async (work) => await file.with(work)),
};

const on = plainDate('2026-11-23');
const library = shippedLibrary();

function measuresOf(pack: Pack, region: string) {
  const chain = library.set.chainOf(pack);
  const tables = parameterTables(chain, { followedIn: regionCode(region) });
  const measures: Measure[] = itemsOf(chain, 'indicators').flatMap(
    (indicator) => measureOf(indicator, { pack, tables }) ?? [],
  );
  return { measures, parameters: parametersInForce(tables, on) };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await work();
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return median(times);
}

async function bareScan(region: string): Promise<unknown> {
  const sums = 'max(status), max(poverty_status), max(monitored), sum(present_members)';
  const persons = 'SELECT max(status), max(school_status) FROM person';
  await facts.query(regionCode(region), persons);
  return await facts.query(regionCode(region), `SELECT ${sums} FROM household`);
}

for (const [name, region] of [
  ['county', '990505'],
  ['prefecture', '9905'],
  ['province', '99'],
] as const) {
  const scope = regionCode(region);
  const [counted] = await facts.query<{ persons: bigint }>(
    scope,
    'SELECT count(*) AS persons FROM person',
  );
  const bare = await medianOf(async () => await bareScan(region));
  console.log(`${name}: ${counted?.persons} persons, bare scan ${bare.toFixed(1)} ms`);
  let slowest = 0;
  for (const pack of library.packs) {
    const { measures, parameters } = measuresOf(pack, region);
    const asking = { facts, region: scope, on, parameters };
    const time = await medianOf(async () => await askRegister(measures, asking));
    slowest = Math.max(slowest, time);
    console.log(`  ${pack.head.value.id.padEnd(14)} ${measures.length} ${time.toFixed(1)} ms`);
  }
  if (name === 'prefecture') {
    // At a million households the prefecture has more people than any county.
    const figure = 'every number of a document, slowest pack, a prefecture';
    stateFigure({ figure, value: slowest, unit: 'ms', peer: 'bare scan', atMost: AT_MOST_MS });
  }
}
file.close();
rmSync(folder, { recursive: true, force: true });
