import {
  type Checked,
  checked,
  complain,
  inBoth,
  isPlain,
  nonZeroKey,
  type Scope,
  union,
} from './checking.ts';
import {
  type Arithmetic,
  arithmetic,
  type Comparison,
  comparisons,
  type Expression,
  type Syntax,
} from './expression.ts';
import { ruleText } from './rule-text.ts';
import { bool, listOf, type RuleType, type RuleTypeKind, sameType, typeText } from './rule-type.ts';

export type Check = (syntax: Syntax, scope: Scope) => Checked | undefined;
export type CallSyntax = Extract<Syntax, { kind: 'call' }>;

const operators: ReadonlySet<string> = new Set([
  ...comparisons,
  ...arithmetic,
  '&&',
  '||',
  '!_',
  '-_',
  '?:',
  'in',
]);

export function isOperator(name: string): boolean {
  return operators.has(name);
}

function isComparison(name: string): name is Comparison {
  return (comparisons as readonly string[]).includes(name);
}

function isArithmetic(name: string): name is Arithmetic {
  return (arithmetic as readonly string[]).includes(name);
}

export function checkOperator(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const [first, second, third] = syntax.parts;
  if (first === undefined) return undefined;
  if (syntax.name === '!_') return checkNot(syntax, scope, check);
  if (syntax.name === '-_') return checkNegate(syntax, scope, check);
  if (second === undefined) return undefined;
  if (syntax.name === '&&' || syntax.name === '||') return checkJunction(syntax, scope, check);
  if (syntax.name === 'in') return checkAmong(syntax, scope, check);
  if (isComparison(syntax.name)) return checkComparison(syntax, syntax.name, { scope, check });
  if (isArithmetic(syntax.name)) return checkArithmetic(syntax, syntax.name, { scope, check });
  return third === undefined ? undefined : checkChoice(syntax, scope, check);
}

/** The part as a truth value; anything else is noted. */
export function checkTruth(syntax: Syntax, scope: Scope, check: Check): Checked | undefined {
  const found = check(syntax, { ...scope, wanted: bool });
  if (found === undefined || found.node.type.kind === 'bool') return found;
  return complain(scope, syntax.at, 'wrongType', {
    type: typeText(found.node.type),
    expected: 'bool',
  });
}

function checkNot(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const [inner] = syntax.parts;
  const found = inner === undefined ? undefined : checkTruth(inner, scope, check);
  if (found === undefined) return undefined;
  return checked(
    { kind: 'not', at: syntax.at, type: bool, of: found.node },
    { whenTrue: found.whenFalse, whenFalse: found.whenTrue },
  );
}

function checkNegate(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const [inner] = syntax.parts;
  const found = inner === undefined ? undefined : check(inner, scope);
  if (found === undefined) return undefined;
  return isNumber(found.node.type)
    ? checked({ kind: 'negate', at: syntax.at, type: found.node.type, of: found.node })
    : complain(scope, syntax.at, 'wrongType', {
        type: typeText(found.node.type),
        expected: 'int | money | decimal',
      });
}

/**
 * Parts are read from left to right: behind `&&` it is certain that what stands before is true, behind `||` that
 * it is false.
 */
function checkJunction(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const isAnd = syntax.name === '&&';
  const nodes: Expression[] = [];
  let certain = scope.certain;
  let along: ReadonlySet<string> = new Set();
  let across: ReadonlySet<string> | undefined;
  let isWhole = true;
  for (const part of sameJunction(syntax, syntax.name)) {
    const found = checkTruth(part, { ...scope, certain }, check);
    if (found === undefined) {
      isWhole = false;
      continue;
    }
    nodes.push(found.node);
    const [goingOn, leaving] = isAnd
      ? [found.whenTrue, found.whenFalse]
      : [found.whenFalse, found.whenTrue];
    // When this part ends the junction, everything before it went on.
    const left = union(along, leaving);
    across = across === undefined ? left : inBoth(across, left);
    along = union(along, goingOn);
    certain = union(certain, goingOn);
  }
  if (!isWhole) return undefined;
  const ended = across ?? new Set<string>();
  return checked(
    { kind: isAnd ? 'and' : 'or', at: syntax.at, type: bool, parts: nodes },
    isAnd ? { whenTrue: along, whenFalse: ended } : { whenTrue: ended, whenFalse: along },
  );
}

/** `a && b && c` is one junction, however the reader put it together. */
function sameJunction(syntax: Syntax, name: string): readonly Syntax[] {
  return syntax.kind === 'call' && syntax.name === name
    ? syntax.parts.flatMap((part) => sameJunction(part, name))
    : [syntax];
}

