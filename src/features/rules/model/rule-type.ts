import type { RuleCodeListId } from './rule-code-lists.ts';

/**
 * What a value in a rule is. `money` is whole fen, `month` is `YYYY-MM`, `monthDay` is `MM-DD`, `code` is
 * one of a code list. A list of codes that states none counts as absent.
 */
export type RuleType =
  | { readonly kind: 'bool' }
  | { readonly kind: 'int' }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'money' }
  | { readonly kind: 'day' }
  | { readonly kind: 'month' }
  | { readonly kind: 'monthDay' }
  | { readonly kind: 'text' }
  | { readonly kind: 'person' }
  | { readonly kind: 'code'; readonly list: RuleCodeListId }
  | { readonly kind: 'list'; readonly of: RuleType };

export type RuleTypeKind = RuleType['kind'];

export const bool = { kind: 'bool' } as const;
export const int = { kind: 'int' } as const;
export const decimal = { kind: 'decimal' } as const;
export const money = { kind: 'money' } as const;
export const day = { kind: 'day' } as const;
export const month = { kind: 'month' } as const;
export const monthDay = { kind: 'monthDay' } as const;
export const text = { kind: 'text' } as const;
export const person = { kind: 'person' } as const;

export function codeOfList(list: RuleCodeListId): RuleType {
  return { kind: 'code', list };
}

export function listOf(of: RuleType): RuleType {
  return { kind: 'list', of };
}

export function sameType(one: RuleType, other: RuleType): boolean {
  if (one.kind === 'code') return other.kind === 'code' && one.list === other.list;
  if (one.kind === 'list') return other.kind === 'list' && sameType(one.of, other.of);
  return one.kind === other.kind;
}

/** The type in one word, as problems and the list of names write it: `money`, `code(povertyCause)`, `list(person)`. */
export function typeText(type: RuleType): string {
  if (type.kind === 'code') return `code(${type.list})`;
  if (type.kind === 'list') return `list(${typeText(type.of)})`;
  return type.kind;
}
