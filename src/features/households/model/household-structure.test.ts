import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Change, Decision, WholeHousehold } from './change.ts';
import type { Household, Person, Survey } from './household.ts';
import { surveyFacts } from './household.ts';
import { changeHead } from './household-acts.ts';
import { mergeHouseholds, moveHousehold, splitHousehold } from './household-structure.ts';
import { movePerson, recordDeath } from './member-acts.ts';
import {
  afterOf,
  changesOf,
  closed,
  elsewhere,
  lins,
  northGate,
  problemOf,
  today,
  tomorrow,
  zhangs,
} from './testing/zhangs.ts';

describe('moveHousehold', () => {
  const survey: Survey = {
    id: 'survey',
    countyCode: zhangs.household.countyCode,
    villageCode: zhangs.household.villageCode,
    version: 2,
    householdId: 'zhang',
    ...surveyFacts({ year: 2025 }),
  };
  const left: Person = {
    ...(zhangs.persons[2] as Person),
    status: 'left',
    leaveReason: 'death',
    leftOn: plainDate('2020-01-01'),
  };
  const whole = { ...zhangs, persons: [...zhangs.persons.slice(0, 2), left], surveys: [survey] };
  type Moving = Parameters<typeof moveHousehold>;
  const move = (changes: Partial<Moving[1]> = {}, from: Moving[0] = whole) =>
    moveHousehold(from, { to: northGate, on: today, ...changes }, today);

  it('takes along everything that is recorded, those who left included', () => {
    const changes = changesOf(move());
    expect(changes.map(({ kind, subject, id }) => [kind, subject, id])).toEqual([
      ['household.move', 'household', 'zhang'],
      ['household.move', 'person', 'wei'],
      ['household.move', 'person', 'mei'],
      ['household.move', 'person', 'tao'],
      ['household.move', 'survey', 'survey'],
      ['household.move', 'spell', 'spell'],
    ]);
    for (const { villageCode, before, after } of changes) {
      expect(villageCode).toBe(northGate);
      expect([before, after]).toEqual([
        { villageCode: zhangs.household.villageCode },
        { villageCode: northGate },
      ]);
    }
  });

  it.each([
    ['to another county', { to: regionCode('990102100200') }, 'movesToOtherCounty'],
    ['to where it is', { to: zhangs.household.villageCode }, 'livesThereAlready'],
    ['tomorrow', { on: tomorrow }, 'dayInFuture'],
  ])('refuses to move %s', (_where, changes, code) => {
    expect(problemOf(move(changes))).toBe(code);
  });

  it('refuses to move a household that is closed', () => {
    expect(problemOf(move({}, { ...closed, surveys: [] }))).toBe('householdIsClosed');
  });
});

describe('splitHousehold', () => {
  const split = {
    newHouseholdId: 'new',
    number: 'W-new',
    personIds: ['tao'],
    headId: 'tao',
    relations: {},
    on: today,
    newSpellId: () => 'new-spell',
  };

  it('makes a second household that stays registered', () => {
    const decided = splitHousehold(
      { ...zhangs, household: { ...zhangs.household, phone: '13900000000', version: 7 } },
      split,
      today,
    );
    expect(afterOf(decided, 'new')).toMatchObject({
      number: 'W-new',
      headName: '张涛',
      memberCount: 1,
      phone: null,
      mainCause: 'illness',
    });
    expect(changesOf(decided).find(({ id }) => id === 'new')?.version).toBe(0);
    expect(afterOf(decided, 'tao')).toEqual({
      householdId: 'new',
      relation: '02',
      joinReason: 'split',
      joinedOn: today,
    });
    expect(afterOf(decided, 'zhang')).toEqual({ memberCount: 2 });
    expect(afterOf(decided, 'new-spell')).toMatchObject({
      householdId: 'new',
      startReason: 'split',
      startedOn: today,
      endedOn: null,
    });
  });

  it.each([
    ['nobody', { personIds: [] }, 'nobodyMoves'],
    ['everybody', { personIds: ['wei', 'mei', 'tao'] }, 'lastMemberMayNotLeave'],
    ['the head', { personIds: ['wei'], headId: 'wei' }, 'headMustBeReplaced'],
    ['a stranger', { personIds: ['lin'] }, 'personNotInHousehold'],
    ['someone without a relation', { personIds: ['mei', 'tao'] }, 'relationMissing'],
    ['someone, but tomorrow', { on: tomorrow }, 'dayInFuture'],
  ])('refuses to split off %s', (_who, changes, code) => {
    expect(problemOf(splitHousehold(zhangs, { ...split, ...changes }, today))).toBe(code);
  });
});

