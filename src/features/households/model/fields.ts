import type { Field, FieldSubject } from './fields/field.ts';
import { householdFields } from './fields/household.ts';
import { personFields } from './fields/person.ts';
import { surveyFields } from './fields/survey.ts';

export type {
  Field,
  FieldGroup,
  FieldSubject,
  FieldType,
  RecordOf,
  Sensitivity,
} from './fields/field.ts';
export { householdFields, personFields, surveyFields };

/**
 * The field dictionary: the one place that says what a register field is. Labels are in the
 * message file `fields` under `<subject>.<key>`.
 */
export const fields: Record<FieldSubject, readonly Field[]> = {
  household: Object.values(householdFields),
  person: Object.values(personFields),
  survey: Object.values(surveyFields),
};

export type HouseholdKey = keyof typeof householdFields;
export type PersonKey = keyof typeof personFields;
export type SurveyKey = keyof typeof surveyFields;

/**
 * Columns that say where a row belongs. They are no fields: together they name the village, and
 * the reader of a file turns them into its 12-digit code.
 */
export const placeHeaders = {
  code: ['行政区划代码', '村编码', '行政村代码', '区划代码', '村代码'],
  province: ['省', '省份', '省(区、市)', '省(自治区、直辖市)'],
  prefecture: ['市', '市(州)', '市(地、州、盟)', '地市'],
  county: ['县', '县(区)', '县(市、区)', '县(市、区、旗)', '区县'],
  township: ['乡', '镇', '乡镇', '乡(镇)', '乡镇(街道)'],
  village: ['村', '行政村', '行政村名称', '村(居)'],
} as const;

/** Columns by which a row of persons or surveys names its household. */
export const householdNumberHeaders = householdFields.number.headers;

/** A header without what differs between forms: width, spaces, line breaks, marks of duty. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s*:：]/gu, '')
    .replace(/^[A-Z]\d{1,2}[a-z]?[、.]?/u, '');
}

const byHeader: Record<FieldSubject, ReadonlyMap<string, Field>> = {
  household: headersOf(fields.household),
  person: headersOf(fields.person),
  survey: headersOf(fields.survey),
};

function headersOf(subjectFields: readonly Field[]): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>();
  for (const field of subjectFields) {
    for (const header of field.headers) found.set(plainHeader(header), field);
  }
  return found;
}

/** The field that a header of a file names, in any of its old and new names. */
export function fieldForHeader(of: FieldSubject, header: string): Field | undefined {
  return byHeader[of].get(plainHeader(header));
}

/** The field of that key; undefined if the subject has no such field, or no fields at all, like a spell. */
export function fieldOfKey(of: string, key: string): Field | undefined {
  return isFieldSubject(of) ? fields[of].find((field) => field.key === key) : undefined;
}

function isFieldSubject(of: string): of is FieldSubject {
  return Object.hasOwn(fields, of);
}
