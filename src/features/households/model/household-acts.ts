import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import { refused } from '../../../kernel/result.ts';
import {
  changed,
  created,
  type Decision,
  decided,
  HEAD,
  type HouseholdProblem,
  isHead,
  presentOf,
  type Relations,
  type WholeHousehold,
} from './change.ts';
import type { HouseholdFacts, Id, Person, PersonFacts, Survey, SurveyFacts } from './household.ts';
import { withTotals } from './income.ts';

/** Values that follow from others and are never typed by hand. */
type Derived = 'headName' | 'memberCount';

export type NewPerson = { readonly id: Id; readonly facts: PersonFacts };
export type NewHousehold = {
  readonly id: Id;
  readonly countyCode: RegionCode;
  readonly villageCode: RegionCode;
  readonly facts: Omit<HouseholdFacts, Derived>;
  readonly persons: readonly NewPerson[];
};

/** Takes a household with its members on to the register. */
export function addHousehold(input: NewHousehold, today: PlainDate): Decision {
  const { id, countyCode, villageCode, facts, persons } = input;
  if (!contains(countyCode, villageCode)) return refused({ code: 'villageNotInCounty' });
  if (persons.length === 0) return refused({ code: 'householdHasNoMembers' });
  const heads = persons.filter((person) => isHead(person.facts));
  const [head] = heads;
  if (head === undefined || heads.length > 1) {
    return refused({ code: 'householdNeedsOneHead', heads: heads.length });
  }
  const future = persons.find(({ facts: { birthDay } }) => birthDay !== null && birthDay > today);
  if (future?.facts.birthDay) return refused({ code: 'dayInFuture', on: future.facts.birthDay });
  const place = { countyCode, villageCode };
  const household = created('household', {
    id,
    ...place,
    ...facts,
    headName: head.facts.name,
    memberCount: persons.length,
    status: 'active',
    closedOn: null,
    closeReason: null,
    mergedInto: null,
  } as WholeHousehold['household']);
  const members = persons.map((person) =>
    created('person', {
      id: person.id,
      ...place,
      householdId: id,
      ...person.facts,
      joinReason: person.facts.joinReason ?? 'registered',
      joinedOn: person.facts.joinedOn ?? today,
      status: 'present',
    } as Person),
  );
  return decided('household.add', [household, ...members]);
}

/** Corrects what is recorded of a household. Nothing changed is no change, not a refusal. */
export function correctHousehold(
  { household }: Pick<WholeHousehold, 'household'>,
  wanted: Partial<HouseholdFacts>,
): Decision {
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  for (const field of ['headName', 'memberCount'] as const) {
    if (differs(household, wanted, field))
      return refused({ code: 'fieldIsDerived', subject: 'household', field });
  }
  if (differs(household, wanted, 'number')) {
    return refused({ code: 'fieldNeverChanges', subject: 'household', field: 'number' });
  }
  return decided('household.correct', [changed('household', household, wanted)]);
}

function differs<Key extends keyof HouseholdFacts>(
  household: HouseholdFacts,
  wanted: Partial<HouseholdFacts>,
  key: Key,
): boolean {
  return wanted[key] !== undefined && wanted[key] !== household[key];
}

/** How a person came and left is the business of the acts that record it. */
const registerFields = ['joinReason', 'joinedOn', 'leaveReason', 'leftOn'] as const;

/** Corrects what is recorded of a member; the name of the head is the household's too. */
export function correctPerson(
  whole: Pick<WholeHousehold, 'household' | 'persons'>,
  personId: Id,
  { wanted, today }: { readonly wanted: Partial<PersonFacts>; readonly today: PlainDate },
): Decision {
  const person = whole.persons.find(({ id }) => id === personId);
  if (person === undefined) return refused({ code: 'personNotInHousehold', personId });
  if (person.status === 'left') return refused({ code: 'personHasLeft' });
  const touched = registerFields.find(
    (field) => wanted[field] !== undefined && wanted[field] !== person[field],
  );
  if (touched !== undefined)
    return refused({ code: 'fieldIsDerived', subject: 'person', field: touched });
  if (wanted.birthDay !== undefined && wanted.birthDay !== null && wanted.birthDay > today) {
    return refused({ code: 'dayInFuture', on: wanted.birthDay });
  }
  if (wanted.relation !== undefined && isHead({ relation: wanted.relation }) !== isHead(person)) {
    return refused({ code: isHead(person) ? 'headMustBeReplaced' : 'householdHasHead' });
  }
  const headName = isHead(person) && wanted.name !== undefined ? { headName: wanted.name } : {};
  return decided('person.correct', [
    changed('person', person, wanted),
    changed('household', whole.household, headName),
  ]);
}

/** Makes another member the head. The relations of all others are to the new head, so all are given. */
export function changeHead(
  whole: Pick<WholeHousehold, 'household' | 'persons'>,
  newHeadId: Id,
  relations: Relations,
): Decision {
  if (whole.household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const members = presentOf(whole.persons);
  const head = members.find(({ id }) => id === newHeadId);
  if (head === undefined) return refused({ code: 'personNotInHousehold', personId: newHeadId });
  const problem = problemOfRelations(members, newHeadId, relations);
  if (problem !== undefined) return refused(problem);
  return decided('household.changeHead', [
    changed('household', whole.household, { headName: head.name }),
    ...members.map((member) =>
      changed('person', member, {
        relation: member.id === newHeadId ? HEAD : relations[member.id],
      }),
    ),
  ]);
}

/** Everyone but the head needs a relation, and nobody else may be a head. */
export function problemOfRelations(
  members: readonly Pick<Person, 'id'>[],
  headId: Id,
  relations: Relations,
): HouseholdProblem | undefined {
  for (const { id } of members) {
    if (id === headId) continue;
    const relation = relations[id];
    if (relation === undefined) return { code: 'relationMissing', personId: id };
    if (isHead({ relation })) return { code: 'householdHasHead' };
  }
  return undefined;
}

/**
 * Records or corrects the survey of a year; totals are worked out, never typed. `survey` is the one
 * on record, absent for a year not surveyed yet, which then gets `newId`.
 */
export function recordSurvey(
  { household }: Pick<WholeHousehold, 'household'>,
  survey: Survey | undefined,
  { wanted, newId }: { readonly wanted: SurveyFacts; readonly newId: Id },
): Decision {
  if (household.status === 'closed') return refused({ code: 'householdIsClosed' });
  const facts = withTotals(wanted);
  if (survey !== undefined) {
    if (facts.year !== survey.year)
      return refused({ code: 'fieldNeverChanges', subject: 'survey', field: 'year' });
    return decided('survey.record', [changed('survey', survey, facts)]);
  }
  const { countyCode, villageCode, id: householdId } = household;
  const added = { id: newId, countyCode, villageCode, householdId, ...facts } as Survey;
  return decided('survey.record', [created('survey', added)]);
}
