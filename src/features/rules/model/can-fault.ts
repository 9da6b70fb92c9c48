import type { Expression, ParameterNode } from './expression.ts';
import { magnitudeOf, SAFE } from './magnitude.ts';
import { partsOf } from './rule-text.ts';

/** What is known of a parameter when a rule is compiled for many cases. */
export type ParameterKnowledge = {
  /** Whether some place asked about has no value. */
  mayBeMissing(parameter: ParameterNode): boolean;
  /** The greatest distance of its values from zero. */
  magnitude(parameter: ParameterNode): number;
};

/**
 * Whether an expression can be left without a value although nothing absent is read: by a parameter without value, a number
 * too large, a day outside the calendar. What cannot fail is compiled more simply.
 */
export function canFault(node: Expression, known: ParameterKnowledge): boolean {
  return ownFault(node, known) || partsOf(node).some((part) => canFault(part, known));
}

const outOfCalendar = new Set(['addYears', 'addMonths', 'addDays', 'dayOf', 'firstDayOf']);
const outOfRange = new Set(['round', 'roundUp', 'roundDown', 'portion', 'percentOf', 'ratio']);

function ownFault(node: Expression, known: ParameterKnowledge): boolean {
  switch (node.kind) {
    case 'parameter':
      return known.mayBeMissing(node);
    case 'arithmetic':
      if (node.type.kind === 'decimal') return true;
      if (isDivision(node.operator)) return isUnguarded(node.right);
      return magnitudeOf(node, known) > SAFE;
    case 'call':
      if (outOfCalendar.has(node.name) || outOfRange.has(node.name)) return true;
      if (node.name === 'divide') return isUnguarded(node.parts[1]);
      return node.name === 'sum' && magnitudeOf(node, known) > SAFE;
    default:
      return false;
  }
}

/** The checker has seen that nothing else under a division is zero; of a parameter somebody only said so. */
function isUnguarded(divisor: Expression | undefined): boolean {
  return (
    divisor === undefined || [divisor, ...partsOf(divisor)].some(({ kind }) => kind === 'parameter')
  );
}

function isDivision(operator: string): boolean {
  return operator === '/' || operator === '%';
}
