import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOfKey, fields } from '../../households/model/index.ts';
import { cellAddress, columnIndex, columnName, type PlainCell } from './cell.ts';
import { fieldReader } from './field-reader.ts';
import { limitsOf, longestOf } from './limits.ts';
import { ReasonSink } from './reasons.ts';

/** What a cell of this field is read as, and what was said of it. */
function read(target: string, cell: PlainCell, date1904 = false) {
  const [subject, key] = target.split('.') as ['household' | 'person' | 'survey', string];
  const field = fieldOfKey(subject, key);
  if (field === undefined) throw new Error(target);
  const sink = new ReasonSink();
  const value = fieldReader(field, { date1904 })(cell, 5, sink);
  return { value, said: sink.reasons.map(({ code }) => code), refused: sink.refused };
}

const taken = (value: unknown) => ({ value, said: [], refused: false });
const refused = (code: string) => ({ value: null, said: [code], refused: true });

describe('money', () => {
  it.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['１２３４．５', 123_450],
    ["'1234.50", 123_450],
    ['1234.5元', 123_450],
    [0.1 + 0.2, 30],
    [-0, 0],
  ])('reads %s in fen', (cell, fen) => expect(read('survey.wageFen', cell)).toEqual(taken(fen)));

  it('rounds to the fen and says so', () =>
    expect(read('survey.wageFen', '1.005')).toEqual({
      value: 100,
      said: ['roundedToFen'],
      refused: false,
    }));

  it.each([
    ['1.2万', 'numberExpected'],
    ['1,23', 'numberExpected'],
    ['无', 'numberExpected'],
    ['-5', 'numberOutOfBounds'],
  ])('does not guess at %s', (cell, code) =>
    expect(read('survey.wageFen', cell)).toEqual(refused(code)),
  );

  it('takes a loss where income may be one', () =>
    expect(read('survey.netIncomeFen', '-5')).toEqual(taken(-500)));
});

describe('days and months', () => {
  it.each([
    ['2020-01-31', '2020-01-31'],
    ['2020/1/31', '2020-01-31'],
    ['2020年1月31日', '2020-01-31'],
    ['20200131', '2020-01-31'],
    ['2020-01-31 00:00:00', '2020-01-31'],
    [43_861, '2020-01-31'],
    [61, '1900-03-01'],
  ])('reads %s', (cell, day) => expect(read('person.birthDay', cell)).toEqual(taken(day)));

  it('counts from 1904 where the workbook does', () =>
    expect(read('person.birthDay', 42_399, true)).toEqual(taken('2020-01-31')));
  it('takes a serial number in text, and says so', () =>
    expect(read('person.birthDay', '43861')).toEqual({
      value: '2020-01-31',
      said: ['serialDayTaken'],
      refused: false,
    }));
  it.each(['2020-02-30', '2020', '31.01.2020'])('refuses %s as a day', (cell) =>
    expect(read('person.birthDay', cell)).toEqual(refused('dayExpected')),
  );

  it.each([
    ['202001', '2020-01'],
    [202_012, '2020-12'],
    ['2020年1月', '2020-01'],
    ['2020.10', '2020-10'],
    ['2020-01-31', '2020-01'],
    [2020.12, '2020-12'],
  ])('reads the month %s', (cell, month) =>
    expect(read('household.identifiedMonth', cell)).toEqual(taken(month)),
  );
  it('does not guess whether 2020.1 is January or October', () =>
    expect(read('household.identifiedMonth', 2020.1)).toEqual(refused('monthAmbiguous')));
  it.each([
    ['2020年', 2020],
    ['2020', 2020],
    ['2020-12-31', 2020],
    [2020, 2020],
  ])('reads the year of %s', (cell, year) =>
    expect(read('household.exitYear', cell)).toEqual(taken(year)),
  );
});

