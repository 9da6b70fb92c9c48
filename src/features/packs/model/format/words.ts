import { z } from 'zod';
import { parsePlainDate } from '../../../../kernel/plain-date.ts';
import { parseRegionCode, type RegionCode } from '../../../../kernel/region-code.ts';
import type { PackErrorCode } from '../error-codes.ts';

// Files are read with every scalar as text (YAML's failsafe schema), so that a clause 1.10 stays
// 1.10 and a region 0101 keeps its zero; what is a number or a day is said here.

const mostLetters = { line: 200, sentence: 1_000 };

/** An issue with a code of our own; the reader turns it into the sentence of that code. */
export function issue(
  code: PackErrorCode,
  details: Record<string, unknown> = {},
): {
  code: 'custom';
  params: { problem: PackErrorCode; details: Record<string, unknown> };
} {
  return { code: 'custom', params: { problem: code, details } };
}

/** A text of a certain form, and the code of what is wrong with any other. */
export function written(form: RegExp, problem: PackErrorCode): z.ZodString {
  return z.string().regex(form, problem);
}

const Line = z.string().trim().min(1).max(mostLetters.line);
const Sentence = z.string().trim().min(1).max(mostLetters.sentence);

/** A name, as it stands in lists. */
export const Title = z.strictObject({ zh: Line, en: Line });

/** What a person reads, in both languages. */
export const Text = z.strictObject({ zh: Sentence, en: Sentence });
export type Text = z.output<typeof Text>;

/** Name of an item within its pack and the packs that extend it: camelCase. */
export const ItemId = written(/^[a-z][A-Za-z0-9]{1,63}$/, 'idWrong');
export const PackId = written(/^[a-z][a-z0-9-]{1,31}$/, 'packIdWrong');
/** Number of a clause without brackets, or a name: `1`, `1.1`, `14`, `closing`. */
export const ClauseId = written(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'clauseIdWrong').max(40);

export const Day = z.string().transform((text, context) => {
  const day = parsePlainDate(text);
  if (day !== undefined) return day;
  context.addIssue({ ...issue('dayWrong', { written: text }), input: text });
  return z.NEVER;
});

/** Day of a year, `MM-DD`. */
export const DayOfYear = written(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'dayOfYearWrong');

export const Year = written(/^(19|20|21)\d\d$/, 'yearWrong').transform(Number);

/** A division by its code; `nation` is written out, for its code is empty. */
export const Region = z.union([
  z.literal('nation').transform(() => '' as RegionCode),
  z
    .string()
    .min(2)
    .transform((text, context) => {
      const code = parseRegionCode(text);
      if (code !== undefined) return code;
      context.addIssue({ ...issue('regionWrong', { written: text }), input: text });
      return z.NEVER;
    }),
]);

/** A number as printed in the document: no thousands separators, no unit. */
export const Amount = written(/^-?\d{1,15}(\.\d{1,6})?$/, 'numberWrong').transform(Number);

export const Whole = written(/^\d{1,15}$/, 'wholeNumberWrong').transform(Number);

export const Truth = z.enum(['true', 'false']).transform((text) => text === 'true');

/** `#clause` of this pack, `pack#clause`, `source:id` or `source:id#article`. */
export const Citation = written(
  /^(([a-z][a-z0-9-]*)?#[A-Za-z0-9.-]+|source:[a-zA-Z0-9-]+(#.{1,80})?)$/u,
  'citationWrong',
);

/** What prescribes the item. Nothing in a pack stands on its own authority. */
export const Citations = z.array(Citation).min(1).max(20);

/** The text of an expression in the rule language. */
export const Expression = z.string().trim().min(1).max(4_000);

export const Departments = z.array(ItemId).min(1).max(40);

/**
 * Units of parameters and indicators. `yuan` is written in yuan and reaches rules as fen;
 * `percent` is the number before the sign (2 for 2 %) for rules too; `done` is 1 for done and 0 for
 * not done; `day` is a calendar day, `monthDay` one of every year; `text`, `texts` and `codes` are
 * words, lists of words, and lists of codes of the code list that the parameter names.
 */
export const units = [
  'yuan',
  'percent',
  'ratio',
  'persons',
  'households',
  'villages',
  'townships',
  'counties',
  'places',
  'jobs',
  'days',
  'workingDays',
  'months',
  'years',
  'minutes',
  'times',
  'km',
  'metres',
  'mu',
  'sqm',
  'litres',
  'points',
  'done',
  'day',
  'monthDay',
  'text',
  'texts',
  'codes',
] as const;
export const Unit = z.enum(units);
export type Unit = z.output<typeof Unit>;

export const placeLevels = [
  'village',
  'township',
  'county',
  'prefecture',
  'province',
  'nation',
] as const;

export const subjects = ['person', 'household', 'village', 'county'] as const;
export const Subject = z.enum(subjects);
