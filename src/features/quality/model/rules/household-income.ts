import { type Fen, formatYuan } from '../../../../kernel/money.ts';
import { incomeOf, type SurveyFacts, statesIncome } from '../../../households/model/index.ts';
import type { Fault, Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import {
  type HouseholdInQuestion,
  isExited,
  isMonitored,
  isPoor,
  type PersonInQuestion,
} from '../rule-subjects.ts';
import { hasExtremePovertySupport, hasSubsistenceAllowance } from './security.ts';

function perHeadOf(survey: SurveyFacts): Fen | null {
  return (
    survey.incomePerHeadFen ?? (statesIncome(survey) ? incomeOf(survey).incomePerHeadFen : null)
  );
}

function belowLine(survey: SurveyFacts, lineFen: number | undefined): Fault | undefined {
  const perHead = perHeadOf(survey);
  if (lineFen === undefined || perHead === null || perHead >= lineFen) return undefined;
  const line = formatYuan(lineFen as Fen);
  return { details: { year: survey.year, stated: formatYuan(perHead), line } };
}

/** Line and income are of the same year. */
function belowNationalLine(
  { household, survey }: HouseholdInQuestion,
  context: RuleContext,
): Fault | undefined {
  if (survey === null || !isExited(household)) return undefined;
  return belowLine(survey, context.parametersOf(survey.year).povertyLineFen);
}

function belowMonitoringLine(
  { household, survey }: HouseholdInQuestion,
  context: RuleContext,
): Fault | undefined {
  if (survey === null || isMonitored(household) || isPoor(household)) return undefined;
  return belowLine(survey, context.parametersOf(survey.year).monitoringLineFen);
}

/** A survey tells of the people of today only while it is of this year or the last. */
function isRecent(survey: SurveyFacts, { on }: RuleContext): boolean {
  return survey.year >= Number(on.slice(0, 4)) - 1;
}

type Receipt = {
  readonly amount: 'transferSubsistenceFen' | 'transferExtremePovertyFen';
  readonly status: 'subsistenceAllowance' | 'extremePovertySupport';
  readonly receives: (person: PersonInQuestion) => boolean;
};

const receipts: readonly Receipt[] = [
  {
    amount: 'transferSubsistenceFen',
    status: 'subsistenceAllowance',
    receives: hasSubsistenceAllowance,
  },
  {
    amount: 'transferExtremePovertyFen',
    status: 'extremePovertySupport',
    receives: hasExtremePovertySupport,
  },
];

function receiptsMatchStatus(
  whole: HouseholdInQuestion,
  context: RuleContext,
): readonly Fault[] | undefined {
  const { survey, members } = whole;
  if (survey === null || !isRecent(survey, context) || !statesIncome(survey)) return undefined;
  let faults: Fault[] | undefined;
  for (const { amount, status, receives } of receipts) {
    const isPaid = (survey[amount] ?? 0) > 0;
    const isEntitled = members.some(receives);
    if (isPaid === isEntitled) continue;
    faults ??= [];
    faults.push({
      text: isPaid ? `${status}Missing` : `${amount}Missing`,
      fields: [amount, status],
    });
  }
  return faults;
}

function pensionMissing(
  whole: HouseholdInQuestion,
  { parameters }: RuleContext,
): Fault | undefined {
  const { survey, members } = whole;
  const { pensionAge } = parameters;
  if (survey === null || pensionAge === undefined || !statesIncome(survey)) return undefined;
  if ((survey.transferPensionFen ?? 0) > 0) return undefined;
  const entitled = members.filter(
    ({ age, facts }) =>
      age !== undefined &&
      age >= pensionAge &&
      (facts.residentPension === true || facts.employeePension === true),
  ).length;
  return entitled > 0 ? { details: { count: entitled, age: pensionAge } } : undefined;
}

function wagesMatchWork(whole: HouseholdInQuestion, context: RuleContext): Fault | undefined {
  const { survey, members } = whole;
  if (survey === null || !isRecent(survey, context) || !statesIncome(survey)) return undefined;
  const wages = incomeOf(survey).wageFen;
  const workers = members.filter(({ facts }) => (facts.workMonths ?? 0) >= 1).length;
  if (workers > 0 && wages === 0) return { details: { count: workers } };
  if (wages > 0 && !members.some(({ works }) => works)) return { text: 'nobody' };
  return undefined;
}

/** The change from one amount to another as a share of the first; undefined if that is not positive. */
function changeOf(before: Fen | null, after: Fen | null): number | undefined {
  if (before === null || after === null || before <= 0) return undefined;
  return (after - before) / before;
}

function incomeJumped(
  { survey, before }: HouseholdInQuestion,
  context: RuleContext,
): Fault | undefined {
  if (survey === null || before === null) return undefined;
  const { incomePerHeadChangeMost, netIncomeChangeMost } = context.parametersOf(survey.year);
  const perHead = changeOf(perHeadOf(before), perHeadOf(survey));
  const net = changeOf(netOf(before), netOf(survey));
  if (isBeyond(perHead, incomePerHeadChangeMost))
    return { details: { percent: percentOf(perHead) } };
  if (isBeyond(net, netIncomeChangeMost)) {
    return { text: 'household', fields: ['netIncomeFen'], details: { percent: percentOf(net) } };
  }
  return undefined;
}

function netOf(survey: SurveyFacts): Fen | null {
  return survey.netIncomeFen ?? (statesIncome(survey) ? incomeOf(survey).netIncomeFen : null);
}

function isBeyond(change: number | undefined, most: number | undefined): boolean {
  return change !== undefined && most !== undefined && Math.abs(change) > most;
}

function percentOf(change: number | undefined): number {
  return Math.round((change ?? 0) * 100);
}

export const householdIncomeRules: readonly Rule<HouseholdInQuestion>[] = [
  {
    id: 'R103',
    level: 'E',
    subject: 'household',
    fields: ['incomePerHeadFen', 'povertyStatus'],
    check: belowNationalLine,
  },
  {
    id: 'R104',
    level: 'W',
    subject: 'household',
    fields: ['incomePerHeadFen', 'monitoredCategory'],
    check: belowMonitoringLine,
  },
  {
    id: 'R112',
    level: 'E',
    subject: 'household',
    fields: ['transferSubsistenceFen', 'transferExtremePovertyFen'],
    check: receiptsMatchStatus,
  },
  {
    id: 'R113',
    level: 'W',
    subject: 'household',
    fields: ['transferPensionFen'],
    check: pensionMissing,
  },
  {
    id: 'R114',
    level: 'W',
    subject: 'household',
    fields: ['wageFen', 'workMonths'],
    check: wagesMatchWork,
  },
  {
    id: 'R115',
    level: 'W',
    subject: 'household',
    fields: ['incomePerHeadFen'],
    check: incomeJumped,
  },
];