/** Both sides, each literal with the type of the other side. */
function checkSides(
  [left, right]: readonly [Syntax, Syntax],
  scope: Scope,
  check: Check,
): { left: Checked; right: Checked } | undefined {
  const free = { ...scope, wanted: undefined };
  if (isPlain(left)) {
    const other = check(right, isPlain(right) ? scope : free);
    const own = check(left, { ...scope, wanted: other?.node.type });
    return own === undefined || other === undefined ? undefined : { left: own, right: other };
  }
  const own = check(left, free);
  const other = check(right, { ...scope, wanted: own?.node.type });
  return own === undefined || other === undefined ? undefined : { left: own, right: other };
}

type Checking = { readonly scope: Scope; readonly check: Check };

function sidesOf(syntax: CallSyntax, { scope, check }: Checking) {
  const [left, right] = syntax.parts;
  if (left === undefined || right === undefined) return undefined;
  return checkSides([left, right], scope, check);
}

const ordered: ReadonlySet<RuleTypeKind> = new Set(['int', 'money', 'decimal', 'day', 'month']);
const equatable: ReadonlySet<RuleTypeKind> = new Set([
  ...ordered,
  'bool',
  'text',
  'code',
  'monthDay',
]);

function checkComparison(
  syntax: CallSyntax,
  operator: Comparison,
  checking: Checking,
): Checked | undefined {
  const { scope } = checking;
  const [first] = syntax.parts;
  if (
    first?.kind === 'call' &&
    isComparison(first.name) &&
    isComparison(operator) &&
    !isEqual(operator)
  )
    return complain(scope, syntax.at, 'comparisonsChained');
  const sides = sidesOf(syntax, checking);
  if (sides === undefined) return undefined;
  const left = besideDecimal(sides.left.node, sides.right.node);
  const right = besideDecimal(sides.right.node, sides.left.node);
  if (!sameType(left.type, right.type)) return differ(scope, syntax, [left.type, right.type]);
  const fitting = isEqual(operator) ? equatable : ordered;
  if (!fitting.has(left.type.kind))
    return complain(scope, syntax.at, 'wrongType', {
      type: typeText(left.type),
      expected: [...fitting].join(' | '),
    });
  return checked(
    { kind: 'compare', at: syntax.at, type: bool, operator, left, right },
    notZero(operator, left, right),
  );
}

/** CEL compares whole numbers with decimals, but does not add them: only here 0 may stand for 0.0. */
function besideDecimal(node: Expression, other: Expression): Expression {
  if (other.type.kind !== 'decimal' || node.type.kind !== 'int') return node;
  return node.kind === 'literal' ? { ...node, type: other.type } : node;
}

function isEqual(operator: Comparison): boolean {
  return operator === '==' || operator === '!=';
}

function differ(
  scope: Scope,
  syntax: Syntax,
  [left, right]: readonly [RuleType, RuleType],
): undefined {
  return complain(scope, syntax.at, 'typesDiffer', {
    left: typeText(left),
    right: typeText(right),
  });
}

const turned: Record<Comparison, Comparison> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** What a comparison with 0 or 1 tells about a later division. */
function notZero(operator: Comparison, left: Expression, right: Expression): Partial<Checked> {
  if (left.kind === 'literal' && right.kind !== 'literal')
    return notZero(turned[operator], right, left);
  if (right.kind !== 'literal') return {};
  const key = new Set([nonZeroKey(ruleText(left))]);
  const isWhole = left.type.kind !== 'decimal';
  if (right.value === 0) {
    if (operator === '!=' || operator === '>' || operator === '<') return { whenTrue: key };
    return { whenFalse: key };
  }
  if (right.value !== 1) return {};
  if (operator === '==' || operator === '>' || operator === '>=') return { whenTrue: key };
  if (operator === '<=' || (operator === '<' && isWhole)) return { whenFalse: key };
  return {};
}

function isNumber(type: RuleType): boolean {
  return type.kind === 'int' || type.kind === 'money' || type.kind === 'decimal';
}

function arithmeticType(
  operator: Arithmetic,
  left: RuleType,
  right: RuleType,
): RuleType | undefined {
  const same = isNumber(left) && sameType(left, right);
  switch (operator) {
    case '+':
    case '-':
      return same ? left : undefined;
    case '*':
      if (left.kind === 'money') return right.kind === 'int' ? left : undefined;
      if (right.kind === 'money') return left.kind === 'int' ? right : undefined;
      return same ? left : undefined;
    case '/':
      return same && left.kind !== 'money' ? left : undefined;
    case '%':
      return same && left.kind === 'int' ? left : undefined;
  }
}

