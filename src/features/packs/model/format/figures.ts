import { z } from 'zod';
import type { PackErrorCode } from '../error-codes.ts';
import {
  Amount,
  Citations,
  Day,
  DayOfYear,
  Departments,
  Expression,
  ItemId,
  issue,
  Region,
  Subject,
  Text,
  Title,
  Unit,
  Whole,
  Year,
} from './words.ts';

const Words = z.array(z.string().trim().min(1).max(80)).min(1).max(400);

const Value = z.strictObject({
  from: Day,
  /** After this day the value no longer holds; that of the wider region takes its place, if any. */
  until: Day.optional(),
  value: z.union([z.string().trim().min(1).max(80), Words]),
  /** Where it holds; where the pack holds if left out. */
  region: Region.optional(),
  cites: Citations,
});

export type ParameterValue = number | string | readonly string[];

type Reader = { safeParse: (written: unknown) => { success: boolean; data?: ParameterValue } };

/** Units whose values are no numbers: how they are read, and the problem if they cannot be. */
const readerOf: Partial<Record<Unit, readonly [reader: Reader, problem: PackErrorCode]>> = {
  day: [Day, 'dayWrong'],
  monthDay: [DayOfYear, 'dayOfYearWrong'],
  text: [z.string(), 'textWanted'],
  texts: [Words, 'listWanted'],
  codes: [Words, 'listWanted'],
};

/** A value as it is written, by the unit; undefined if it is none. Yuan stay yuan. */
export function readParameterValue(unit: Unit, written: unknown): ParameterValue | undefined {
  const [reader] = readerOf[unit] ?? [Amount];
  const found = reader.safeParse(written);
  return found.success ? found.data : undefined;
}

/** `parameters/*.yaml`: one number of one authority, by date and region. */
export const Parameter = z
  .strictObject({
    id: ItemId,
    title: Title,
    unit: Unit,
    /** The code list whose codes a parameter of the unit `codes` lists. */
    list: ItemId.optional(),
    note: Text.optional(),
    values: z.array(Value).min(1).max(400),
  })
  .transform((parameter, context) => {
    const [reader, problem] = readerOf[parameter.unit] ?? ([Amount, 'numberWrong'] as const);
    if ((parameter.unit === 'codes') !== (parameter.list !== undefined)) {
      context.addIssue({ ...issue('codeListWrong'), path: ['unit'], input: parameter });
    }
    const values = parameter.values.map((dated, place) => {
      const found = reader.safeParse(dated.value);
      if (found.success && found.data !== undefined) return { ...dated, value: found.data };
      context.addIssue({
        ...issue(problem, { written: dated.value }),
        path: ['values', place, 'value'],
        input: dated.value,
      });
      return { ...dated, value: 0 };
    });
    return { ...parameter, values };
  });
export type Parameter = z.output<typeof Parameter>;

export const measureKinds = ['count', 'share', 'sum', 'mean', 'ratio'] as const;

/**
 * How the register gives an indicator: the number of subjects for which `where` holds, the share of
 * them for which `value` holds too, the sum or mean of their `value`, or the sum of `value` by that
 * of `per`. Shares and ratios of a unit in percent are given in percent.
 */
const Measure = z
  .strictObject({
    kind: z.enum(measureKinds),
    of: Subject,
    where: Expression.optional(),
    value: Expression.optional(),
    per: Expression.optional(),
  })
  .check(({ value: measure, issues }) => {
    if ((measure.kind === 'count') !== (measure.value === undefined)) {
      issues.push({
        ...issue('measureValue', { kind: measure.kind }),
        path: ['value'],
        input: measure,
      });
    }
    if ((measure.kind === 'ratio') !== (measure.per !== undefined)) {
      issues.push({
        ...issue('measurePer', { kind: measure.kind }),
        path: ['per'],
        input: measure,
      });
    }
  });
export type Measure = z.output<typeof Measure>;

const indicatorWords = {
  id: ItemId,
  title: Title,
  unit: Unit,
  /** Whether more of it or less of it is the aim. */
  better: z.enum(['more', 'less']),
  note: Text.optional(),
  cites: Citations,
};

/** `indicators.yaml`: what is measured, and whether the register knows it or a department reports it. */
export const Indicator = z.discriminatedUnion('source', [
  z.strictObject({ ...indicatorWords, source: z.literal('register'), measure: Measure }),
  z.strictObject({
    ...indicatorWords,
    source: z.literal('reported'),
    reportedBy: Departments,
    every: z.enum(['year', 'halfYear', 'quarter', 'month', 'once']),
  }),
]);
export type Indicator = z.output<typeof Indicator>;

export const comparisons = ['atLeast', 'atMost', 'equals', 'moreThan', 'lessThan'] as const;

/** `targets.yaml`: how much of an indicator by when. 以上 and 以下 include the number, 超过 does not. */
export const Target = z
  .strictObject({
    id: ItemId,
    title: Title,
    indicator: ItemId,
    region: Region.optional(),
    by: Day.optional(),
    during: Year.optional(),
    compare: z.enum(comparisons),
    /** In the unit of the indicator. */
    value: Amount.optional(),
    parameter: ItemId.optional(),
    note: Text.optional(),
    cites: Citations,
  })
  .check(({ value: target, issues }) => {
    if ((target.by === undefined) === (target.during === undefined)) {
      issues.push({ ...issue('oneOf', { keys: 'by, during' }), input: target });
    }
    if ((target.value === undefined) === (target.parameter === undefined)) {
      issues.push({ ...issue('oneOf', { keys: 'value, parameter' }), input: target });
    }
  });
export type Target = z.output<typeof Target>;

/** `schedules.yaml`: what is done where by when, step by step. */
export const Schedule = z.strictObject({
  id: ItemId,
  title: Title,
  subject: Subject,
  /** What counts those who are through: so many by a day, or in a region whose turn it is, all. */
  indicator: ItemId.optional(),
  milestones: z
    .array(
      z.strictObject({
        by: Day,
        title: Title.optional(),
        /** The divisions whose turn it is. */
        regions: z.array(Region).min(1).max(400).optional(),
        /** So many subjects, such as villages. */
        count: Whole.optional(),
        /** So many persons with them. */
        persons: Whole.optional(),
      }),
    )
    .min(1)
    .max(100),
  note: Text.optional(),
  cites: Citations,
});
export type Schedule = z.output<typeof Schedule>;
