/**
 * A cell as a reader hands it over: text from CSV, what the file stores from a workbook. Nearly all
 * cells are plain values; only formulas and errors are marked, so that reading makes few objects.
 */
export type Cell = PlainCell | MarkedCell;
export type PlainCell = string | number | boolean | null;
export type MarkedCell = {
  readonly value: PlainCell;
  /** Set on a cell that holds a formula; `value` is what the spreadsheet computed last. */
  readonly formula?: true;
  /** What the spreadsheet shows instead of a value, as `#REF!`. */
  readonly error?: string;
};

/** Names of columns as spreadsheets show them: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** The index of a column by its letters, 0 for A; undefined unless it is one that workbooks have (XFD). */
export function columnIndex(name: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(name)) return undefined;
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= 16_384 ? index - 1 : undefined;
}

/** A cell's address as people read it off the screen: column letters, row counted from 1. */
export function cellAddress(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** The plain value of a cell, marks put aside. */
export function plainOf(cell: Cell | undefined): PlainCell {
  if (cell === undefined) return null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

/** A cell as text, as a header or a title is read; numbers without exponent. */
export function textOf(cell: Cell | undefined): string {
  const value = plainOf(cell);
  if (value === null) return '';
  return typeof value === 'string' ? value.trim() : String(value);
}

export function isBlank(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === null || cell === '') return true;
  if (typeof cell === 'string') return cell.trim() === '';
  if (typeof cell !== 'object') return false;
  return cell.error === undefined && isBlank(cell.value);
}
