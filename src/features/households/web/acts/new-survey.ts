import { fields } from '../../model/index.ts';
import type { Values } from '../form/changed-values.ts';
import type { WholeHousehold } from '../household-queries.ts';

const lasting = ['land', 'living', 'housing'];

/**
 * What a new survey begins with: land, living conditions and housing of the year before, because
 * they seldom change, and the people now in the household. Incomes are always asked anew.
 */
export function newSurveyFrom(
  whole: Pick<WholeHousehold, 'household' | 'surveys'>,
  year: number,
): Values {
  const before = whole.surveys
    .filter((survey) => survey.year !== null && survey.year < year)
    .sort((one, other) => Number(other.year) - Number(one.year))[0] as Values | undefined;
  const kept = fields.survey.filter(({ group }) => lasting.includes(group));
  return {
    ...Object.fromEntries(kept.map(({ key }) => [key, before?.[key] ?? null])),
    populationAtYearEnd: whole.household.memberCount,
  };
}
