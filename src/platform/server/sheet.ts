import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';

export type SheetColumn = {
  readonly header: string;
  /** In characters, as spreadsheets measure it. */
  readonly width: number;
  readonly style: Partial<ExcelJS.Style>;
};

export type Sheet = {
  add(cells: readonly (string | number | null)[]): void;
  /** The whole workbook; nothing can be added any more. */
  close(): Promise<Buffer>;
};

/** Style of cells that stay text: a number of a household must not be rounded, nor a name become a formula. */
export const TEXT_CELL = { numFmt: '@' } as const;

/** A workbook of one sheet under a header that stays in view; rows leave memory as they are added. */
export function openSheet(name: string, columns: readonly SheetColumn[]): Sheet {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({ ...column }));
  return {
    add: (cells) => sheet.addRow([...cells]).commit(),
    close: async () => {
      sheet.commit();
      await workbook.commit();
      return await whole;
    },
  };
}
