import type { RuleType } from './rule-type.ts';

/** Where something stands in the text of a rule; both count from 1. */
export type Position = { readonly line: number; readonly column: number };

export const macros = ['exists', 'all', 'exists_one', 'filter', 'map'] as const;
export type Macro = (typeof macros)[number];

/** A rule as it was read, before it is known whether it makes sense. Operators are calls, such as `&&` and `?:`. */
export type Syntax = { readonly at: Position } & (
  | { readonly kind: 'literal'; readonly form: LiteralForm; readonly value: LiteralValue }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'select'; readonly of: Syntax; readonly field: string }
  | { readonly kind: 'has'; readonly of: Syntax; readonly field: string }
  | { readonly kind: 'list'; readonly items: readonly Syntax[] }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Syntax[] }
  | {
      readonly kind: 'macro';
      readonly macro: Macro;
      readonly list: Syntax;
      readonly variable: string;
      /** Only in `map` with three arguments: which elements are taken. */
      readonly where?: Syntax;
      readonly body: Syntax;
    }
);

export type LiteralForm = 'bool' | 'int' | 'decimal' | 'text';
export type LiteralValue = boolean | number | string;

/** `answer` are the answers of a form, in its conditions only. */
export type FactRecord = 'household' | 'survey' | 'person' | 'village' | 'county' | 'answer';

export const comparisons = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];
export const arithmetic = ['+', '-', '*', '/', '%'] as const;
export type Arithmetic = (typeof arithmetic)[number];

type Typed = { readonly at: Position; readonly type: RuleType };

/** A value of the register: of the household, of the subject person (`of` null), or of the person that a list variable stands for. */
export type FactNode = Typed & {
  readonly kind: 'fact';
  readonly record: FactRecord;
  readonly name: string;
  /** The variable of the surrounding list macro; null for the case itself. */
  readonly of: string | null;
};

export type ParameterNode = Typed & { readonly kind: 'parameter'; readonly id: string };

/** A rule that was checked: every part has a type, and nothing absent is read unguarded. */
export type Expression =
  | (Typed & { readonly kind: 'literal'; readonly value: LiteralValue })
  | FactNode
  | ParameterNode
  | (Typed & { readonly kind: 'clock'; readonly name: 'on' | 'year' })
  | (Typed & { readonly kind: 'persons' })
  /** An element of a list: a person, or a value such as a code. */
  | (Typed & { readonly kind: 'variable'; readonly name: string })
  | (Typed & { readonly kind: 'present'; readonly fact: FactNode })
  | (Typed & { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] })
  | (Typed & { readonly kind: 'not'; readonly of: Expression })
  | (Typed & { readonly kind: 'negate'; readonly of: Expression })
  | (Typed & {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Typed & { readonly kind: 'among'; readonly value: Expression; readonly list: Expression })
  | (Typed & {
      readonly kind: 'choice';
      readonly condition: Expression;
      readonly chosen: Expression;
      readonly otherwise: Expression;
    })
  | (Typed & { readonly kind: 'list'; readonly items: readonly Expression[] })
  | (Typed & {
      readonly kind: 'macro';
      readonly macro: Macro;
      readonly list: Expression;
      readonly variable: string;
      readonly where: Expression | null;
      readonly body: Expression;
    })
  | (Typed & {
      readonly kind: 'call';
      readonly name: string;
      readonly parts: readonly Expression[];
    });

export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;
