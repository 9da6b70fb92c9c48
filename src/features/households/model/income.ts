import { divideFen, type Fen, fen } from '../../../kernel/money.ts';
import type { SurveyFacts } from './household.ts';

type ItemOf<Prefix extends string> = Extract<keyof SurveyFacts, `${Prefix}${string}Fen`>;
export type IncomeCategory = 'wage' | 'business' | 'property' | 'transfer';

/** A kind of income: the field of its total and the fields of its parts. */
export type IncomeParts = {
  readonly total: ItemOf<IncomeCategory>;
  readonly items: readonly ItemOf<IncomeCategory>[];
};

/**
 * What counts as income, in the order of the form. Insurance payouts and medical costs that the
 * household pays itself are recorded beside it and never counted: what is once only, earmarked,
 * borrowed or reimbursed is no income.
 */
export const incomeCategories: Readonly<Record<IncomeCategory, IncomeParts>> = {
  wage: { total: 'wageFen', items: ['wageWorkFen', 'wagePublicPostFen', 'wageOtherFen'] },
  business: {
    total: 'businessFen',
    items: [
      'businessCropFen',
      'businessForestryFen',
      'businessLivestockFen',
      'businessFisheryFen',
      'businessTradeFen',
      'businessIndustryAwardFen',
      'businessEmploymentAwardFen',
    ],
  },
  property: {
    total: 'propertyFen',
    items: ['propertyDividendFen', 'propertyLandFen', 'propertyInterestFen', 'propertyOtherFen'],
  },
  transfer: {
    total: 'transferFen',
    items: [
      'transferFamilyPlanningFen',
      'transferSubsistenceFen',
      'transferExtremePovertyFen',
      'transferPensionFen',
      'transferEcologicalFen',
      'transferOtherFen',
    ],
  },
};

export type IncomeFacts = Pick<
  SurveyFacts,
  ItemOf<IncomeCategory> | 'businessExpenseFen' | 'expenseSubsidyFen' | 'populationAtYearEnd'
>;

/** The income of a household in one year. All in fen. */
export type Income = {
  readonly wageFen: Fen;
  readonly businessFen: Fen;
  readonly propertyFen: Fen;
  readonly transferFen: Fen;
  /** The four kinds together (年收入). */
  readonly incomeFen: Fen;
  /** Cost of running the household's business, less what was paid to lower it; never below zero. */
  readonly expenseFen: Fen;
  /** Income less expense; negative in a year of loss (年纯收入). */
  readonly netIncomeFen: Fen;
  /** Net income by head, rounded half up to the fen; null while the number of people is unknown. */
  readonly incomePerHeadFen: Fen | null;
};

/** The sum of the parts that are stated; null if none is. */
export function sumOfItems(facts: IncomeFacts, items: IncomeParts['items']): Fen | null {
  let sum: number | undefined;
  for (const item of items) {
    const amount = facts[item];
    if (amount !== null) sum = (sum ?? 0) + amount;
  }
  return sum === undefined ? null : fen(sum);
}

/**
 * Income as the survey states it. The total of a kind is the stated one; where a form has only
 * parts, their sum; where it has neither, nothing was earned that way.
 *
 * Income per head = (wages + business + property + transfers − business expense) ÷ people of the
 * household, income and people of the same year.
 */
export function incomeOf(facts: IncomeFacts): Income {
  const totalOf = ({ total, items }: IncomeParts): Fen =>
    facts[total] ?? sumOfItems(facts, items) ?? fen(0);
  return fromTotals(facts, totalOf);
}

function fromTotals(facts: IncomeFacts, totalOf: (parts: IncomeParts) => Fen): Income {
  const wageFen = totalOf(incomeCategories.wage);
  const businessFen = totalOf(incomeCategories.business);
  const propertyFen = totalOf(incomeCategories.property);
  const transferFen = totalOf(incomeCategories.transfer);
  const incomeFen = fen(wageFen + businessFen + propertyFen + transferFen);
  const expenseFen = fen(
    Math.max(0, (facts.businessExpenseFen ?? 0) - (facts.expenseSubsidyFen ?? 0)),
  );
  const netIncomeFen = fen(incomeFen - expenseFen);
  const incomePerHeadFen = perHead(netIncomeFen, facts.populationAtYearEnd);
  return {
    wageFen,
    businessFen,
    propertyFen,
    transferFen,
    incomeFen,
    expenseFen,
    netIncomeFen,
    incomePerHeadFen,
  };
}

function perHead(netIncomeFen: Fen, people: number | null): Fen | null {
  return people === null || people < 1 ? null : divideFen(netIncomeFen, people);
}

/**
 * The survey with every total worked out anew from its parts, as it is saved after an edit: the
 * totals never contradict the parts, whatever was typed. A survey without income stays without.
 */
export function withTotals(facts: SurveyFacts): SurveyFacts {
  if (!statesIncome(facts)) return facts;
  const totalOf = ({ total, items }: IncomeParts): Fen =>
    sumOfItems(facts, items) ?? facts[total] ?? fen(0);
  const { expenseFen: _expense, ...totals } = fromTotals(facts, totalOf);
  return { ...facts, ...totals };
}

const amounts = Object.values(incomeCategories).flatMap(({ total, items }) => [total, ...items]);

/** True if the survey says anything about income. */
export function statesIncome(facts: IncomeFacts): boolean {
  return amounts.some((amount) => facts[amount] !== null);
}
