import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { type Field, type FieldSubject, fields } from '../model/index.ts';
import { isSealed } from './record-columns.ts';

/**
 * A sensitive value as everybody in reach sees it. `shown` holds what is harmless beside the rest of
 * the page: of an ID number the first 14 places, which repeat area and birthday, never the last
 * four, which with those would be the whole number; of a phone its operator; of an account nothing.
 */
export type Masked = { masked: true; shown: string };

const sensitive = {
  household: sensitiveOf('household'),
  person: sensitiveOf('person'),
  survey: sensitiveOf('survey'),
} as const;

function sensitiveOf(of: FieldSubject): readonly Field[] {
  return fields[of].filter((field) => field.sensitive !== undefined);
}

/** Replaces every sensitive value of a record by its mask. Absent values stay absent. */
export function maskRecord(
  of: FieldSubject,
  record: Record<string, unknown>,
  sealer: Sealer,
): Record<string, unknown> {
  const masked = { ...record };
  for (const field of sensitive[of])
    masked[field.key] = maskValue(field, record[field.key], sealer);
  return masked;
}

function maskValue(field: Field, value: unknown, sealer: Sealer): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.length === 0) return value;
  return { masked: true, shown: shownOf(field, value, sealer) } satisfies Masked;
}

function shownOf(field: Field, value: unknown, sealer: Sealer): string {
  if (!isSealed(field)) return '****';
  const text = sealer.open(value as Uint8Array);
  switch (field.type) {
    case 'documentNumber':
      return `${text.slice(0, 14)}${'*'.repeat(Math.max(4, text.length - 14))}`;
    case 'phone':
      return `${text.slice(0, 3)}****`;
    default:
      return '****';
  }
}

/** The clear values of the named sensitive fields of a record. */
export function unmaskValues(
  of: FieldSubject,
  record: Record<string, unknown>,
  sealer: Sealer,
): Record<string, unknown> {
  return Object.fromEntries(
    sensitive[of].map((field) => {
      const value = record[field.key] ?? null;
      return [
        field.key,
        isSealed(field) && value !== null ? sealer.open(value as Uint8Array) : value,
      ];
    }),
  );
}
