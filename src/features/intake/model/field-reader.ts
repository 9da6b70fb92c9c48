import {
  type CodeListId,
  codeNamed,
  type Field,
  normaliseDocumentNumber,
} from '../../households/model/index.ts';
import type { PlainCell } from './cell.ts';
import { readDay, readMonth, readYear } from './days.ts';
import { limitsOf, longestOf } from './limits.ts';
import { digitsOf, hasThousandsInPlace, isDamagedNumber, readNumber } from './numbers.ts';
import type { ReasonSink } from './reasons.ts';

/**
 * Reads one cell that is not blank as a value of a field. What cannot be read is told to the sink
 * and gives null; then the row is refused, so that the null is never stored.
 */
export type FieldReader = (cell: PlainCell, column: number, sink: ReasonSink) => unknown;

/** Builds the reader of a field once; it is then used for every row. */
export function fieldReader(field: Field, options: { readonly date1904: boolean }): FieldReader {
  const read = plainReader(field, options);
  return field.sensitive === undefined ? read : unlessMasked(read);
}

// What our own exports write over the places of a value that they do not show.
const MASK = '****';

/** A mask must never take the place of the value that it hides. */
function unlessMasked(read: FieldReader): FieldReader {
  return (cell, column, sink) =>
    typeof cell === 'string' && cell.includes(MASK)
      ? refuse(sink, 'valueMasked', column)
      : read(cell, column, sink);
}

function plainReader(field: Field, options: { readonly date1904: boolean }): FieldReader {
  switch (field.type) {
    case 'text':
      return textReader(field);
    case 'code':
      return codeReader(listOf(field));
    case 'codes':
      return codesReader(listOf(field), field.most);
    case 'boolean':
      return booleanReader();
    case 'integer':
      return integerReader(field);
    case 'decimal':
      return decimalReader(field);
    case 'money':
      return moneyReader(field);
    case 'day':
      return dayReader(options.date1904);
    case 'month':
      return monthReader(options.date1904);
    case 'documentNumber':
      return documentNumberReader();
    case 'phone':
      return digitsReader(30);
    case 'bankAccount':
      return digitsReader(40);
  }
}

function listOf(field: Field): CodeListId {
  if (field.list === undefined) throw new Error(`Field ${field.key} names no code list`);
  return field.list;
}

// Control characters have no place in a register, and the database takes no NUL at all.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f\u200b\ufeff]/u;
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f\u200b\ufeff]+/gu;
const leadingApostrophe = /^['’‘`]+/u;
const REPLACEMENT = '\ufffd';

function textReader(field: Field): FieldReader {
  const longest = longestOf(field);
  const isName = field.key === 'name' || field.key === 'headName';
  const isNumber = field.key === 'number';
  return (cell, column, sink) => {
    if (isNumber && isDamagedNumber(cell)) return refuse(sink, 'numberDamaged', column);
    const text = typeof cell === 'string' ? tidyText(cell) : digitsOf(cell);
    const value = isName || isNumber ? withoutPadding(text) : text;
    if (value.includes(REPLACEMENT)) return refuse(sink, 'characterDamaged', column);
    if (value.length > longest) {
      sink.refuse('textTooLong', column, { most: longest, length: value.length });
      return null;
    }
    return value === '' ? null : value;
  };
}

function tidyText(text: string): string {
  if (!control.test(text) && !leadingApostrophe.test(text)) return text.trim();
  return text.replace(controls, ' ').replace(leadingApostrophe, '').trim();
}

/** Names are padded with spaces to line up in print (张 三); between letters a space belongs to the name. */
function withoutPadding(text: string): string {
  if (!/[\s\uff01-\uff5e]/u.test(text)) return text;
  const normal = text.normalize('NFKC').trim();
  return /[A-Za-z]\s+[A-Za-z]/.test(normal)
    ? normal.replace(/\s+/gu, ' ')
    : normal.replace(/\s+/gu, '');
}

const REMEMBERED = 2_000;

/** What a cell was read as, for columns whose cells repeat: the same text gives the same value. */
function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(text, value);
    return value;
  };
}

// Forms print the order number before the name: `01 因病`, `3、初中`.
const orderNumber = /^\d{1,2}\s*[-–.、:：．)）]?\s*(?=\D)/u;

function codeOf(list: CodeListId, text: string): string | undefined {
  const tidy = tidyText(text);
  return codeNamed(list, tidy) ?? codeNamed(list, tidy.replace(orderNumber, ''));
}

function codeReader(list: CodeListId): FieldReader {
  const find = remembering((text: string) => codeOf(list, text) ?? null);
  return (cell, column, sink) => {
    const code = find(typeof cell === 'string' ? cell : String(cell));
    if (code === null) sink.refuse('codeUnknown', column, { list });
    return code;
  };
}

const separators = /[,，、;；/|+\n]+/u;

function codesReader(list: CodeListId, most: number | undefined): FieldReader {
  const find = remembering((text: string) => codesOf(list, text));
  return (cell, column, sink) => {
    const codes = find(typeof cell === 'string' ? cell : String(cell));
    if (codes === null) {
      sink.refuse('codeUnknown', column, { list });
      return null;
    }
    if (most !== undefined && codes.length > most) {
      sink.refuse('tooManyCodes', column, { most, count: codes.length });
      return null;
    }
    return codes;
  };
}

