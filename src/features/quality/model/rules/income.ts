import { divideFen, type Fen, fen, formatYuan } from '../../../../kernel/money.ts';
import {
  fields,
  type IncomeParts,
  incomeCategories,
  incomeOf,
  type SurveyFacts,
  type SurveyKey,
  statesIncome,
  sumOfItems,
} from '../../../households/model/index.ts';
import type { ParameterId } from '../parameters.ts';
import { FAULT, type Fault, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import type { HouseholdRow } from '../rule-subjects.ts';

/** Files round to whole yuan, so totals may be off by one (R100). */
const TOLERANCE_FEN = 100;

/** The fault of a stated amount that is not what the others make it. */
function off(field: SurveyKey, stated: Fen | null, expected: Fen | null): Fault | undefined {
  if (stated === null || expected === null) return undefined;
  if (Math.abs(stated - expected) <= TOLERANCE_FEN) return undefined;
  const details = { stated: formatYuan(stated), expected: formatYuan(expected) };
  return { text: field, fields: [field], details };
}

/** The faults that are ones; undefined if none is, so that clean records cost nothing. */
function together(...faults: readonly (Fault | undefined)[]): readonly Fault[] | undefined {
  const found = faults.filter((fault) => fault !== undefined);
  return found.length === 0 ? undefined : found;
}

/**
 * Each total against what makes it. A total that fits either the stated or the true one below it is
 * right, so that one slip gives one finding, however much follows from it.
 */
function totals(survey: SurveyFacts): readonly Fault[] | undefined {
  if (!statesIncome(survey)) return undefined;
  const { incomeFen, netIncomeFen, incomePerHeadFen, populationAtYearEnd: people } = survey;
  const worked = incomeOf(survey);
  const net = fen((incomeFen ?? worked.incomeFen) - worked.expenseFen);
  const perHead = people === null || people < 1 ? null : divideFen(netIncomeFen ?? net, people);
  return together(
    off('incomeFen', incomeFen, worked.incomeFen),
    off('netIncomeFen', netIncomeFen, net) &&
      off('netIncomeFen', netIncomeFen, worked.netIncomeFen),
    off('incomePerHeadFen', incomePerHeadFen, perHead) &&
      off('incomePerHeadFen', incomePerHeadFen, worked.incomePerHeadFen),
  );
}

/** Parts of business income are not in every form, so only the other three kinds have to add up. */
const itemised = [incomeCategories.wage, incomeCategories.property, incomeCategories.transfer];

function parts(survey: SurveyFacts): readonly Fault[] | undefined {
  return together(
    ...itemised.map(({ total, items }) => off(total, survey[total], sumOfItems(survey, items))),
  );
}

const mayBeNegative: ReadonlySet<string> = new Set(['netIncomeFen', 'incomePerHeadFen']);
const amounts = fields.survey
  .filter(({ type, key }) => type === 'money' && !mayBeNegative.has(key))
  .map(({ key }) => key as Extract<SurveyKey, `${string}Fen`>);

function negatives(survey: SurveyFacts): readonly Fault[] | undefined {
  let faults: Fault[] | undefined;
  for (const key of amounts) {
    const amount = survey[key];
    if (amount === null || amount >= 0) continue;
    faults ??= [];
    faults.push({ fields: [key], details: { field: key } });
  }
  if (survey.incomePerHeadFen === null && statesIncome(survey)) {
    faults ??= [];
    faults.push({ text: 'perHead', fields: ['incomePerHeadFen'] });
  }
  return faults;
}

type Amount = Extract<keyof SurveyFacts, `${string}Fen`>;

/** A check that an amount, if there is any, reaches a parameter: less was typed in the wrong unit. */
function atLeast(key: Amount, parameter: ParameterId) {
  return (survey: SurveyFacts, context: RuleContext): Fault | undefined => {
    const amount = survey[key];
    if (amount === null || amount <= 0) return undefined;
    const least = context.parametersOf(survey.year)[parameter];
    if (least === undefined || amount >= least) return undefined;
    return { details: { stated: formatYuan(amount), least: formatYuan(least as Fen) } };
  };
}

const wageAtLeast = atLeast('wageFen', 'wageLeastFen');

function wages(survey: SurveyFacts, context: RuleContext): Fault | undefined {
  const most = context.parametersOf(survey.year).wageMostFen;
  if (most !== undefined && survey.wageFen !== null && survey.wageFen > most) {
    const stated = formatYuan(survey.wageFen);
    return { text: 'most', details: { stated, most: formatYuan(most as Fen) } };
  }
  return wageAtLeast(survey, context);
}

function ecological({
  transferEcologicalFen,
  convertedMu,
  forestMu,
}: SurveyFacts): Fault | undefined {
  if (transferEcologicalFen === null || transferEcologicalFen <= 0) return undefined;
  return (convertedMu ?? 0) === 0 && (forestMu ?? 0) === 0 ? FAULT : undefined;
}

function identifiedWage(
  { identifiedWageFen }: HouseholdRow,
  { parameters }: RuleContext,
): Fault | undefined {
  const least = parameters.identifiedWageLeastFen;
  if (identifiedWageFen === null || identifiedWageFen <= 0 || least === undefined) return undefined;
  return identifiedWageFen < least ? { details: { least: formatYuan(least as Fen) } } : undefined;
}

function identifiedIncome(row: HouseholdRow, { parametersOf }: RuleContext): Fault | undefined {
  const month = row.monitoredMonth ?? row.identifiedMonth;
  if (month === null || row.identifiedIncomePerHeadFen === null) return undefined;
  const most = parametersOf(Number(month.slice(0, 4))).identifiedIncomePerHeadMostFen;
  if (most === undefined || row.identifiedIncomePerHeadFen <= most) return undefined;
  return { details: { most: formatYuan(most as Fen) } };
}

const totalsOf = (parts: readonly IncomeParts[]): readonly SurveyKey[] =>
  parts.map(({ total }) => total);

export const incomeRules: readonly Rule<SurveyFacts>[] = [
  {
    id: 'R100',
    level: 'E',
    subject: 'survey',
    fields: ['incomeFen', 'netIncomeFen', 'incomePerHeadFen'],
    check: totals,
  },
  { id: 'R101', level: 'E', subject: 'survey', fields: totalsOf(itemised), check: parts },
  { id: 'R102', level: 'E', subject: 'survey', fields: ['incomePerHeadFen'], check: negatives },
  { id: 'R105', level: 'W', subject: 'survey', fields: ['wageFen'], check: wages },
  {
    id: 'R106',
    level: 'W',
    subject: 'survey',
    fields: ['businessFen', 'businessExpenseFen'],
    check: ({ businessFen, businessExpenseFen }) =>
      (businessFen ?? 0) > 0 && (businessExpenseFen ?? 0) === 0 ? FAULT : undefined,
  },
  {
    id: 'R107',
    level: 'W',
    subject: 'survey',
    fields: ['transferEcologicalFen', 'convertedMu', 'forestMu'],
    check: ecological,
  },
  {
    id: 'R108',
    level: 'W',
    subject: 'survey',
    fields: ['transferSubsistenceFen'],
    check: atLeast('transferSubsistenceFen', 'subsistenceLeastFen'),
  },
  {
    id: 'R109',
    level: 'W',
    subject: 'survey',
    fields: ['transferFamilyPlanningFen'],
    check: atLeast('transferFamilyPlanningFen', 'familyPlanningLeastFen'),
  },
  {
    id: 'R110',
    level: 'W',
    subject: 'survey',
    fields: ['transferPensionFen'],
    check: atLeast('transferPensionFen', 'pensionLeastFen'),
  },
  {
    id: 'R111',
    level: 'W',
    subject: 'survey',
    fields: ['transferExtremePovertyFen'],
    check: atLeast('transferExtremePovertyFen', 'extremePovertyLeastFen'),
  },
];

export const identifiedIncomeRules: readonly Rule<HouseholdRow>[] = [
  {
    id: 'R117',
    level: 'W',
    subject: 'household',
    fields: ['identifiedWageFen'],
    check: identifiedWage,
  },
  {
    id: 'R118',
    level: 'W',
    subject: 'household',
    fields: ['identifiedIncomePerHeadFen', 'monitoredMonth'],
    check: identifiedIncome,
  },
];