function checkArithmetic(
  syntax: CallSyntax,
  operator: Arithmetic,
  checking: Checking,
): Checked | undefined {
  const { scope } = checking;
  // Only what is added takes the type of its neighbour: a factor of money is a plain number.
  const wanted = operator === '+' || operator === '-' ? scope.wanted : undefined;
  const sides = isFactor(operator)
    ? factorsOf(syntax, checking)
    : sidesOf(syntax, { ...checking, scope: { ...scope, wanted } });
  if (sides === undefined) return undefined;
  const [left, right] = [sides.left.node, sides.right.node];
  const type = arithmeticType(operator, left.type, right.type);
  if (type === undefined) return differ(scope, syntax, [left.type, right.type]);
  if ((operator === '/' || operator === '%') && !isNeverZero(right, scope))
    return complain(scope, right.at, 'mayDivideByZero', { divisor: ruleText(right) });
  return checked({ kind: 'arithmetic', at: syntax.at, type, operator, left, right });
}

function isFactor(operator: Arithmetic): boolean {
  return operator === '*' || operator === '/' || operator === '%';
}

function factorsOf(syntax: CallSyntax, { scope, check }: Checking) {
  const [first, second] = syntax.parts;
  if (first === undefined || second === undefined) return undefined;
  const free = { ...scope, wanted: undefined };
  const left = check(first, free);
  const right = check(second, free);
  return left === undefined || right === undefined ? undefined : { left, right };
}

/** Whether a divisor is certain not to be zero: by what it is, or by a guard before it. */
export function isNeverZero(node: Expression, scope: Scope): boolean {
  if (node.kind === 'literal') return node.value !== 0;
  if (node.kind === 'parameter') return scope.parameters.get(node.id)?.neverZero === true;
  if (node.kind === 'negate') return isNeverZero(node.of, scope);
  if (node.kind === 'call' && node.name === 'double') {
    const [inner] = node.parts;
    if (inner !== undefined && isNeverZero(inner, scope)) return true;
  }
  return scope.certain.has(nonZeroKey(ruleText(node)));
}

function checkAmong(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const [value, list] = syntax.parts;
  if (value === undefined || list === undefined) return undefined;
  const { at } = syntax;
  const free = { ...scope, wanted: undefined };
  if (isPlain(value)) {
    const among = check(list, free);
    if (among === undefined) return undefined;
    const type = among.node.type;
    if (type.kind !== 'list')
      return complain(scope, list.at, 'wrongType', { type: typeText(type), expected: 'list' });
    const found = check(value, { ...scope, wanted: type.of });
    if (found === undefined) return undefined;
    return amongNode({ at, value: found.node, list: among.node }, scope);
  }
  const found = check(value, free);
  if (found === undefined) return undefined;
  const among = check(list, { ...scope, wanted: listOf(found.node.type) });
  if (among === undefined) return undefined;
  return amongNode({ at, value: found.node, list: among.node }, scope);
}

function amongNode(
  { at, value, list }: { at: Syntax['at']; value: Expression; list: Expression },
  scope: Scope,
): Checked | undefined {
  if (list.type.kind !== 'list' || !sameType(list.type.of, value.type))
    return complain(scope, at, 'typesDiffer', {
      left: typeText(value.type),
      right: typeText(list.type),
    });
  if (!equatable.has(value.type.kind))
    return complain(scope, at, 'wrongType', {
      type: typeText(value.type),
      expected: [...equatable].join(' | '),
    });
  return checked({ kind: 'among', at, type: bool, value, list });
}

function checkChoice(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const [asked, first, second] = syntax.parts;
  if (asked === undefined || first === undefined || second === undefined) return undefined;
  const condition = checkTruth(asked, scope, check);
  const yes = { ...scope, certain: union(scope.certain, condition?.whenTrue ?? new Set()) };
  const no = { ...scope, certain: union(scope.certain, condition?.whenFalse ?? new Set()) };
  const firstIsPlain = isPlain(first) && !isPlain(second);
  const otherwise = firstIsPlain ? check(second, no) : undefined;
  const then = check(first, { ...yes, wanted: otherwise?.node.type ?? scope.wanted });
  const rest = otherwise ?? check(second, { ...no, wanted: then?.node.type ?? scope.wanted });
  if (condition === undefined || then === undefined || rest === undefined) return undefined;
  if (!sameType(then.node.type, rest.node.type))
    return differ(scope, syntax, [then.node.type, rest.node.type]);
  if (then.node.type.kind === 'list')
    return complain(scope, syntax.at, 'constructNotAllowed', { construct: '?:' });
  return checked({
    kind: 'choice',
    at: syntax.at,
    type: then.node.type,
    condition: condition.node,
    chosen: then.node,
    otherwise: rest.node,
  });
}
