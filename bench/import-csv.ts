/**
 * Imports a province's register from CSV in the national layout, with every rule of level E, as
 * acts; then copies the same rows raw into the same tables with the same indexes. Target: at most
 * 2.5 times the raw copy, less than 1 GiB in this process.
 *
 *     node bench/import-csv.ts [households]
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { synthesise } from '../src/features/synth/model/index.ts';
import { writePopulation } from '../src/features/synth/server/index.ts';
import { BUSINESS_DAY, type ImportDesk, openDesk, rawCopy, seconds } from './import-desk.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const tables = ['household', 'person', 'household_survey', 'registration_spell', 'id_card', 'act'];

async function writeFiles(desk: ImportDesk): Promise<string[]> {
  const written = await writePopulation({
    folder: join(desk.folder, 'files'),
    format: 'csv',
    households: synthesise({
      seed: 'bench',
      villages: desk.villages,
      households: HOUSEHOLDS,
      on: BUSINESS_DAY,
      surveyYears: [],
    }),
    faultPercent: 1,
    seed: 'bench',
  });
  console.log(
    `${written.households} households, ${written.persons} persons, ${written.faults} with a fault`,
  );
  return [written.files.households, written.files.members];
}

async function importTimed(desk: ImportDesk, files: readonly string[]): Promise<number> {
  const started = performance.now();
  let phase = '';
  const report = await desk.import(files, (now) => {
    if (now !== phase) console.log(`  ${seconds(performance.now() - started)} s: ${now}`);
    phase = now;
  });
  const took = performance.now() - started;
  for (const { kind, rows, taken, refused, reasons } of report.files) {
    console.log(`  ${kind}: ${rows} rows, ${taken} taken, ${refused} refused`, reasons);
  }
  return took;
}

async function copyOut(desk: ImportDesk, table: string): Promise<string> {
  const file = join(desk.folder, `${table}.copy`);
  const query = desk.owner.unsafe(`copy (select * from ${table}) to stdout`);
  await pipeline(await query.readable(), createWriteStream(file));
  return file;
}

/** The same rows, raw, in the order in which foreign keys allow them. */
async function copyTimed(desk: ImportDesk): Promise<Map<string, number>> {
  const files = new Map<string, string>();
  for (const table of tables) files.set(table, await copyOut(desk, table));
  await desk.owner.unsafe(`truncate ${tables.join(', ')} cascade`);
  await desk.owner`checkpoint`;
  const took = new Map<string, number>();
  for (const [table, file] of files) {
    const started = performance.now();
    await rawCopy(desk.owner, table, file);
    took.set(table, performance.now() - started);
  }
  return took;
}

const desk = await openDesk();
try {
  const files = await writeFiles(desk);
  await desk.owner`checkpoint`;
  const ours = await importTimed(desk, files);
  console.log(
    `import: ${seconds(ours)} s, most memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`,
  );
  const raw = await copyTimed(desk);
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (raw.get(name) ?? 0), 0);
  for (const [table, took] of raw) console.log(`  raw copy of ${table}: ${seconds(took)} s`);
  console.log(
    `ratio to the raw copy of every row written: ${(ours / sum(tables)).toFixed(2)} (target 2.5)`,
  );
  console.log(
    `ratio to the raw copy of households and persons alone: ${(ours / sum(['household', 'person'])).toFixed(2)}`,
  );
} finally {
  await desk.close();
}
