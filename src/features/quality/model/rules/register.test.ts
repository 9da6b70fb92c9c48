import { describe, expect, it } from 'vitest';
import { fen } from '../../../../kernel/money.ts';
import { plainDate } from '../../../../kernel/plain-date.ts';
import { context, survey } from '../testing/clean-records.ts';
import {
  checkRegister,
  incomeFingerprint,
  type RegisterPerson,
  type RegisterSurvey,
} from './register.ts';

function person(id: string, changes: Partial<RegisterPerson> = {}): RegisterPerson {
  return {
    id,
    householdId: `home of ${id}`,
    present: true,
    name: '陈梅',
    sex: '2',
    birthDay: plainDate('1984-05-05'),
    documentKey: `document of ${id}`,
    identityKey: `document of ${id}`,
    phoneKey: null,
    works: false,
    ...changes,
  };
}

function found(persons: readonly RegisterPerson[]): string[] {
  return checkRegister({ persons, surveys: [] }, context).map(
    ({ ruleId, subjectId }) => `${ruleId} ${subjectId}`,
  );
}

it('finds nothing wrong with two people of one name', () => {
  expect(found([person('mei'), person('lin')])).toEqual([]);
});

it('R001 names everyone who shares a number on the register', () => {
  const shared = { documentKey: 'one', identityKey: 'one', householdId: 'home' };
  expect(found([person('mei', shared), person('lin', shared)])).toEqual(['R001 mei', 'R001 lin']);
  expect(found([person('mei', shared), person('lin', { ...shared, present: false })])).toEqual([]);
});

it('R015 hints at workers of different households with one phone', () => {
  const worker = { phoneKey: 'phone', works: true };
  expect(found([person('mei', worker), person('lin', worker)])).toEqual(['R015 mei', 'R015 lin']);
  expect(found([person('mei', worker), person('lin', { ...worker, works: false })])).toEqual([]);
  expect(
    found([
      person('mei', { ...worker, householdId: 'home' }),
      person('lin', { ...worker, householdId: 'home' }),
    ]),
  ).toEqual([]);
});

it('R026 names persons whose household does not exist', () => {
  expect(found([person('mei', { householdId: null })])).toEqual(['R026 mei']);
  expect(found([person('mei', { householdId: null, present: false })])).toEqual([]);
});

describe('R027', () => {
  it('knows a person again by identity card and disability certificate', () => {
    const card = person('mei', { documentKey: 'card', identityKey: 'first 18' });
    const certificate = person('lin', { documentKey: 'certificate', identityKey: 'first 18' });
    expect(found([card, certificate])).toEqual(['R027 mei', 'R027 lin']);
    expect(found([card, { ...certificate, present: false }])).toEqual([]);
    expect(found([card, { ...certificate, householdId: card.householdId }])).toEqual([]);
  });

  it('knows a person without a number by name, sex and birthday', () => {
    const without = { documentKey: null, identityKey: null };
    expect(found([person('mei', without), person('lin', without)])).toEqual([
      'R027 mei',
      'R027 lin',
    ]);
    expect(found([person('mei', without), person('lin', { ...without, name: '陈美' })])).toEqual(
      [],
    );
    expect(found([person('mei', without), person('lin', { ...without, birthDay: null })])).toEqual(
      [],
    );
    expect(found([person('mei', without), person('lin')])).toEqual([]);
  });
});

describe('R116', () => {
  const parts = { businessCropFen: fen(500_000), propertyLandFen: fen(80_000) };
  const surveys = (count: number, changes: Partial<RegisterSurvey> = {}): RegisterSurvey[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `survey ${index}`,
      householdId: `home ${index}`,
      villageCode: '990101100203',
      facts: survey(parts),
      ...changes,
    }));
  const copies = (list: readonly RegisterSurvey[]) =>
    checkRegister({ persons: [], surveys: list }, context).map(({ ruleId }) => ruleId);

  it('hints at three equal incomes in a village, not at two', () => {
    expect(copies(surveys(3))).toEqual(['R116', 'R116', 'R116']);
    expect(copies(surveys(2))).toEqual([]);
  });

  it('does not compare villages, years or incomes that differ in a part', () => {
    const [first, ...others] = surveys(3);
    if (first === undefined) throw new Error('No survey');
    expect(copies([...others, { ...first, villageCode: '990101100204' }])).toEqual([]);
    expect(copies([...others, { ...first, facts: { ...first.facts, year: 2023 } }])).toEqual([]);
    expect(
      copies([...others, { ...first, facts: survey({ ...parts, propertyLandFen: fen(80_001) }) }]),
    ).toEqual([]);
  });

  it('leaves alone incomes of fewer than three parts, which coincide by themselves', () => {
    expect(incomeFingerprint(survey(parts), 3)).not.toBeNull();
    expect(incomeFingerprint(survey(), 3)).toBeNull();
    expect(copies(surveys(3, { facts: survey() }))).toEqual([]);
  });
});
