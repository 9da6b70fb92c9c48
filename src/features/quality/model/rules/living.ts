import { type SurveyFacts, type SurveyKey, surveyFields } from '../../../households/model/index.ts';
import type { Fault, Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';

const asked = [
  'sanitaryToilet',
  'fuels',
  'inCooperative',
  'broadcasting',
  'productionElectricity',
  'leadingFirm',
  'leadingEntrepreneur',
] as const satisfies readonly SurveyKey[];

function isStated(survey: SurveyFacts, key: (typeof asked)[number]): boolean {
  return key === 'fuels' ? survey.fuels.length > 0 : survey[key] !== null;
}

function unanswered(survey: SurveyFacts): Fault | undefined {
  let missing = 0;
  for (const key of asked) if (!isStated(survey, key)) missing += 1;
  if (missing === 0) return undefined;
  return { fields: asked.filter((key) => !isStated(survey, key)), details: { count: missing } };
}

const land = [
  'cultivatedMu',
  'forestMu',
  'convertedMu',
  'orchardMu',
  'pastureMu',
  'waterMu',
] as const;

/** What the form allows for a kind of land, in mu. */
function rangeOf(key: (typeof land)[number]): readonly [number, number] {
  return surveyFields[key].range;
}

function isOutOfRange(survey: SurveyFacts, key: (typeof land)[number]): boolean {
  const area = survey[key];
  const [least, most] = rangeOf(key);
  return area !== null && (area < least || area > most);
}

function landAreas(survey: SurveyFacts): readonly Fault[] | undefined {
  let wrong = false;
  for (const key of land) wrong ||= survey[key] === null || isOutOfRange(survey, key);
  if (!wrong) return undefined;
  const faults: Fault[] = [];
  const missing = land.filter((key) => survey[key] === null);
  if (missing.length > 0) faults.push({ fields: missing });
  for (const key of land) {
    if (!isOutOfRange(survey, key)) continue;
    const [least, most] = rangeOf(key);
    faults.push({ text: 'range', fields: [key], details: { field: key, least, most } });
  }
  return faults;
}

function convertedLand({ convertedMu, forestMu, pastureMu }: SurveyFacts): Fault | undefined {
  if (convertedMu === null || convertedMu <= (forestMu ?? 0) + (pastureMu ?? 0)) return undefined;
  return { details: { converted: convertedMu, land: (forestMu ?? 0) + (pastureMu ?? 0) } };
}

function roadDistance({ roadDistanceKm }: SurveyFacts): Fault | undefined {
  if (roadDistanceKm === null) return { text: 'missing' };
  const most = surveyFields.roadDistanceKm.range[1];
  return roadDistanceKm > most ? { details: { most } } : undefined;
}

function floorArea(survey: SurveyFacts, { parameters }: RuleContext): Fault | undefined {
  const { housingSqm, populationAtYearEnd: people } = survey;
  if (housingSqm === null || housingSqm <= 0) return { text: 'missing' };
  if (people === null || people < 1) return undefined;
  const { housingPerHeadLeastSqm: least, housingPerHeadMostSqm: most } = parameters;
  if (least !== undefined && housingSqm < least * people)
    return { text: 'small', details: { least } };
  if (most !== undefined && housingSqm > most * people) return { text: 'large', details: { most } };
  return undefined;
}

/** Grades C and D are dangerous, A and B are not (JGJ 125). */
function dwelling(survey: SurveyFacts, { on }: RuleContext): Fault | undefined {
  const { housingGrade, dangerousHouse, housingRenovatedYear } = survey;
  const isDangerousGrade = housingGrade === 'C' || housingGrade === 'D';
  if (isDangerousGrade && dangerousHouse !== true) return { details: { grade: housingGrade } };
  if (dangerousHouse === true && !isDangerousGrade) return { text: 'grade' };
  if (housingRenovatedYear !== null && housingRenovatedYear > Number(on.slice(0, 4))) {
    return {
      text: 'year',
      fields: ['housingRenovatedYear'],
      details: { year: housingRenovatedYear },
    };
  }
  return undefined;
}

export const livingRules: readonly Rule<SurveyFacts>[] = [
  { id: 'R089', level: 'W', subject: 'survey', fields: asked, check: unanswered },
  { id: 'R090', level: 'W', subject: 'survey', fields: land, check: landAreas },
  {
    id: 'R091',
    level: 'W',
    subject: 'survey',
    fields: ['convertedMu', 'forestMu', 'pastureMu'],
    check: convertedLand,
  },
  { id: 'R092', level: 'W', subject: 'survey', fields: ['roadDistanceKm'], check: roadDistance },
  { id: 'R093', level: 'W', subject: 'survey', fields: ['housingSqm'], check: floorArea },
  {
    id: 'R094',
    level: 'E',
    subject: 'survey',
    fields: ['housingGrade', 'dangerousHouse'],
    check: dwelling,
  },
];
