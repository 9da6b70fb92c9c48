import type { Position } from './expression.ts';

/** Why a text is no rule. Each has a sentence in the message file `rules` under `problem`, which says the cure. */
export const ruleProblemCodes = [
  'ruleTooLong',
  'ruleTooDeep',
  'ruleHasTooManyParts',
  'ruleSyntax',
  'reservedWord',
  'constructNotAllowed',
  'unknownName',
  'unknownField',
  'unknownParameter',
  'unknownFunction',
  'wrongNumberOfArguments',
  'typesDiffer',
  'wrongType',
  'codeNotInList',
  'mayBeAbsent',
  'neverAbsent',
  'mayDivideByZero',
  'uncitedNumber',
  'uncitedText',
  'comparisonsChained',
  'variableHidesName',
  'patternsNotAllowed',
  'notThisResult',
] as const;
export type RuleProblemCode = (typeof ruleProblemCodes)[number];

/** What is wrong with a rule, and where; the details fill its sentence. */
export type RuleProblem = Position & {
  readonly code: RuleProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
};

/** Why a rule has no answer for a case. It is neither met nor not met. */
export type Unanswered =
  | { readonly code: 'parameterHasNoValue'; readonly parameter: string }
  | { readonly code: 'factAbsent'; readonly name: string }
  | { readonly code: 'divisionByZero' }
  | { readonly code: 'numberTooLarge' }
  | { readonly code: 'dayOutOfCalendar' };
