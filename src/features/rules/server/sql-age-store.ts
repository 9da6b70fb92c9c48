import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Comparison, Expression, ExpressionOf } from '../model/expression.ts';
import { factSql } from './sql-facts-store.ts';
import { type Frame, sameEverywhere } from './sql-frame.ts';

const turned: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * An age compared with a known number is a day of birth compared with a known day, which a column is read for without
 * working anything out. Undefined where the comparison is another one.
 */
export function ageComparison(node: ExpressionOf<'compare'>, frame: Frame): string | undefined {
  if (isAge(node.right) && !isAge(node.left))
    return ageComparison(
      { ...node, operator: turned[node.operator], left: node.right, right: node.left },
      frame,
    );
  const years = knownNumber(node.right, frame);
  if (!isAge(node.left) || years === undefined) return undefined;
  const birthDay = factSql({ ...node.left, name: 'birthDay' }, frame);
  const [from, above] = [bornFor(frame.on, years), bornFor(frame.on, years + 1)];
  if (from === undefined || above === undefined) return undefined;
  const atLeast = (day: PlainDate): string => `${birthDay} <= DATE '${day}'`;
  const below = (day: PlainDate): string => `${birthDay} > DATE '${day}'`;
  switch (node.operator) {
    case '>=':
      return `(${atLeast(from)})`;
    case '<':
      return `(${below(from)})`;
    case '>':
      return `(${atLeast(above)})`;
    case '<=':
      return `(${below(above)})`;
    case '==':
      return `(${atLeast(from)} AND ${below(above)})`;
    case '!=':
      return `(${below(from)} OR ${atLeast(above)})`;
  }
}

function isAge(node: Expression): node is ExpressionOf<'fact'> {
  return node.kind === 'fact' && node.record === 'person' && node.name === 'age';
}

function knownNumber(node: Expression, frame: Frame): number | undefined {
  if (node.kind === 'literal') return Number(node.value);
  if (node.kind !== 'parameter') return undefined;
  const value = sameEverywhere(node.id, frame);
  return typeof value === 'number' ? value : undefined;
}

/** The last day on which one may be born to have completed so many years. */
function bornFor(on: PlainDate, years: number): PlainDate | undefined {
  const year = Number(on.slice(0, 4)) - years;
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  const text = String(year).padStart(4, '0');
  return parsePlainDate(`${text}${on.slice(4)}`) ?? parsePlainDate(`${text}-02-28`);
}
