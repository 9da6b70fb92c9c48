import { type Fen, formatYuan } from '../../../kernel/money.ts';
import {
  type CodeListId,
  type CodeOf,
  type Field,
  fields,
  nationalName,
} from '../../households/model/index.ts';
import type { SynthHousehold } from './household.ts';

/** The three tables in which the national system exports a register. */
export const tableKinds = ['households', 'members', 'surveys'] as const;
export type TableKind = (typeof tableKinds)[number];

const VILLAGE_HEADER = '村编码';
const NUMBER_HEADER = fields.household.find(({ key }) => key === 'number')?.headers[0] ?? '';

/** Totals of a survey are worked out by whoever reads; a file states them all the same. */
const columnsOf: Record<TableKind, readonly Field[]> = {
  households: fields.household,
  members: fields.person,
  surveys: fields.survey,
};

/** The header of a table: place and household number first, then every field by its current name. */
export function headerOf(kind: TableKind): string[] {
  const own = columnsOf[kind].filter(({ key }) => kind !== 'households' || key !== 'number');
  return [VILLAGE_HEADER, NUMBER_HEADER, ...own.map(({ headers }) => headers[0])];
}

/** The rows that a household makes in a table, cell by cell as the header has it. */
export function rowsOf(kind: TableKind, one: SynthHousehold): string[][] {
  const records: Record<TableKind, readonly object[]> = {
    households: [one.household],
    members: one.persons,
    surveys: one.surveys,
  };
  return records[kind].map((record) => [
    one.villageCode,
    one.household.number,
    ...columnsOf[kind]
      .filter(({ key }) => kind !== 'households' || key !== 'number')
      .map((field) => cellOf(field, (record as Record<string, Value>)[field.key] ?? null)),
  ]);
}

type Value = string | number | boolean | readonly string[] | null;

function cellOf(field: Field, value: Value): string {
  if (value === null) return '';
  switch (field.type) {
    case 'boolean':
      return value === true ? '是' : '否';
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

function nameOf(list: CodeListId | undefined, code: string): string {
  if (list === undefined) return code;
  return nationalName(list, code as CodeOf<typeof list>);
}

/** A line of comma-separated values (RFC 4180). */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
