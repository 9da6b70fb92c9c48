import { z } from 'zod';
import { Citations, Day, Expression, ItemId, issue, Subject, Text, Title, Whole } from './words.ts';

export const effects = [
  'entitlement',
  'ineligible',
  'exit',
  'entry',
  'lead',
  'alert',
  'data',
  'score',
] as const;
export type Effect = (typeof effects)[number];

export const themes = [
  'identification',
  'exit',
  'income',
  'education',
  'health',
  'housing',
  'water',
  'industry',
  'employment',
  'relocation',
  'ecology',
  'finance',
  'socialSecurity',
  'disability',
  'assets',
  'infrastructure',
  'culture',
  'teams',
  'monitoring',
  'dataQuality',
  'supervision',
] as const;

/** `rules/*.yaml`: for whom something follows, and how much. */
export const Rule = z
  .strictObject({
    id: ItemId,
    title: Title,
    /** One sentence for the policy library and the household's own page. */
    summary: Text.optional(),
    subject: Subject,
    effect: z.enum(effects),
    theme: z.enum(themes),
    /** Severity of what a data rule or an alert finds: refuses, needs an explanation, hint. */
    severity: z.enum(['E', 'W', 'I']).optional(),
    when: Expression,
    /** Fen, for entitlements; points, for scores. */
    amount: Expression.optional(),
    per: z.enum(['year', 'month', 'once']).optional(),
    /** What on the register says that it is already received. */
    receives: Expression.optional(),
    /** Of the rules of one group only the one of the highest priority applies. */
    exclusiveGroup: ItemId.optional(),
    priority: Whole.optional(),
    inForce: z.strictObject({ from: Day, until: Day.optional() }).optional(),
    note: Text.optional(),
    cites: Citations,
  })
  .check(({ value: rule, issues }) => {
    const paid = rule.effect === 'entitlement';
    if (rule.per !== undefined && (!paid || rule.amount === undefined)) {
      issues.push({ ...issue('perWithoutAmount'), path: ['per'], input: rule });
    }
    if (paid && rule.amount !== undefined && rule.per === undefined) {
      issues.push({ ...issue('amountWithoutPer'), path: ['amount'], input: rule });
    }
    if (rule.amount !== undefined && !paid && rule.effect !== 'score') {
      issues.push({
        ...issue('amountWithEffect', { effect: rule.effect }),
        path: ['amount'],
        input: rule,
      });
    }
    if (rule.effect === 'score' && rule.amount === undefined) {
      issues.push({ ...issue('scoreWithoutAmount'), input: rule });
    }
    if (rule.effect === 'data' && rule.severity === undefined) {
      issues.push({ ...issue('severityMissing'), input: rule });
    }
    if (rule.exclusiveGroup !== undefined && rule.priority === undefined) {
      issues.push({ ...issue('priorityMissing'), path: ['exclusiveGroup'], input: rule });
    }
  });
export type Rule = z.output<typeof Rule>;
