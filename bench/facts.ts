/**
 * The facts beside the register: how long a full build takes and in how much memory, and how far the
 * facts are behind while people write (≤ 2 s at county size, 57 000 persons) and after a file.
 *
 *     node bench/facts.ts [households] [seconds of writing]
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { householdFactTables } from '../src/features/households/server/index.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { databaseOn } from '../src/platform/server/database/database.ts';
import { type Facts, openFacts } from '../src/platform/server/facts/facts.ts';
import { touchBatch, touchHousehold } from './facts-store.ts';
import { stateFigure } from './figure.ts';
import { printMachine, quantile, rssMiB } from './measure.ts';
import { openBenchRegister } from './register.ts';
import { householdAt } from './register-store.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 20_000);
const SECONDS = Number(process.argv[3] ?? 20);
const WRITES_A_SECOND = 20;
const MOST_LAG_MS = 2000;

const register = await openBenchRegister(HOUSEHOLDS);
const folder = join(register.dataFolder, 'bench-facts');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const facts = openFacts({
  database: databaseOn(register.app),
  folder,
  tables: householdFactTables,
  reportFault: (thrown) => {
    throw thrown;
  },
});

printMachine();
await build(facts);
facts.start();
await followWriting(facts);
await followFile(facts);
await facts.stop();
await register.close();
rmSync(folder, { recursive: true, force: true });

async function build(of: Facts): Promise<void> {
  const before = rssMiB();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, rssMiB());
  }, 50);
  const began = performance.now();
  await of.rebuild();
  clearInterval(watch);
  const [counted] = await of.query<{ households: number; persons: number }>(
    regionCode(''),
    'SELECT count(*) AS households, sum(present_members) AS persons FROM household',
  );
  console.log(
    `built ${counted?.households} households, ${counted?.persons} persons in ${seconds(began)} s,` +
      ` ${most} MiB at most (${before} MiB before)`,
  );
}

/** From the end of a transaction until a question sees what it wrote. */
async function followWriting(of: Facts): Promise<void> {
  const lags: number[] = [];
  for (let n = 0; n < SECONDS * WRITES_A_SECOND; n += 1) {
    const began = performance.now();
    const household = householdAt((n * 7919) % HOUSEHOLDS);
    await touchHousehold(register.app, household, `组 ${n}`);
    if (n % WRITES_A_SECOND === 0) lags.push(await untilSeen(of, household.county, `组 ${n}`));
    await wait(Math.max(0, 1000 / WRITES_A_SECOND - (performance.now() - began)));
  }
  const most = quantile(lags, 1);
  console.log(
    `${WRITES_A_SECOND} writes a second for ${SECONDS} s: seen after p50 ${quantile(lags, 0.5).toFixed(0)} ms,` +
      ` most ${most.toFixed(0)} ms (≤ ${MOST_LAG_MS} ms: ${most <= MOST_LAG_MS ? 'met' : 'MISSED'})`,
  );
  stateFigure({
    figure: `the facts follow ${WRITES_A_SECOND} writes a second at ${HOUSEHOLDS} households, at most`,
    value: most,
    unit: 'ms',
    atMost: MOST_LAG_MS,
  });
}

async function untilSeen(of: Facts, county: string, villageGroup: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const rows = await of.query(
      regionCode(county),
      'SELECT 1 AS seen FROM household WHERE village_group = $villageGroup',
      { villageGroup },
    );
    if (rows.length > 0) return performance.now() - began;
    await wait(10);
  }
}

async function followFile(of: Facts): Promise<void> {
  const { county } = householdAt(0);
  const households = Math.min(HOUSEHOLDS, 20_000);
  await touchBatch(register.app, county, households);
  const began = performance.now();
  let seen = 0;
  while (seen < households) {
    const [row] = await of.query<{ n: number }>(
      regionCode(county),
      'SELECT count(DISTINCT household_id) AS n FROM act WHERE batched',
    );
    seen = row?.n ?? 0;
    await wait(10);
  }
  console.log(`a file of ${households} households: seen after ${seconds(began)} s`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(2);
}
