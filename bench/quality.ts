/**
 * The data rules over the stored register of a county: how many of the seeded faults are found
 * (recall), how many findings are about seeded faults (precision), and how long a check takes. The
 * households are synthetic, without fault but for those that the dice give one; workers of
 * different households share a phone here and there.
 *
 *     node bench/quality.ts [households] [percent with a fault]
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHousehold, ruleContext } from '../src/features/quality/model/index.ts';
import { recheckRegion } from '../src/features/quality/server/index.ts';
import {
  insertHouseholds,
  storedFindings,
  type WholeFacts,
} from '../src/features/quality/server/testing/register-store.ts';
import { findVillages, loadFictionalDivisions } from '../src/features/regions/server/index.ts';
import { diceFor } from '../src/features/synth/model/dice.ts';
import { withFault } from '../src/features/synth/model/faults.ts';
import { synthesise } from '../src/features/synth/model/index.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { newKeyRing } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import { connect } from '../src/platform/server/database/connect.ts';
import { databaseOn } from '../src/platform/server/database/database.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';
import { stateFigure } from './figure.ts';
import { printMachine, rssMiB } from './measure.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 20_000);
const FAULT_PERCENT = Number(process.argv[3] ?? 20);
const INSERTED_AT_ONCE = 1000;
const SHARED_PHONE = '19912345678';
const PERSONS_OF_A_COUNTY = 57_000;
const MOST_SECONDS = 20;

const NOON = '2026-11-23T04:00:00.000Z';
const on = plainDate(NOON.slice(0, 10));
const willow = regionCode('990101');
const context = ruleContext({ on, county: willow, clear: true, reserved: true });

type Seeded = { rule: string; household: string };
type Tally = { seeded: number; found: number; reported: number };

type Made = { whole: WholeFacts; rules: string[] };

/** The household with the fault that its dice give it, and which rule has to find it. */
function maybeFaulty(clean: WholeFacts, place: number): Made {
  const dice = diceFor(`bench/${place}`);
  const faulty = dice.chance(FAULT_PERCENT) ? withFault(clean, dice) : undefined;
  if (faulty === undefined) return { whole: clean, rules: [] };
  const { villageCode, household, persons, surveys } = faulty.household;
  const records = { household: { ...household, villageCode }, persons, surveys };
  // A fault that changes nothing (no business income to lack an expense for) is no fault.
  const counts = checkHousehold(records, context, { rows: true }).some(
    ({ ruleId }) => ruleId === faulty.rule,
  );
  return { whole: faulty.household, rules: counts ? [faulty.rule] : [] };
}

/** Gives workers of the first two households that have any the same phone. */
function shareOnePhone(made: Made[]): void {
  const isWorker = ({ workMonths }: WholeFacts['persons'][number]) => (workMonths ?? 0) > 0;
  const two = made.filter(({ whole }) => whole.persons.some(isWorker)).slice(0, 2);
  if (two.length < 2) return;
  for (const one of two) {
    const worker = one.whole.persons.findIndex(isWorker);
    const persons = one.whole.persons.map((person, at) =>
      at === worker ? { ...person, phone: SHARED_PHONE } : person,
    );
    one.whole = { ...one.whole, persons };
    one.rules = [...one.rules, 'R015'];
  }
}

