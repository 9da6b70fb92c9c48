import type { Expression, Position, Syntax } from './expression.ts';
import { factNameOf, type RuleSubject } from './facts-schema.ts';
import type { ParameterDeclaration } from './parameter.ts';
import type { RuleProblem, RuleProblemCode } from './problem.ts';
import type { RuleType } from './rule-type.ts';

/** What the checker knows while it looks at one place of a rule. */
export type Scope = {
  readonly subject: RuleSubject;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  /** The questions of a form, in whose conditions answers may be named. */
  readonly answers: ReadonlyMap<string, RuleType>;
  /** What the list macros around this place call their elements. */
  readonly variables: ReadonlyMap<string, RuleType>;
  /** What is certain here: the keys of `presenceKey` and `nonZeroKey`. */
  readonly certain: ReadonlySet<string>;
  /** The type that a literal should take on here, where something else says so. */
  readonly wanted?: RuleType | undefined;
  readonly insidePersons: boolean;
  readonly problems: RuleProblem[];
};

/** A part that was found to make sense, and what its being true or false tells of the rest. */
export type Checked = {
  readonly node: Expression;
  readonly whenTrue: ReadonlySet<string>;
  readonly whenFalse: ReadonlySet<string>;
  /** Of a list of persons: the fields that all its elements have. */
  readonly elementsHave: ReadonlySet<string>;
};

const nothing: ReadonlySet<string> = new Set();

export function checked(node: Expression, more: Partial<Omit<Checked, 'node'>> = {}): Checked {
  return { node, whenTrue: nothing, whenFalse: nothing, elementsHave: nothing, ...more };
}

/** Notes what is wrong and answers undefined, so that checking goes on elsewhere. */
export function complain(
  scope: Scope,
  at: Position,
  code: RuleProblemCode,
  details: RuleProblem['details'] = {},
): undefined {
  scope.problems.push({ code, line: at.line, column: at.column, details });
  return undefined;
}

export function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

export function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((key) => other.has(key)));
}

/** Worked out from another field, and so present exactly when that is. */
const workedOutFrom: Readonly<Record<string, string>> = {
  'person.age': 'birthDay',
  'person.isHead': 'relation',
};

/** The key under which it is noted that a field of `owner` (a record or a list variable) is present. */
export function presenceKey(
  owner: string,
  record: Parameters<typeof factNameOf>[0],
  name: string,
): string {
  return `${owner}.${workedOutFrom[`${record}.${name}`] ?? name}`;
}

export function nonZeroKey(text: string): string {
  return `nonZero ${text}`;
}

/** A literal, or what is made of literals only: it takes its type from what stands beside it. */
export function isPlain(syntax: Syntax): boolean {
  switch (syntax.kind) {
    case 'literal':
      return syntax.form !== 'bool';
    case 'list':
      return syntax.items.every(isPlain);
    case 'call':
      if (syntax.name === '-_') return syntax.parts.every(isPlain);
      return syntax.name === '?:' && syntax.parts.slice(1).every(isPlain);
    default:
      return false;
  }
}
