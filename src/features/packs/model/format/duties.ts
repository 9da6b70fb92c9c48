import { z } from 'zod';
import {
  Amount,
  Citations,
  Day,
  DayOfYear,
  Departments,
  ItemId,
  issue,
  Text,
  Title,
  Unit,
  Whole,
  Year,
} from './words.ts';

/** From what a time limit counts. */
export const events = [
  'documentInForce',
  'dateSetByOffice',
  'applicationReceived',
  'clueReceived',
  'caseOpened',
  'identified',
  'monitored',
  'riskEliminated',
  'exited',
  'returned',
  'decisionTaken',
  'noticeClosed',
  'incidentReported',
  'complaintReceived',
  'problemFound',
  'fundsReceived',
  'fundsAllocated',
  'projectAccepted',
  'helperLeft',
  'contractSigned',
  'yearEnded',
] as const;

const perYear = { year: 1, halfYear: 2, quarter: 4, month: 12 };

const Due = z
  .union([
    z.strictObject({
      every: z.enum(['year', 'halfYear', 'quarter', 'month']),
      /** The last days, as many as come in a year; the ends of the periods if left out. */
      days: z.array(DayOfYear).min(1).max(12).optional(),
      from: Year.optional(),
      until: Year.optional(),
    }),
    z.strictObject({ by: Day }),
    z.strictObject({
      within: Whole,
      unit: z.enum(['days', 'workingDays', 'months', 'years']),
      of: z.enum(events),
    }),
    /** Always: a state to be kept rather than a thing to be delivered. */
    z.strictObject({ always: z.literal('true').transform(() => true) }),
  ])
  .check(({ value: due, issues }) => {
    if (!('every' in due) || due.days === undefined) return;
    const count = perYear[due.every];
    if (due.days.length !== count) {
      issues.push({
        ...issue('dueDaysCount', { every: due.every, count }),
        path: ['days'],
        input: due,
      });
    }
  });

/** `obligations.yaml`: who owes what to whom by when. */
export const Obligation = z.strictObject({
  id: ItemId,
  title: Title,
  who: Departments,
  toWhom: Departments.optional(),
  due: Due,
  ifMissed: Text.optional(),
  note: Text.optional(),
  cites: Citations,
});
export type Obligation = z.output<typeof Obligation>;

export const fundRuleKinds = [
  'minimumShare',
  'growth',
  'limit',
  'spendRate',
  'ceiling',
  'contribution',
  'purpose',
  'publication',
  'allocation',
  'forbiddenUse',
] as const;

/** What a share, a growth or a limit is of. */
export const fundBases = [
  'generalBudgetRevenue',
  'localFiscalRevenueLastYear',
  'povertyFundsLastYear',
  'agriculturalFunds',
  'preAllocatedFunds',
  'povertyFunds',
  'perVillage',
  'perTeam',
  'perHousehold',
  'perPerson',
  'perCooperative',
  'perProject',
  'loan',
  'benchmarkLoanRate',
  'whole',
] as const;

/** `fundRules.yaml`: what money must, may and may not do. */
export const FundRule = z
  .strictObject({
    id: ItemId,
    title: Title,
    kind: z.enum(fundRuleKinds),
    who: Departments,
    of: z.enum(fundBases).optional(),
    value: Amount.optional(),
    unit: Unit.optional(),
    parameter: ItemId.optional(),
    /** Parts of an allocation, with weights in percent where the document gives them. */
    factors: z
      .array(z.strictObject({ id: ItemId, title: Title, weight: Amount.optional() }))
      .max(20)
      .optional(),
    every: z.enum(['year', 'halfYear', 'quarter', 'month', 'once', 'period']).optional(),
    from: Day.optional(),
    until: Day.optional(),
    note: Text.optional(),
    cites: Citations,
  })
  .check(({ value: rule, issues }) => {
    if (rule.value !== undefined && rule.parameter !== undefined) {
      issues.push({ ...issue('oneOf', { keys: 'value, parameter' }), input: rule });
    }
    if (rule.value !== undefined && rule.unit === undefined) {
      issues.push({ ...issue('unitMissing'), path: ['value'], input: rule });
    }
    const needsFigure = ![
      'purpose',
      'publication',
      'allocation',
      'forbiddenUse',
      'growth',
      'contribution',
    ].includes(rule.kind);
    if (needsFigure && rule.value === undefined && rule.parameter === undefined) {
      issues.push({ ...issue('figureMissing', { kind: rule.kind }), input: rule });
    }
    if (rule.kind === 'allocation' && rule.factors === undefined) {
      issues.push({ ...issue('factorsMissing'), input: rule });
    }
  });
export type FundRule = z.output<typeof FundRule>;
