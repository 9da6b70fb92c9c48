import type { PlainDate } from '../../../kernel/plain-date.ts';

/** How things stand with something that is to be reached by a day; the best first. */
export const lights = ['met', 'onTheWay', 'notDue', 'noData', 'behind', 'overdue'] as const;
export type Light = (typeof lights)[number];

export type Comparison = 'atLeast' | 'atMost' | 'equals' | 'moreThan' | 'lessThan';

export type Aim = {
  readonly compare: Comparison;
  /** In the unit of the actual value. */
  readonly value: number;
  /** The day from which the aim is pursued: the document takes effect, or the year begins. */
  readonly begins: PlainDate;
  /** The last day on which it may be reached. */
  readonly due: PlainDate;
};

export type Standing = {
  readonly actual: number | null;
  /** The value at the beginning; null if nobody knows it. */
  readonly start: number | null;
  readonly today: PlainDate;
};

/**
 * The rule of the lights. Without an actual value there is no data. If the aim is reached, it is met,
 * before the last day or after it. After the last day what is not reached is overdue. Before it, the
 * plan is a straight line: what was missing at the beginning has to dwindle evenly and be gone on the
 * last day. Whoever is missing no more than the plan allows is on the way, anybody else is behind. Where
 * the beginning is unknown or has not come, nothing is said but that it is not due.
 */
export function lightOf(aim: Aim, { actual, start, today }: Standing): Light {
  if (actual === null) return 'noData';
  if (isReached(aim, actual)) return 'met';
  if (today > aim.due) return 'overdue';
  if (start === null || today < aim.begins) return 'notDue';
  return missing(aim, actual) <= allowed(aim, start, today) ? 'onTheWay' : 'behind';
}

export function isReached({ compare, value }: Pick<Aim, 'compare' | 'value'>, actual: number) {
  switch (compare) {
    case 'atLeast':
      return actual >= value;
    case 'atMost':
      return actual <= value;
    case 'equals':
      return actual === value;
    case 'moreThan':
      return actual > value;
    case 'lessThan':
      return actual < value;
  }
}

/** How far a value is from the aim, in its unit; 0 at the aim and beyond it. */
function missing({ compare, value }: Pick<Aim, 'compare' | 'value'>, actual: number): number {
  switch (compare) {
    case 'atLeast':
    case 'moreThan':
      return Math.max(0, value - actual);
    case 'atMost':
    case 'lessThan':
      return Math.max(0, actual - value);
    case 'equals':
      return Math.abs(value - actual);
  }
}

function allowed(aim: Aim, start: number, today: PlainDate): number {
  return missing(aim, start) * (1 - elapsed(aim, today));
}

/** Which part of the time is over, from 0 on the first day to 1 on the last. */
function elapsed({ begins, due }: Pick<Aim, 'begins' | 'due'>, today: PlainDate): number {
  const whole = Date.parse(due) - Date.parse(begins);
  if (whole <= 0) return today >= due ? 1 : 0;
  return Math.min(1, Math.max(0, (Date.parse(today) - Date.parse(begins)) / whole));
}

/** What the straight line from the beginning to the aim says for a day; null where there is none. */
export function plannedOn(
  aim: Aim,
  { start, today }: Pick<Standing, 'start' | 'today'>,
): number | null {
  if (start === null) return null;
  return start + (aim.value - start) * elapsed(aim, today);
}

/** The worst of several, as a clause shows it; null if there is none to show. */
export function worstLight(found: readonly (Light | null)[]): Light | null {
  const places = found.flatMap((light) => (light === null ? [] : [lights.indexOf(light)]));
  return places.length === 0 ? null : (lights[Math.max(...places)] ?? null);
}
