import type { Field } from '../../households/model/index.ts';

/** What a column can hold at all. Beyond it a value is refused; the rules judge what lies within. */
export type Limits = { readonly least: number; readonly most: number };

const year: Limits = { least: 1980, most: 2100 };
const people: Limits = { least: 0, most: 99 };
const months: Limits = { least: 0, most: 12 };

const integerLimits: Readonly<Record<string, Limits>> = {
  'household.memberCount': people,
  'household.plannedExitYear': year,
  'household.exitYear': year,
  'household.returnYear': year,
  'person.disabilityCardYear': year,
  'person.workMonths': months,
  'person.publicPostMonths': months,
  'survey.year': { least: 2000, most: 2100 },
  'survey.populationAtYearEnd': people,
  'survey.populationAtYearStart': people,
  'survey.housingRenovatedYear': { least: 1949, most: 2100 },
  'survey.houseBuiltYear': { least: 1600, most: 2100 },
};

const anyInteger: Limits = { least: 0, most: 32_767 };
const anyDecimal: Limits = { least: 0, most: 999_999.99 };
const distance: Limits = { least: 0, most: 9_999.99 };
// A hundred million yuan: beyond it a unit was mistaken, and sums still fit a number exactly.
const MOST_FEN = 10_000_000_000;
const earned: Limits = { least: 0, most: MOST_FEN };
const balance: Limits = { least: -MOST_FEN, most: MOST_FEN };

/** Income after expense may be a loss; every other amount is at least nothing. */
const balances = new Set(['netIncomeFen', 'incomePerHeadFen', 'identifiedIncomePerHeadFen']);

export function limitsOf(field: Field): Limits {
  switch (field.type) {
    case 'integer':
      return integerLimits[`${field.of}.${field.key}`] ?? anyInteger;
    case 'decimal':
      return field.unit === 'kilometre' ? distance : anyDecimal;
    case 'money':
      return balances.has(field.key) ? balance : earned;
    default:
      throw new Error(`Field ${field.key} holds no number`);
  }
}

const longTexts: Readonly<Record<string, number>> = {
  'household.number': 40,
  'household.headName': 50,
  'person.number': 40,
  'person.name': 50,
};
const LONGEST_TEXT = 200;

/** The most characters that a text field holds. */
export function longestOf(field: Field): number {
  return longTexts[`${field.of}.${field.key}`] ?? LONGEST_TEXT;
}
