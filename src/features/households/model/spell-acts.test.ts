import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import type { Change, WholeHousehold } from './change.ts';
import type { RegistrationSpell } from './household.ts';
import { addSpell, correctSpell, endSpell, type SpellFacts } from './spell-acts.ts';
import {
  afterOf,
  changesOf,
  closed,
  problemOf,
  today,
  tomorrow,
  yesterday,
  zhangs,
} from './testing/zhangs.ts';

// The Zhangs are registered since 1 May 2014, and nothing ended it.
const [open] = zhangs.spells as [RegistrationSpell];
const monitored: SpellFacts = {
  kind: 'monitored',
  startedOn: plainDate('2021-03-01'),
  startReason: 'identified',
  endedOn: null,
  endReason: null,
};
const exit = { endedOn: plainDate('2019-12-20'), endReason: 'exited' as const };
const exited: WholeHousehold = { ...zhangs, spells: [{ ...open, ...exit }] };

describe('addSpell', () => {
  const add = (whole: WholeHousehold, facts: Partial<SpellFacts> = {}) =>
    addSpell(whole, { id: 'new', facts: { ...monitored, ...facts } }, today);

  it('records a spell on another list beside the one that goes on', () => {
    const decided = add(zhangs);
    expect(changesOf(decided)).toMatchObject([
      { kind: 'spell.add', subject: 'spell', householdId: 'zhang', version: 0, before: null },
    ]);
    expect(afterOf(decided, 'new')).toMatchObject({
      ...monitored,
      householdId: 'zhang',
      villageCode: zhangs.household.villageCode,
    });
  });

  it('records a return to poverty after an exit, also on the very day', () => {
    const returned = { kind: 'registered', startReason: 'returned' } as const;
    expect(problemOf(add(exited, { ...returned, startedOn: exit.endedOn }))).toBeUndefined();
    const dayBefore = addDays(exit.endedOn, -1);
    expect(problemOf(add(exited, { ...returned, startedOn: dayBefore }))).toBe('spellsOverlap');
  });

  it.each([
    ['one that begins tomorrow', { startedOn: tomorrow }, 'dayInFuture'],
    ['one that ends tomorrow', { endedOn: tomorrow, endReason: 'eliminated' }, 'dayInFuture'],
    ['an end without its reason', { endedOn: yesterday }, 'spellEndIncomplete'],
    ['a reason without its day', { endReason: 'eliminated' }, 'spellEndIncomplete'],
    [
      'one that ends before it begins',
      { endedOn: plainDate('2021-02-28'), endReason: 'eliminated' },
      'spellEndsBeforeStart',
    ],
    ['a second one of a kind that goes on', { kind: 'registered' }, 'spellsOverlap'],
  ] as const)('refuses %s', (_case, facts, code) => {
    expect(problemOf(add(zhangs, facts))).toBe(code);
  });

  it('refuses a household that is closed', () => {
    expect(problemOf(add(closed))).toBe('householdIsClosed');
  });
});

describe('endSpell', () => {
  const end = (whole: WholeHousehold, endedOn = today, id = 'spell') =>
    endSpell(whole, id, { end: { endedOn, endReason: 'exited' }, today });

  it('ends it with day and reason', () => {
    const decided = end(zhangs);
    expect(changesOf(decided)).toMatchObject([
      {
        kind: 'spell.end',
        id: 'spell',
        before: { endedOn: null, endReason: null },
        after: { endedOn: today, endReason: 'exited' },
      },
    ]);
  });

  it('refuses one that is over, is not there, or would end before it began', () => {
    expect(problemOf(end(exited))).toBe('spellHasEnded');
    expect(problemOf(end(zhangs, today, 'other'))).toBe('spellNotInHousehold');
    expect(problemOf(end(zhangs, tomorrow))).toBe('dayInFuture');
    expect(problemOf(end(zhangs, plainDate('2014-04-30')))).toBe('spellEndsBeforeStart');
    expect(problemOf(end(zhangs, plainDate('2014-05-01')))).toBeUndefined();
  });
});

describe('correctSpell', () => {
  const correct = (whole: WholeHousehold, wanted: Partial<SpellFacts>) =>
    correctSpell(whole, 'spell', { wanted, today });

  it('changes what was wrong and nothing else', () => {
    const decided = correct(zhangs, { startReason: 'lookBack' });
    expect(changesOf(decided)).toMatchObject([
      { kind: 'spell.correct', before: { startReason: 'identified' } },
    ]);
    expect(afterOf(decided, 'spell')).toEqual({ startReason: 'lookBack' });
    expect(changesOf(correct(zhangs, { startReason: 'identified' }))).toEqual([]);
  });

  it('takes an end back, unless another has begun since', () => {
    const goesOn = { endedOn: null, endReason: null };
    expect(afterOf(correct(exited, goesOn), 'spell')).toEqual(goesOn);
    const returned: RegistrationSpell = {
      ...open,
      id: 'again',
      startedOn: plainDate('2020-06-01'),
    };
    const both = { ...exited, spells: [...exited.spells, returned] };
    expect(problemOf(correct(both, goesOn))).toBe('spellsOverlap');
  });
});

it('never lets a household be on one list twice, whatever is tried', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(plainDate('2026-10-01'), days));
  const facts = fc.record({
    kind: fc.constantFrom('registered', 'monitored'),
    startedOn: day,
    startReason: fc.constant('identified'),
    endedOn: fc.option(day),
    endReason: fc.option(fc.constant('exited')),
  }) as fc.Arbitrary<SpellFacts>;
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 12 }), (tries) => {
      let spells: readonly RegistrationSpell[] = [];
      for (const [place, tried] of tries.entries()) {
        const decided = addSpell({ ...zhangs, spells }, { id: String(place), facts: tried }, today);
        if (decided.ok) spells = [...spells, ...decided.value.map(spellOf)];
      }
      for (const one of spells) {
        for (const other of spells) {
          if (one === other || one.kind !== other.kind) continue;
          expect(one.startedOn).not.toBe(other.startedOn);
          const [first, second] = one.startedOn < other.startedOn ? [one, other] : [other, one];
          expect(first.endedOn !== null && first.endedOn <= second.startedOn).toBe(true);
        }
      }
    }),
  );
});

function spellOf({ id, after }: Change): RegistrationSpell {
  return { id, version: 1, ...after } as RegistrationSpell;
}
