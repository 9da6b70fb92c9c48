import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { plainDate } from '../../../../kernel/plain-date.ts';
import type { PersonFacts } from '../../../households/model/index.ts';
import {
  bornYearsAgo,
  chens,
  findingsOfWhole,
  household,
  mei,
  ofPerson,
  ofRow,
  ofWhole,
  today,
  withoutSentence,
} from '../testing/clean-records.ts';

const [shan = mei(), daughter = mei()] = chens();
const wife = mei({
  name: '周兰',
  birthDay: bornYearsAgo(60),
  relation: '10',
  labourSkill: 'weak',
  residentPension: false,
});

it('finds nothing wrong with the Chens', () => {
  expect(ofWhole({})).toEqual([]);
});

describe('of the head and the spouse', () => {
  it('R020 wants one head, neither none nor two', () => {
    expect(ofWhole({ persons: [daughter] })).toEqual(['R020']);
    expect(ofWhole({ persons: [shan, daughter, { ...shan, documentNumber: null }] })).toEqual([
      'R020',
    ]);
    expect(ofWhole({ persons: [{ ...shan, relation: '01' }, daughter] })).toEqual([]);
  });

  it('R021 wants a spouse of the other sex', () => {
    expect(ofWhole({ persons: [shan, daughter, wife] })).toEqual([]);
    expect(ofWhole({ persons: [shan, daughter, { ...wife, sex: '1' }] })).toEqual(['R021']);
  });

  it('R023 wants one spouse at most, on the register', () => {
    const second = { ...wife, name: '吴英' };
    expect(ofWhole({ persons: [shan, daughter, wife, second] })).toEqual(['R023']);
    const gone = { ...second, leaveReason: 'movedOut', leftOn: plainDate('2020-01-01') } as const;
    expect(ofWhole({ persons: [shan, daughter, wife, gone] })).toEqual([]);
  });

  it('R025 asks about a head of 15, not of 16', () => {
    const young = (age: number): PersonFacts => ({
      ...mei({
        birthDay: bornYearsAgo(age),
        relation: '02',
        schoolStatus: 'senior1',
        education: null,
        labourSkill: 'none',
      }),
    });
    expect(ofPerson(young(16))).toEqual([]);
    expect(ofPerson(young(15))).toEqual(['R025']);
  });
});

describe('R022', () => {
  it.each([
    ['20', '1'],
    ['30', '2'],
    ['51', '1'],
    ['52', '2'],
    ['28', '1'],
    ['38', '2'],
    ['53', '1'],
    ['56', '2'],
    ['74', '2'],
    ['41', '1'],
  ] as const)('takes relation %s only with sex %s', (relation, sex) => {
    const other = sex === '1' ? '2' : '1';
    expect(ofPerson(mei({ relation, sex }))).toEqual([]);
    expect(ofPerson(mei({ relation, sex: other }))).toEqual(['R022']);
  });

  it.each(['10', '70', '99', '02'] as const)('takes relation %s with either sex', (relation) => {
    expect(ofPerson(mei({ relation, sex: '1' }))).toEqual([]);
    expect(ofPerson(mei({ relation, sex: '2' }))).toEqual([]);
  });
});

describe('R024', () => {
  const grown = { labourSkill: 'weak', residentPension: false } as const;
  const relative = (relation: PersonFacts['relation'], age: number): PersonFacts =>
    mei({ ...grown, birthDay: bornYearsAgo(age), relation, sex: '2', health: ['chronicIllness'] });

  it.each([
    ['30', 51, 52],
    ['42', 37, 38],
    ['52', 79, 78],
    ['62', 93, 92],
  ] as const)(
    'takes relation %s to a head of 65 at %i and asks about %i',
    (relation, fits, isTooClose) => {
      expect(
        ofWhole({
          persons: [shan, relative(relation, fits)],
          survey: { wageFen: null, wageWorkFen: null },
        }),
      ).not.toContain('R024');
      expect(ofWhole({ persons: [shan, relative(relation, isTooClose)] })).toContain('R024');
    },
  );

  it('lets in-laws and step children be of any age', () => {
    expect(ofWhole({ persons: [shan, relative('38', 64)] })).not.toContain('R024');
    expect(ofWhole({ persons: [shan, relative('37', 64)] })).not.toContain('R024');
  });
});

