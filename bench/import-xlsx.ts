/**
 * Reads, checks and takes a workbook of members with 35 columns; beside it the streaming reader
 * alone, and exceljs' streaming reader alone. Target: at most twice the reader's time, less than
 * 500 MB and flat in the number of rows.
 *
 *     node bench/import-xlsx.ts [rows]
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import {
  type NationalTable,
  nationalHeader,
  nationalRow,
} from '../src/features/households/model/index.ts';
import { SealedFile, storeSealed } from '../src/features/intake/server/sealed-file.ts';
import { openXlsx } from '../src/features/intake/server/xlsx-reader.ts';
import { synthesise } from '../src/features/synth/model/index.ts';
import { newKeyRing, sealingKeysOf } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import { BUSINESS_DAY, type ImportDesk, openDesk, seconds } from './import-desk.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const COLUMNS = 35;

type Cells = readonly string[];

/** A register of so many members: the household rows as CSV lines, the members' as cells. */
function* members(desk: ImportDesk): Generator<{ household: Cells; members: readonly Cells[] }> {
  let rows = 0;
  const population = synthesise({
    seed: 'workbook',
    villages: desk.villages,
    households: ROWS,
    on: BUSINESS_DAY,
    surveyYears: [],
  });
  for (const one of population) {
    const place = { villageCode: one.villageCode, number: one.household.number };
    const row = (table: NationalTable, record: object): string[] =>
      nationalRow(table, place, record as never);
    yield {
      household: row('households', one.household),
      members: one.persons.map((person) => row('members', person).slice(0, COLUMNS)),
    };
    rows += one.persons.length;
    if (rows >= ROWS) return;
  }
}

async function writeFiles(
  desk: ImportDesk,
): Promise<{ households: string; workbook: string; rows: number }> {
  const households = join(desk.folder, 'households.csv');
  const workbook = join(desk.folder, 'members.xlsx');
  const csv = createWriteStream(households);
  csv.write(`${nationalHeader('households').join(',')}\n`);
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: workbook,
    useSharedStrings: true,
  });
  const sheet = writer.addWorksheet('成员');
  sheet.addRow(nationalHeader('members').slice(0, COLUMNS)).commit();
  let rows = 0;
  for (const one of members(desk)) {
    csv.write(`${one.household.join(',')}\n`);
    for (const cells of one.members) sheet.addRow([...cells]).commit();
    rows += one.members.length;
  }
  await new Promise((resolve) => csv.end(resolve));
  await writer.commit();
  return { households, workbook, rows };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Our reader, from the sealed file as the import reads it, doing nothing with the rows. */
async function readAlone(desk: ImportDesk, path: string): Promise<void> {
  const sealer = createSealer(sealingKeysOf(newKeyRing()));
  const folder = join(desk.folder, 'alone');
  const stored = await storeSealed(createReadStream(path), {
    dataFolder: folder,
    sealer,
    most: 2 ** 31,
  });
  const file = await openXlsx(await SealedFile.open(folder, stored, sealer));
  let rows = 0;
  for await (const batch of file.tables[0]?.rows() ?? []) rows += batch.rows.length;
  await file.close();
  if (rows < ROWS) throw new Error(`Only ${rows} rows were read`);
}

async function readWithExceljs(path: string): Promise<void> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'ignore',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  for await (const sheet of reader) for await (const _row of sheet);
}

function memory(): string {
  return `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most so far`;
}

const desk = await openDesk();
try {
  const { households, workbook, rows } = await writeFiles(desk);
  console.log(`${rows} rows, ${COLUMNS} columns; ${memory()}`);
  const alone = await timed(async () => await readAlone(desk, workbook));
  console.log(`our reader alone: ${seconds(alone)} s; ${memory()}`);
  await desk.import([households]);
  const whole = await timed(async () => {
    const report = await desk.import([workbook]);
    console.log(
      report.files.map((file) => ({ rows: file.rows, taken: file.taken, refused: file.refused })),
    );
  });
  console.log(`read, checked and taken: ${seconds(whole)} s; ${memory()}`);
  const exceljs = await timed(async () => await readWithExceljs(workbook));
  console.log(`exceljs' reader alone: ${seconds(exceljs)} s; ${memory()}`);
  console.log(
    `ratio to our reader: ${(whole / alone).toFixed(2)} (target 2); to exceljs': ${(whole / exceljs).toFixed(2)}`,
  );
} finally {
  await desk.close();
}
