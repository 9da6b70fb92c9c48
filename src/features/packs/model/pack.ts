import type { z } from 'zod';
import type { RuleProblemCode } from '../../rules/model/index.ts';
import type { PackErrorCode } from './error-codes.ts';
import { Clause } from './format/clause.ts';
import { FundRule, Obligation } from './format/duties.ts';
import { Indicator, Parameter, Schedule, Target } from './format/figures.ts';
import { Form, Register } from './format/form.ts';
import { Department, type PackFile } from './format/pack-file.ts';
import { Procedure } from './format/procedure.ts';
import { Rule } from './format/rule.ts';
import { Story } from './format/story.ts';

/** Where something stands: the file, seen from the folder of all packs, and the way into it. */
export type Place = { readonly file: string; readonly path: readonly (string | number)[] };

export type Placed<Value> = { readonly value: Value; readonly at: Place };

/** What each file of a pack, or each file in a folder of it, is a list of. */
export const listFormats = {
  departments: Department,
  clauses: Clause,
  parameters: Parameter,
  indicators: Indicator,
  targets: Target,
  schedules: Schedule,
  obligations: Obligation,
  rules: Rule,
  procedures: Procedure,
  fundRules: FundRule,
  forms: Form,
  registers: Register,
  tests: Story,
} as const;
export type ListKind = keyof typeof listFormats;

export type EntryOf<Kind extends ListKind> = z.output<(typeof listFormats)[Kind]>;
export type Lists = { readonly [Kind in ListKind]: readonly Placed<EntryOf<Kind>>[] };

/** Lists of which a pack has a folder of files; of the others it has one file. */
export const inFolders: ReadonlySet<ListKind> = new Set([
  'parameters',
  'rules',
  'procedures',
  'forms',
  'tests',
]);

/** The kinds of items that carry clauses out. */
export const itemKinds = [
  'targets',
  'schedules',
  'obligations',
  'rules',
  'procedures',
  'fundRules',
  'indicators',
  'parameters',
  'forms',
  'registers',
] as const satisfies readonly ListKind[];
export type ItemKind = (typeof itemKinds)[number];

/** A pack as it was read: everything in it that is well formed. */
export type Pack = Lists & {
  /** Name of its folder. */
  readonly folder: string;
  readonly head: Placed<PackFile>;
  /** Of its files, 64 hexadecimal digits: the version. */
  readonly hash: string;
};

/** What is wrong, where, and what fills its sentence. */
export type PackError = {
  readonly at: Place;
  readonly code: PackErrorCode | RuleProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** For the text of a rule: where in it, both from 1. */
  readonly inText?: { readonly line: number; readonly column: number };
  /** The line, where the reader of the file knows it already. */
  readonly line?: number;
};

/** A place further in. */
export function inside(at: Place, ...path: (string | number)[]): Place {
  return { file: at.file, path: [...at.path, ...path] };
}
