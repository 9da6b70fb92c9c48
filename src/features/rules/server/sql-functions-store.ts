import { canFault } from '../model/can-fault.ts';
import type { Expression, ExpressionOf } from '../model/expression.ts';
import { magnitudeOf, SAFE } from '../model/magnitude.ts';
import { type Frame, isFrom } from './sql-frame.ts';
import { countMembers, sumMembers } from './sql-members-store.ts';

type Write = (node: Expression, frame: Frame) => string;

/** A call of a function. Functions of nothing but NULL are NULL. */
export function callSql(node: ExpressionOf<'call'>, frame: Frame, write: Write): string {
  const [list] = node.parts;
  if (list !== undefined && (node.name === 'size' || node.name === 'sum'))
    return overList(node, list, { frame, write });
  const [one = '', two = ''] = node.parts.map((part) => write(part, frame));
  switch (node.name) {
    case 'least':
      return `(CASE WHEN ${one} <= ${two} THEN ${one} WHEN ${two} < ${one} THEN ${two} END)`;
    case 'greatest':
      return `(CASE WHEN ${one} >= ${two} THEN ${one} WHEN ${two} > ${one} THEN ${two} END)`;
    case 'round':
      return rounded(one);
    case 'roundUp':
      return asWhole(`ceil(${one})`);
    case 'roundDown':
      return asWhole(`floor(${one})`);
    case 'double':
      return `${one}::DOUBLE`;
    case 'ratio': {
      const quotient = `(${one}::DOUBLE / nullif(${two}, 0))`;
      return `(CASE WHEN isfinite(${quotient}) THEN ${quotient} END)`;
    }
    case 'portion':
      return rounded(`(${one}::DOUBLE * ${two})`);
    case 'percentOf':
      return rounded(`(${one}::DOUBLE * ${two} / 100)`);
    case 'divide':
      // Nothing becomes larger by a division by a whole number.
      return `(${halfAway(`(${one}::DOUBLE / nullif(${two}, 0))`)})::BIGINT`;
    default:
      return dayFunction(node, one, two);
  }
}

function dayFunction(node: ExpressionOf<'call'>, one: string, two: string): string {
  const [first] = node.parts;
  switch (node.name) {
    case 'yearsBetween':
      return `(${monthsSql(one, two)} // 12)`;
    case 'monthsBetween':
      return first?.type.kind === 'month' ? wholeMonthsSql(one, two) : monthsSql(one, two);
    case 'daysBetween':
      return `(${two} - ${one})`;
    case 'addYears':
      return addMonthsSql(one, `(${two} * 12)`);
    case 'addMonths':
      return addMonthsSql(one, two);
    case 'addDays':
      return inCalendar(`(${one} + ${small(two, 4_000_000)})`);
    case 'yearOf':
      return first?.type.kind === 'month' ? yearOfMonth(one) : `year(${one})`;
    case 'firstDayOf':
      return `TRY_CAST(${one} || '-01' AS DATE)`;
    case 'dayOf':
      return `(CASE WHEN ${one} BETWEEN 1 AND 9999 THEN TRY_CAST(lpad(${one}::VARCHAR, 4, '0') || '-' || ${two} AS DATE) END)`;
    case 'startsWith':
      return `starts_with(${one}, ${two})`;
    default:
      throw new Error(`Not a function of rules: ${node.name}`);
  }
}

function asWhole(sql: string): string {
  return `(CASE WHEN abs(${sql}) <= ${SAFE} THEN ${sql}::BIGINT END)`;
}

/** Half away from zero, in the same steps as for one household, so that both round the same way. */
function rounded(sql: string): string {
  return asWhole(`(${halfAway(sql)})`);
}

function halfAway(sql: string): string {
  return `sign(${sql}) * floor(abs(${sql}) + 0.5)`;
}

/** Completed months; date_diff would count the turns of the month, date_sub knows an end of month. */
function monthsSql(from: string, to: string): string {
  const forward = (a: string, b: string): string =>
    `((year(${b}) - year(${a})) * 12 + month(${b}) - month(${a}) - (day(${b}) < day(${a}))::INTEGER)`;
  return `(CASE WHEN ${to} >= ${from} THEN ${forward(from, to)} ELSE -${forward(to, from)} END)`;
}

function yearOfMonth(sql: string): string {
  return `TRY_CAST(substr(${sql}, 1, 4) AS INTEGER)`;
}

function wholeMonthsSql(from: string, to: string): string {
  const month = (sql: string): string => `TRY_CAST(substr(${sql}, 6, 2) AS INTEGER)`;
  return `((${yearOfMonth(to)} - ${yearOfMonth(from)}) * 12 + ${month(to)} - ${month(from)})`;
}

/** More than the calendar is long leads out of it anyway, and DuckDB would end the whole query. */
function small(sql: string, most: number): string {
  return `(CASE WHEN ${sql} BETWEEN -${most} AND ${most} THEN ${sql} END)::INTEGER`;
}

function addMonthsSql(day: string, months: string): string {
  return inCalendar(`(${day} + to_months(${small(months, 120_000)}))::DATE`);
}

function inCalendar(sql: string): string {
  return `(CASE WHEN year(${sql}) BETWEEN 1 AND 9999 THEN ${sql} END)`;
}

function overList(
  node: ExpressionOf<'call'>,
  list: Expression,
  { frame, write }: { frame: Frame; write: Write },
): string {
  if (isFrom(list, 'persons')) {
    if (node.name === 'size') return countMembers(list, { frame, write });
    return ranged(sumMembers(list, { frame, write }), node, frame);
  }
  const sql = write(list, frame);
  if (node.name === 'size') return `len(${sql})`;
  const sum = `coalesce(list_sum(${sql}), 0)`;
  const whole = canFault(list, frame.knowledge)
    ? `(CASE WHEN ${sql} IS NOT NULL THEN ${sum} END)`
    : sum;
  return ranged(whole, node, frame);
}

function ranged(sql: string, node: ExpressionOf<'call'>, frame: Frame): string {
  if (magnitudeOf(node, frame.knowledge) <= SAFE) return `${sql}::BIGINT`;
  return `(CASE WHEN abs(${sql}) <= ${SAFE} THEN ${sql} END)::BIGINT`;
}
