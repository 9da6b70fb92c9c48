import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { CodeOf } from './code-lists.ts';
import type { FieldSubject } from './fields.ts';
import type { Household, Id, Person, RegistrationSpell } from './household.ts';

type Values = Readonly<Record<string, unknown>>;

/** What was done, in the words of the register. All changes of one decision carry the same. */
export const actKinds = [
  'household.add',
  'household.correct',
  'household.changeHead',
  'household.split',
  'household.merge',
  'household.move',
  'person.correct',
  'person.birth',
  'person.arrive',
  'person.leave',
  'person.die',
  'person.move',
  'survey.record',
  'spell.add',
  'spell.end',
  'spell.correct',
] as const;
export type ActKind = (typeof actKinds)[number];

/** One change of one record, from which the act is written and the record is saved. */
export type Change = {
  readonly kind: ActKind;
  readonly subject: 'household' | 'person' | 'survey' | 'spell';
  readonly id: Id;
  readonly householdId: Id;
  /** Where the record lies after the change. */
  readonly villageCode: RegionCode;
  /** The version that was decided upon; 0 for a new record. */
  readonly version: number;
  /** What the changed fields were; null for a new record. */
  readonly before: Values | null;
  /** What the changed fields become; all of them for a new record. */
  readonly after: Values;
};

/** A household as a decision sees it: whoever left is among the persons, with that status. */
export type WholeHousehold = {
  readonly household: Household;
  readonly persons: readonly Person[];
  readonly spells: readonly RegistrationSpell[];
};

export type HouseholdProblem =
  | { readonly code: 'householdIsClosed' }
  | { readonly code: 'householdHasNoMembers' }
  | { readonly code: 'householdNeedsOneHead'; readonly heads: number }
  | { readonly code: 'householdHasHead' }
  | { readonly code: 'headMustBeReplaced' }
  | { readonly code: 'relationMissing'; readonly personId: Id }
  | { readonly code: 'fieldIsDerived'; readonly subject: FieldSubject; readonly field: string }
  | { readonly code: 'fieldNeverChanges'; readonly subject: FieldSubject; readonly field: string }
  | { readonly code: 'personHasLeft' }
  | { readonly code: 'personNotInHousehold'; readonly personId: Id }
  | { readonly code: 'lastMemberMayNotLeave' }
  | { readonly code: 'nobodyMoves' }
  | { readonly code: 'sameHousehold' }
  | { readonly code: 'differentCounty' }
  | { readonly code: 'villageNotInCounty' }
  | { readonly code: 'movesToOtherCounty' }
  | { readonly code: 'livesThereAlready' }
  | { readonly code: 'spellNotInHousehold' }
  | { readonly code: 'spellHasEnded'; readonly on: PlainDate }
  | { readonly code: 'spellEndIncomplete' }
  | { readonly code: 'spellEndsBeforeStart'; readonly startedOn: PlainDate }
  | {
      readonly code: 'spellsOverlap';
      readonly kind: CodeOf<'spellKind'>;
      readonly startedOn: PlainDate;
    }
  | { readonly code: 'birthDayMissing' }
  | { readonly code: 'dayInFuture'; readonly on: PlainDate }
  | { readonly code: 'dayBeforeBirth'; readonly born: PlainDate };

export type Decision = Result<readonly Change[], HouseholdProblem>;

/** A change before it is said which act it belongs to. */
export type Difference = Omit<Change, 'kind'>;

/** Relations to the head by person, as they will be. */
export type Relations = Readonly<Record<Id, CodeOf<'relation'>>>;

export const HEAD: CodeOf<'relation'> = '02';

/** The head is written 户主; 本人 is what an older file may call the same person. */
export function isHead(person: Pick<Person, 'relation'>): boolean {
  return person.relation === '02' || person.relation === '01';
}

export function presentOf(persons: readonly Person[]): readonly Person[] {
  return persons.filter((person) => person.status === 'present');
}

/** The change that creates a record; every value but the id belongs to the act. */
export function created(
  subject: Change['subject'],
  record: { readonly id: Id; readonly villageCode: RegionCode; readonly householdId?: Id },
): Difference {
  const { id, ...after } = record as { id: Id } & Values;
  const householdId = record.householdId ?? id;
  return {
    subject,
    id,
    householdId,
    villageCode: record.villageCode,
    version: 0,
    before: null,
    after,
  };
}

/** The change from a record to its wanted values; undefined if every value is so already. */
export function changed(
  subject: Change['subject'],
  record: {
    readonly id: Id;
    readonly villageCode: RegionCode;
    readonly version: number;
    readonly householdId?: Id;
  },
  wanted: Values,
): Difference | undefined {
  const current = record as Values;
  const keys = Object.keys(wanted).filter(
    (key) => !isSame(current[key] ?? null, wanted[key] ?? null),
  );
  if (keys.length === 0) return undefined;
  const before = Object.fromEntries(keys.map((key) => [key, current[key] ?? null]));
  const after = Object.fromEntries(keys.map((key) => [key, wanted[key] ?? null]));
  return {
    subject,
    id: record.id,
    householdId: (after['householdId'] as Id | undefined) ?? record.householdId ?? record.id,
    villageCode: (after['villageCode'] as RegionCode | undefined) ?? record.villageCode,
    version: record.version,
    before,
    after,
  };
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => value === other[index]);
  }
  return one === other;
}

/** The decision to do this: the differences that are ones, in order, as changes of one act. */
export function decided(
  kind: ActKind,
  differences: readonly (Difference | undefined)[],
): { ok: true; value: readonly Change[] } {
  const found = differences.filter((difference) => difference !== undefined);
  return ok(found.map((difference) => ({ kind, ...difference })));
}
