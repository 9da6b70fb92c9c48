import { checkCall } from './check-calls.ts';
import { checkMacro } from './check-lists.ts';
import { namesIn } from './check-names.ts';
import { checkOperator, isOperator } from './check-operators.ts';
import { type Checked, checked, complain, presenceKey, type Scope } from './checking.ts';
import type { Expression, FactNode, FactRecord, Syntax } from './expression.ts';
import {
  type FactName,
  factNameOf,
  factNames,
  hasPersons,
  type RuleSubject,
  recordsFor,
} from './facts-schema.ts';
import { nearest } from './nearest.ts';
import type { ParameterDeclaration } from './parameter.ts';
import type { RuleProblem } from './problem.ts';
import { hasRuleCode } from './rule-code-lists.ts';
import { everyPart } from './rule-text.ts';
import {
  bool,
  day,
  decimal,
  int,
  listOf,
  person,
  type RuleType,
  sameType,
  typeText,
} from './rule-type.ts';

export type RuleSetting = {
  readonly subject: RuleSubject;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  /** The questions of the form to which the condition belongs, each with the type of its answer. */
  readonly answers?: ReadonlyMap<string, RuleType>;
  /** The condition under which the expression is read: what is certain where it holds, is certain here. */
  readonly given?: CheckedRule;
  /** What the rule may result in; a condition expects bool, an amount money. */
  readonly expects: readonly RuleType[];
};

/** A rule that makes sense: it can be evaluated, explained, compiled and written as a sentence. */
export type CheckedRule = {
  readonly subject: RuleSubject;
  readonly expression: Expression;
  readonly type: RuleType;
  /** The parameters it reads, each once. */
  readonly parameters: readonly string[];
  /** The facts it reads, each once: `survey.incomePerHeadFen`. */
  readonly names: readonly string[];
  /** What is certain where the rule is true, for an amount that is read under it. */
  readonly whenTrue: ReadonlySet<string>;
};

export type RuleCheck =
  | { readonly ok: true; readonly value: CheckedRule }
  | { readonly ok: false; readonly problem: readonly RuleProblem[] };

/** Decides whether what was read is a rule, and finds everything that is wrong with it at once. */
export function checkSyntax(syntax: Syntax, setting: RuleSetting): RuleCheck {
  const problems: RuleProblem[] = [];
  const scope: Scope = {
    subject: setting.subject,
    parameters: setting.parameters,
    answers: setting.answers ?? new Map(),
    variables: new Map(),
    certain: setting.given?.whenTrue ?? new Set(),
    wanted: setting.expects[0],
    insidePersons: false,
    problems,
  };
  const found = check(syntax, scope);
  if (
    found !== undefined &&
    !setting.expects.some((expected) => sameType(expected, found.node.type))
  ) {
    complain(scope, syntax.at, 'notThisResult', {
      type: typeText(found.node.type),
      expected: setting.expects.map(typeText).join(' | '),
    });
  }
  if (found === undefined || problems.length > 0) return { ok: false, problem: problems };
  return { ok: true, value: ruleOf(found, setting.subject) };
}

function ruleOf({ node: expression, whenTrue }: Checked, subject: RuleSubject): CheckedRule {
  const parameters = new Set<string>();
  const names = new Set<string>();
  everyPart(expression, (part) => {
    if (part.kind === 'parameter') parameters.add(part.id);
    if (part.kind === 'fact') names.add(`${part.record}.${part.name}`);
  });
  return {
    subject,
    expression,
    type: expression.type,
    parameters: [...parameters],
    names: [...names],
    whenTrue,
  };
}

/** Checks one part; undefined if it makes no sense, which has then been noted. */
export function check(syntax: Syntax, scope: Scope): Checked | undefined {
  switch (syntax.kind) {
    case 'literal':
      return checkLiteral(syntax, scope);
    case 'name':
      return checkName(syntax, scope);
    case 'select':
      return checkSelect(syntax, scope);
    case 'has':
      return checkHas(syntax, scope);
    case 'list':
      return checkList(syntax, scope);
    case 'macro':
      return checkMacro(syntax, scope, check);
    case 'call':
      return isOperator(syntax.name)
        ? checkOperator(syntax, scope, check)
        : checkCall(syntax, scope, check);
  }
}

type SyntaxOf<Kind extends Syntax['kind']> = Extract<Syntax, { kind: Kind }>;

function checkLiteral(syntax: SyntaxOf<'literal'>, scope: Scope): Checked | undefined {
  const { at, value, form } = syntax;
  const wanted = scope.wanted;
  switch (form) {
    case 'bool':
      return checked({ kind: 'literal', at, type: bool, value });
    case 'int':
    case 'decimal': {
      if (value !== 0 && value !== 1)
        return complain(scope, at, 'uncitedNumber', { number: Number(value) });
      const takesOn = form === 'int' && wanted?.kind === 'money' ? wanted : int;
      return checked({ kind: 'literal', at, type: form === 'decimal' ? decimal : takesOn, value });
    }
    case 'text':
      if (wanted?.kind !== 'code')
        return complain(scope, at, 'uncitedText', { text: String(value) });
      if (!hasRuleCode(wanted.list, String(value)))
        return complain(scope, at, 'codeNotInList', { code: String(value), list: wanted.list });
      return checked({ kind: 'literal', at, type: wanted, value });
  }
}

