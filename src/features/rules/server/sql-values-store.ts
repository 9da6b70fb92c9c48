import { parsePlainDate } from '../../../kernel/plain-date.ts';
import { storedType } from '../../../platform/server/facts/fact-table.ts';
import { type RuleCodeListId, ruleCodes } from '../model/rule-code-lists.ts';
import type { RuleType } from '../model/rule-type.ts';

/** A text as SQL; nothing that stands in a rule or a parameter can become anything else. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The number under which the facts store a code: its place in its list; undefined if the list has no such code. */
export function indexOfCode(list: RuleCodeListId, code: string): number {
  return ruleCodes(list).findIndex((entry) => entry.code === code);
}

/** A code as the facts store it in a column of its own. */
export function storedCode(list: RuleCodeListId, code: string): string {
  const codes = ruleCodes(list).map((entry) => entry.code);
  return `${sqlText(code)}::${storedType({ name: list, type: 'code', codes, sql: '' })}`;
}

function sqlNumber(value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('Not a number');
  return String(value);
}

/** A value of that type as SQL. Codes are written as texts; where they are compared, as numbers (`indexOfCode`). */
export function sqlValue(value: unknown, type: RuleType): string {
  switch (type.kind) {
    case 'bool':
      return value === true ? 'true' : 'false';
    case 'int':
      return sqlNumber(value);
    case 'money':
      return `${sqlNumber(value)}::BIGINT`;
    case 'decimal':
      return `${sqlNumber(value)}::DOUBLE`;
    case 'day': {
      const day = parsePlainDate(String(value));
      if (day === undefined) throw new Error('Not a calendar day');
      return `DATE '${day}'`;
    }
    case 'list': {
      if (!Array.isArray(value)) throw new Error('Not a list');
      const items = value.map((item) => sqlValue(item, type.of));
      return `[${items.join(', ')}]${items.length === 0 ? `::${sqlType(type.of)}[]` : ''}`;
    }
    default:
      return sqlText(String(value));
  }
}

/** DuckDB's type for values of that type. */
export function sqlType(type: RuleType): string {
  switch (type.kind) {
    case 'int':
      return 'INTEGER';
    case 'money':
      return 'BIGINT';
    case 'decimal':
      return 'DOUBLE';
    case 'day':
      return 'DATE';
    case 'bool':
      return 'BOOLEAN';
    default:
      return 'VARCHAR';
  }
}
