import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { type NationalTable, nationalHeader, nationalTables } from '../model/index.ts';

/** The rows of a table, some at a time; asked for one table after the other, in the order of the sheets. */
export type RowsOf = (table: NationalTable) => AsyncIterable<readonly (readonly string[])[]>;

const WIDTH = 16;

/**
 * Writes the three tables of the national layout as the sheets of one workbook, of which it never
 * holds more than some rows. Every cell is text and stays text when it is edited: no number of a
 * person is rounded, and no name that begins like a formula becomes one.
 */
export async function writeWorkbook(
  into: Writable,
  nameOf: (table: NationalTable) => string,
  rowsOf: RowsOf,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: into,
    useStyles: true,
    // Shared strings would be held in memory until the end: every name and number of a county.
    useSharedStrings: false,
  });
  for (const table of nationalTables) {
    const sheet = openSheet(workbook, nameOf(table), table);
    for await (const rows of rowsOf(table)) {
      if (into.destroyed)
        throw into.errored ?? new Error('The file was closed while it was written');
      for (const cells of rows) sheet.addRow(cells.map(writtenCell)).commit();
    }
    sheet.commit();
  }
  await Promise.all([workbook.commit(), finished(into, { readable: false })]);
}

function openSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  table: NationalTable,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
  });
  sheet.columns = nationalHeader(table).map((header) => ({
    header,
    width: WIDTH,
    style: { numFmt: '@' },
  }));
  return sheet;
}

// Where nothing is stated there is no cell at all; its column keeps it a text should it be filled in.
function writtenCell(cell: string): string | undefined {
  return cell === '' ? undefined : cell;
}
