import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { type Field, type FieldSubject, fields } from '../model/index.ts';

type Values = Readonly<Record<string, unknown>>;

const sealedTypes = new Set(['documentNumber', 'phone', 'bankAccount']);

/** What is stored in a table of its own; spells have no fields in the dictionary. */
export type RecordSubject = FieldSubject | 'spell';

function fieldsOf(of: RecordSubject): readonly Field[] {
  return of === 'spell' ? [] : fields[of];
}

export function isSealed(field: Field): boolean {
  return sealedTypes.has(field.type);
}

/** The columns that a record of the subject is read from, without the keyed hashes. */
export const columnsOf: Record<FieldSubject, readonly string[]> = {
  household: fields.household.map((field) => field.column),
  person: fields.person.map((field) => field.column),
  survey: fields.survey.map((field) => field.column),
};

/**
 * A row of the table as the field dictionary names its values. Sealed columns stay sealed: they
 * arrive as bytes and leave as bytes, and only masking or unmasking opens them.
 */
export function recordOfRow(of: FieldSubject, row: Values): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const field of fields[of]) record[field.key] = row[field.column] ?? emptyOf(field);
  return record;
}

function emptyOf(field: Field): unknown {
  return field.type === 'codes' ? [] : null;
}

/**
 * What to write for the named fields: sealed values with their keyed hashes beside them, everything
 * else as it is. Keys that are no fields of the subject are columns of their own (status, closedOn).
 */
export function columnsOfValues(
  of: RecordSubject,
  values: Values,
  sealer: Sealer,
): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  const known = new Map(fieldsOf(of).map((field) => [field.key, field]));
  for (const [key, value] of Object.entries(values)) {
    const field = known.get(key);
    if (field === undefined) columns[snakeCase(key)] = value;
    else if (isSealed(field)) Object.assign(columns, sealedColumns(field, value, sealer));
    else columns[field.column] = value;
  }
  return columns;
}

/** Keyed hashes: of the whole number, to find a person again, and of its tail, for the search. */
function sealedColumns(field: Field, value: unknown, sealer: Sealer): Record<string, unknown> {
  const text = typeof value === 'string' && value !== '' ? value : undefined;
  const sealed = text === undefined ? null : sealer.seal(text);
  switch (field.type) {
    case 'documentNumber':
      return {
        document_sealed: sealed,
        document_hash: text === undefined ? null : documentIndex(sealer, text),
        document_tail_hash: text === undefined ? null : sealer.tailIndex(tailOf(text)),
      };
    case 'phone':
      return {
        phone_sealed: sealed,
        phone_hash: text === undefined ? null : sealer.tailIndex(text),
      };
    default:
      return {
        bank_account_sealed: sealed,
        bank_account_hash: text === undefined ? null : sealer.tailIndex(text),
      };
  }
}

const ID_NUMBER_LENGTH = 18;

/**
 * The keyed hash under which a person is unique in the nation: of the ID number, which also begins
 * a disability certificate, so that nobody stands there once under each.
 */
export function documentIndex(sealer: Sealer, documentNumber: string): Buffer {
  return sealer.blindIndex('document', documentNumber.slice(0, ID_NUMBER_LENGTH));
}

/** What people read out to find someone: the last four characters of the ID number. */
export function tailOf(documentNumber: string): string {
  return documentNumber.slice(0, ID_NUMBER_LENGTH).slice(-4).toUpperCase();
}

/** The values of an act, fit to be kept for ever: sealed ones sealed, in text. */
export function valuesForAct(
  of: RecordSubject,
  values: Values,
  sealer: Sealer,
): Record<string, unknown> {
  const sealed = new Set(
    fieldsOf(of)
      .filter(isSealed)
      .map((field) => field.key),
  );
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      sealed.has(key) && typeof value === 'string'
        ? { sealed: sealer.seal(value).toString('base64') }
        : value,
    ]),
  );
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
