import { type Fen, formatYuan } from '../../../kernel/money.ts';
import type { CodeListId, CodeOf } from './code-lists.ts';
import { type Field, fields, householdNumberHeaders, placeHeaders } from './fields.ts';
import { nationalName } from './national-names.ts';

/** The three tables in which the national system exports a register. */
export const nationalTables = ['households', 'members', 'surveys'] as const;
export type NationalTable = (typeof nationalTables)[number];

/** What every row says first: in which village, and of which household. */
export type NationalPlace = { readonly villageCode: string; readonly number: string };

// 村编码, not the longer 行政区划代码, under which files hold codes of any level.
const VILLAGE_HEADER = placeHeaders.code[1];
const NUMBER_HEADER = householdNumberHeaders[0];

/** Totals of a survey are worked out by whoever reads; a file states them all the same. */
const columnsOf: Record<NationalTable, readonly Field[]> = {
  households: fields.household.filter(({ key }) => key !== 'number'),
  members: fields.person,
  surveys: fields.survey,
};

/** The header of a table: village and household number first, then every field by its current name. */
export function nationalHeader(table: NationalTable): string[] {
  return [VILLAGE_HEADER, NUMBER_HEADER, ...columnsOf[table].map(({ headers }) => headers[0])];
}

/**
 * The row that a record makes in a table, cell by cell as the header has it; what is not stated is
 * an empty text. A masked value stands as it is shown.
 */
export function nationalRow(
  table: NationalTable,
  place: NationalPlace,
  record: Readonly<Record<string, unknown>>,
): string[] {
  const cells = columnsOf[table].map((field) => cellOf(field, record[field.key] as Value));
  return [place.villageCode, place.number, ...cells];
}

/** A value as records hold it, or its mask. */
type Masked = { readonly masked: true; readonly shown: string };
type Value = string | number | boolean | readonly string[] | Masked | null | undefined;

function cellOf(field: Field, value: Value): string {
  if (value === null || value === undefined) return '';
  if (isMasked(value)) return value.shown;
  switch (field.type) {
    case 'boolean':
      return value === true ? '是' : '否';
    case 'decimal':
      return String(Math.round(Number(value) * 100) / 100);
    case 'money':
      return formatYuan(Number(value) as Fen);
    case 'code':
      return nameOf(field.list, String(value));
    case 'codes':
      return (value as readonly string[]).map((code) => nameOf(field.list, code)).join('、');
    case 'month':
      return String(value).replace('-', '');
    default:
      return String(value);
  }
}

function isMasked(value: NonNullable<Value>): value is Masked {
  return typeof value === 'object' && 'masked' in value;
}

function nameOf(list: CodeListId | undefined, code: string): string {
  return list === undefined ? code : nationalName(list, code as CodeOf<typeof list>);
}