function codesOf(list: CodeListId, text: string): readonly string[] | null {
  const whole = codeOf(list, text);
  if (whole !== undefined) return [whole];
  const parts = text.split(separators).filter((part) => part.trim() !== '');
  const codes = parts.map((part) => codeOf(list, part));
  return codes.includes(undefined) ? null : [...new Set(codes as string[])];
}

const yes = new Set(['是', '有', '1', 'Y', 'YES', 'TRUE', '√', '✓', '✔', '对']);
const no = new Set(['否', '无', '没有', '不是', '0', 'N', 'NO', 'FALSE', '×', '✗', '✘', 'X', '不']);

function booleanReader(): FieldReader {
  const find = remembering((text: string): boolean | null => {
    const plain = tidyText(text).normalize('NFKC').toUpperCase();
    if (yes.has(plain)) return true;
    return no.has(plain) ? false : null;
  });
  return (cell, column, sink) => {
    if (typeof cell === 'boolean') return cell;
    const value = find(typeof cell === 'string' ? cell : String(cell));
    if (value === null) sink.refuse('yesOrNoExpected', column);
    return value;
  };
}

function integerReader(field: Field): FieldReader {
  const { least, most } = limitsOf(field);
  const isYear = field.unit === 'year';
  return (cell, column, sink) => {
    const value = (isYear ? readYear(cell) : undefined) ?? readNumber(cell);
    if (value === undefined)
      return refuse(sink, isYear ? 'yearExpected' : 'wholeNumberExpected', column);
    if (!Number.isInteger(value)) return refuse(sink, 'wholeNumberExpected', column);
    if (value < least || value > most) {
      sink.refuse('numberOutOfBounds', column, { least, most });
      return null;
    }
    return value;
  };
}

function decimalReader(field: Field): FieldReader {
  const { least, most } = limitsOf(field);
  return (cell, column, sink) => {
    const value = hasThousandsInPlace(cell) ? readNumber(cell) : undefined;
    if (value === undefined) return refuse(sink, 'numberExpected', column);
    const hundredths = Math.round(value * 100);
    if (hundredths / 100 < least || hundredths / 100 > most) {
      sink.refuse('numberOutOfBounds', column, { least, most });
      return null;
    }
    if (!isNearly(value * 100, hundredths)) sink.warn('roundedToHundredth', column);
    return hundredths / 100;
  };
}

function moneyReader(field: Field): FieldReader {
  const { least, most } = limitsOf(field);
  return (cell, column, sink) => {
    const yuan = hasThousandsInPlace(cell) ? readNumber(cell) : undefined;
    if (yuan === undefined) return refuse(sink, 'numberExpected', column);
    const fen = Math.round(yuan * 100);
    if (fen < least || fen > most) {
      sink.refuse('numberOutOfBounds', column, { least: least / 100, most: most / 100 });
      return null;
    }
    if (!isNearly(yuan * 100, fen)) sink.warn('roundedToFen', column);
    // Minus nothing is nothing.
    return fen === 0 ? 0 : fen;
  };
}

/** True if only the binary form of the decimal fraction keeps the two apart. */
function isNearly(value: number, whole: number): boolean {
  return Math.abs(value - whole) <= 1e-6 * Math.max(1, Math.abs(whole));
}

function dayReader(date1904: boolean): FieldReader {
  return (cell, column, sink) => {
    const reading = readDay(cell, date1904);
    if (reading === undefined) return refuse(sink, 'dayExpected', column);
    if (reading.fromSerial) sink.warn('serialDayTaken', column);
    return reading.day;
  };
}

function monthReader(date1904: boolean): FieldReader {
  return (cell, column, sink) => {
    const reading = readMonth(cell, date1904);
    if (reading === 'ambiguous') return refuse(sink, 'monthAmbiguous', column);
    if (reading === undefined) return refuse(sink, 'monthExpected', column);
    if (reading.fromSerial) sink.warn('serialDayTaken', column);
    return reading.month;
  };
}

const LONGEST_DOCUMENT_NUMBER = 40;

/** Only what a spreadsheet ruined is refused here; whether the number is a right one, the rules R002–R011 judge. */
function documentNumberReader(): FieldReader {
  return (cell, column, sink) => {
    if (isDamagedNumber(cell)) return refuse(sink, 'numberDamaged', column);
    const text = normaliseDocumentNumber(tidyText(digitsOf(cell)));
    if (text.includes(REPLACEMENT)) return refuse(sink, 'characterDamaged', column);
    if (text.length > LONGEST_DOCUMENT_NUMBER) {
      sink.refuse('textTooLong', column, { most: LONGEST_DOCUMENT_NUMBER, length: text.length });
      return null;
    }
    return text === '' ? null : text;
  };
}

function digitsReader(longest: number): FieldReader {
  return (cell, column, sink) => {
    if (isDamagedNumber(cell)) return refuse(sink, 'numberDamaged', column);
    const digits = digitsOf(cell);
    const text = /^\d+$/.test(digits)
      ? digits
      : tidyText(digits).normalize('NFKC').replace(/\s+/gu, '');
    if (text.length > longest) {
      sink.refuse('textTooLong', column, { most: longest, length: text.length });
      return null;
    }
    return text === '' ? null : text;
  };
}

function refuse(sink: ReasonSink, code: Parameters<ReasonSink['refuse']>[0], column: number): null {
  sink.refuse(code, column);
  return null;
}
