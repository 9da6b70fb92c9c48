import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import {
  type NationalTable,
  nationalHeader,
  nationalRow,
  nationalTables,
} from '../../households/model/index.ts';
import { diceFor } from '../model/dice.ts';
import { withFault } from '../model/faults.ts';
import type { SynthHousehold } from '../model/household.ts';

export type WrittenPopulation = {
  files: Record<NationalTable, string>;
  /** Which household carries which fault, so that whoever checks can be scored. */
  truthFile: string;
  households: number;
  persons: number;
  faults: number;
};

export type WriteOrder = {
  folder: string;
  format: 'csv' | 'xlsx';
  households: Iterable<SynthHousehold>;
  /** So many households in a hundred get one fault. */
  faultPercent: number;
  seed: string;
  progress?: (households: number) => void;
};

type Writer = { row: (cells: readonly string[]) => Promise<void>; end: () => Promise<void> };

/** Writes a population as the three tables of the national layout, streaming: memory does not grow with it. */
export async function writePopulation(order: WriteOrder): Promise<WrittenPopulation> {
  mkdirSync(order.folder, { recursive: true });
  const fileOf = (kind: string): string => join(order.folder, `${kind}.${order.format}`);
  const open = order.format === 'csv' ? openCsv : openXlsx;
  const truthFile = join(order.folder, 'faults.csv');
  const truth = openCsv(truthFile, ['household', 'rule']);
  const writers = new Map(
    nationalTables.map((table) => [table, open(fileOf(table), nationalHeader(table))]),
  );
  const dice = diceFor(`${order.seed}/faults`);
  const counts = { households: 0, persons: 0, faults: 0 };
  for (const clean of order.households) {
    const faulty = dice.chance(order.faultPercent) ? withFault(clean, dice) : undefined;
    const one = faulty?.household ?? clean;
    for (const [table, writer] of writers)
      for (const cells of rowsOf(table, one)) await writer.row(cells);
    if (faulty !== undefined) {
      counts.faults += 1;
      await truth.row([one.household.number, faulty.rule]);
    }
    counts.households += 1;
    counts.persons += one.persons.length;
    if (counts.households % PROGRESS_EVERY === 0) order.progress?.(counts.households);
  }
  for (const writer of [...writers.values(), truth]) await writer.end();
  const files = Object.fromEntries(nationalTables.map((table) => [table, fileOf(table)])) as Record<
    NationalTable,
    string
  >;
  return { files, truthFile, ...counts };
}

const PROGRESS_EVERY = 10_000;
const LINES_AT_ONCE = 500;

function rowsOf(table: NationalTable, one: SynthHousehold): string[][] {
  const records: Record<NationalTable, readonly object[]> = {
    households: [one.household],
    members: one.persons,
    surveys: one.surveys,
  };
  const place = { villageCode: one.villageCode, number: one.household.number };
  return records[table].map((record) =>
    nationalRow(table, place, record as Readonly<Record<string, unknown>>),
  );
}

/** A line of comma-separated values (RFC 4180). */
function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/** UTF-8 with a byte order mark, as office programs expect of a file with Chinese in it. */
function openCsv(file: string, header: readonly string[]): Writer {
  const stream = createWriteStream(file);
  let pending = `\uFEFF${csvLine(header)}`;
  let lines = 1;
  const flush = async (): Promise<void> => {
    if (pending !== '' && !stream.write(pending)) await once(stream, 'drain');
    pending = '';
    lines = 0;
  };
  return {
    row: async (cells) => {
      pending += csvLine(cells);
      lines += 1;
      if (lines >= LINES_AT_ONCE) await flush();
    },
    end: async () => {
      await flush();
      stream.end();
      await finished(stream);
    },
  };
}

function openXlsx(file: string, header: readonly string[]): Writer {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: file,
    useSharedStrings: true,
  });
  const sheet = workbook.addWorksheet('Sheet1');
  // Numbers of documents must stay text, or office programs round them.
  for (let column = 1; column <= header.length; column++) sheet.getColumn(column).numFmt = '@';
  sheet.addRow([...header]).commit();
  return {
    row: async (cells) => {
      sheet.addRow([...cells]).commit();
    },
    end: async () => {
      sheet.commit();
      await workbook.commit();
    },
  };
}
