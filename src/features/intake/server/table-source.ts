import type { Cell } from '../model/cell.ts';
import type { TextEncoding } from './sniff.ts';

/** Rows as they come off a file, in order, a batch at a time. */
export type RowBatch = {
  readonly rows: readonly (readonly Cell[])[];
  /** The number of each row on the sheet, counted from 1; blank rows count, though they may be left out. */
  readonly numbers: readonly number[];
};

/** Whole lines of CSV without a quotation mark, not yet taken apart: whoever checks the rows does that. */
export type LineBatch = {
  readonly lines: Uint8Array;
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  /** The number of the first line. */
  readonly from: number;
};

export type Table = {
  /** Name of the sheet; empty for CSV. */
  readonly sheetName: string;
  readonly hidden: boolean;
  /** Days are counted from 1904, as old workbooks of the Macintosh do. */
  readonly date1904: boolean;
  /** Reads the rows from the beginning. `progress` gets the share of the table read, from 0 to 1. */
  rows(progress?: (share: number) => void): AsyncGenerator<RowBatch>;
  /** The same rows, with as little as possible done to them. */
  batches(progress?: (share: number) => void): AsyncGenerator<RowBatch | LineBatch>;
};

/** A file opened as tables; close it when done. */
export type TableFile = {
  readonly tables: readonly Table[];
  close(): Promise<void>;
};

/** More columns than any form has: a table turned on its side, or a file that is none. */
export const MOST_COLUMNS = 2_000;
