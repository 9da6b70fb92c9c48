import type { FieldSubject } from '../../model/index.ts';
import { fields } from '../../model/index.ts';
import { isMasked } from '../words/value-text.ts';

/** Values of a record by the keys of its fields. */
export type Values = Readonly<Record<string, unknown>>;

/** True if both say the same; absent in whatever form is absent, a mask stands for what it hides. */
export function isSameValue(one: unknown, other: unknown): boolean {
  const [left, right] = [plain(one), plain(other)];
  if (isMasked(left) || isMasked(right)) {
    return isMasked(left) && isMasked(right) && left.shown === right.shown;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((value, place) => value === right[place]);
  }
  return left === right;
}

function plain(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** What a form changed of a record, as it is sent: only these fields, an emptied one as null. */
export function changedValues(of: FieldSubject, base: Values, now: Values): Values {
  const changed = fields[of].filter(({ key }) => !isSameValue(base[key], now[key]));
  return Object.fromEntries(changed.map(({ key, type }) => [key, asSent(now[key], type)]));
}

function asSent(value: unknown, type: string): unknown {
  if (type === 'codes') return value ?? [];
  return typeof value === 'string' ? plain(value.trim()) : (value ?? null);
}

/** Keys whose value differs between two readings of a record. */
export function differingKeys(of: FieldSubject, base: Values, fresh: Values): readonly string[] {
  return fields[of].map(({ key }) => key).filter((key) => !isSameValue(base[key], fresh[key]));
}

/**
 * The input of a form after the record was loaded anew: what was typed stays, everything else
 * follows the record.
 */
export function rebased(input: { base: Values; fresh: Values; now: Values }): Values {
  const { base, fresh, now } = input;
  const typed = Object.keys(now).filter((key) => !isSameValue(base[key], now[key]));
  return { ...fresh, ...Object.fromEntries(typed.map((key) => [key, now[key]])) };
}
