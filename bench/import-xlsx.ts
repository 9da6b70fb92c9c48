/**
 * Reads, checks and takes a workbook of 35 columns; beside it the product's own streaming reader
 * alone, and exceljs' streaming reader alone, each doing nothing with the rows and each in a process
 * of its own. Two workbooks: households (one act a row), and members of households that are on the
 * register (one act a row, and the whole household judged again). Target: at most twice the reader's
 * time, less than 500 MB and flat in the number of rows.
 *
 *     node bench/import-xlsx.ts [rows] [--memory]
 *
 * With `--memory` also half and twice as many rows, for the memory alone.
 */
import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import ExcelJS from 'exceljs';
import {
  type NationalTable,
  nationalHeader,
  nationalRow,
} from '../src/features/households/model/index.ts';
import { synthesise } from '../src/features/synth/model/index.ts';
import { stateFigure } from './figure.ts';
import { BUSINESS_DAY, type ImportDesk, openDesk, type Piece, seconds } from './import-desk.ts';
import { printMachine } from './measure.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const FOR_MEMORY = process.argv.includes('--memory');
const COLUMNS = 35;

type Files = { readonly csv: string; readonly households: string; readonly members: string };

function openSheet(file: string, table: NationalTable) {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true });
  const sheet = writer.addWorksheet('1');
  sheet.addRow(nationalHeader(table).slice(0, COLUMNS)).commit();
  let rows = 0;
  return {
    add(cells: readonly string[]): void {
      if (rows === limit) return;
      rows += 1;
      sheet.addRow(cells.slice(0, COLUMNS)).commit();
    },
    get isFull(): boolean {
      return rows === limit;
    },
    end: async () => await writer.commit(),
  };
}

let limit = ROWS;

/** So many households, and as many members of the first of them. */
async function writeFiles(desk: ImportDesk, rows: number): Promise<Files> {
  limit = rows;
  const at = (name: string): string => join(desk.folder, `${rows}-${name}`);
  const files = {
    csv: at('households.csv'),
    households: at('households.xlsx'),
    members: at('members.xlsx'),
  };
  const csv = createWriteStream(files.csv);
  csv.write(`${nationalHeader('households').join(',')}\n`);
  const households = openSheet(files.households, 'households');
  const members = openSheet(files.members, 'members');
  const population = synthesise({
    seed: 'workbook',
    villages: desk.villages,
    households: rows,
    on: BUSINESS_DAY,
    surveyYears: [],
  });
  for (const one of population) {
    const place = { villageCode: one.villageCode, number: one.household.number };
    const row = nationalRow('households', place, one.household as never);
    households.add(row);
    if (members.isFull) continue;
    csv.write(`${row.join(',')}\n`);
    for (const person of one.persons) members.add(nationalRow('members', place, person as never));
  }
  await new Promise((resolve) => csv.end(resolve));
  await households.end();
  await members.end();
  return files;
}

function told(piece: Piece): string {
  const cpu = `cpu ${seconds(piece.cpuMs)} s + PostgreSQL's ${seconds(piece.databaseCpuMs)} s`;
  return `${seconds(piece.ms)} s (${cpu}), at most ${piece.mostMiB} MiB`;
}

async function compare(desk: ImportDesk, file: string, before: readonly string[]): Promise<void> {
  const exceljs = await desk.readWithExceljs(file);
  console.log(`  exceljs' reader alone: ${told(exceljs)}`);
  const alone = await desk.readOurs(file);
  console.log(`  our reader alone: ${told(alone)}`);
  const whole = await importAfter(desk, file, before);
  console.log(`  read, checked and taken: ${told(whole)}`);
  for (const { rows, taken, refused } of whole.report?.files ?? [])
    console.log(`  ${rows} rows, ${taken} taken, ${refused} refused`);
  const ratio = (peer: Piece): string => (whole.ms / peer.ms).toFixed(2);
  console.log(`  ratio to our reader: ${ratio(alone)} (target 2); to exceljs': ${ratio(exceljs)}`);
  for (const [peer, piece] of [
    ['our streaming reader alone', alone],
    ["exceljs' streaming reader alone", exceljs],
  ] as const)
    stateFigure({
      figure: `an .xlsx of ${ROWS} rows of ${basename(file, '.xlsx')} read, checked and taken`,
      value: whole.ms / piece.ms,
      unit: '×',
      peer,
      atMost: 2,
    });
  stateFigure({
    figure: `memory of an .xlsx of ${ROWS} rows of ${basename(file, '.xlsx')}, at most`,
    value: whole.mostMiB,
    unit: 'MiB',
    atMost: 500,
  });
}

async function importAfter(
  desk: ImportDesk,
  file: string,
  before: readonly string[],
): Promise<Piece> {
  await desk.empty();
  if (before.length > 0) await desk.import(before);
  return await desk.import([file]);
}

const desk = await openDesk();
try {
  const files = await writeFiles(desk, ROWS);
  printMachine();
  console.log(`households, ${ROWS} rows, ${COLUMNS} columns`);
  await compare(desk, files.households, []);
  console.log(`members, ${ROWS} rows, ${COLUMNS} columns`);
  await compare(desk, files.members, [files.csv]);
  for (const rows of FOR_MEMORY ? [ROWS / 2, ROWS * 2] : []) {
    const other = await writeFiles(desk, rows);
    console.log(`households, ${rows} rows: ${told(await importAfter(desk, other.households, []))}`);
    const members = await importAfter(desk, other.members, [other.csv]);
    console.log(`members, ${rows} rows: ${told(members)}`);
  }
  printMachine();
} finally {
  await desk.close();
}
