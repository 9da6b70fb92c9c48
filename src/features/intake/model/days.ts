import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';
import type { PlainCell } from './cell.ts';

const DAY_MS = 86_400_000;
// Spreadsheets count days from 1900 and hold that 29 February 1900 existed, so that day 61 is
// 1 March 1900; counted from 30 December 1899 all later days come out right.
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const EARLIEST_SERIAL = 61;
// 31 December 2099.
const LATEST_SERIAL = 73_050;
// A CSV holds days as serial numbers only by mistake; a smaller number would rather be a year.
const EARLIEST_SERIAL_IN_TEXT = 10_000;

const dayText =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/u;
const compactDay = /^(\d{4})(\d{2})(\d{2})$/;
const monthText = /^(\d{4})[-/.年](\d{1,2})月?$/u;
const compactMonth = /^(\d{4})(\d{2})$/;

export type DayReading = { readonly day: PlainDate; readonly fromSerial: boolean };

/** The day of a spreadsheet's serial number; undefined outside 1900–2099. */
function dayOfSerial(serial: number, date1904 = false): PlainDate | undefined {
  const whole = Math.floor(serial);
  if (whole < EARLIEST_SERIAL || whole > LATEST_SERIAL) return undefined;
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  return new Date(epoch + whole * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Reads a day in any of the forms that files bring: 2020-01-31, 2020年1月31日, 20200131, a serial number. */
export function readDay(cell: PlainCell, date1904 = false): DayReading | undefined {
  if (typeof cell === 'number') {
    const compact =
      Number.isInteger(cell) && cell >= 19_000_101 ? dayOf(compactDay, String(cell)) : undefined;
    const day = compact ?? dayOfSerial(cell, date1904);
    return day === undefined ? undefined : { day, fromSerial: false };
  }
  if (typeof cell !== 'string') return undefined;
  const text = tidied(cell);
  const day = dayOf(dayText, text) ?? dayOf(compactDay, text);
  if (day !== undefined) return { day, fromSerial: false };
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  const counted = serial >= EARLIEST_SERIAL_IN_TEXT ? dayOfSerial(serial, date1904) : undefined;
  return counted === undefined ? undefined : { day: counted, fromSerial: true };
}

export type MonthReading =
  | { readonly month: string; readonly fromSerial: boolean }
  | 'ambiguous'
  | undefined;

/**
 * Reads a month: 2020-01, 202001, 2020年1月, or the month of a day. A number cell `2020.1` is
 * ambiguous, for a spreadsheet shows October (2020.10) in the same way.
 */
export function readMonth(cell: PlainCell, date1904 = false): MonthReading {
  if (typeof cell === 'number' && !Number.isInteger(cell) && cell > 1900 && cell < 2100) {
    const tenths = Math.round(cell * 10) / 10;
    return tenths === cell && tenths % 1 < 0.15 ? 'ambiguous' : monthOf(monthText, String(cell));
  }
  const text =
    typeof cell === 'number' ? String(cell) : tidied(typeof cell === 'string' ? cell : '');
  const month = monthOf(monthText, text) ?? monthOf(compactMonth, text);
  if (month !== undefined) return month;
  const reading = readDay(cell, date1904);
  return reading === undefined
    ? undefined
    : { month: reading.day.slice(0, 7), fromSerial: reading.fromSerial };
}

/** Reads a year: 2020, 2020年, or the year of a month or a day. */
export function readYear(cell: PlainCell): number | undefined {
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1000 && cell <= 9999)
    return cell;
  const text =
    typeof cell === 'number' ? String(cell) : tidied(typeof cell === 'string' ? cell : '');
  const match = /^(\d{4})年?度?$/u.exec(text);
  if (match !== null) return Number(match[1]);
  const month = readMonth(text);
  return month === undefined || month === 'ambiguous' || month.fromSerial
    ? undefined
    : Number(month.month.slice(0, 4));
}

function tidied(text: string): string {
  const trimmed = text.trim();
  return /^[\d\-/]+$/.test(trimmed)
    ? trimmed
    : trimmed
        .normalize('NFKC')
        .replace(/['’‘`]/gu, '')
        .replace(/\s*([年月日])\s*/gu, '$1')
        .trim();
}

function dayOf(form: RegExp, text: string): PlainDate | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function monthOf(form: RegExp, text: string): { month: string; fromSerial: boolean } | undefined {
  const match = form.exec(text);
  const month = Number(match?.[2]);
  const year = Number(match?.[1]);
  if (match === null || month < 1 || month > 12 || year < 1900 || year > 2100) return undefined;
  return { month: `${match[1]}-${String(month).padStart(2, '0')}`, fromSerial: false };
}
