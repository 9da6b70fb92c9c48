import type { CheckedRule } from './check-rule.ts';
import { type Cells, compile, type Evaluate, noCells, type Value } from './compile-closure.ts';
import type { Expression, FactNode, ParameterNode } from './expression.ts';
import { Fault } from './fault.ts';
import type { ParameterInForce } from './parameter.ts';
import type { Unanswered } from './problem.ts';
import type { Facts, FactValue, RuleCase } from './rule-case.ts';
import { partsOf, ruleText } from './rule-text.ts';

/** A part of a rule that a person can understand by itself; the same for all cases. */
export type Condition = {
  readonly expression: Expression;
  /** How its parts make it up; `members` names those of the household who meet it. */
  readonly kind: 'all' | 'any' | 'not' | 'members' | 'single';
  readonly text: string;
  /** What it reads of the case, in the order of `Explained.values`. */
  readonly reads: readonly (FactNode | ParameterNode)[];
  readonly parts: readonly Condition[];
};

/** What became of a part in one case. */
export type Explained = {
  readonly condition: Condition;
  /** Null where it has no answer, which is neither. */
  readonly met: boolean | null;
  readonly because: Unanswered | null;
  /** For each of `condition.reads` the fact, or the parameter with its day and citation; null where there is none. */
  readonly values: readonly (FactValue | ParameterInForce)[];
  readonly parts: readonly Explained[];
  /** Those of `RuleCase.persons` who meet the condition, by place. */
  readonly members: readonly number[];
  /** What an amount comes to; null for conditions, and where it cannot be told. */
  readonly value: Exclude<Value, boolean> | null;
};

/** Why a rule answers as it does. */
export type Explanation = Explained;

/** The single conditions of a rule in the order in which an explanation names them. */
export function conditionsOf(rule: CheckedRule): Expression[] {
  const leaves = ({ parts, expression }: Condition): Expression[] =>
    parts.length === 0 ? [expression] : parts.flatMap(leaves);
  return rule.type.kind === 'bool' ? leaves(prepare(rule.expression, new Map()).condition) : [];
}

type Explain = (about: RuleCase) => Explained;
type Prepared = { readonly condition: Condition; readonly explain: Explain };

/** A rule made ready to be explained for many cases. */
export type ExplanationPlan = {
  readonly rule: CheckedRule;
  readonly condition: Condition;
  readonly explain: (about: RuleCase) => Explanation;
};

const nobody: readonly number[] = [];
const noParts: readonly Explained[] = [];

/** Conditions that several rules have in common are looked at once for each case. */
type Shared = Map<string, Prepared>;

/** Prepares the explanations of several rules about the same cases. */
export function planExplanations(rules: readonly CheckedRule[]): ExplanationPlan[] {
  const shared: Shared = new Map();
  return rules.map((rule) => planWith(rule, shared));
}

/** Prepares the explanation of a rule: its parts, down to single comparisons, each with what it reads. */
export function planExplanation(rule: CheckedRule): ExplanationPlan {
  return planWith(rule, new Map());
}

function planWith(rule: CheckedRule, shared: Shared): ExplanationPlan {
  if (rule.type.kind === 'bool') {
    return { rule, ...prepare(rule.expression, shared) };
  }
  const condition = conditionOf('single', rule.expression, []);
  const evaluate = compile(rule.expression, noCells);
  const read = readersOf(condition);
  return {
    rule,
    condition,
    explain: (about) => {
      const found = evaluate(about);
      const isFault = found instanceof Fault;
      return {
        condition,
        met: null,
        because: isFault ? found.reason : null,
        values: read(about),
        parts: noParts,
        members: nobody,
        value: isFault || typeof found === 'boolean' ? null : found,
      };
    },
  };
}

function prepare(node: Expression, shared: Shared): Prepared {
  switch (node.kind) {
    case 'and':
    case 'or':
      return prepareJunction(node.kind, node, shared);
    case 'not':
      return node.of.kind === 'and' || node.of.kind === 'or' || isOverMembers(node.of)
        ? prepareNot(node, shared)
        : prepareOnce(node, shared);
    default:
      return prepareOnce(node, shared);
  }
}

function prepareOnce(node: Expression, shared: Shared): Prepared {
  const text = ruleText(node);
  const known = shared.get(text);
  if (known !== undefined) return known;
  const prepared = oncePerCase(isOverMembers(node) ? prepareMembers(node) : prepareSingle(node));
  shared.set(text, prepared);
  return prepared;
}

/** A case never changes, so what was found for it stands as long as it is the one that is looked at. */
function oncePerCase({ condition, explain }: Prepared): Prepared {
  let last: RuleCase | undefined;
  let found: Explained | undefined;
  return {
    condition,
    explain: (about) => {
      if (found === undefined || about !== last) {
        found = explain(about);
        last = about;
      }
      return found;
    },
  };
}

function conditionOf(
  kind: Condition['kind'],
  expression: Expression,
  parts: readonly Condition[],
): Condition {
  const reads = parts.length > 0 ? [] : readsOf(expression);
  return { kind, expression, text: ruleText(expression), reads, parts };
}

/** Facts of the case and parameters, each once; facts of list elements are different for each element. */
function readsOf(expression: Expression): (FactNode | ParameterNode)[] {
  const found = new Map<string, FactNode | ParameterNode>();
  const visit = (node: Expression): void => {
    if (node.kind === 'parameter' || (node.kind === 'fact' && node.of === null))
      found.set(ruleText(node), node);
    for (const part of partsOf(node)) visit(part);
  };
  visit(expression);
  return [...found.values()];
}