const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-quality-'));
const cluster = await startEmbedded({ dataFolder: folder });
const owner = connect(cluster.target, { max: 1 });
const app = connect(cluster.target, { role: 'mingbai_app', max: 4 });
try {
  await migrate(owner);
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
  const villages = await owner.begin(async (tx) => await findVillages(tx, willow));
  const sealer = createSealer(newKeyRing());
  const { seeded, persons } = await fill(villages, sealer);
  await owner`analyze household, person, household_survey`;
  printMachine();
  const services = { database: databaseOn(app), sealer, clock: () => new Date(NOON) };
  for (const name of ['first check', 'check again, nothing changed']) {
    let most = rssMiB();
    const began = performance.now();
    await recheckRegion(services, willow, () => {
      most = Math.max(most, rssMiB());
    });
    sayTime(name, { seconds: (performance.now() - began) / 1000, persons, most });
  }
  await sayScore(seeded);
} finally {
  await Promise.all([owner.end(), app.end()]);
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(
  villages: Awaited<ReturnType<typeof findVillages>>,
  sealer: ReturnType<typeof createSealer>,
): Promise<{ seeded: Seeded[]; persons: number }> {
  const order = { seed: 'bench', villages, households: HOUSEHOLDS, on, surveyYears: [2024, 2025] };
  const seeded: Seeded[] = [];
  let persons = 0;
  let place = 0;
  let waiting: Made[] = [];
  const flush = async (): Promise<void> => {
    const made = waiting;
    waiting = [];
    shareOnePhone(made);
    const inserted = await owner.begin(async (tx) => {
      await tx`select app_enter_scope('0', ':')`;
      return await insertHouseholds(
        tx,
        sealer,
        made.map(({ whole }) => whole),
      );
    });
    for (const [at, { rules }] of made.entries())
      for (const rule of rules) seeded.push({ rule, household: inserted[at]?.id ?? '' });
  };
  for (const clean of synthesise(order)) {
    waiting.push(maybeFaulty(clean, place));
    place += 1;
    persons += clean.persons.length;
    if (waiting.length === INSERTED_AT_ONCE) await flush();
  }
  await flush();
  return { seeded, persons };
}

function sayTime(name: string, of: { seconds: number; persons: number; most: number }): void {
  const perPerson = of.seconds / of.persons;
  const ofCounty = perPerson * PERSONS_OF_A_COUNTY;
  console.log(
    `${name}: ${HOUSEHOLDS} households, ${of.persons} persons in ${of.seconds.toFixed(1)} s; ` +
      `${(perPerson * 10_000).toFixed(2)} s for 10 000 persons; ` +
      `57 000 persons ${ofCounty.toFixed(1)} s (≤ ${MOST_SECONDS}: ${ofCounty <= MOST_SECONDS ? 'met' : 'MISSED'}); RSS at most ${of.most} MiB`,
  );
  stateFigure({
    figure: `${name} of a county of ${PERSONS_OF_A_COUNTY} persons by all rules`,
    value: ofCounty,
    unit: 's',
    atMost: MOST_SECONDS,
  });
}

async function sayScore(seeded: readonly Seeded[]): Promise<void> {
  const stored = await owner.begin(async (tx) => {
    await tx`select app_enter_scope('0', ':')`;
    return await storedFindings(tx);
  });
  const keyOf = (of: Seeded): string => `${of.rule} ${of.household}`;
  const wanted = new Set(seeded.map(keyOf));
  const reported = stored.map((row) => ({
    level: row.level,
    rule: row.rule_id,
    household: row.household_id,
  }));
  const got = new Set(reported.map(keyOf));
  const faulty = new Set(seeded.map(({ household }) => household));
  const tallies = new Map<string, Tally>();
  const tallyOf = (rule: string): Tally => {
    const tally = tallies.get(rule) ?? { seeded: 0, found: 0, reported: 0 };
    tallies.set(rule, tally);
    return tally;
  };
  for (const one of seeded) {
    tallyOf(one.rule).seeded += 1;
    if (got.has(keyOf(one))) tallyOf(one.rule).found += 1;
  }
  for (const key of got) tallyOf(key.slice(0, 4)).reported += 1;
  for (const [rule, { seeded: planted, found, reported: all }] of [...tallies].sort(byRule))
    console.log(`  ${rule}  seeded ${planted}  found ${found}  households reported ${all}`);
  const serious = reported.filter(({ level }) => level !== 'I');
  const onFaulty = serious.filter(({ household }) => faulty.has(household)).length;
  const exact = [...new Set(serious.map(keyOf))];
  const exactlySeeded = exact.filter((key) => wanted.has(key)).length;
  const foundCount = seeded.filter((one) => got.has(keyOf(one))).length;
  const errorsOnClean = reported.filter(
    ({ level, household }) => level === 'E' && !faulty.has(household),
  ).length;
  console.log(
    `recall ${share(foundCount, seeded.length)} of ${seeded.length} seeded faults; ` +
      `precision of errors and warnings: ${share(onFaulty, serious.length)} are about a household with a seeded fault, ` +
      `${share(exactlySeeded, exact.length)} name the very rule (one fault often breaks several); ` +
      `errors in clean households: ${errorsOnClean}`,
  );
}

function byRule([one]: [string, Tally], [other]: [string, Tally]): number {
  return one.localeCompare(other);
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : (part / whole).toFixed(4);
}
