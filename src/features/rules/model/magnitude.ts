import type { ParameterKnowledge } from './can-fault.ts';
import type { Expression } from './expression.ts';

/** Whole numbers up to here can be told from their neighbours in every engine. */
export const SAFE = Number.MAX_SAFE_INTEGER;

/** What the register keeps as INTEGER. */
const COLUMN = 2 ** 31;
const MOST_ELEMENTS = 2 ** 16;

/** How far from zero a whole number can be before its range is looked at; so that only what may leave it is looked at. */
export function magnitudeOf(node: Expression, known: ParameterKnowledge): number {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? Math.abs(node.value) : 0;
    case 'fact':
      return node.type.kind === 'int' ? COLUMN : SAFE;
    case 'parameter':
      return known.magnitude(node);
    case 'clock':
      return 9999;
    case 'negate':
      return capped(magnitudeOf(node.of, known));
    case 'choice':
      return Math.max(
        capped(magnitudeOf(node.chosen, known)),
        capped(magnitudeOf(node.otherwise, known)),
      );
    case 'arithmetic':
      return ofArithmetic(node, known);
    case 'macro':
      return node.macro === 'map'
        ? capped(magnitudeOf(node.body, known))
        : capped(magnitudeOf(node.list, known));
    case 'call':
      return ofCall(node, known);
    default:
      return SAFE;
  }
}

/** A part whose range was looked at is within it. */
function capped(magnitude: number): number {
  return Math.min(magnitude, SAFE);
}

function ofArithmetic(
  node: Extract<Expression, { kind: 'arithmetic' }>,
  known: ParameterKnowledge,
): number {
  const left = capped(magnitudeOf(node.left, known));
  const right = capped(magnitudeOf(node.right, known));
  switch (node.operator) {
    case '+':
    case '-':
      return left + right;
    case '*':
      return left * right;
    case '/':
      return left;
    case '%':
      return right;
  }
}

function ofCall(node: Extract<Expression, { kind: 'call' }>, known: ParameterKnowledge): number {
  const parts = node.parts.map((part) => capped(magnitudeOf(part, known)));
  switch (node.name) {
    case 'size':
      return MOST_ELEMENTS;
    case 'sum':
      return (parts[0] ?? SAFE) * MOST_ELEMENTS;
    case 'least':
    case 'greatest':
      return Math.max(...parts);
    case 'yearsBetween':
    case 'yearOf':
      return 10_000;
    case 'monthsBetween':
      return 120_000;
    case 'daysBetween':
      return 4_000_000;
    default:
      return SAFE;
  }
}
