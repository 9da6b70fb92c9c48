import { type IncomeCategory, type IncomeFacts, incomeCategories } from '../../model/index.ts';
import type { Values } from './changed-values.ts';

/** The kinds of income in the order of the form. */
export const incomeKinds: readonly IncomeCategory[] = ['wage', 'business', 'property', 'transfer'];

const keys = [
  ...incomeKinds.flatMap((kind) => [incomeCategories[kind].total, ...incomeCategories[kind].items]),
  'businessExpenseFen',
  'expenseSubsidyFen',
  'populationAtYearEnd',
];

/** What a survey or the input of a form says of income; whatever it leaves out is not stated. */
export function incomeFactsOf(values: Values): IncomeFacts {
  return Object.fromEntries(
    keys.map((key) => [key, values[key] ?? null]),
  ) as unknown as IncomeFacts;
}