describe('mergeHouseholds', () => {
  it('moves everyone and closes the household that nobody is left in', () => {
    const relations = { wei: '28', mei: '30', tao: '43' } as const;
    const decided = mergeHouseholds(
      { kept: lins, absorbed: zhangs },
      { relations, on: today },
      today,
    );
    expect(afterOf(decided, 'lin')).toEqual({ memberCount: 4 });
    expect(afterOf(decided, 'zhang')).toMatchObject({
      status: 'closed',
      closeReason: 'merged',
      mergedInto: 'lin',
    });
    expect(afterOf(decided, 'spell')).toEqual({ endedOn: today, endReason: 'merged' });
    expect(afterOf(decided, 'mei')).toMatchObject({
      householdId: 'lin',
      villageCode: northGate,
      relation: '30',
    });
  });

  it.each([
    ['itself', { kept: zhangs, absorbed: zhangs }, {}, 'sameHousehold'],
    ['one of another county', { kept: elsewhere, absorbed: zhangs }, {}, 'differentCounty'],
    ['a closed one', { kept: closed, absorbed: zhangs }, {}, 'householdIsClosed'],
    [
      'one to whose head nobody is related',
      { kept: lins, absorbed: zhangs },
      {},
      'relationMissing',
    ],
    [
      'one with two heads then',
      { kept: zhangs, absorbed: lins },
      { lin: '02' },
      'householdHasHead',
    ],
  ] as const)('refuses to merge a household into %s', (_what, households, relations, code) => {
    expect(problemOf(mergeHouseholds(households, { relations, on: today }, today))).toBe(code);
  });
});

it('keeps one head and a true count, whatever anyone tries', () => {
  const people = fc.subarray(['wei', 'mei', 'tao', 'lin'], { minLength: 0 });
  const anyone = fc.constantFrom('wei', 'mei', 'tao', 'lin');
  fc.assert(
    fc.property(people, anyone, anyone, (personIds, headId, gone) => {
      const relations = { wei: '99', mei: '99', tao: '99', lin: '99' } as const;
      const attempts: [Decision, WholeHousehold][] = [
        [
          splitHousehold(
            zhangs,
            {
              newHouseholdId: 'new',
              number: 'W-2',
              personIds,
              headId,
              relations,
              on: today,
              newSpellId: () => 's',
            },
            today,
          ),
          zhangs,
        ],
        [
          recordDeath(
            zhangs,
            { personId: gone, on: today, succession: { headId, relations } },
            today,
          ),
          zhangs,
        ],
        [
          movePerson(
            { from: zhangs, to: lins },
            { personId: gone, relation: '99', on: today, succession: { headId, relations } },
            today,
          ),
          zhangs,
        ],
        [changeHead(zhangs, headId, relations), zhangs],
      ];
      const unsound = attempts.filter(
        ([decision, whole]) => decision.ok && !isSound(whole, decision.value),
      );
      expect(unsound).toEqual([]);
    }),
  );
});

/** One head who gives the household its name, and a count that is true. */
function isSound(whole: WholeHousehold, changes: readonly Change[]): boolean {
  const afterChange = (id: string): Readonly<Record<string, unknown>> =>
    changes.find((change) => change.id === id)?.after ?? {};
  const persons = whole.persons.map(
    (person) => ({ ...person, ...afterChange(person.id) }) as Person,
  );
  const after = { ...whole.household, ...afterChange(whole.household.id) } as Household;
  const members = persons.filter(
    ({ householdId, status }) => householdId === after.id && status === 'present',
  );
  const heads = members.filter(({ relation }) => relation === '02');
  return (
    after.memberCount === members.length && heads.length === 1 && heads[0]?.name === after.headName
  );
}
