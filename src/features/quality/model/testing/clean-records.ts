import { fen } from '../../../../kernel/money.ts';
import { type PlainDate, plainDate } from '../../../../kernel/plain-date.ts';
import { regionCode } from '../../../../kernel/region-code.ts';
import {
  householdFacts,
  makeIdNumber,
  type PersonFacts,
  personFacts,
  type SurveyFacts,
  surveyFacts,
} from '../../../households/model/index.ts';
import { checkHousehold, checkHouseholdRow, checkPerson, checkSurvey } from '../check.ts';
import type { DatedParameter } from '../parameters.ts';
import { nationalParameters } from '../parameters.ts';
import type { Finding, RuleId } from '../rule.ts';
import { type RuleContext, ruleContext } from '../rule-context.ts';
import type { HouseholdRow } from '../rule-subjects.ts';

/** Records of Willow County in which no rule finds anything, to be spoilt one value at a time. */
export const today = plainDate('2024-11-20');

const willowLine: DatedParameter = {
  id: 'monitoringLineFen',
  region: regionCode('990101'),
  from: plainDate('2024-01-01'),
  value: 8_000_00,
  source: 'Willow County, 2024',
};

export const context: RuleContext = ruleContext({
  on: today,
  county: regionCode('990101'),
  clear: true,
  reserved: true,
  parameters: [...nationalParameters, willowLine],
  knowsVillage: (code) => code === '990101100203',
});

export function bornYearsAgo(years: number, dayAndMonth = '-05-05'): PlainDate {
  return plainDate(`${Number(today.slice(0, 4)) - years}${dayAndMonth}`);
}

/** A number that fits the birthday and the sex. */
export function numberOf(birthDay: PlainDate, sex: string): string {
  return makeIdNumber({ area: '990101', birthDay, sequence: sex === '1' ? 101 : 102 });
}

/** Chen Mei, 40, healthy, a farmer; with other values her number goes along. */
export function mei(changes: Partial<PersonFacts> = {}): PersonFacts {
  const sex = changes.sex ?? '2';
  const birthDay = changes.birthDay === undefined ? bornYearsAgo(40) : changes.birthDay;
  return personFacts({
    name: '陈梅',
    sex,
    birthDay,
    documentKind: 'idCard',
    documentNumber: numberOf(birthDay ?? bornYearsAgo(40), sex),
    relation: sex === '2' ? '30' : '20',
    ethnicity: '01',
    education: '70',
    health: ['healthy'],
    labourSkill: 'ordinary',
    residentMedical: true,
    employeeMedical: false,
    seriousIllnessInsurance: true,
    residentPension: true,
    employeePension: false,
    subsistenceAllowance: 'none',
    extremePovertySupport: 'none',
    joinReason: 'registered',
    joinedOn: plainDate('2014-05-01'),
    ...changes,
  });
}

/** A pupil of that age in that school. */
export function pupil(
  age: number,
  school: PersonFacts['schoolStatus'],
  changes: Partial<PersonFacts> = {},
): PersonFacts {
  return mei({
    birthDay: bornYearsAgo(age),
    schoolStatus: school,
    education: null,
    labourSkill: 'none',
    ...changes,
  });
}

/** The survey of the Chens: two people, 29 500 yuan. */
export function survey(changes: Partial<SurveyFacts> = {}): SurveyFacts {
  return surveyFacts({
    year: 2024,
    populationAtYearEnd: 2,
    cultivatedMu: 4,
    forestMu: 3,
    convertedMu: 2,
    orchardMu: 0,
    pastureMu: 0,
    waterMu: 0,
    sanitaryToilet: true,
    fuels: ['cleanEnergy'],
    inCooperative: false,
    broadcasting: true,
    productionElectricity: true,
    leadingFirm: false,
    leadingEntrepreneur: false,
    householdElectricity: true,
    safeWater: true,
    dangerousHouse: false,
    roadDistanceKm: 0.5,
    housingSqm: 90,
    wageWorkFen: fen(20_000_00),
    wageFen: fen(20_000_00),
    businessFen: fen(9_000_00),
    businessExpenseFen: fen(2_000_00),
    propertyFen: fen(0),
    transferOtherFen: fen(500_00),
    transferFen: fen(500_00),
    incomeFen: fen(29_500_00),
    netIncomeFen: fen(27_500_00),
    incomePerHeadFen: fen(13_750_00),
    ...changes,
  });
}

export function household(changes: Partial<HouseholdRow> = {}): HouseholdRow {
  return {
    ...householdFacts({
      number: 'W-0001',
      headName: '陈山',
      memberCount: 2,
      phone: '13912345678',
      householdType: 'exited',
      povertyStatus: 'exitedEarlier',
    }),
    villageCode: '990101100203',
    ...changes,
  };
}

/** Chen Shan, the head, 65, weak, and his daughter Mei, who works. */
export function chens(): PersonFacts[] {
  const shan = mei({
    name: '陈山',
    sex: '1',
    birthDay: bornYearsAgo(65),
    relation: '02',
    labourSkill: 'weak',
    residentPension: false,
  });
  return [shan, mei({ workStatus: 'outsideProvince', workMonths: 8, phone: '13900000001' })];
}

export function rulesOf(findings: readonly Finding[]): RuleId[] {
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
}

const seen: Finding[] = [];

type Sentences = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What was found in this file so far and cannot be said, because no sentence says it. */
export function withoutSentence(sentences: Sentences): string[] {
  if (seen.length === 0) throw new Error('Nothing was found yet');
  return seen
    .filter(({ ruleId, text }) => sentences[ruleId]?.[text] === undefined)
    .map(({ ruleId, text }) => `${ruleId}.${text}`);
}

function noted(findings: readonly Finding[]): readonly Finding[] {
  seen.push(...findings);
  return findings;
}

export function ofPerson(facts: PersonFacts, other: Partial<RuleContext> = {}): RuleId[] {
  return rulesOf(noted(checkPerson(facts, { ...context, ...other })));
}

export function ofRow(row: HouseholdRow, other: Partial<RuleContext> = {}): RuleId[] {
  return rulesOf(noted(checkHouseholdRow(row, { ...context, ...other })));
}

export function findingsOfSurvey(facts: SurveyFacts): readonly Finding[] {
  return noted(checkSurvey(facts, context));
}

export function ofSurvey(facts: SurveyFacts): RuleId[] {
  return rulesOf(findingsOfSurvey(facts));
}

export type WholeCase = {
  readonly household?: Partial<HouseholdRow>;
  readonly persons?: readonly PersonFacts[];
  readonly survey?: Partial<SurveyFacts>;
  readonly surveys?: readonly SurveyFacts[];
};

export function findingsOfWhole(
  given: WholeCase,
  other: Partial<RuleContext> = {},
): readonly Finding[] {
  const persons = given.persons ?? chens();
  const counted = persons.filter(({ leftOn }) => leftOn === null).length;
  const stated = { memberCount: counted, ...given.household };
  const surveys = given.surveys ?? [survey({ populationAtYearEnd: counted, ...given.survey })];
  const records = { household: household(stated), persons, surveys };
  return noted(checkHousehold(records, { ...context, ...other }, { rows: false }));
}

export function ofWhole(given: WholeCase, other: Partial<RuleContext> = {}): RuleId[] {
  return rulesOf(findingsOfWhole(given, other));
}
