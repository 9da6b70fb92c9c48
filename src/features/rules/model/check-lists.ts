import { namesIn } from './check-names.ts';
import { type Check, checkTruth } from './check-operators.ts';
import { type Checked, checked, complain, type Scope, union } from './checking.ts';
import type { Expression, Syntax } from './expression.ts';
import { isFunctionName } from './functions.ts';
import { bool, listOf, type RuleType, typeText } from './rule-type.ts';

type MacroSyntax = Extract<Syntax, { kind: 'macro' }>;

/** A list macro: its variable stands for each element in turn. */
export function checkMacro(syntax: MacroSyntax, scope: Scope, check: Check): Checked | undefined {
  const { at, macro, variable } = syntax;
  const list = check(syntax.list, { ...scope, wanted: undefined });
  if (namesIn(scope).includes(variable) || isFunctionName(variable))
    return complain(scope, at, 'variableHidesName', { name: variable });
  if (list === undefined) return undefined;
  const type = list.node.type;
  if (type.kind !== 'list')
    return complain(scope, syntax.list.at, 'wrongType', {
      type: typeText(type),
      expected: 'list',
    });
  const inner = innerScope(scope, { variable, of: type.of, list });
  const where = syntax.where === undefined ? null : checkTruth(syntax.where, inner, check);
  const bodyScope =
    where === null || where === undefined
      ? inner
      : { ...inner, certain: union(inner.certain, where.whenTrue) };
  const body =
    macro === 'map'
      ? check(syntax.body, { ...bodyScope, wanted: undefined })
      : checkTruth(syntax.body, bodyScope, check);
  if (body === undefined || where === undefined) return undefined;
  const result = resultType(syntax, { element: type.of, body: body.node.type }, scope);
  if (result === undefined) return undefined;
  const node: Expression = {
    kind: 'macro',
    at,
    type: result,
    macro,
    list: list.node,
    variable,
    where: where?.node ?? null,
    body: body.node,
  };
  return checked(node, { elementsHave: elementsAfter(node, list, body) });
}

function innerScope(
  scope: Scope,
  { variable, of, list }: { variable: string; of: RuleType; list: Checked },
): Scope {
  const have = [...list.elementsHave].map((name) => `${variable}.${name}`);
  return {
    ...scope,
    variables: new Map([...scope.variables, [variable, of]]),
    certain: union(scope.certain, new Set(have)),
    insidePersons: scope.insidePersons || comesFromPersons(list.node),
    wanted: undefined,
  };
}

/** Whether the elements are the members, or were made of them. */
export function comesFromPersons(list: Expression): boolean {
  if (list.kind === 'macro') return comesFromPersons(list.list);
  return list.kind === 'persons';
}

function resultType(
  syntax: MacroSyntax,
  { element, body }: { element: RuleType; body: RuleType },
  scope: Scope,
): RuleType | undefined {
  switch (syntax.macro) {
    case 'exists':
    case 'all':
    case 'exists_one':
      return bool;
    case 'filter':
      return listOf(element);
    case 'map':
      return body.kind === 'list' || body.kind === 'person'
        ? complain(scope, syntax.body.at, 'wrongType', {
            type: typeText(body),
            expected: 'int | money | code | …',
          })
        : listOf(body);
  }
}

/** A filter's elements have what the filter asked for; what a map makes are other elements. */
function elementsAfter(
  node: Extract<Expression, { kind: 'macro' }>,
  list: Checked,
  body: Checked,
): ReadonlySet<string> {
  if (node.macro !== 'filter') return new Set();
  const beginning = `${node.variable}.`;
  const asked = [...body.whenTrue]
    .filter((key) => key.startsWith(beginning))
    .map((key) => key.slice(beginning.length));
  return union(list.elementsHave, new Set(asked));
}
