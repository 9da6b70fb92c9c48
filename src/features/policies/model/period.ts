import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';

export type Frequency = 'year' | 'halfYear' | 'quarter' | 'month' | 'once';

const forms: Record<Frequency, RegExp> = {
  year: /^\d{4}$/,
  halfYear: /^\d{4}-H[12]$/,
  quarter: /^\d{4}-Q[1-4]$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  once: /^\d{4}$/,
};

/** True if a period is of the length in which an indicator is reported. What is reported once names its year. */
export function isPeriodOf(period: string, every: Frequency): boolean {
  return forms[every].test(period);
}

/** The first and the last day of a period: `2019`, `2019-H1`, `2019-Q3` or `2019-03`. */
export function daysOfPeriod(period: string): { first: PlainDate; last: PlainDate } {
  const [year = '', part = ''] = period.split('-');
  const [from, to] = monthsOf(part);
  const next = to === 12 ? `${Number(year) + 1}-01-01` : `${year}-${twoDigits(to + 1)}-01`;
  return {
    first: `${year}-${twoDigits(from)}-01` as PlainDate,
    last: addDays(next as PlainDate, -1),
  };
}

function monthsOf(part: string): [from: number, to: number] {
  const number = Number(part.replace(/^[HQ]/, ''));
  if (part === '') return [1, 12];
  if (part.startsWith('H')) return [number * 6 - 5, number * 6];
  if (part.startsWith('Q')) return [number * 3 - 2, number * 3];
  return [number, number];
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
