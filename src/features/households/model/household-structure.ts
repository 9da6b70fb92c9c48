import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import { refused } from '../../../kernel/result.ts';
import {
  changed,
  created,
  type Decision,
  type Difference,
  decided,
  HEAD,
  type HouseholdProblem,
  isHead,
  presentOf,
  type Relations,
  type WholeHousehold,
} from './change.ts';
import type { Household, Id, Person, RegistrationSpell, Survey } from './household.ts';
import { problemOfRelations } from './household-acts.ts';
import { closing } from './member-acts.ts';

export type Split = {
  readonly newHouseholdId: Id;
  readonly number: string;
  /** Who goes; the head of the old household stays. */
  readonly personIds: readonly Id[];
  readonly headId: Id;
  /** Relations of those who go, to the head of the new household. */
  readonly relations: Relations;
  readonly on: PlainDate;
  /** One new id for each open spell, which goes on in the new household. */
  readonly newSpellId: (spell: RegistrationSpell) => Id;
};

/**
 * Makes two households of one (分户). The new one keeps what was found about the old one and its
 * open spells; phone, bank account and the year's survey are its own to give.
 */
export function splitHousehold(whole: WholeHousehold, split: Split, today: PlainDate): Decision {
  const { household } = whole;
  const problem = problemOfSplit(whole, split, today);
  if (problem !== undefined) return refused(problem);
  const members = presentOf(whole.persons);
  const going = members.filter(({ id }) => split.personIds.includes(id));
  const head = going.find(({ id }) => id === split.headId);
  if (head === undefined) return refused({ code: 'personNotInHousehold', personId: split.headId });
  const { id: _id, version: _version, ...kept } = household;
  const newHousehold = created('household', {
    ...kept,
    id: split.newHouseholdId,
    number: split.number,
    headName: head.name,
    memberCount: going.length,
    phone: null,
    bankName: null,
    bankAccount: null,
  } as Household);
  return decided('household.split', [
    newHousehold,
    ...going.map((person) => changed('person', person, valuesAfterSplit(person, split))),
    changed('household', household, { memberCount: members.length - going.length }),
    ...whole.spells
      .filter(({ endedOn }) => endedOn === null)
      .map((spell) => continued(spell, split)),
  ]);
}

function problemOfSplit(
  whole: WholeHousehold,
  split: Split,
  today: PlainDate,
): HouseholdProblem | undefined {
  if (whole.household.status === 'closed') return { code: 'householdIsClosed' };
  if (split.on > today) return { code: 'dayInFuture', on: split.on };
  if (split.personIds.length === 0) return { code: 'nobodyMoves' };
  const members = presentOf(whole.persons);
  for (const personId of split.personIds) {
    if (!members.some(({ id }) => id === personId))
      return { code: 'personNotInHousehold', personId };
  }
  if (members.every(({ id }) => split.personIds.includes(id)))
    return { code: 'lastMemberMayNotLeave' };
  const going = members.filter(({ id }) => split.personIds.includes(id));
  if (going.some(isHead)) return { code: 'headMustBeReplaced' };
  return problemOfRelations(going, split.headId, split.relations);
}

function valuesAfterSplit(person: Person, split: Split): Partial<Person> {
  return {
    householdId: split.newHouseholdId,
    relation: person.id === split.headId ? HEAD : (split.relations[person.id] ?? null),
    joinReason: 'split',
    joinedOn: split.on,
  };
}

function continued(spell: RegistrationSpell, split: Split): Difference {
  const { version: _version, ...kept } = spell;
  return created('spell', {
    ...kept,
    id: split.newSpellId(spell),
    householdId: split.newHouseholdId,
    startedOn: split.on,
    startReason: 'split',
  } as RegistrationSpell);
}

export type Merge = {
  /** Relations of those who come, to the head of the household that stays. */
  readonly relations: Relations;
  readonly on: PlainDate;
};

/** Makes one household of two (并户): everyone of `absorbed` goes to `kept`, and `absorbed` closes. */
export function mergeHouseholds(
  { kept, absorbed }: { readonly kept: WholeHousehold; readonly absorbed: WholeHousehold },
  merge: Merge,
  today: PlainDate,
): Decision {
  const target = kept.household;
  const source = absorbed.household;
  if (target.id === source.id) return refused({ code: 'sameHousehold' });
  if (target.countyCode !== source.countyCode) return refused({ code: 'differentCounty' });
  if (target.status === 'closed' || source.status === 'closed') {
    return refused({ code: 'householdIsClosed' });
  }
  if (merge.on > today) return refused({ code: 'dayInFuture', on: merge.on });
  const coming = presentOf(absorbed.persons);
  // The head of the household that stays is nobody of those who come, so each of them needs a relation.
  const problem = problemOfRelations(coming, target.id, merge.relations);
  if (problem !== undefined) return refused(problem);
  return decided('household.merge', [
    ...coming.map((person) =>
      changed('person', person, {
        householdId: target.id,
        villageCode: target.villageCode,
        relation: merge.relations[person.id],
        joinReason: 'merge',
        joinedOn: merge.on,
      }),
    ),
    changed('household', target, { memberCount: presentOf(kept.persons).length + coming.length }),
    ...closing(absorbed, { reason: 'merged', on: merge.on, mergedInto: target.id }),
  ]);
}

export type HouseholdMove = { readonly to: RegionCode; readonly on: PlainDate };

/**
 * Moves a whole household to another village of its county: everything that is recorded of it lies
 * there from now on, those who left it included. Another county keeps a register of its own, so a
 * household that goes there is added there and its members leave here.
 */
export function moveHousehold(
  whole: WholeHousehold & { readonly surveys: readonly Survey[] },
  { to, on }: HouseholdMove,
  today: PlainDate,
): Decision {
  const { household } = whole;
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  if (!contains(household.countyCode, to)) return refused({ code: 'movesToOtherCounty' });
  if (household.villageCode === to) return refused({ code: 'livesThereAlready' });
  if (on > today) return refused({ code: 'dayInFuture', on });
  const there = { villageCode: to };
  return decided('household.move', [
    changed('household', household, there),
    ...whole.persons.map((person) => changed('person', person, there)),
    ...whole.surveys.map((survey) => changed('survey', survey, there)),
    ...whole.spells.map((spell) => changed('spell', spell, there)),
  ]);
}
