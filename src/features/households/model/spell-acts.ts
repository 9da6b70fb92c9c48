import type { PlainDate } from '../../../kernel/plain-date.ts';
import { refused } from '../../../kernel/result.ts';
import {
  type ActKind,
  changed,
  created,
  type Decision,
  decided,
  type HouseholdProblem,
  type WholeHousehold,
} from './change.ts';
import type { Id, RegistrationSpell } from './household.ts';

/** What is said of a spell: on which list, from when, until when, and why. */
export type SpellFacts = Pick<
  RegistrationSpell,
  'kind' | 'startedOn' | 'startReason' | 'endedOn' | 'endReason'
>;

type Spelled = Pick<WholeHousehold, 'household' | 'spells'>;

/** Records a spell that was left out, whether it goes on or is over. */
export function addSpell(
  { household, spells }: Spelled,
  { id, facts }: { readonly id: Id; readonly facts: SpellFacts },
  today: PlainDate,
): Decision {
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const problem = problemOfSpell(facts, spells, today);
  if (problem !== undefined) return refused(problem);
  const { countyCode, villageCode, id: householdId } = household;
  const spell = { id, countyCode, villageCode, householdId, ...facts } as RegistrationSpell;
  return decided('spell.add', [created('spell', spell)]);
}

/** Ends a spell that goes on. */
export function endSpell(
  whole: Spelled,
  spellId: Id,
  { end, today }: { readonly end: EndOfSpell; readonly today: PlainDate },
): Decision {
  const endedOn = whole.spells.find(({ id }) => id === spellId)?.endedOn ?? null;
  if (endedOn !== null) return refused({ code: 'spellHasEnded', on: endedOn });
  return changeSpell(whole, spellId, { kind: 'spell.end', wanted: end, today });
}

type EndOfSpell = { readonly endedOn: PlainDate; readonly endReason: SpellFacts['endReason'] };

/** Corrects what is recorded of a spell; without an end it goes on. */
export function correctSpell(
  whole: Spelled,
  spellId: Id,
  { wanted, today }: { readonly wanted: Partial<SpellFacts>; readonly today: PlainDate },
): Decision {
  return changeSpell(whole, spellId, { kind: 'spell.correct', wanted, today });
}

function changeSpell(
  { household, spells }: Spelled,
  spellId: Id,
  act: {
    readonly kind: ActKind;
    readonly wanted: Partial<SpellFacts>;
    readonly today: PlainDate;
  },
): Decision {
  const spell = spells.find(({ id }) => id === spellId);
  if (spell === undefined) return refused({ code: 'spellNotInHousehold' });
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const others = spells.filter(({ id }) => id !== spellId);
  const problem = problemOfSpell({ ...spell, ...act.wanted }, others, act.today);
  if (problem !== undefined) return refused(problem);
  return decided(act.kind, [changed('spell', spell, act.wanted)]);
}

/** A household is on a list once at a time, and everything that is recorded has happened. */
function problemOfSpell(
  spell: SpellFacts,
  others: readonly SpellFacts[],
  today: PlainDate,
): HouseholdProblem | undefined {
  const { startedOn, endedOn, endReason } = spell;
  if ((endedOn === null) !== (endReason === null)) return { code: 'spellEndIncomplete' };
  const last = endedOn ?? startedOn;
  if (last < startedOn) return { code: 'spellEndsBeforeStart', startedOn };
  if (last > today || startedOn > today) {
    return { code: 'dayInFuture', on: startedOn > today ? startedOn : last };
  }
  const other = others.find((candidate) => candidate.kind === spell.kind && meet(spell, candidate));
  return other === undefined
    ? undefined
    : { code: 'spellsOverlap', kind: other.kind, startedOn: other.startedOn };
}

/** The day on which one ends may be the day on which the next begins, but no two begin on one day. */
function meet(one: SpellFacts, other: SpellFacts): boolean {
  if (one.startedOn === other.startedOn) return true;
  const [first, second] = one.startedOn < other.startedOn ? [one, other] : [other, one];
  return first.endedOn === null || first.endedOn > second.startedOn;
}
