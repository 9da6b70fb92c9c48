import type {
  Household,
  Id,
  Person,
  PersonFacts,
  Survey,
  SurveyFacts,
} from '../../households/model/index.ts';
import { type Finding, findingOf, type Rule, type RuleId, type RuleLevel } from './rule.ts';
import type { RuleContext } from './rule-context.ts';
import {
  type HouseholdInQuestion,
  type HouseholdRow,
  householdInQuestion,
  isMonitored,
  type PersonInQuestion,
  personInQuestion,
} from './rule-subjects.ts';
import { educationRules } from './rules/education.ts';
import { familyRules, placeRules, relationRules } from './rules/family.ts';
import { householdIncomeRules } from './rules/household-income.ts';
import { contactRules, identityRules } from './rules/identity.ts';
import { identifiedIncomeRules, incomeRules } from './rules/income.ts';
import { labourRules } from './rules/labour.ts';
import { livingRules } from './rules/living.ts';
import { registerRules } from './rules/register.ts';
import { assuranceRules, securityRules } from './rules/security.ts';

/** Rules that one row of a file answers by itself, while it is read. */
export const personRules: readonly Rule<PersonInQuestion>[] = [
  ...identityRules,
  ...relationRules,
  ...educationRules,
  ...labourRules,
  ...securityRules,
];
export const householdRowRules: readonly Rule<HouseholdRow>[] = [
  ...contactRules,
  ...placeRules,
  ...identifiedIncomeRules,
];
export const surveyRules: readonly Rule<SurveyFacts>[] = [...livingRules, ...incomeRules];

/** Rules that need a household with its members and surveys. */
export const householdRules: readonly Rule<HouseholdInQuestion>[] = [
  ...familyRules,
  ...assuranceRules,
  ...householdIncomeRules,
];

export type RuleEntry = {
  readonly id: RuleId;
  readonly level: RuleLevel;
  /** What has to be at hand: one row, a household with its members, or the whole register. */
  readonly over: 'row' | 'household' | 'register';
};

/** Every rule once, by number. R026 looks at households and, for persons without one, at the register. */
export const ruleCatalogue: readonly RuleEntry[] = [
  ...entriesOver('row', [...personRules, ...householdRowRules, ...surveyRules]),
  ...entriesOver('household', householdRules),
  ...entriesOver(
    'register',
    registerRules.filter(({ id }) => !householdRules.some((rule) => rule.id === id)),
  ),
].sort((one, other) => one.id.localeCompare(other.id));

function entriesOver(
  over: RuleEntry['over'],
  rules: readonly Pick<RuleEntry, 'id' | 'level'>[],
): readonly RuleEntry[] {
  return rules.map(({ id, level }) => ({ id, level, over }));
}

const nothing: readonly Finding[] = [];

function run<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  { context, id }: { readonly context: RuleContext; readonly id: Id | null },
): readonly Finding[] {
  let findings: Finding[] | undefined;
  for (const rule of rules) {
    if (rule.needsClear === true && !context.clear) continue;
    const faults = rule.check(subject, context);
    if (faults === undefined) continue;
    findings ??= [];
    if ('length' in faults) {
      for (const fault of faults) findings.push(findingOf(rule, fault, id));
    } else {
      findings.push(findingOf(rule, faults, id));
    }
  }
  return findings ?? nothing;
}

const rulesAfterLeaving = personRules.filter((rule) => rule.evenAfterLeaving === true);

function runPerson(person: PersonInQuestion, context: RuleContext): readonly Finding[] {
  return run(person.present ? personRules : rulesAfterLeaving, person, { context, id: person.id });
}

/** Checks one person by itself, as a row of a file is read. Clean rows share one empty answer. */
export function checkPerson(facts: PersonFacts, context: RuleContext): readonly Finding[] {
  return runPerson(personInQuestion(facts, context), context);
}

/** Checks the household's own row, without its members. */
export function checkHouseholdRow(
  row: HouseholdRow,
  context: RuleContext,
  id: Id | null = null,
): readonly Finding[] {
  return run(householdRowRules, row, { context, id });
}

/** Checks one survey by itself. */
export function checkSurvey(
  facts: SurveyFacts,
  context: RuleContext,
  id: Id | null = null,
): readonly Finding[] {
  return run(surveyRules, facts, { context, id });
}

export type HouseholdRecords = {
  readonly household: HouseholdRow & Partial<Pick<Household, 'id'>>;
  readonly persons: readonly (PersonFacts & Partial<Pick<Person, 'id'>>)[];
  readonly surveys: readonly (SurveyFacts & Partial<Pick<Survey, 'id'>>)[];
};

/**
 * Checks a household as a whole: only the rules that need its members or surveys together. With
 * `rows` also those that each record answers by itself.
 */
export function checkHousehold(
  records: HouseholdRecords,
  context: RuleContext,
  { rows }: { readonly rows: boolean },
): readonly Finding[] {
  const { household, surveys } = records;
  const id = household.id ?? null;
  const ofMonitored = isMonitored(household);
  const persons = records.persons.map((person) =>
    personInQuestion(person, context, { id: person.id ?? null, ofMonitored }),
  );
  const whole = householdInQuestion({ id, household, persons, surveys });
  const together = run(householdRules, whole, { context, id });
  if (!rows) return together;
  return [
    ...checkHouseholdRow(household, context, id),
    ...persons.flatMap((person) => runPerson(person, context)),
    ...surveys.flatMap((survey) => checkSurvey(survey, context, survey.id ?? null)),
    ...together,
  ];
}
