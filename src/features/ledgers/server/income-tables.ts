import {
  type IncomeCategory,
  incomeCategories,
  incomeOf,
  type SurveyFacts,
  statesIncome,
} from '../../households/model/index.ts';
import type { ShownHousehold } from '../../households/server/index.ts';
import {
  type Cell,
  type Column,
  partRow,
  type Row,
  type TableBlock,
  totalRow,
} from '../model/ledger.ts';
import type { Words } from './words.ts';

const left: readonly IncomeCategory[] = ['wage', 'business'];
const right: readonly IncomeCategory[] = ['property', 'transfer'];

/** Income by its kinds and parts in the latest two surveyed years, then what comes of it by head. */
export function incomeTables(words: Words, { surveys }: ShownHousehold): TableBlock[] {
  const years = surveys.filter(statesIncome).toSorted((one, other) => one.year - other.year);
  const part = (id: string, title: string, categories: readonly IncomeCategory[]): TableBlock => ({
    type: 'table',
    id,
    title,
    half: true,
    columns: [
      { title: words.say('card.income.item'), kind: 'text', width: 34 },
      ...years.map((survey) => yearColumn(words, survey)),
    ],
    rows: categories.flatMap((category) => rowsOf(words, category, years)),
    empty: words.say('card.noIncome'),
  });
  if (years.length === 0)
    return [{ ...part('incomeLeft', words.say('card.section.income'), []), half: false }];
  return [
    part('incomeLeft', words.say('card.section.income'), left),
    part('incomeRight', '', right),
    totals(words, years),
  ];
}

function yearColumn(words: Words, survey: SurveyFacts): Column {
  return { title: words.say('card.income.year', { year: survey.year }), kind: 'money', width: 22 };
}

/** A kind's total, then those of its parts that were earned in one of the years. */
function rowsOf(words: Words, category: IncomeCategory, years: readonly SurveyFacts[]): Row[] {
  const { total, items } = incomeCategories[category];
  const earned = items.filter((item) => years.some((survey) => (survey[item] ?? 0) !== 0));
  return [
    totalRow(
      words.say(`card.income.${total}`),
      ...years.map((survey) => incomeOf(survey)[`${category}Fen`]),
    ),
    ...earned.map((item) =>
      partRow(words.say(`card.income.${item}`), ...years.map((survey) => survey[item])),
    ),
  ];
}

function totals(words: Words, years: readonly SurveyFacts[]): TableBlock {
  const columns = ['income', 'expense', 'net'] as const;
  return {
    type: 'table',
    id: 'incomeTotals',
    title: '',
    half: false,
    columns: [
      { title: words.say('card.income.surveyYear'), kind: 'year', width: 14 },
      ...columns.map((key) => ({
        title: words.say(`card.income.${key}`),
        kind: 'money' as const,
        width: 22,
      })),
      { title: words.say('card.income.population'), kind: 'count', width: 14 },
      { title: words.say('card.income.perHead'), kind: 'money', width: 22 },
    ],
    rows: years.map((survey) => totalRow(...totalsOf(survey))),
    empty: words.say('card.noIncome'),
  };
}

function totalsOf(survey: SurveyFacts): Cell[] {
  const income = incomeOf(survey);
  return [
    survey.year,
    income.incomeFen,
    income.expenseFen,
    income.netIncomeFen,
    survey.populationAtYearEnd,
    income.incomePerHeadFen,
  ];
}
