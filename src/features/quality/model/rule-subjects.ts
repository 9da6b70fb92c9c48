import { ageOn } from '../../../kernel/plain-date.ts';
import {
  type CodeOf,
  type HouseholdFacts,
  type Id,
  normaliseDocumentNumber,
  type PersonFacts,
  type SurveyFacts,
} from '../../households/model/index.ts';
import type { RuleContext } from './rule-context.ts';

/** A person as the rules see one: the facts, and what many rules ask of them, worked out once. */
export type PersonInQuestion = {
  readonly id: Id | null;
  /** Belongs to a household that is monitored. */
  readonly ofMonitored: boolean;
  readonly facts: PersonFacts;
  /** The document number normalised; empty if there is none, or it is sealed. */
  readonly number: string;
  /** Completed years on the business day; undefined without a birthday. */
  readonly age: number | undefined;
  readonly present: boolean;
  /** Healthy and nothing else. */
  readonly healthy: boolean;
  /** Ill or disabled; neither this nor healthy if health is not stated. */
  readonly unwell: boolean;
  /** Goes to school, from pre-school to postgraduate studies. */
  readonly attends: boolean;
  /** Works for wages: a place, months or a public post are recorded. */
  readonly works: boolean;
};

const notAttending: ReadonlySet<CodeOf<'schoolStatus'>> = new Set([
  'notInSchool',
  'belowSchoolAge',
]);

const unrecorded = { id: null, ofMonitored: false };

export function personInQuestion(
  facts: PersonFacts,
  context: RuleContext,
  as: { readonly id: Id | null; readonly ofMonitored: boolean } = unrecorded,
): PersonInQuestion {
  const { health, schoolStatus, birthDay } = facts;
  const healthy = health.length === 1 && health[0] === 'healthy';
  return {
    id: as.id,
    ofMonitored: as.ofMonitored,
    facts,
    number: facts.documentNumber === null ? '' : normaliseDocumentNumber(facts.documentNumber),
    age: birthDay === null ? undefined : ageOn(birthDay, context.on),
    present: facts.leaveReason === null && facts.leftOn === null,
    healthy,
    unwell: health.length > 0 && !healthy,
    attends: schoolStatus !== null && !notAttending.has(schoolStatus),
    works: worksForWages(facts),
  };
}

/** A place, months or a public post are recorded. */
export function worksForWages({ workStatus, workMonths, publicPosts }: PersonFacts): boolean {
  return workStatus !== null || (workMonths ?? 0) > 0 || publicPosts.length > 0;
}

/** A household row as a file brings it; the village is known once its place was recognised. */
export type HouseholdRow = HouseholdFacts & { readonly villageCode?: string | null };

/** A household with its people and what was found there. */
export type HouseholdInQuestion = {
  readonly id: Id | null;
  readonly household: HouseholdRow;
  /** Everyone ever of the household, who left included. */
  readonly persons: readonly PersonInQuestion[];
  /** Those on the register now. */
  readonly members: readonly PersonInQuestion[];
  /** The latest survey. */
  readonly survey: SurveyFacts | null;
  /** The survey of the year before the latest. */
  readonly before: SurveyFacts | null;
};

export function householdInQuestion(given: {
  readonly id: Id | null;
  readonly household: HouseholdRow;
  readonly persons: readonly PersonInQuestion[];
  readonly surveys: readonly SurveyFacts[];
}): HouseholdInQuestion {
  const { id, household, persons, surveys } = given;
  let survey: SurveyFacts | null = null;
  for (const candidate of surveys) {
    if (survey === null || candidate.year > survey.year) survey = candidate;
  }
  const yearBefore = survey === null ? undefined : survey.year - 1;
  return {
    id,
    household,
    persons,
    members: persons.filter((person) => person.present),
    survey,
    before: surveys.find((candidate) => candidate.year === yearBefore) ?? null,
  };
}

/** Left poverty behind, by type or by status. */
export function isExited({ householdType, povertyStatus }: HouseholdFacts): boolean {
  if (povertyStatus !== null)
    return povertyStatus === 'exitedEarlier' || povertyStatus === 'newlyExited';
  return householdType === 'exited';
}

/** Still registered as poor: what others are monitored for is its ordinary state. */
export function isPoor({ householdType, povertyStatus }: HouseholdFacts): boolean {
  if (povertyStatus !== null) return povertyStatus === 'notExited' || povertyStatus === 'returned';
  return householdType === 'poor';
}

export function isMonitored({
  householdType,
  monitoredCategory,
  riskEliminated,
}: HouseholdFacts): boolean {
  if (riskEliminated === true) return false;
  return monitoredCategory !== null || householdType === 'monitored';
}