describe('codes and answers', () => {
  it.each([
    ['汉族', '01'],
    ['汉', '01'],
    ['02 蒙古族', '02'],
  ])('reads %s by name, never by order number', (cell, code) =>
    expect(read('person.ethnicity', cell)).toEqual(taken(code)),
  );
  it('refuses an order number alone, for lists number differently', () =>
    expect(read('person.ethnicity', '02')).toEqual(refused('codeUnknown')));
  it('reads several', () =>
    expect(read('household.otherCauses', '因病、缺技术')).toEqual(
      taken(['illness', 'lackOfSkill']),
    ));
  it('refuses one too many', () =>
    expect(read('household.otherCauses', '因病、缺技术、因学')).toEqual(refused('tooManyCodes')));
  it.each([
    ['是', true],
    ['有', true],
    ['√', true],
    [1, true],
    [true, true],
    ['否', false],
    ['无', false],
    ['×', false],
    ['0', false],
  ])('reads %s as an answer', (cell, answer) =>
    expect(read('person.residentMedical', cell)).toEqual(taken(answer)),
  );
  it('refuses maybe', () =>
    expect(read('person.residentMedical', '不清楚')).toEqual(refused('yesOrNoExpected')));
});

describe('numbers that are names', () => {
  it.each(['4.12345E+17', '1.1E17', 412_345_678_901_234_500])(
    'finds that a spreadsheet ruined %s',
    (cell) => {
      expect(read('person.documentNumber', cell)).toEqual(refused('numberDamaged'));
      expect(read('household.bankAccount', cell)).toEqual(refused('numberDamaged'));
      expect(read('household.number', cell)).toEqual(refused('numberDamaged'));
    },
  );
  it('takes full width, spaces and a leading apostrophe out of an ID number', () =>
    expect(read('person.documentNumber', "'１１０１０５ 19491231002x")).toEqual(
      taken('11010519491231002X'),
    ));
  it('reads a phone that a spreadsheet made a number', () =>
    expect(read('person.phone', 13_800_001_234)).toEqual(taken('13800001234')));
  it('closes the gap in a padded name, and keeps the one in a Latin name', () => {
    expect(read('person.name', '张\u3000三')).toEqual(taken('张三'));
    expect(read('person.name', 'Anna  Maria')).toEqual(taken('Anna Maria'));
  });
  it('refuses text that a wrong decoding ruined', () =>
    expect(read('person.name', '张\ufffd')).toEqual(refused('characterDamaged')));
});

it('takes control characters out of a document number', () => {
  const sink = new ReasonSink();
  const read = fieldReader(fields.person.find(({ key }) => key === 'documentNumber') as never, {
    date1904: false,
  });
  expect(read('\0', 0, sink)).toBeNull();
  expect(read('99010119900101\u00001236', 0, sink)).toBe('990101199001011236');
});

it('whatever stands in a cell: a value that the column can hold, or a refusal, never both and never a throw', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.integer(),
    fc.constantFrom('是', '2020-01-01', '9.9E+20', '１,２３４'),
  );
  const field = fc.constantFrom(...Object.values(fields).flat());
  /** What the column cannot hold, of what the reader let through. */
  const wrongWith = (
    of: (typeof fields.person)[number],
    content: PlainCell,
  ): string | undefined => {
    const sink = new ReasonSink();
    const value = fieldReader(of, { date1904: false })(content, 0, sink);
    if (sink.refused) return value === null ? undefined : 'refused and still a value';
    if (typeof value === 'string') {
      if (value.includes('\0')) return 'a NUL';
      return of.type === 'text' && value.length > longestOf(of) ? 'too long' : undefined;
    }
    if (typeof value !== 'number') return undefined;
    const { least, most } = limitsOf(of);
    return value >= least && value <= most ? undefined : 'out of bounds';
  };
  fc.assert(
    fc.property(field, cell, (of, content) => {
      expect(wrongWith(of, content)).toBeUndefined();
    }),
    { numRuns: 3_000 },
  );
});

it('names columns as spreadsheets do, both ways', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 16_383 }),
      (index) => columnIndex(columnName(index)) === index,
    ),
  );
  expect(columnIndex('XFE')).toBeUndefined();
  expect(cellAddress(2, 7)).toBe('C7');
});
