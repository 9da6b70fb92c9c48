import { hash } from 'node:crypto';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { nameInitials } from '../../../platform/server/name-initials.ts';
import type { Field } from '../../households/model/index.ts';
import { documentIndex, tailOf } from '../../households/server/index.ts';
import { columnsOf, comparedColumn } from './register-columns.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A value as the text form of COPY holds it; NULL for what is not stated. */
const NULL = '\\N';

export type EncodedRow = {
  /** The values of all columns, parted by tabs. */
  readonly text: string;
  /** SHA-256 over what the row states, in hex. */
  readonly content: string;
};

/**
 * Turns facts into a line of COPY. Beside it makes the hash of what the row states, which the act
 * that takes the row keeps: `column=value` for every column that holds something, in the order of
 * the dictionary, each with a line feed, values in PostgreSQL's own text form; of a sealed value its
 * keyed hash. Whoever holds the register can make the same hash from it again.
 */
export class RowEncoder {
  readonly columns: readonly string[];
  readonly #fields: readonly {
    key: string;
    compared: string;
    encode: (value: unknown) => Encoded;
  }[];

  constructor(fields: readonly Field[], sealer: Sealer) {
    this.columns = fields.flatMap(columnsOf);
    this.#fields = fields.map((field) => ({
      key: field.key,
      compared: comparedColumn(field),
      encode: encoderOf(field, sealer),
    }));
  }

  encode(facts: Facts): EncodedRow {
    let text = '';
    let stated = '';
    for (const { key, compared, encode } of this.#fields) {
      const { copied, shown } = encode(facts[key]);
      text = text === '' ? copied : `${text}\t${copied}`;
      if (shown !== null) stated += `${compared}=${shown}\n`;
    }
    return { text, content: hash('sha256', stated, 'hex') };
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
    case 'day':
    case 'month':
      return (value) => (typeof value === 'string' ? plain(value) : absent);
    case 'text':
      return field.key === 'name' || field.key === 'headName' ? encodeName : encodeText;
  }
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

function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function encodeText(value: unknown): Encoded {
  if (typeof value !== 'string' || value === '') return absent;
  return { copied: escaped(value), shown: value };
}

function encodeName(value: unknown): Encoded {
  if (typeof value !== 'string' || value === '') return { copied: `${NULL}\t${NULL}`, shown: null };
  return { copied: `${escaped(value)}\t${nameInitials(value)}`, shown: value };
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
