import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { plainDate } from '../../../../kernel/plain-date.ts';
import { checkCharacterOf, type PersonFacts } from '../../../households/model/index.ts';
import { checkPerson } from '../check.ts';
import {
  bornYearsAgo,
  context,
  household,
  mei,
  numberOf,
  ofPerson,
  ofRow,
  pupil,
  today,
  withoutSentence,
} from '../testing/clean-records.ts';

const number = numberOf(bornYearsAgo(40), '2');
const wrongCheck = number.slice(0, 17) + (number[17] === '1' ? '2' : '1');

function withArea(area: string): string {
  const body = area + number.slice(6, 17);
  return body + checkCharacterOf(body);
}

function withBirthDay(day: string): string {
  const body = number.slice(0, 6) + day + number.slice(14, 17);
  return body + checkCharacterOf(body);
}

const disabled: Partial<PersonFacts> = {
  health: ['disability'],
  documentKind: 'disabilityCard',
  documentNumber: `${number}43`,
  labourSkill: 'weak',
};

it('finds nothing wrong with Mei', () => {
  expect(ofPerson(mei())).toEqual([]);
});

describe('of document numbers', () => {
  it.each([
    ['R002', 'a missing number', { documentNumber: null }],
    ['R002', '17 digits', { documentNumber: number.slice(0, 17) }],
    ['R002', '19 digits', { documentNumber: `${number}4` }],
    ['R002', 'an old number of 15 digits', { documentNumber: '990101840505102' }],
    ['R002', 'a number that a spreadsheet spoilt', { documentNumber: '9.90101E+17' }],
    ['R002', 'a number whose end became zeros', { documentNumber: '990101198405050000' }],
    ['R003', 'a wrong check digit', { documentNumber: wrongCheck }],
    ['R003', 'a letter among the digits', { documentNumber: `99010119840505O02${number[17]}` }],
    ['R005', 'the area 999999', { documentNumber: withArea('999999') }],
    ['R005', 'the area of no province', { documentNumber: withArea('160101') }],
    [
      'R006',
      'a birthday other than the number says',
      { birthDay: bornYearsAgo(40, '-05-06'), documentNumber: number },
    ],
    [
      'R007',
      'the sex that the number does not say',
      { sex: '1', documentNumber: number, relation: '20' },
    ],
  ] as const)('%s refuses %s', (rule, _what, changes) => {
    expect(ofPerson(mei(changes))).toEqual([rule]);
  });

  it.each([
    ['18 digits', number],
    ['20 digits of a certificate', `${number}43`],
    ['22 digits of a certificate issued again', `${number}43B1`],
    ['full-width digits and a leading apostrophe', `'${number.replace('9', '９')}`],
    ['any real province', withArea('110101')],
    ['a province that was abolished since', withArea('910101')],
  ])('take %s', (what, documentNumber) => {
    const ofCertificate = what.includes('certificate');
    expect(
      ofPerson(mei(ofCertificate ? { ...disabled, documentNumber } : { documentNumber })),
    ).toEqual([]);
  });

  it('R004 refuses a certificate with a wrong check digit', () => {
    expect(ofPerson(mei({ ...disabled, documentNumber: `${wrongCheck}43` }))).toEqual(['R004']);
  });

  it.each(['19840230', '19841301'])('R006 refuses the birthday %s, which never was', (day) => {
    expect(ofPerson(mei({ documentNumber: withBirthDay(day) }))).toEqual(['R006']);
  });

  it('R006 takes a birthday today and refuses tomorrow, 120 years and not 121', () => {
    const born = (day: string) => {
      const birthDay = plainDate(day);
      const facts = mei({
        birthDay,
        education: null,
        schoolStatus: 'belowSchoolAge',
        labourSkill: 'none',
      });
      return ofPerson(facts).includes('R006');
    };
    expect(born(today)).toBe(false);
    expect(born('2024-11-21')).toBe(true);
    expect(born('1904-11-20')).toBe(false);
    expect(born('1903-11-20')).toBe(true);
  });

  it.each(['83', '03', '45', '40'])('R011 refuses kind and grade %s', (kindAndGrade) => {
    expect(ofPerson(mei({ ...disabled, documentNumber: number + kindAndGrade }))).toEqual(['R011']);
  });

  it.each(['11', '74'])('R011 takes kind and grade %s', (kindAndGrade) => {
    expect(ofPerson(mei({ ...disabled, documentNumber: number + kindAndGrade }))).toEqual([]);
  });

  it('R002 takes a child without a number in its first year, with an explanation', () => {
    const child = (born: string) =>
      checkPerson(
        pupil(0, 'belowSchoolAge', { birthDay: plainDate(born), documentNumber: null }),
        context,
      );
    expect(child('2023-11-21')).toMatchObject([{ ruleId: 'R002', level: 'W', text: 'newborn' }]);
    expect(child('2023-11-20')).toMatchObject([{ ruleId: 'R002', level: 'E', text: 'missing' }]);
  });

  it('are not asked for where they are sealed', () => {
    expect(ofPerson(mei({ documentNumber: null }), { clear: false })).toEqual([]);
  });

  it('take the reserved area only where it is allowed', () => {
    expect(ofPerson(mei(), { reserved: false })).toEqual(['R005']);
  });

  it('also hold for who has left', () => {
    const left = { leaveReason: 'death', leftOn: today } as const;
    expect(ofPerson(mei({ ...left, documentNumber: wrongCheck, labourSkill: null }))).toEqual([
      'R003',
    ]);
  });
});

describe('of names and basics', () => {
  it.each(['王', '陈 梅', 'Chen Mei', '陈梅1', '陈'.repeat(26)])(
    'R008 asks about the name %j',
    (name) => {
      expect(ofPerson(mei({ name }))).toEqual(['R008']);
    },
  );

  it.each(['陈梅', '阿卜杜拉·买买提', '陈'.repeat(25), '㐂梅'])(
    'R008 takes the name %j',
    (name) => {
      expect(ofPerson(mei({ name }))).toEqual([]);
    },
  );

  it('R009 wants a certificate of the disabled, R010 a disability of who has one', () => {
    expect(ofPerson(mei({ ...disabled, documentKind: 'idCard', documentNumber: number }))).toEqual([
      'R009',
    ]);
    expect(ofPerson(mei({ ...disabled, documentNumber: number }))).toEqual(['R009']);
    expect(ofPerson(mei({ ...disabled, health: ['healthy'], labourSkill: 'ordinary' }))).toEqual([
      'R010',
    ]);
    expect(ofPerson(mei(disabled))).toEqual([]);
  });

  it.each([{ ethnicity: null }, { health: [] }, { labourSkill: null }, { relation: null }])(
    'R012 misses %j',
    (changes) => {
      expect(ofPerson(mei(changes))).toEqual(['R012']);
    },
  );

  it.each([
    ['13812345678', []],
    ['19912345678', []],
    ['12812345678', ['R013']],
    ['1381234567', ['R013']],
    [null, ['R013']],
  ])('R013 of a worker with the phone %j says %j', (phone, rules) => {
    expect(ofPerson(mei({ workStatus: 'inCounty', workMonths: 3, phone }))).toEqual(rules);
  });

  it('R013 asks nobody for a phone who does not work', () => {
    expect(ofPerson(mei({ phone: null }))).toEqual([]);
  });

  it.each([
    ['13912345678', []],
    ['01234567890', []],
    ['1391234567', ['R014']],
    [null, ['R014']],
  ])('R014 of a household with the phone %j says %j', (phone, rules) => {
    expect(ofRow(household({ phone }))).toEqual(rules);
  });
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
