/**
 * Imports a province's register from CSV in the national layout, with every rule of level E, as
 * acts, in a process of its own. The peer copies raw, into the same empty tables with the same
 * indexes, constraints and foreign keys, every row that the import wrote: households, persons,
 * surveys, spells, the index of document numbers, acts, the change log and the findings; one COPY a
 * table, each committed, as the tables' owner. Target: at most 2.5 times the peer's time, less than
 * 1 GiB in the importing process.
 *
 *     node bench/import-csv.ts [households] [--cancel]
 *
 * With `--cancel` a further import of the same files is cancelled while persons are being written.
 */
import { join } from 'node:path';
import { synthesise } from '../src/features/synth/model/index.ts';
import { writePopulation } from '../src/features/synth/server/index.ts';
import { stateFigure } from './figure.ts';
import {
  BUSINESS_DAY,
  type ImportDesk,
  openDesk,
  type Piece,
  rawCopy,
  seconds,
  written,
} from './import-desk.ts';
import { printMachine, timeOnce } from './measure.ts';

const HOUSEHOLDS = Number(process.argv[2] ?? 1_000_000);
const CANCELS = process.argv.includes('--cancel');

async function writeFiles(desk: ImportDesk): Promise<string[]> {
  const population = await writePopulation({
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
  const { households, persons, faults, files } = population;
  console.log(`${households} households, ${persons} persons, ${faults} with a fault`);
  return [files.households, files.members];
}

async function importTimed(desk: ImportDesk, files: readonly string[]): Promise<Piece> {
  let signs = 0;
  let longest = 0;
  let last = performance.now();
  const piece = await desk.import(files, (word) => {
    if (word.word === 'phase') console.log(`  ${seconds(word.ms)} s: ${word.phase}`);
    if (word.word !== 'share') return;
    signs += 1;
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  for (const { kind, rows, taken, refused, reasons } of piece.report?.files ?? []) {
    console.log(`  ${kind}: ${rows} rows, ${taken} taken, ${refused} refused`, reasons);
  }
  console.log(`  ${signs} signs of progress, the longest silence ${seconds(longest)} s`);
  return piece;
}

/** By the server itself, into the one folder of ours that its account may write to. */
async function copyOut(desk: ImportDesk, table: string): Promise<string> {
  const name = `${table}.copy`;
  await desk.owner.unsafe(`copy (select * from ${table}) to '/proc/self/cwd/${name}'`);
  return join(desk.folder, 'postgres/cluster', name);
}

/** Wall and processor time, the latter of this process and of PostgreSQL. */
type Took = { readonly ms: number; readonly cpuMs: number };

/** The same rows, raw. */
async function copyTimed(desk: ImportDesk): Promise<Map<string, Took>> {
  const files = new Map<string, string>();
  for (const table of written) files.set(table, await copyOut(desk, table));
  await desk.empty();
  const took = new Map<string, Took>();
  for (const [table, file] of files) {
    const database = desk.databaseCpuMs();
    const used = await timeOnce(async () => await rawCopy(desk.owner, table, file));
    took.set(table, { ms: used.wallMs, cpuMs: used.cpuMs + desk.databaseCpuMs() - database });
  }
  return took;
}

async function printSizes(desk: ImportDesk): Promise<void> {
  const rows = await desk.owner<{ name: string; rows: number; bytes: number; indexes: number }[]>`
    select relname as name, n_live_tup as rows, pg_total_relation_size(relid) as bytes, pg_indexes_size(relid) as indexes
      from pg_stat_user_tables where relname = any(${[...written]}) order by 3 desc`;
  for (const { name, rows: count, bytes, indexes } of rows)
    console.log(`  ${name}: ${count} rows, ${mib(bytes)} MiB, of that indexes ${mib(indexes)}`);
  const [whole] = await desk.owner<
    { bytes: number }[]
  >`select pg_database_size(current_database()) as bytes`;
  console.log(`  database: ${mib(whole?.bytes ?? 0)} MiB`);
}

function mib(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}

const PERSONS_BEING_WRITTEN = 0.83;

/** Cancels as an officer does, while persons are written; tells how long it took and what was left. */
async function cancelTimed(desk: ImportDesk, files: readonly string[]): Promise<void> {
  await desk.empty();
  let asked = 0;
  let asking: Promise<unknown> = Promise.resolve();
  await desk.import(files, (word) => {
    if (word.word !== 'share' || word.share < PERSONS_BEING_WRITTEN || asked > 0) return;
    asked = performance.now();
    asking =
      desk.owner`update import_run set cancel_requested_at = now() where finished_at is null`.execute();
  });
  await asking;
  const took = performance.now() - asked;
  const [row] = await desk.owner<{ state: string; left: number }[]>`
    select (select state from import_run order by created_at desc limit 1) as state,
           (select count(*) from household) + (select count(*) from person) + (select count(*) from act) as left`;
  console.log(`cancelled: ${row?.state} after ${seconds(took)} s, ${row?.left} rows left of it`);
}

const desk = await openDesk();
try {
  const files = await writeFiles(desk);
  await desk.owner`checkpoint`;
  const ours = await importTimed(desk, files);
  await printSizes(desk);
  const cpuMs = ours.cpuMs + ours.databaseCpuMs;
  console.log(
    `import: ${seconds(ours.ms)} s (cpu ${seconds(ours.cpuMs)} s + PostgreSQL's ${seconds(ours.databaseCpuMs)} s), at most ` +
      `${ours.mostMiB} MiB; PostgreSQL's processes at most ${ours.databaseMiB} MiB beside its shared buffers`,
  );
  stateFigure({
    figure: `memory of an import of ${HOUSEHOLDS} households from CSV, at most`,
    value: ours.mostMiB,
    unit: 'MiB',
    atMost: 1024,
  });
  const raw = await copyTimed(desk);
  for (const [table, took] of raw)
    console.log(`  raw copy of ${table}: ${seconds(took.ms)} s (cpu ${seconds(took.cpuMs)} s)`);
  const print = (name: string, names: readonly string[]): void => {
    const sum = (of: 'ms' | 'cpuMs'): number =>
      names.reduce((total, table) => total + (raw.get(table)?.[of] ?? 0), 0);
    const ratios = `wall ${(ours.ms / sum('ms')).toFixed(2)}, cpu ${(cpuMs / sum('cpuMs')).toFixed(2)}`;
    console.log(`ratio to the raw copy of ${name}: ${ratios} (target 2.5)`);
    stateFigure({
      figure: `import of ${HOUSEHOLDS} households from CSV, as acts`,
      value: ours.ms / sum('ms'),
      unit: '×',
      peer: `the raw copy of ${name}`,
      atMost: 2.5,
    });
  };
  print('every row written', written);
  print('households and persons alone', ['household', 'person']);
  printMachine();
  if (CANCELS) await cancelTimed(desk, files);
} finally {
  await desk.close();
}
