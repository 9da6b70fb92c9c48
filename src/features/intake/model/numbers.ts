import type { PlainCell } from './cell.ts';

const plain = /^-?\d+(\.\d+)?$/;
const scientific = /^\d(\.\d+)?E\+?\d+$/i;
// What people put around a number: apostrophes that force text, spaces, thousands separators.
const around = /[\s\u200b\ufeff'’‘`,]/gu;
const units = /(元|亩|平方米|㎡|m²|公里|千米|km|个月|人|年|月|岁)$/iu;
const SIGNIFICANT_DIGITS = 15;

/** True of what a spreadsheet makes of a long number: `4.12345E+17`, or a number cell of over 15 digits. */
export function isDamagedNumber(cell: PlainCell): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= 10 ** SIGNIFICANT_DIGITS;
  return typeof cell === 'string' && scientific.test(cell.trim());
}

/**
 * Reads a number as people write it: `1,234.50`, full width, with its unit, with a leading
 * apostrophe. Undefined for anything else, and for a form such as `1.2万` whose unit would change it.
 */
export function readNumber(cell: PlainCell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const text = plain.test(cell) ? cell : tidied(cell);
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function tidied(cell: string): string | undefined {
  const text = cell.normalize('NFKC').replace(around, '').replace(units, '');
  return plain.test(text) ? text : undefined;
}

/** True if commas stand where thousands are, or nowhere: `1,23` is a slip and no number. */
export function hasThousandsInPlace(cell: PlainCell): boolean {
  if (typeof cell !== 'string' || !/[,，]/u.test(cell)) return true;
  return /^\D?-?\d{1,3}(,\d{3})+(\.\d+)?\D*$/u.test(cell.normalize('NFKC').replace(/\s/gu, ''));
}

/** A number cell as digits, as number and phone columns are read; text as it stands. */
export function digitsOf(cell: PlainCell): string {
  if (typeof cell === 'number') {
    return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  }
  return typeof cell === 'string' ? cell : '';
}