function checkName(syntax: SyntaxOf<'name'>, scope: Scope): Checked | undefined {
  const { at, name } = syntax;
  const variable = scope.variables.get(name);
  if (variable !== undefined) return checked({ kind: 'variable', at, type: variable, name });
  if (name === 'on') return checked({ kind: 'clock', at, type: day, name });
  if (name === 'year') return checked({ kind: 'clock', at, type: int, name });
  if (name === 'persons' && hasPersons(scope.subject)) {
    return scope.insidePersons
      ? complain(scope, at, 'constructNotAllowed', { construct: 'persons' })
      : checked({ kind: 'persons', at, type: listOf(person) });
  }
  const known = namesIn(scope);
  return known.includes(name)
    ? complain(scope, at, 'constructNotAllowed', { construct: name })
    : complain(scope, at, 'unknownName', { name, nearest: nearest(name, known) });
}

/** The record and the owner that a path begins with; undefined if it is none, which is then noted. */
function ownerOf(
  of: Syntax,
  scope: Scope,
): { record: FactRecord; owner: string; variable: string | null } | undefined {
  if (of.kind !== 'name') return complain(scope, of.at, 'constructNotAllowed', { construct: '.' });
  const variable = scope.variables.get(of.name);
  if (variable !== undefined) {
    return variable.kind === 'person'
      ? { record: 'person', owner: of.name, variable: of.name }
      : complain(scope, of.at, 'wrongType', { type: typeText(variable), expected: 'person' });
  }
  const records: readonly FactRecord[] = [
    ...recordsFor(scope.subject),
    ...(scope.answers.size === 0 ? [] : (['answer'] as const)),
  ];
  const record = records.find((candidate) => candidate === of.name);
  if (record === undefined) {
    const known = namesIn(scope);
    return complain(scope, of.at, 'unknownName', {
      name: of.name,
      nearest: nearest(of.name, known),
    });
  }
  if (record === 'person' && scope.insidePersons)
    return complain(scope, of.at, 'constructNotAllowed', { construct: 'person' });
  return { record, owner: record, variable: null };
}

function factNode(
  syntax: SyntaxOf<'select' | 'has'>,
  scope: Scope,
): { node: FactNode; optional: boolean; key: string } | undefined {
  const owner = ownerOf(syntax.of, scope);
  if (owner === undefined) return undefined;
  const { record, variable } = owner;
  const fact = factIn(record, syntax.field, scope);
  if (fact === undefined) {
    const known = [
      ...factNames.filter((name) => name.record === record).map(({ name }) => name),
      ...(record === 'answer' ? scope.answers.keys() : []),
    ];
    return complain(scope, syntax.at, 'unknownField', {
      record: owner.owner,
      field: syntax.field,
      nearest: nearest(syntax.field, known),
    });
  }
  return {
    node: {
      kind: 'fact',
      at: syntax.at,
      type: fact.type,
      record,
      name: fact.name,
      of: variable,
    },
    optional: fact.optional,
    key: presenceKey(owner.owner, record, fact.name),
  };
}

function factIn(
  record: FactRecord,
  name: string,
  scope: Scope,
): Pick<FactName, 'name' | 'type' | 'optional'> | undefined {
  if (record !== 'answer') return factNameOf(record, name);
  const type = scope.answers.get(name);
  return type === undefined ? undefined : { name, type, optional: true };
}

function checkSelect(syntax: SyntaxOf<'select'>, scope: Scope): Checked | undefined {
  const { at, of, field } = syntax;
  if (of.kind === 'name' && of.name === 'parameter' && !scope.variables.has('parameter')) {
    const declared = scope.parameters.get(field);
    return declared === undefined
      ? complain(scope, at, 'unknownParameter', {
          parameter: field,
          nearest: nearest(field, [...scope.parameters.keys()]),
        })
      : checked({ kind: 'parameter', at, type: declared.type, id: field });
  }
  const fact = factNode(syntax, scope);
  if (fact === undefined) return undefined;
  if (fact.optional && !scope.certain.has(fact.key)) {
    const name = `${of.kind === 'name' ? of.name : ''}.${field}`;
    return complain(scope, at, 'mayBeAbsent', { name });
  }
  return checked(fact.node);
}

function checkHas(syntax: SyntaxOf<'has'>, scope: Scope): Checked | undefined {
  const { at, of, field } = syntax;
  if (of.kind === 'name' && of.name === 'parameter')
    return complain(scope, at, 'neverAbsent', { name: `parameter.${field}` });
  const fact = factNode(syntax, scope);
  if (fact === undefined) return undefined;
  if (!fact.optional) {
    const name = `${of.kind === 'name' ? of.name : ''}.${field}`;
    return complain(scope, at, 'neverAbsent', { name });
  }
  return checked(
    { kind: 'present', at, type: bool, fact: fact.node },
    { whenTrue: new Set([fact.key]) },
  );
}

/** A list that is written out stands only behind `in`. */
function checkList(syntax: SyntaxOf<'list'>, scope: Scope): Checked | undefined {
  const { at, items } = syntax;
  const wanted = scope.wanted;
  if (wanted?.kind !== 'list' || items.length === 0)
    return complain(scope, at, 'constructNotAllowed', { construct: '[]' });
  const found = items.map((item) => check(item, { ...scope, wanted: wanted.of }));
  const nodes: Expression[] = [];
  for (const item of found) {
    if (item === undefined) return undefined;
    if (!sameType(item.node.type, wanted.of))
      return complain(scope, item.node.at, 'typesDiffer', {
        left: typeText(wanted.of),
        right: typeText(item.node.type),
      });
    nodes.push(item.node);
  }
  return checked({ kind: 'list', at, type: wanted, items: nodes });
}
