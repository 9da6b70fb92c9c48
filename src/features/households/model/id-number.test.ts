import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import {
  checkCharacterOf,
  hasRightCheckCharacter,
  isDamagedDocumentNumber,
  makeIdNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
} from './id-number.ts';

/** The sample printed in GB 11643 itself. */
const STANDARD_SAMPLE = '11010519491231002X';

const meiBorn = plainDate('1980-02-29');
const mei = makeIdNumber({ area: '990101', birthDay: meiBorn, sequence: 2 });
const reserved = { reserved: true };

const idNumbers = fc
  .record({
    area: fc.integer({ min: 990000, max: 999998 }).map(String),
    birthDay: fc
      .integer({ min: 0, max: 40_000 })
      .map((days) => addDays(plainDate('1910-01-01'), days)),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map((parts) => ({ parts, number: makeIdNumber(parts) }));

function problemOf(text: string): string | undefined {
  const parsed = parseDocumentNumber(text, reserved);
  return parsed.ok ? undefined : parsed.problem.code;
}

describe('parseDocumentNumber', () => {
  it('reads the sample of the standard', () => {
    expect(parseDocumentNumber(STANDARD_SAMPLE)).toEqual({
      ok: true,
      value: {
        text: STANDARD_SAMPLE,
        kind: 'idCard',
        area: '110105',
        birthDay: '1949-12-31',
        sex: '2',
      },
    });
  });

  it('reads back whatever was made', () => {
    fc.assert(
      fc.property(idNumbers, ({ parts, number }) => {
        const parsed = parseDocumentNumber(number, reserved);
        expect(parsed.ok && parsed.value).toMatchObject({
          area: parts.area,
          birthDay: parts.birthDay,
          sex: parts.sequence % 2 === 1 ? '1' : '2',
        });
      }),
    );
  });

  it('notices any single digit that was mistyped', () => {
    fc.assert(
      fc.property(
        idNumbers,
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, place, by) => {
          const digit = (Number(number[place]) + by) % 10;
          const mistyped = number.slice(0, place) + digit + number.slice(place + 1);
          expect(hasRightCheckCharacter(mistyped)).toBe(false);
        },
      ),
    );
  });

  it('notices any two neighbouring digits that were swapped', () => {
    fc.assert(
      fc.property(idNumbers, fc.nat(15), ({ number }, place) => {
        const [left = '', right = ''] = number.slice(place, place + 2);
        fc.pre(left !== right);
        const swapped = number.slice(0, place) + right + left + number.slice(place + 2);
        expect(hasRightCheckCharacter(swapped)).toBe(false);
      }),
    );
  });

  it.each([
    ['', 'documentNumberMissing'],
    ['9.90101E+17', 'documentNumberDamaged'],
    ['990101198002290000', 'documentNumberDamaged'],
    ['990101800229002', 'documentNumberOldForm'],
    [mei.slice(0, 17), 'documentNumberLength'],
    [`${mei}4`, 'documentNumberLength'],
    [`${mei}423`, 'documentNumberLength'],
    [`99010119800229O02${mei[17]}`, 'documentNumberCharacters'],
    [makeIdNumber({ area: '999999', birthDay: meiBorn, sequence: 2 }), 'documentNumberArea'],
    [makeIdNumber({ area: '160101', birthDay: meiBorn, sequence: 2 }), 'documentNumberArea'],
    [mei.slice(0, 17) + (mei[17] === '1' ? '2' : '1'), 'documentNumberCheckDigit'],
    [`${mei}82`, 'documentNumberDisability'],
    [`${mei}45`, 'documentNumberDisability'],
    [`${mei}42C1`, 'documentNumberDisability'],
  ])('refuses %j as %s', (text, code) => {
    expect(problemOf(text)).toBe(code);
  });

  it.each(['19800230', '19810229', '19801301', '20000100'])(
    'refuses the birthday %s, which never was',
    (day) => {
      const body = `990101${day}002`;
      expect(problemOf(body + checkCharacterOf(body))).toBe('documentNumberBirthDay');
    },
  );

  it('takes the reserved area only when asked to', () => {
    expect(parseDocumentNumber(mei, reserved).ok).toBe(true);
    expect(parseDocumentNumber(mei)).toEqual({
      ok: false,
      problem: { code: 'documentNumberArea', area: '990101' },
    });
  });

  it.each([`${mei}42`, `${mei}42B1`])(
    'reads kind and grade of the disability certificate %s',
    (text) => {
      expect(parseDocumentNumber(text, reserved)).toMatchObject({
        ok: true,
        value: { kind: 'disabilityCard', disability: { kind: '4', grade: '2' } },
      });
    },
  );
});

describe('normaliseDocumentNumber', () => {
  it.each([
    ['11010519491231002x', STANDARD_SAMPLE],
    ["'11010519491231002X", STANDARD_SAMPLE],
    ['１１０１０５１９４９１２３１００２Ｘ', STANDARD_SAMPLE],
    [' 110105 19491231 002X\u200b', STANDARD_SAMPLE],
    [STANDARD_SAMPLE, STANDARD_SAMPLE],
  ])('cleans %j', (written, kept) => {
    expect(normaliseDocumentNumber(written)).toBe(kept);
  });
});

describe('isDamagedDocumentNumber', () => {
  it.each([
    '9.90101E+17',
    '9.90101198002290E+17',
    '9E17',
    '990101198002290000',
    '99010119800229000000',
  ])('sees that a spreadsheet spoilt %s', (number) => {
    expect(isDamagedDocumentNumber(number)).toBe(true);
  });

  it('believes a number that ends in zeros when its check digit is right', () => {
    const numbers = Array.from({ length: 11 }, (_, day) =>
      makeIdNumber({ area: '990101', birthDay: addDays(meiBorn, day), sequence: 100 }),
    );
    const ending = numbers.filter((number) => number.endsWith('000'));
    expect(ending.length).toBeGreaterThan(0);
    expect(ending.filter(isDamagedDocumentNumber)).toEqual([]);
  });
});
