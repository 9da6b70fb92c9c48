import { parsePlainDate } from '../../../kernel/plain-date.ts';

/** The parts of a day; days are known to be well written here. */
function partsOf(day: string): { year: number; month: number; date: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    date: Number(day.slice(8, 10)),
  };
}

const DAY_MS = 86_400_000;

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Completed months from one day to the other; negative, and completed likewise, if it lies before. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const [begin, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - begin.year) * 12 + end.month - begin.month;
  return end.date < begin.date ? months - 1 : months;
}

/** Completed years, as ages are counted. */
export function yearsBetween(from: string, to: string): number {
  return Math.trunc(monthsBetween(from, to) / 12) || 0;
}

/** From one month `YYYY-MM` to another. */
export function wholeMonthsBetween(from: string, to: string): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

/** The same day so many months on, or the last day of a shorter month; undefined outside the calendar of four digits. */
export function addMonths(day: string, months: number): string | undefined {
  const { year, month, date } = partsOf(day);
  const count = year * 12 + month - 1 + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  if (count < 12 || newYear > 9999) return undefined;
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return dayText(newYear, newMonth, Math.min(date, last));
}

export function addDays(day: string, days: number): string | undefined {
  const at = Date.parse(day) + days * DAY_MS;
  if (!(Math.abs(at) <= 8.64e15)) return undefined;
  const written = new Date(at).toISOString();
  return /^\d{4}-/.test(written) && !written.startsWith('0000') ? written.slice(0, 10) : undefined;
}

/** The day of a year; undefined where the year does not have it. */
export function dayOf(year: number, monthDay: string): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  return parsePlainDate(`${String(year).padStart(4, '0')}-${monthDay}`);
}

function dayText(year: number, month: number, date: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
