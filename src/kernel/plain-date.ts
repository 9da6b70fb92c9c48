/**
 * A day as people mean it: `YYYY-MM-DD`, no time, no zone. Text order is time order.
 * Source: GB/T 7408 (ISO 8601), calendar date, extended format.
 */
export type PlainDate = string & { readonly __plainDate: never };

const DAY_MS = 86_400_000;

/** Reads a calendar day; undefined unless it is written `YYYY-MM-DD` and exists in the calendar. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  // What is not in the calendar, as 30 February, lands on another day.
  const isSame =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? (text as PlainDate) : undefined;
}

/** A day known to be well written, as in code and tests; throws otherwise. */
export function plainDate(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day === undefined) throw new Error(`Not a calendar day: ${text}`);
  return day;
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/**
 * Completed years of age (周岁) on a day. Someone born on 29 February completes a year on 1 March
 * of common years: a year is completed on the day after the birthday's eve has passed.
 */
export function ageOn(born: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4));
}
