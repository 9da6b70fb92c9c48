import { hash } from 'node:crypto';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { nameInitials } from '../../../platform/server/name-initials.ts';
import type { Field } from '../../households/model/index.ts';
import { documentIndex, tailOf } from '../../households/server/index.ts';
import { columnsOf, comparedColumn } from './register-columns.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A value as the text form of COPY holds it; NULL for what is not stated. */
const NULL = '\\N';

const followsFromMembers: ReadonlySet<string> = new Set(['headName', 'memberCount']);

export type EncodedRow = {
  /** The values of all columns, parted by tabs. */
  readonly text: string;
  /** SHA-256 over what the row states, in hex. */
  readonly content: string;
};

/**
 * Turns facts into a line of COPY. Beside it makes the hash of what the row states, which the act
 * that takes the row keeps: `column=value` for every column that holds something, in the order of
 * the dictionary, each with a line feed, values in the text form of PostgreSQL's COPY; of a sealed
 * value its keyed hash. Left out is what says nothing of the row itself: a sex that is not stated,
 * and of a household what follows from its members. So whoever holds the register can make the same
 * hash from it again; a test does.
 */
export class RowEncoder {
  readonly columns: readonly string[];
  readonly #fields: readonly {
    key: string;
    /** Null: not part of the hash. */
    hashedAs: string | null;
    encode: (value: unknown) => Encoded;
  }[];

  constructor(fields: readonly Field[], sealer: Sealer) {
    this.columns = fields.flatMap(columnsOf);
    this.#fields = fields.map((field) => ({
      key: field.key,
      hashedAs: followsFromMembers.has(field.key) ? null : comparedColumn(field),
      encode: encoderOf(field, sealer),
    }));
  }

  encode(facts: Facts): EncodedRow {
    const copies: string[] = [];
    let stated = '';
    for (const { key, hashedAs, encode } of this.#fields) {
      const { copied, shown } = encode(facts[key]);
      copies.push(copied);
      if (shown !== null && hashedAs !== null) stated += `${hashedAs}=${shown}\n`;
    }
    return { text: copies.join('\t'), content: hash('sha256', stated, 'hex') };
  }
}

/** What goes into COPY, and what the content hash sees: the value unescaped, null if not stated. */
type Encoded = { readonly copied: string; readonly shown: string | null };

const absent: Encoded = { copied: NULL, shown: null };

function plain(text: string): Encoded {
  return { copied: text, shown: text };
}

const TRUE = plain('t');
const FALSE = plain('f');

function encoderOf(field: Field, sealer: Sealer): (value: unknown) => Encoded {
  switch (field.type) {
    case 'boolean':
      return (value) => booleanText(value);
    case 'integer':
    case 'money':
      return (value) => (typeof value === 'number' ? plain(String(value)) : absent);
    case 'decimal':
      return (value) => (typeof value === 'number' ? plain(value.toFixed(2)) : absent);
    case 'codes':
      return encodeCodes;
    case 'documentNumber':
      return (value) => encodeDocument(value, sealer);
    case 'phone':
    case 'bankAccount':
      return (value) => encodeSealed(value, sealer);
    case 'code':
      return field.key === 'sex' ? encodeSex : encodeWord;
    case 'day':
    case 'month':
      return encodeWord;
    case 'text':
      return field.key === 'name' || field.key === 'headName' ? encodeName : encodeText;
  }
}

function encodeWord(value: unknown): Encoded {
  return typeof value === 'string' ? plain(value) : absent;
}

/** Not stated (GB/T 2261.1, 9) is what the register has where nobody says anything. */
function encodeSex(value: unknown): Encoded {
  return value === '9' ? { copied: '9', shown: null } : encodeWord(value);
}

function booleanText(value: unknown): Encoded {
  if (typeof value !== 'boolean') return absent;
  return value ? TRUE : FALSE;
}

const emptyCodes: Encoded = { copied: '{}', shown: null };

/** Codes are single words, so that an array of them needs no quotation marks. */
function encodeCodes(value: unknown): Encoded {
  return Array.isArray(value) && value.length > 0 ? plain(`{${value.join(',')}}`) : emptyCodes;
}

const special = /[\\\t\n\r]/u;

/** A text as the text form of COPY holds it. */
export function copyText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function encodeText(value: unknown): Encoded {
  if (typeof value !== 'string' || value === '') return absent;
  return { copied: copyText(value), shown: value };
}

function encodeName(value: unknown): Encoded {
  if (typeof value !== 'string' || value === '') return { copied: `${NULL}\t${NULL}`, shown: null };
  return { copied: `${copyText(value)}\t${nameInitials(value)}`, shown: value };
}

function encodeDocument(value: unknown, sealer: Sealer): Encoded {
  if (typeof value !== 'string' || value === '')
    return { copied: `${NULL}\t${NULL}\t${NULL}`, shown: null };
  const index = `\\x${documentIndex(sealer, value).toString('hex')}`;
  const tail = sealer.tailIndex(tailOf(value));
  const sealed = sealer.seal(value).toString('hex');
  return { copied: `\\\\x${sealed}\t\\${index}\t${tail}`, shown: index };
}

function encodeSealed(value: unknown, sealer: Sealer): Encoded {
  if (typeof value !== 'string' || value === '') return { copied: `${NULL}\t${NULL}`, shown: null };
  const index = String(sealer.tailIndex(value));
  return { copied: `\\\\x${sealer.seal(value).toString('hex')}\t${index}`, shown: index };
}
