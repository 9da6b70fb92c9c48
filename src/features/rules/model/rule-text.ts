import type { Expression } from './expression.ts';

/** How tightly each kind binds; what binds less tightly stands in brackets. */
const strength: Partial<Record<Expression['kind'], number>> = {
  choice: 1,
  or: 2,
  and: 3,
  compare: 4,
  among: 4,
  arithmetic: 5,
  not: 7,
  negate: 7,
};

function strengthOf(node: Expression): number {
  if (node.kind === 'arithmetic') return node.operator === '+' || node.operator === '-' ? 5 : 6;
  return strength[node.kind] ?? 8;
}

function within(node: Expression, atLeast: number): string {
  return strengthOf(node) < atLeast ? `(${ruleText(node)})` : ruleText(node);
}

/** The rule as text again, always written the same way. */
export function ruleText(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? quoted(node.value) : String(node.value);
    case 'fact':
      return `${node.of ?? node.record}.${node.name}`;
    case 'parameter':
      return `parameter.${node.id}`;
    case 'clock':
    case 'variable':
      return node.name;
    case 'persons':
      return 'persons';
    case 'present':
      return `has(${ruleText(node.fact)})`;
    case 'and':
      return node.parts.map((part) => within(part, 4)).join(' && ');
    case 'or':
      return node.parts.map((part) => within(part, 3)).join(' || ');
    case 'not':
      return `!${within(node.of, 7)}`;
    case 'negate':
      return `-${within(node.of, 8)}`;
    case 'compare':
      return `${within(node.left, 5)} ${node.operator} ${within(node.right, 5)}`;
    case 'among':
      return `${within(node.value, 5)} in ${within(node.list, 5)}`;
    case 'arithmetic': {
      const own = strengthOf(node);
      return `${within(node.left, own)} ${node.operator} ${within(node.right, own + 1)}`;
    }
    case 'choice':
      return `${within(node.condition, 2)} ? ${within(node.chosen, 2)} : ${ruleText(node.otherwise)}`;
    case 'list':
      return `[${node.items.map(ruleText).join(', ')}]`;
    case 'macro': {
      const where = node.where === null ? '' : `${ruleText(node.where)}, `;
      return `${within(node.list, 8)}.${node.macro}(${node.variable}, ${where}${ruleText(node.body)})`;
    }
    case 'call':
      return `${node.name}(${node.parts.map(ruleText).join(', ')})`;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** The parts of an expression, in the order of the text. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'present':
      return [node.fact];
    case 'and':
    case 'or':
    case 'call':
      return node.parts;
    case 'not':
    case 'negate':
      return [node.of];
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right];
    case 'among':
      return [node.value, node.list];
    case 'choice':
      return [node.condition, node.chosen, node.otherwise];
    case 'list':
      return node.items;
    case 'macro':
      return node.where === null ? [node.list, node.body] : [node.list, node.where, node.body];
    default:
      return [];
  }
}

/** Goes through the expression and everything in it. */
export function everyPart(node: Expression, visit: (part: Expression) => void): void {
  visit(node);
  for (const part of partsOf(node)) everyPart(part, visit);
}
