import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { type PersonFacts, personFacts } from './household.ts';
import {
  movePerson,
  recordArrival,
  recordBirth,
  recordDeath,
  recordDeparture,
} from './member-acts.ts';
import {
  afterOf,
  changesOf,
  closed,
  elsewhere,
  lins,
  mei,
  northGate,
  problemOf,
  stoneBridge,
  tao,
  today,
  tomorrow,
  wei,
  yesterday,
  zhangs,
} from './testing/zhangs.ts';

describe('recordBirth and recordArrival', () => {
  const baby = (facts: Partial<PersonFacts>) => ({
    id: 'xiao',
    facts: personFacts({ name: '张小', sex: '2', relation: '42', birthDay: yesterday, ...facts }),
  });

  it('takes the child on to the register from the day of birth', () => {
    const decided = recordBirth(zhangs, baby({}), today);
    expect(afterOf(decided, 'xiao')).toMatchObject({
      joinReason: 'birth',
      joinedOn: yesterday,
      villageCode: stoneBridge,
    });
    expect(afterOf(decided, 'zhang')).toEqual({ memberCount: 4 });
  });

  it('takes a child born today, but none born tomorrow', () => {
    expect(recordBirth(zhangs, baby({ birthDay: today }), today).ok).toBe(true);
    expect(problemOf(recordBirth(zhangs, baby({ birthDay: tomorrow }), today))).toBe('dayInFuture');
  });

  it('refuses without a birthday, as a head, and into a closed household', () => {
    expect(problemOf(recordBirth(zhangs, baby({ birthDay: null }), today))).toBe('birthDayMissing');
    expect(problemOf(recordBirth(zhangs, baby({ relation: '02' }), today))).toBe(
      'householdHasHead',
    );
    expect(problemOf(recordBirth(closed, baby({}), today))).toBe('householdIsClosed');
  });

  it('takes nobody before birth', () => {
    const how = { reason: 'marriage', on: plainDate('2026-11-21'), today } as const;
    expect(problemOf(recordArrival(zhangs, baby({}), how))).toBe('dayBeforeBirth');
    expect(recordArrival(zhangs, baby({}), { ...how, on: yesterday }).ok).toBe(true);
  });
});

describe('recordDeath', () => {
  it('keeps the person on record as one who left that day', () => {
    const decided = recordDeath(zhangs, { personId: 'tao', on: yesterday }, today);
    expect(afterOf(decided, 'tao')).toEqual({
      status: 'left',
      leaveReason: 'death',
      leftOn: yesterday,
    });
    expect(afterOf(decided, 'zhang')).toEqual({ memberCount: 2 });
  });

  it('asks for a new head when the head dies', () => {
    expect(problemOf(recordDeath(zhangs, { personId: 'wei', on: today }, today))).toBe(
      'headMustBeReplaced',
    );
    const succession = { headId: 'mei', relations: { tao: '20' } } as const;
    const decided = recordDeath(zhangs, { personId: 'wei', on: today, succession }, today);
    expect(afterOf(decided, 'zhang')).toEqual({ memberCount: 2, headName: '李梅' });
    expect(afterOf(decided, 'mei')).toEqual({ relation: '02' });
  });

  it('closes the household, and its open spell, with its last member', () => {
    const alone = { ...zhangs, persons: [wei, { ...mei, status: 'left' as const }] };
    const decided = recordDeath(alone, { personId: 'wei', on: today }, today);
    expect(afterOf(decided, 'zhang')).toMatchObject({
      status: 'closed',
      closedOn: today,
      closeReason: 'noMembers',
      memberCount: 0,
    });
    expect(afterOf(decided, 'spell')).toEqual({ endedOn: today, endReason: 'naturalDecrease' });
  });

  it('lets the last member die, but not move away', () => {
    const leaving = { personId: 'lin', reason: 'movedOut', on: today } as const;
    expect(problemOf(recordDeparture(lins, leaving, today))).toBe('lastMemberMayNotLeave');
  });

  it.each([
    [{ personId: 'tao', on: tomorrow }, 'dayInFuture'],
    [{ personId: 'tao', on: plainDate('1996-09-08') }, 'dayBeforeBirth'],
    [{ personId: 'lin', on: today }, 'personNotInHousehold'],
  ])('refuses %j', (death, code) => {
    expect(problemOf(recordDeath(zhangs, death, today))).toBe(code);
  });

  it('takes a death on the day of birth, and refuses to let anyone die twice', () => {
    expect(recordDeath(zhangs, { personId: 'tao', on: plainDate('1996-09-09') }, today).ok).toBe(
      true,
    );
    const dead = { ...zhangs, persons: [wei, mei, { ...tao, status: 'left' as const }] };
    expect(problemOf(recordDeath(dead, { personId: 'tao', on: today }, today))).toBe(
      'personHasLeft',
    );
  });
});

describe('movePerson', () => {
  const move = { personId: 'tao', relation: '28', on: today } as const;

  it('takes the person, not a copy, to the other household and its village', () => {
    const decided = movePerson({ from: zhangs, to: lins }, move, today);
    expect(changesOf(decided).find(({ id }) => id === 'tao')).toMatchObject({
      householdId: 'lin',
      villageCode: northGate,
      before: { householdId: 'zhang', relation: '20' },
      after: { householdId: 'lin', relation: '28', joinedOn: today, joinReason: 'movedIn' },
    });
    expect(afterOf(decided, 'zhang')).toEqual({ memberCount: 2 });
    expect(afterOf(decided, 'lin')).toEqual({ memberCount: 2 });
  });

  it.each([
    ['the same household', { from: zhangs, to: zhangs }, move, 'sameHousehold'],
    ['another county', { from: zhangs, to: elsewhere }, move, 'differentCounty'],
    ['a closed household', { from: zhangs, to: closed }, move, 'householdIsClosed'],
    [
      'the place of its head',
      { from: zhangs, to: lins },
      { ...move, relation: '02' },
      'householdHasHead',
    ],
    [
      'a household, the head of one',
      { from: zhangs, to: lins },
      { ...move, personId: 'wei' },
      'headMustBeReplaced',
    ],
    [
      'a household, the last of one',
      { from: lins, to: zhangs },
      { ...move, personId: 'lin' },
      'lastMemberMayNotLeave',
    ],
    ['a household tomorrow', { from: zhangs, to: lins }, { ...move, on: tomorrow }, 'dayInFuture'],
  ] as const)('refuses to move someone into %s', (_what, households, wanted, code) => {
    expect(problemOf(movePerson(households, wanted, today))).toBe(code);
  });
});
