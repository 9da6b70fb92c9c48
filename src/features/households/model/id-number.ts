import { type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import type { CodeOf } from './code-lists.ts';

/** What a document number says by itself. */
export type DocumentNumber = {
  /** Normalised: half-width, without spaces, with a capital X. */
  readonly text: string;
  readonly kind: CodeOf<'documentKind'>;
  /** First six digits: the county in which the number was given, as it was coded then. */
  readonly area: string;
  readonly birthDay: PlainDate;
  readonly sex: '1' | '2';
  /** Kind and grade on a disability certificate. */
  readonly disability?: {
    readonly kind: CodeOf<'disabilityKind'>;
    readonly grade: CodeOf<'disabilityGrade'>;
  };
};

export type DocumentNumberProblem =
  | { readonly code: 'documentNumberMissing' }
  | { readonly code: 'documentNumberDamaged' }
  | { readonly code: 'documentNumberOldForm' }
  | { readonly code: 'documentNumberLength'; readonly length: number }
  | { readonly code: 'documentNumberCharacters' }
  | { readonly code: 'documentNumberArea'; readonly area: string }
  | { readonly code: 'documentNumberBirthDay' }
  | { readonly code: 'documentNumberCheckDigit'; readonly expected: string }
  | { readonly code: 'documentNumberDisability' };

export type DocumentNumberOptions = {
  /** Takes the reserved area 99xxxx, in which demonstration and test numbers lie. */
  readonly reserved?: boolean;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
const ZERO = 48;

const ignored = /[\s\u200b-\u200f\u2060\ufeff'’‘`"“”]/gu;

/** The number as it is kept: half-width, no spaces or leading apostrophe, capital X. */
export function normaliseDocumentNumber(text: string): string {
  if (isPlainNumber(text)) return text;
  return text.normalize('NFKC').replace(ignored, '').toUpperCase();
}

/** True of what needs no cleaning, which is nearly every cell of a good file. */
function isPlainNumber(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if ((character < ZERO || character > ZERO + 9) && character !== 88) return false;
  }
  return true;
}

/** The check character that GB 11643-1999 gives for the first 17 digits; undefined unless digits. */
export function checkCharacterOf(number: string): string | undefined {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    const digit = number.charCodeAt(index) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    sum += digit * (WEIGHTS[index] ?? 0);
  }
  return CHECK_CHARACTERS[sum % 11];
}

/** True if the 18th character is the one that GB 11643-1999 asks for. */
export function hasRightCheckCharacter(number: string): boolean {
  return number.length >= 18 && checkCharacterOf(number) === number[17];
}

const scientific = /^\d(\.\d+)?E\+?\d+$/u;
const zerosFromFifteenOn = /^\d{15}0{3,7}$/u;

/**
 * True of what a spreadsheet made of a number: `4.12345E+17`, or the last digits turned to zeros
 * because cells hold 15 significant digits. A number that ends in 000 and still has the right check
 * digit is taken for a real one.
 */
export function isDamagedDocumentNumber(number: string): boolean {
  if (number.endsWith('000')) {
    return zerosFromFifteenOn.test(number) && !hasRightCheckCharacter(number);
  }
  return number.includes('E') && scientific.test(number);
}

/** GB/T 2260 provinces that ever gave numbers, and 81-83 of the residence permits. */
const provinces = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' +
    '50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'
  ).split(' '),
);

/**
 * True if the area may stand in a number. Counties are not looked up: numbers keep the code of
 * counties abolished decades ago, and no complete list of those is published.
 */
export function isAreaOfNumber(area: string, options: DocumentNumberOptions = {}): boolean {
  if (area === '999999') return false;
  const province = area.slice(0, 2);
  return provinces.has(province) || (options.reserved === true && province === '99');
}

/** The day in places 7 to 14; undefined if it is not in the calendar. */
export function birthDayOfNumber(number: string): PlainDate | undefined {
  return parsePlainDate(writtenBirthDayOf(number));
}

/** The same as it is written, in the calendar or not. */
export function writtenBirthDayOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** The sex in place 17: odd is male (GB 11643-1999). */
export function sexOfNumber(number: string): '1' | '2' {
  return number.charCodeAt(16) % 2 === 1 ? '1' : '2';
}

/** Kind (1-7) and grade (1-4) in places 19 and 20 of a disability certificate. */
export function disabilityOfNumber(number: string): DocumentNumber['disability'] {
  const kind = number[18];
  const grade = number[19];
  if (kind === undefined || grade === undefined) return undefined;
  if (kind < '1' || kind > '7' || grade < '1' || grade > '4') return undefined;
  return { kind: kind as CodeOf<'disabilityKind'>, grade: grade as CodeOf<'disabilityGrade'> };
}

const digitsAndCheck = /^\d{17}[\dX]$/u;
const reissue = /^B\d$/u;

/**
 * Reads an identity number (18) or a disability certificate's (20, or 22 with B1, B2 … when issued
 * again). Nothing is guessed: whatever GB 11643-1999 does not allow is refused by name.
 */
export function parseDocumentNumber(
  text: string,
  options: DocumentNumberOptions = {},
): Result<DocumentNumber, DocumentNumberProblem> {
  const number = normaliseDocumentNumber(text);
  const problem = problemOfShape(number) ?? problemOfIdentity(number, options);
  if (problem !== undefined) return refused(problem);
  const birthDay = birthDayOfNumber(number);
  if (birthDay === undefined) return refused({ code: 'documentNumberBirthDay' });
  const identity = { text: number, area: number.slice(0, 6), birthDay, sex: sexOfNumber(number) };
  if (number.length === 18) return ok({ ...identity, kind: 'idCard' });
  const disability = disabilityOfNumber(number);
  if (disability === undefined || (number.length === 22 && !reissue.test(number.slice(20)))) {
    return refused({ code: 'documentNumberDisability' });
  }
  return ok({ ...identity, kind: 'disabilityCard', disability });
}

function problemOfShape(number: string): DocumentNumberProblem | undefined {
  const { length } = number;
  if (length === 0) return { code: 'documentNumberMissing' };
  if (isDamagedDocumentNumber(number)) return { code: 'documentNumberDamaged' };
  if (length === 15) return { code: 'documentNumberOldForm' };
  if (length !== 18 && length !== 20 && length !== 22) {
    return { code: 'documentNumberLength', length };
  }
  if (!digitsAndCheck.test(number.slice(0, 18))) return { code: 'documentNumberCharacters' };
  return undefined;
}

function problemOfIdentity(
  number: string,
  options: DocumentNumberOptions,
): DocumentNumberProblem | undefined {
  const area = number.slice(0, 6);
  if (!isAreaOfNumber(area, options)) return { code: 'documentNumberArea', area };
  const expected = checkCharacterOf(number);
  if (expected === undefined || expected !== number[17]) {
    return { code: 'documentNumberCheckDigit', expected: expected ?? '' };
  }
  return undefined;
}

/** A number with the right check digit from its parts, as synthetic populations need it. */
export function makeIdNumber(parts: {
  readonly area: string;
  readonly birthDay: PlainDate;
  /** 1 to 999; odd for men, even for women. */
  readonly sequence: number;
}): string {
  const body = `${parts.area}${parts.birthDay.replaceAll('-', '')}${String(parts.sequence).padStart(3, '0')}`;
  const check = checkCharacterOf(body);
  if (body.length !== 17 || check === undefined)
    throw new Error('Parts do not make an identity number');
  return body + check;
}
