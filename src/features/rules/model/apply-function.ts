import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  monthsBetween,
  wholeMonthsBetween,
  yearsBetween,
} from './calendar.ts';
import { dayOutOfCalendar, divisionByZero, type Fault, numberTooLarge } from './fault.ts';
import type { FunctionName } from './functions.ts';

type Scalar = boolean | number | string;
type Argument = Scalar | readonly unknown[];
type Given = readonly Argument[];

/** A whole number that can be told from its neighbours, or the fault. */
export function whole(number: number): number | Fault {
  return Number.isSafeInteger(number) ? number : numberTooLarge;
}

export function finite(number: number): number | Fault {
  return Number.isFinite(number) ? number : numberTooLarge;
}

/** Half away from zero, as 四舍五入 does. */
export function roundHalf(number: number): number | Fault {
  return whole(Math.sign(number) * Math.floor(Math.abs(number) + 0.5) || 0);
}

function day(found: string | undefined): string | Fault {
  return found ?? dayOutOfCalendar;
}

const num = (given: Given, at: number): number => given[at] as number;
const txt = (given: Given, at: number): string => given[at] as string;

function sum(list: readonly unknown[]): number | Fault {
  let total = 0;
  for (const item of list) total += item as number;
  return whole(total);
}

function lesser(given: Given): Scalar {
  const [one, other] = given as readonly [Scalar, Scalar];
  return other < one ? other : one;
}

function greater(given: Given): Scalar {
  const [one, other] = given as readonly [Scalar, Scalar];
  return other > one ? other : one;
}

function monthsOf(given: Given): number {
  const [from, to] = [txt(given, 0), txt(given, 1)];
  return from.length === 7 ? wholeMonthsBetween(from, to) : monthsBetween(from, to);
}

/** What each function gives for arguments of the types that it takes. */
export const apply: Readonly<Record<FunctionName, (given: Given) => Scalar | Fault>> = {
  size: (given) => (given[0] as readonly unknown[]).length,
  sum: (given) => sum(given[0] as readonly unknown[]),
  least: lesser,
  greatest: greater,
  round: (given) => roundHalf(num(given, 0)),
  roundUp: (given) => whole(Math.ceil(num(given, 0)) || 0),
  roundDown: (given) => whole(Math.floor(num(given, 0)) || 0),
  double: (given) => num(given, 0),
  ratio: (given) => (num(given, 1) === 0 ? divisionByZero : finite(num(given, 0) / num(given, 1))),
  portion: (given) => roundHalf(num(given, 0) * num(given, 1)),
  percentOf: (given) => roundHalf((num(given, 0) * num(given, 1)) / 100),
  divide: (given) =>
    num(given, 1) === 0 ? divisionByZero : roundHalf(num(given, 0) / num(given, 1)),
  yearsBetween: (given) => yearsBetween(txt(given, 0), txt(given, 1)),
  monthsBetween: monthsOf,
  daysBetween: (given) => daysBetween(txt(given, 0), txt(given, 1)),
  addYears: (given) => day(addMonths(txt(given, 0), num(given, 1) * 12)),
  addMonths: (given) => day(addMonths(txt(given, 0), num(given, 1))),
  addDays: (given) => day(addDays(txt(given, 0), num(given, 1))),
  yearOf: (given) => Number(txt(given, 0).slice(0, 4)),
  firstDayOf: (given) => `${txt(given, 0)}-01`,
  dayOf: (given) => day(dayOf(num(given, 0), txt(given, 1))),
  startsWith: (given) => txt(given, 0).startsWith(txt(given, 1)),
};
