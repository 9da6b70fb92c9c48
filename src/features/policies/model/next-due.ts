import { addDays, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';

/** When something is owed, as packs write it. */
export type Due =
  | {
      readonly every: 'year' | 'halfYear' | 'quarter' | 'month';
      readonly days?: readonly string[] | undefined;
      readonly from?: number | undefined;
      readonly until?: number | undefined;
    }
  | { readonly by: PlainDate }
  | { readonly within: number; readonly unit: string; readonly of: string }
  | { readonly always: boolean };

const lastDays: Record<'year' | 'halfYear' | 'quarter', readonly string[]> = {
  year: ['12-31'],
  halfYear: ['06-30', '12-31'],
  quarter: ['03-31', '06-30', '09-30', '12-31'],
};

/**
 * The next day, today included, on which something is due; a single day also after it has passed.
 * Null if it counts from an event, is owed at all times, or is no longer owed.
 */
export function nextDue(due: Due, today: PlainDate): PlainDate | null {
  if ('by' in due) return due.by;
  if (!('every' in due)) return null;
  const first = Math.max(yearOf(today), due.from ?? 0);
  const days = [first, first + 1]
    .filter((year) => due.until === undefined || year <= due.until)
    .flatMap((year) => daysOf(due, year));
  return days.find((day) => day >= today) ?? null;
}

function daysOf(due: Extract<Due, { every: string }>, year: number): PlainDate[] {
  if (due.days !== undefined) {
    return due.days.toSorted().map((day) => existing(`${year}-${day}`));
  }
  if (due.every === 'month') {
    return Array.from({ length: 12 }, (_, month) => lastOfMonth(year, month + 1));
  }
  return lastDays[due.every].map((day) => `${year}-${day}` as PlainDate);
}

/** 29 February of a common year is its last day. */
function existing(day: string): PlainDate {
  const isLeapDay = day.endsWith('02-29');
  return isLeapDay ? lastOfMonth(Number(day.slice(0, 4)), 2) : (day as PlainDate);
}

function lastOfMonth(year: number, month: number): PlainDate {
  const next =
    month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(next as PlainDate, -1);
}
