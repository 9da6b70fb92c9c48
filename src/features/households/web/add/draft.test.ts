import { expect, it } from 'vitest';
import { bodyOf, type Draft, isTouched, missingOf, newDraft, surveyBodyOf } from './draft.ts';

let count = 0;
const newId = (): string => `id-${(count += 1)}`;

function start(villageCode?: string): Draft {
  return newDraft(newId, { villageCode, year: 2026 });
}

function withHead(draft: Draft, values: Record<string, unknown>): Draft {
  const persons = draft.persons.map((person) => ({
    ...person,
    values: { ...person.values, ...values },
  }));
  return { ...draft, persons };
}

it('begins with a head and nothing to lose', () => {
  const draft = start();
  expect(draft.persons).toHaveLength(1);
  expect(draft.persons[0]?.values).toEqual({ relation: '02' });
  expect(isTouched(draft)).toBe(false);
});

it('names what is missing and where', () => {
  expect(missingOf(start())).toEqual([
    { step: 'place', what: 'village' },
    { step: 'place', what: 'number' },
    { step: 'members', what: 'name', place: 1 },
    { step: 'members', what: 'sex', place: 1 },
  ]);
});

it('lacks nothing once village, number, name and sex are there', () => {
  const draft = withHead(start('990101100201'), { name: '李强', sex: '1' });
  expect(missingOf({ ...draft, household: { number: 'W-1' } })).toEqual([]);
  expect(missingOf({ ...draft, household: { number: ' ' } })).toHaveLength(1);
});

it('sends only what was filled in', () => {
  const draft = {
    ...withHead(start('990101100201'), { name: '李强', phone: '' }),
    household: { number: 'W-1' },
  };
  expect(bodyOf(draft)).toMatchObject({
    villageCode: '990101100201',
    facts: { number: 'W-1' },
    persons: [{ facts: { name: '李强', relation: '02' } }],
  });
  expect(surveyBodyOf(draft)).toBeUndefined();
  expect(surveyBodyOf({ ...draft, survey: { wageWorkFen: 100 } })).toEqual({ wageWorkFen: 100 });
});

it('counts members since the household was identified, or since their birth', () => {
  const draft = withHead(start('990101100201'), { name: '李强', birthDay: '1975-03-12' });
  const identified = { ...draft, household: { number: 'W-1', identifiedMonth: '2014-04' } };
  expect(bodyOf(identified).persons[0]?.facts).toMatchObject({ joinedOn: '2014-04-01' });
  const child = withHead(identified, { birthDay: '2020-05-06' });
  expect(bodyOf(child).persons[0]?.facts).toMatchObject({ joinedOn: '2020-05-06' });
  expect(bodyOf(draft).persons[0]?.facts).not.toHaveProperty('joinedOn');
});
