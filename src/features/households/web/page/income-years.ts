import { type Income, type IncomeCategory, incomeCategories, incomeOf } from '../../model/index.ts';
import { incomeFactsOf } from '../form/income-facts.ts';
import type { SurveyView } from '../household-queries.ts';
import { isAbsent } from '../words/value-text.ts';

/** The income of one year as it is worked out from the survey, beside what the survey states. */
export type IncomeYear = {
  readonly year: number;
  readonly people: number | null;
  readonly income: Income;
  /** Income per head as stated; null where it says nothing else than what is worked out. */
  readonly statedPerHeadFen: number | null;
  /** Change of the income per head against the year before, as a share; undefined without one. */
  readonly change: number | undefined;
  readonly survey: SurveyView;
};

/** The years with a survey, latest first. */
export function incomeYearsOf(surveys: readonly SurveyView[]): readonly IncomeYear[] {
  const sorted = surveys.toSorted((one, other) => Number(other.year) - Number(one.year));
  return sorted.map((survey) => {
    const income = incomeOf(incomeFactsOf(survey));
    const before = sorted.find(({ year }) => Number(year) === Number(survey.year) - 1);
    const perHead = income.incomePerHeadFen;
    const perHeadBefore =
      before === undefined ? null : incomeOf(incomeFactsOf(before)).incomePerHeadFen;
    const stated = survey.incomePerHeadFen;
    return {
      year: Number(survey.year),
      people: survey.populationAtYearEnd,
      income,
      statedPerHeadFen: stated === perHead ? null : stated,
      change: changeOf(perHead, perHeadBefore),
      survey,
    };
  });
}

function changeOf(now: number | null, before: number | null): number | undefined {
  return now === null || before === null || before <= 0 ? undefined : (now - before) / before;
}

/** The parts of a kind of income that any of these years states. */
export function statedItems(
  category: IncomeCategory,
  years: readonly IncomeYear[],
): readonly (keyof SurveyView)[] {
  return incomeCategories[category].items.filter((key) =>
    years.some(({ survey }) => !isAbsent(survey[key])),
  );
}
