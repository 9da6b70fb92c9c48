import { canFault } from '../model/can-fault.ts';
import type { Expression, ExpressionOf } from '../model/expression.ts';
import { codeForm, codeSql } from './sql-codes-store.ts';
import { type Frame, isFrom, sameEverywhere } from './sql-frame.ts';
import { anyMember } from './sql-members-store.ts';
import { indexOfCode, sqlValue } from './sql-values-store.ts';

type Write = (node: Expression, frame: Frame) => string;

/** `value in list`. */
export function amongSql(node: ExpressionOf<'among'>, frame: Frame, write: Write): string {
  const { value, list } = node;
  const known = knownItems(list, frame);
  if (known !== undefined) return amongKnown(value, known, { frame, write });
  if (list.kind === 'list') return amongWritten(value, list.items, { frame, write });
  if (isFrom(list, 'persons')) {
    const equal = (item: Expression): Expression => ({
      kind: 'compare',
      at: node.at,
      type: { kind: 'bool' },
      operator: '==',
      left: item,
      right: value,
    });
    return anyMember(list, equal, { frame, write });
  }
  const sought =
    value.type.kind === 'code' ? codeSql(value, 'text', { frame, write }) : write(value, frame);
  return `list_contains(${write(list, frame)}, ${sought})`;
}

type Writing = { readonly frame: Frame; readonly write: Write };

/** The items of a list that is the same for every row. */
function knownItems(list: Expression, frame: Frame): readonly (string | number)[] | undefined {
  if (list.kind === 'parameter') {
    const value = sameEverywhere(list.id, frame);
    return Array.isArray(value) ? value : undefined;
  }
  if (list.kind !== 'list') return undefined;
  const items = list.items.flatMap((item) =>
    item.kind === 'literal' && typeof item.value !== 'boolean' ? [item.value] : [],
  );
  return items.length === list.items.length ? items : undefined;
}

function amongKnown(
  value: Expression,
  items: readonly (string | number)[],
  { frame, write }: Writing,
): string {
  if (items.length === 0) return orNull('false', value, { frame, write });
  if (value.type.kind === 'code' && codeForm(value) === 'index') {
    const { list } = value.type;
    const indexes = items.map((item) => indexOfCode(list, String(item)));
    return amongIndexes(codeSql(value, 'index', { frame, write }), indexes);
  }
  const sql =
    value.type.kind === 'code' ? codeSql(value, 'text', { frame, write }) : write(value, frame);
  return anyEqual(
    sql,
    items.map((item) => sqlValue(item, value.type)),
  );
}

/** Few codes one by one; many as bits of a number, which takes one step however many they are. */
function amongIndexes(sql: string, indexes: readonly number[]): string {
  const known = indexes.filter((index) => index >= 0);
  if (known.length <= 2 || known.some((index) => index > 61))
    return anyEqual(sql, known.length === 0 ? ['-1'] : known.map(String));
  const bits = known.reduce((sum, index) => sum | (1n << BigInt(index)), 0n);
  return `(((${bits}::BIGINT >> ${sql}) & 1) = 1)`;
}

function anyEqual(sql: string, items: readonly string[]): string {
  return `(${items.map((item) => `${sql} = ${item}`).join(' OR ')})`;
}

function amongWritten(
  value: Expression,
  items: readonly Expression[],
  { frame, write }: Writing,
): string {
  const isText =
    value.type.kind === 'code' && [value, ...items].some((part) => codeForm(part) === 'text');
  const form = isText ? 'text' : 'index';
  const sql = (part: Expression): string =>
    part.type.kind === 'code' ? codeSql(part, form, { frame, write }) : write(part, frame);
  const found = anyEqual(sql(value), items.map(sql));
  // An item without a value leaves the whole list without one.
  const faulty = items.filter((item) => canFault(item, frame.knowledge));
  if (faulty.length === 0) return found;
  const missing = faulty.map((item) => `${sql(item)} IS NULL`).join(' OR ');
  return `(CASE WHEN NOT (${missing}) THEN ${found} END)`;
}

function orNull(sql: string, value: Expression, { frame, write }: Writing): string {
  return canFault(value, frame.knowledge)
    ? `(CASE WHEN ${write(value, frame)} IS NOT NULL THEN ${sql} END)`
    : sql;
}