/** All parts are looked at, the decided ones too: who reads it wants to know what is missing. */
function prepareJunction(
  kind: 'and' | 'or',
  node: Extract<Expression, { kind: 'and' | 'or' }>,
  shared: Shared,
): Prepared {
  const prepared = node.parts.map((part) => prepare(part, shared));
  const condition = conditionOf(
    kind === 'and' ? 'all' : 'any',
    node,
    prepared.map((part) => part.condition),
  );
  const decisive = kind === 'or';
  const explains = prepared.map((part) => part.explain);
  return {
    condition,
    explain: (about) => {
      const parts: Explained[] = [];
      let met: boolean | null = !decisive;
      let because: Unanswered | null = null;
      for (const explain of explains) {
        const part = explain(about);
        parts.push(part);
        if (part.met === decisive) met = decisive;
        else if (part.met === null && met !== decisive) {
          met = null;
          because ??= part.because;
        }
      }
      return {
        condition,
        met,
        because: met === null ? because : null,
        values: noValues,
        parts,
        members: nobody,
        value: null,
      };
    },
  };
}

const noValues: Explained['values'] = [];

function prepareNot(node: Extract<Expression, { kind: 'not' }>, shared: Shared): Prepared {
  const inner = prepare(node.of, shared);
  const condition = conditionOf('not', node, [inner.condition]);
  return {
    condition,
    explain: (about) => {
      const part = inner.explain(about);
      const met = part.met === null ? null : !part.met;
      const { because } = part;
      const [values, parts] = [noValues, [part]];
      return { condition, met, because, values, parts, members: nobody, value: null };
    },
  };
}

function readersOf(condition: Condition): (about: RuleCase) => Explained['values'] {
  const readers = condition.reads.map(
    (node): ((about: RuleCase) => FactValue | ParameterInForce) => {
      if (node.kind === 'parameter') {
        const { id } = node;
        return (about) => about.parameters.get(id) ?? null;
      }
      const { record, name } = node;
      return (about) => about[record][name] ?? null;
    },
  );
  const [first, second] = readers;
  // Nearly every comparison reads one or two things, and this is asked millions of times.
  if (first === undefined) return () => noValues;
  if (second === undefined) return (about) => [first(about)];
  if (readers.length === 2) return (about) => [first(about), second(about)];
  return (about) => readers.map((read) => read(about));
}

function prepareSingle(node: Expression): Prepared {
  if (node.kind === 'present' && node.fact.of === null) return preparePresent(node);
  const condition = conditionOf('single', node, []);
  const evaluate = compile(node, noCells);
  const read = readersOf(condition);
  return {
    condition,
    explain: (about) => {
      const found = evaluate(about);
      const isFault = found instanceof Fault;
      return {
        condition,
        met: isFault ? null : found === true,
        because: isFault ? found.reason : null,
        values: read(about),
        parts: noParts,
        members: nobody,
        value: null,
      };
    },
  };
}

/** Whether something is stated, which is told with the value. */
function preparePresent(node: Extract<Expression, { kind: 'present' }>): Prepared {
  const condition = conditionOf('single', node, []);
  const { record, name } = node.fact;
  return {
    condition,
    explain: (about) => {
      const found = about[record][name] ?? null;
      return {
        condition,
        met: found !== null,
        because: null,
        values: [found],
        parts: noParts,
        members: nobody,
        value: null,
      };
    },
  };
}

type MacroNode = Extract<Expression, { kind: 'macro' }>;

function isOverMembers(node: Expression): node is MacroNode {
  return (
    node.kind === 'macro' &&
    node.list.kind === 'persons' &&
    (node.macro === 'exists' || node.macro === 'all' || node.macro === 'exists_one')
  );
}

/** Which members meet it: of `all` those who do not, because they are what stands in the way. */
function prepareMembers(node: MacroNode): Prepared {
  const condition = conditionOf('members', node, []);
  const read = readersOf(condition);
  const meets = memberTest(node);
  const sought = node.macro !== 'all';
  return {
    condition,
    explain: (about) => {
      const { persons } = about;
      let members: number[] | undefined;
      let fault: Fault | undefined;
      for (let place = 0; place < persons.length; place += 1) {
        const value = meets(about, persons[place] ?? {});
        if (value === sought) {
          members ??= [];
          members.push(place);
        } else if (value instanceof Fault) fault ??= value;
      }
      const met = decided(node.macro, members?.length ?? 0, fault !== undefined);
      return {
        condition,
        met,
        because: met === null && fault !== undefined ? fault.reason : null,
        values: read(about),
        parts: noParts,
        members: members ?? nobody,
        value: null,
      };
    },
  };
}

/** One member decides `exists` and `all`, whatever is not known of the others. */
function decided(macro: MacroNode['macro'], found: number, hasFault: boolean): boolean | null {
  if (macro !== 'exists_one' && found > 0) return macro === 'exists';
  if (hasFault) return null;
  return macro === 'exists_one' ? found === 1 : macro === 'all';
}

function memberTest(node: MacroNode): (about: RuleCase, member: Facts) => Value | Fault {
  const cell: { element: unknown } = { element: null };
  const cells: Cells = new Map([[node.variable, cell]]);
  const body: Evaluate = compile(node.body, cells);
  return (about, member) => {
    cell.element = member;
    return body(about);
  };
}
