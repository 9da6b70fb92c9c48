import { type CallSyntax, type Check, isNeverZero } from './check-operators.ts';
import { type Checked, checked, complain, isPlain, type Scope } from './checking.ts';
import type { Expression } from './expression.ts';
import { type FunctionName, functions, isFunctionName, resultOf } from './functions.ts';
import { nearest } from './nearest.ts';
import { ruleText } from './rule-text.ts';
import { int, money, type RuleType, typeText } from './rule-type.ts';

/** Which argument of a function is divided by. */
const divisors: Partial<Record<FunctionName, number>> = { divide: 1, ratio: 1 };

/** A call of a function, as `f(a, b)` or `a.f(b)`. */
export function checkCall(syntax: CallSyntax, scope: Scope, check: Check): Checked | undefined {
  const { at, name } = syntax;
  if (name === 'matches') return complain(scope, at, 'patternsNotAllowed');
  if (!isFunctionName(name))
    return complain(scope, at, 'unknownFunction', {
      function: name,
      nearest: nearest(name, Object.keys(functions)),
    });
  const takes = name === 'size' ? 1 : (functions[name][0]?.takes.length ?? 0);
  if (syntax.parts.length !== takes)
    return complain(scope, at, 'wrongNumberOfArguments', {
      function: name,
      takes,
      given: syntax.parts.length,
    });
  const parts = checkArguments(syntax, { scope, check, name });
  if (parts === undefined) return undefined;
  const type = resultOf(
    name,
    parts.map((part) => part.type),
  );
  if (type === undefined)
    return complain(scope, at, 'wrongType', {
      type: parts.map((part) => typeText(part.type)).join(', '),
      expected: expectedBy(name),
    });
  const divisor = parts[divisors[name] ?? -1];
  if (divisor !== undefined && !isNeverZero(divisor, scope))
    return complain(scope, divisor.at, 'mayDivideByZero', { divisor: ruleText(divisor) });
  return checked({ kind: 'call', at, type, name, parts });
}

/** Arguments in turn; a literal takes on the type of the first argument that has one. */
function checkArguments(
  syntax: CallSyntax,
  { scope, check, name }: { scope: Scope; check: Check; name: FunctionName },
): Expression[] | undefined {
  const free = { ...scope, wanted: undefined };
  const alike = functions[name].some(({ takes }) => takes.length === 2 && takes[0] === takes[1]);
  let beside: RuleType | undefined;
  if (alike) {
    const leading = syntax.parts.find((part) => !isPlain(part));
    const probe = { ...free, problems: [] };
    beside = leading === undefined ? scope.wanted : check(leading, probe)?.node.type;
  }
  const found = syntax.parts.map((part, index) =>
    check(part, { ...scope, wanted: beside ?? literalType(name, index) }),
  );
  const nodes = found.flatMap((part) => (part === undefined ? [] : [part.node]));
  return nodes.length === found.length ? nodes : undefined;
}

function literalType(name: FunctionName, index: number): RuleType | undefined {
  if (name === 'percentOf') return index === 0 ? int : money;
  if (name === 'divide' || name === 'portion') return index === 0 ? money : undefined;
  return functions[name][0]?.takes[index];
}

function expectedBy(name: FunctionName): string {
  if (name === 'size') return 'list';
  return functions[name].map(({ takes }) => takes.map(typeText).join(', ')).join(' | ');
}
