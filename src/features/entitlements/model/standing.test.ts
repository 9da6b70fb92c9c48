import { describe, expect, it } from 'vitest';
import { type Claim, settleGroups, standingOf } from './standing.ts';

describe('how somebody stands', () => {
  it.each([
    [true, true, 'gotAndDue'],
    [true, false, 'dueNotGot'],
    [true, null, 'dueUnrecorded'],
    [true, 'open', 'dueUnrecorded'],
    [true, 'hidden', 'hidden'],
    [false, true, 'gotNotDue'],
    [false, false, 'neither'],
    [false, null, 'neither'],
    [false, 'hidden', 'hidden'],
    ['open', true, 'open'],
    ['hidden', true, 'hidden'],
  ] as const)('due %s, received %s: %s', (due, received, standing) => {
    expect(standingOf({ due, received })).toBe(standing);
  });
});

function claim(id: string, given: Partial<Claim>): Claim {
  return { id, about: 'the Lis', group: 'routes', priority: 0, due: true, ...given };
}

const settled = (...claims: Claim[]) =>
  settleGroups(claims).map(({ id, due, outrankedBy }) => [id, due, outrankedBy]);

describe('an exclusive group', () => {
  it('leaves what is due to the rule of the highest priority', () => {
    expect(
      settled(
        claim('jobs', { priority: 1 }),
        claim('safetyNet', { priority: 3 }),
        claim('relocation', { priority: 2 }),
      ),
    ).toEqual([
      ['jobs', false, 'safetyNet'],
      ['safetyNet', true, null],
      ['relocation', false, 'safetyNet'],
    ]);
  });

  it('leaves it to the lower one where the higher is not due', () => {
    expect(
      settled(claim('jobs', { priority: 1 }), claim('net', { priority: 2, due: false })),
    ).toEqual([
      ['jobs', true, null],
      ['net', false, null],
    ]);
  });

  it.each(['open', 'hidden'] as const)('leaves it %s where the higher one is', (due) => {
    expect(settled(claim('jobs', { priority: 1 }), claim('net', { priority: 2, due }))[0]).toEqual([
      'jobs',
      due,
      null,
    ]);
  });

  it('lets rules of one priority, of other groups and about others stand beside one another', () => {
    const claims = [
      claim('jobs', {}),
      claim('net', {}),
      claim('other', { group: 'other', priority: 9 }),
      claim('alone', { group: null }),
      claim('theirs', { about: 'the Wangs', priority: 9 }),
    ];
    expect(settleGroups(claims).map(({ due }) => due)).toEqual([true, true, true, true, true]);
  });
});
