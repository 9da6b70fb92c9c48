import type { Fen } from '../../../../kernel/money.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { CodeListId, CodeOf } from '../code-lists.ts';

export type FieldSubject = 'household' | 'person' | 'survey';

export type FieldType =
  | 'text'
  | 'code'
  | 'codes'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'day'
  | 'month'
  | 'documentNumber'
  | 'phone'
  | 'bankAccount';

/** The block of a form or screen in which a field stands. */
export type FieldGroup =
  | 'basic'
  | 'cause'
  | 'contact'
  | 'monitoring'
  | 'relocation'
  | 'identity'
  | 'education'
  | 'health'
  | 'work'
  | 'security'
  | 'register'
  | 'land'
  | 'living'
  | 'housing'
  | 'wage'
  | 'business'
  | 'property'
  | 'transfer'
  | 'expense'
  | 'total';

export type Sensitivity = 'identity' | 'contact' | 'account' | 'health';

/** What the author of a field writes down. */
export type FieldSpec = {
  readonly type: FieldType;
  readonly group: FieldGroup;
  /** Names of the column in national exports: the current one first, then those of older forms. */
  readonly headers: readonly [string, ...string[]];
  readonly list?: CodeListId;
  /** At most so many codes in a field of type `codes`. */
  readonly most?: number;
  readonly unit?: 'mu' | 'squareMetre' | 'kilometre' | 'person' | 'month' | 'year';
  /** What a sane value lies between, both ends included; outside it is a warning, not a refusal. */
  readonly range?: readonly [number, number];
  readonly required?: true;
  readonly sensitive?: Sensitivity;
  /** Name of the column, where it is not the key in snake case. */
  readonly column?: string;
};

/** A field of the register: the one description that forms, imports, screens and rules share. */
export type Field<Key extends string = string> = FieldSpec & {
  readonly key: Key;
  readonly of: FieldSubject;
  readonly column: string;
};

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

type ValueOf<Spec extends FieldSpec> = Spec['type'] extends 'boolean'
  ? boolean
  : Spec['type'] extends 'integer' | 'decimal'
    ? number
    : Spec['type'] extends 'money'
      ? Fen
      : Spec['type'] extends 'day'
        ? PlainDate
        : Spec['type'] extends 'code'
          ? CodeOf<NonNullable<Spec['list']>>
          : string;

type Value<Spec extends FieldSpec> = Spec['type'] extends 'codes'
  ? readonly CodeOf<NonNullable<Spec['list']>>[]
  : Spec extends { readonly required: true }
    ? ValueOf<Spec>
    : ValueOf<Spec> | null;

/**
 * The record that a group of fields describes. Not stated is `null`; a list of codes without any
 * code is empty. Money is in fen, a month is `YYYY-MM`.
 */
export type RecordOf<Specs extends FieldSpecs> = {
  readonly [Key in keyof Specs]: Value<Specs[Key]>;
};

type FieldsOf<Specs extends FieldSpecs> = {
  readonly [Key in keyof Specs & string]: Specs[Key] & Field<Key>;
};

/** Gives each field its key, its subject and its column. */
export function fieldsOf<const Specs extends FieldSpecs>(
  of: FieldSubject,
  specs: Specs,
): FieldsOf<Specs> {
  const fields = Object.entries(specs).map(([key, spec]) => [
    key,
    { ...spec, key, of, column: spec.column ?? snakeCase(key) },
  ]);
  return Object.fromEntries(fields) as FieldsOf<Specs>;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