describe('R026', () => {
  it('wants the stated number of people to be those on the register', () => {
    expect(ofWhole({ household: { memberCount: 2 } })).toEqual([]);
    expect(ofWhole({ household: { memberCount: 3 } })).toEqual(['R026']);
    expect(ofWhole({ household: { memberCount: null } })).toEqual([]);
  });

  it('counts for a survey who was there at the end of its year', () => {
    const baby = mei({
      birthDay: plainDate('2024-02-01'),
      schoolStatus: 'belowSchoolAge',
      education: null,
      labourSkill: 'none',
      joinReason: 'birth',
      joinedOn: plainDate('2024-02-01'),
    });
    const persons = [...chens(), baby];
    const population = (year: number, populationAtYearEnd: number) =>
      findingsOfWhole({ persons, survey: { year, populationAtYearEnd } }).filter(
        ({ ruleId }) => ruleId === 'R026',
      );
    expect(population(2023, 2)).toEqual([]);
    expect(population(2024, 3)).toEqual([]);
    expect(population(2023, 3)).toMatchObject([
      { text: 'yearEnd', details: { stated: 3, counted: 2 } },
    ]);
    expect(population(2024, 2)).toMatchObject([
      { text: 'yearEnd', details: { stated: 2, counted: 3 } },
    ]);
  });

  it('counts who came on to the register with the household from the beginning', () => {
    // Added by hand today, with a survey of a year that is over.
    const addedToday = (joinReason: PersonFacts['joinReason']) =>
      chens().map((person) => ({ ...person, joinReason, joinedOn: today }));
    const found = (persons: PersonFacts[], populationAtYearEnd: number) =>
      findingsOfWhole({ persons, survey: { year: 2022, populationAtYearEnd } }).filter(
        ({ ruleId }) => ruleId === 'R026',
      );
    expect(found(addedToday('registered'), 2)).toEqual([]);
    expect(found(addedToday('registered'), 3)).toMatchObject([
      { details: { stated: 3, counted: 2 } },
    ]);
    expect(found(addedToday('marriage'), 2)).toMatchObject([{ details: { counted: 0 } }]);
  });

  it('finds a household without anyone', () => {
    const gone = chens().map(
      (person) => ({ ...person, leaveReason: 'movedOut', leftOn: today }) as PersonFacts,
    );
    const found = findingsOfWhole({ persons: gone, survey: { populationAtYearEnd: null } });
    expect(found.filter(({ ruleId }) => ruleId === 'R026')).toMatchObject([{ text: 'empty' }]);
  });
});

describe('R028', () => {
  it('wants a reason with the day and a day with the reason', () => {
    expect(ofPerson(mei({ leaveReason: 'death', leftOn: today }))).toEqual([]);
    expect(ofPerson(mei({ leftOn: today }))).toEqual(['R028']);
    expect(ofPerson(mei({ leaveReason: 'death' }))).toEqual(['R028']);
  });

  it('lets nobody be dead and on the register', () => {
    expect(ofPerson(mei({ health: ['deceased'] }))).toContain('R028');
    expect(ofPerson(mei({ health: ['deceased'], leaveReason: 'death', leftOn: today }))).toEqual(
      [],
    );
  });
});

describe('R029', () => {
  it('wants a number and a village in force', () => {
    expect(ofRow(household())).toEqual([]);
    expect(ofRow(household({ number: ' ' }))).toEqual(['R029']);
    expect(ofRow(household({ villageCode: '990101100999' }))).toEqual(['R029']);
    expect(ofRow(household({ villageCode: null }))).toEqual(['R029']);
  });
});

describe('R016', () => {
  it('hints at one phone for two places of work, not for one', () => {
    const worker = { workStatus: 'outsideProvince', workMonths: 6, phone: '13900000001' } as const;
    const couple = (first: string, second: string): PersonFacts[] => [
      { ...shan, ...worker, workPlace: first },
      { ...daughter, ...worker, workPlace: second },
    ];
    expect(ofWhole({ persons: couple('示范省甲县', '示范省乙县') })).toEqual(['R016']);
    expect(ofWhole({ persons: couple('示范省甲县', '示范省甲县') })).toEqual([]);
  });
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
