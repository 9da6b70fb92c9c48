import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import {
  type ActKind,
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
import type { CodeOf } from './code-lists.ts';
import type { Id, Person } from './household.ts';
import { type NewPerson, problemOfRelations } from './household-acts.ts';

type Whole = WholeHousehold;

/** Who takes over when the head goes, and how the others are then related. */
export type Succession = { readonly headId: Id; readonly relations: Relations };

/** Takes a newborn child of the household on to the register, from the day of birth. */
export function recordBirth(whole: Whole, child: NewPerson, today: PlainDate): Decision {
  const { birthDay } = child.facts;
  if (birthDay === null) return refused({ code: 'birthDayMissing' });
  return join(whole, child, { kind: 'person.birth', reason: 'birth', on: birthDay, today });
}

/** Takes a person on to the register of the household who comes by marriage or otherwise. */
export function recordArrival(
  whole: Whole,
  person: NewPerson,
  how: { readonly reason: CodeOf<'joinReason'>; readonly on: PlainDate; readonly today: PlainDate },
): Decision {
  return join(whole, person, { kind: 'person.arrive', ...how });
}

function join(
  { household, persons }: Whole,
  person: NewPerson,
  how: {
    readonly kind: ActKind;
    readonly reason: CodeOf<'joinReason'>;
    readonly on: PlainDate;
    readonly today: PlainDate;
  },
): Decision {
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const { facts, id } = person;
  if (how.on > how.today) return refused({ code: 'dayInFuture', on: how.on });
  if (facts.birthDay !== null && facts.birthDay > how.on) {
    return refused({ code: 'dayBeforeBirth', born: facts.birthDay });
  }
  if (isHead(facts)) return refused({ code: 'householdHasHead' });
  const { countyCode, villageCode } = household;
  const joined = created('person', {
    id,
    countyCode,
    villageCode,
    householdId: household.id,
    ...facts,
    joinReason: how.reason,
    joinedOn: how.on,
    leaveReason: null,
    leftOn: null,
    status: 'present',
  } as Person);
  const memberCount = presentOf(persons).length + 1;
  return decided(how.kind, [joined, changed('household', household, { memberCount })]);
}

export type Departure = {
  readonly personId: Id;
  readonly reason: CodeOf<'leaveReason'>;
  readonly on: PlainDate;
  /** Needed when the head goes and others stay. */
  readonly succession?: Succession;
};

/**
 * Takes a member off the register. Whoever dies last closes the household; anyone else may not
 * leave it empty, because an empty household is closed by merging or as an error.
 */
export function recordDeparture(whole: Whole, departure: Departure, today: PlainDate): Decision {
  const { household } = whole;
  const { personId, reason, on, succession } = departure;
  const leaving = findPresent(whole, personId);
  if (!leaving.ok) return leaving;
  const person = leaving.value;
  const dayProblem = problemOfDay(person, on, today);
  if (dayProblem !== undefined) return refused(dayProblem);
  const staying = presentOf(whole.persons).filter(({ id }) => id !== personId);
  if (staying.length === 0 && reason !== 'death') return refused({ code: 'lastMemberMayNotLeave' });
  const left = changed('person', person, { status: 'left', leaveReason: reason, leftOn: on });
  const kind = reason === 'death' ? 'person.die' : 'person.leave';
  if (staying.length === 0) {
    return decided(kind, [left, ...closing(whole, { reason: 'noMembers', on })]);
  }
  const succeeded = succeed(staying, isHead(person), succession);
  if (!succeeded.ok) return succeeded;
  const { headName, changes } = succeeded.value;
  const after = { memberCount: staying.length, ...headName };
  return decided(kind, [left, ...changes, changed('household', household, after)]);
}

/** Records a death: the person leaves the register on that day and stays on record. */
export function recordDeath(
  whole: Whole,
  death: Omit<Departure, 'reason'>,
  today: PlainDate,
): Decision {
  return recordDeparture(whole, { ...death, reason: 'death' }, today);
}

export type PersonMove = {
  readonly personId: Id;
  /** Relation to the head of the household that takes the person in. */
  readonly relation: CodeOf<'relation'>;
  readonly on: PlainDate;
  readonly succession?: Succession;
};

/** Moves a member into another household of the county; the person stays the same record. */
export function movePerson(
  { from, to }: { readonly from: Whole; readonly to: Whole },
  move: PersonMove,
  today: PlainDate,
): Decision {
  const target = to.household;
  if (from.household.id === target.id) return refused({ code: 'sameHousehold' });
  if (from.household.countyCode !== target.countyCode) return refused({ code: 'differentCounty' });
  if (target.status === 'closed') return refused({ code: 'householdIsClosed' });
  const leaving = findPresent(from, move.personId);
  if (!leaving.ok) return leaving;
  const person = leaving.value;
  const dayProblem = problemOfDay(person, move.on, today);
  if (dayProblem !== undefined) return refused(dayProblem);
  if (isHead(move)) return refused({ code: 'householdHasHead' });
  const staying = presentOf(from.persons).filter(({ id }) => id !== move.personId);
  if (staying.length === 0) return refused({ code: 'lastMemberMayNotLeave' });
  const succeeded = succeed(staying, isHead(person), move.succession);
  if (!succeeded.ok) return succeeded;
  const { headName, changes } = succeeded.value;
  return decided('person.move', [
    changed('person', person, {
      householdId: target.id,
      villageCode: target.villageCode,
      relation: move.relation,
      joinReason: 'movedIn',
      joinedOn: move.on,
    }),
    ...changes,
    changed('household', from.household, { memberCount: staying.length, ...headName }),
    changed('household', target, { memberCount: presentOf(to.persons).length + 1 }),
  ]);
}

function findPresent(whole: Whole, personId: Id): Result<Person, HouseholdProblem> {
  if (whole.household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const person = whole.persons.find(({ id }) => id === personId);
  if (person === undefined) return refused({ code: 'personNotInHousehold', personId });
  return person.status === 'left' ? refused({ code: 'personHasLeft' }) : ok(person);
}

function problemOfDay(
  person: Person,
  on: PlainDate,
  today: PlainDate,
): HouseholdProblem | undefined {
  if (on > today) return { code: 'dayInFuture', on };
  if (person.birthDay !== null && on < person.birthDay) {
    return { code: 'dayBeforeBirth', born: person.birthDay };
  }
  return undefined;
}

type Succeeded = {
  readonly headName: { readonly headName?: string };
  readonly changes: readonly (Difference | undefined)[];
};

/** Who stays gets a new head if the head goes; nothing changes for them otherwise. */
function succeed(
  staying: readonly Person[],
  headGoes: boolean,
  succession: Succession | undefined,
): Result<Succeeded, HouseholdProblem> {
  if (!headGoes) return ok({ headName: {}, changes: [] });
  if (succession === undefined) return refused({ code: 'headMustBeReplaced' });
  const { headId, relations } = succession;
  const head = staying.find(({ id }) => id === headId);
  if (head === undefined) return refused({ code: 'personNotInHousehold', personId: headId });
  const problem = problemOfRelations(staying, headId, relations);
  if (problem !== undefined) return refused(problem);
  const changes = staying.map((member) =>
    changed('person', member, { relation: member.id === headId ? HEAD : relations[member.id] }),
  );
  return ok({ headName: { headName: head.name }, changes });
}

/** Closes a household whose members are all gone, and its open spells with it. */
export function closing(
  { household, spells }: Whole,
  how: {
    readonly reason: CodeOf<'closeReason'>;
    readonly on: PlainDate;
    readonly mergedInto?: Id;
  },
): readonly (Difference | undefined)[] {
  const endReason: CodeOf<'spellEnd'> = how.reason === 'merged' ? 'merged' : 'naturalDecrease';
  return [
    changed('household', household, {
      status: 'closed',
      memberCount: 0,
      closedOn: how.on,
      closeReason: how.reason,
      mergedInto: how.mergedInto ?? null,
    }),
    ...spells
      .filter((spell) => spell.endedOn === null)
      .map((spell) =>
        changed('spell', spell, { endedOn: laterOf(how.on, spell.startedOn), endReason }),
      ),
  ];
}

function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
