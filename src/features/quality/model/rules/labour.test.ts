import { expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import type { PersonFacts } from '../../../households/model/index.ts';
import { checkHousehold } from '../check.ts';
import {
  bornYearsAgo,
  chens,
  context,
  findingsOfWhole,
  household,
  mei,
  ofPerson,
  rulesOf,
  survey,
  withoutSentence,
} from '../testing/clean-records.ts';

type Labour = PersonFacts['labourSkill'];

function person(
  age: number,
  labourSkill: Labour,
  health: PersonFacts['health'] = ['healthy'],
): string[] {
  const outOfSchoolReason = age < 17 ? 'unwilling' : null;
  return ofPerson(mei({ birthDay: bornYearsAgo(age), labourSkill, health, outOfSchoolReason }));
}

it('R050 lets nobody below 16 count as able to work', () => {
  expect(person(15, 'none')).toEqual([]);
  expect(person(15, 'weak')).toEqual(['R050']);
  expect(person(16, 'ordinary')).toEqual([]);
});

it.each(['none', 'lost', 'weak'] as const)(
  'R051 asks why someone healthy of working age is “%s”',
  (labour) => {
    expect(person(16, labour)).toEqual(['R051']);
    expect(person(59, labour)).toEqual(['R051']);
    expect(person(60, labour)).toEqual([]);
    expect(person(40, labour, ['chronicIllness'])).toEqual([]);
  },
);

it.each(['ordinary', 'skilled'] as const)('R052 asks why someone of 60 is “%s”', (labour) => {
  expect(person(59, labour)).toEqual([]);
  expect(person(60, labour)).toEqual(['R052']);
});

it('R052 also asks about “lost” where the household is monitored', () => {
  const old = mei({ birthDay: bornYearsAgo(70), labourSkill: 'lost', residentPension: false });
  const persons = [...chens(), old];
  const monitored = household({ memberCount: 3, monitoredCategory: 'unstable' });
  const records = (of: typeof monitored) => ({
    household: of,
    persons,
    surveys: [survey({ populationAtYearEnd: 3 })],
  });
  const check = (of: typeof monitored) =>
    rulesOf(checkHousehold(records(of), context, { rows: true }));
  expect(check(monitored)).toContain('R052');
  expect(check(household({ memberCount: 3 }))).not.toContain('R052');
  expect(findingsOfWhole({ persons }).filter(({ ruleId }) => ruleId === 'R052')).toEqual([]);
});

it.each(['ordinary', 'skilled'] as const)(
  'R053 asks whether someone ill is really “%s”',
  (labour) => {
    expect(person(40, labour, ['chronicIllness'])).toEqual(['R053']);
    expect(person(40, labour, ['healthy'])).toEqual([]);
    expect(person(40, 'weak', ['chronicIllness'])).toEqual([]);
    expect(person(59, labour, ['seriousIllness'])).toEqual(['R053']);
    expect(person(60, labour, ['seriousIllness'])).toEqual(['R052']);
  },
);

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
