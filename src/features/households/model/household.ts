import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { CodeOf } from './code-lists.ts';
import {
  type FieldSubject,
  fields,
  type householdFields,
  type personFields,
  type RecordOf,
  type surveyFields,
} from './fields.ts';

/** A UUID in text; version 7, made by whoever makes the act. */
export type Id = string;

/** What every record of the register carries: where it lies and how often it has changed. */
type Recorded = {
  readonly id: Id;
  /** 6 digits; never changes: a move to another county closes one record and opens another. */
  readonly countyCode: RegionCode;
  /** 12 digits, lies in the county. */
  readonly villageCode: RegionCode;
  /** Counts changes, from 1; who writes must name the version that was read. */
  readonly version: number;
};

export type HouseholdFacts = RecordOf<typeof householdFields>;
export type PersonFacts = RecordOf<typeof personFields>;
export type SurveyFacts = RecordOf<typeof surveyFields>;

/**
 * A household on the register. `phone` and `bankAccount` are clear here and sealed wherever they
 * are stored; a reader without the right to them gets `WithoutSealed<Household>`.
 */
export type Household = Recorded &
  HouseholdFacts & {
    readonly status: CodeOf<'householdStatus'>;
    readonly closedOn: PlainDate | null;
    readonly closeReason: CodeOf<'closeReason'> | null;
    /** The household into which this one was merged. */
    readonly mergedInto: Id | null;
  };

/** A person, who stays on record in the last household after leaving the register. */
export type Person = Recorded &
  PersonFacts & {
    readonly householdId: Id;
    readonly status: CodeOf<'personStatus'>;
  };

/** The yearly survey of a household; one for each year. */
export type Survey = Recorded & SurveyFacts & { readonly householdId: Id };

/**
 * A stretch of time on a programme's list. The chain of spells keeps identified, exited, returned
 * and exited again, which the current state of the household forgets.
 */
export type RegistrationSpell = Recorded & {
  readonly householdId: Id;
  readonly kind: CodeOf<'spellKind'>;
  readonly startedOn: PlainDate;
  readonly startReason: CodeOf<'spellStart'>;
  readonly endedOn: PlainDate | null;
  readonly endReason: CodeOf<'spellEnd'> | null;
};

export const sealedKeys = ['documentNumber', 'phone', 'bankAccount'] as const;

/** A record as lists and pages read it: without the values that are stored sealed. */
export type WithoutSealed<T> = Omit<T, (typeof sealedKeys)[number]>;

/** Facts of a household in which everything that is not given is not stated. */
export function householdFacts(
  given: Pick<HouseholdFacts, 'number' | 'headName'> & Partial<HouseholdFacts>,
): HouseholdFacts {
  return { ...unstated.household, ...given } as HouseholdFacts;
}

/** Facts of a person in which everything that is not given is not stated. */
export function personFacts(
  given: Pick<PersonFacts, 'name' | 'sex'> & Partial<PersonFacts>,
): PersonFacts {
  return { ...unstated.person, ...given } as PersonFacts;
}

/** Facts of a survey in which everything that is not given is not stated. */
export function surveyFacts(given: Pick<SurveyFacts, 'year'> & Partial<SurveyFacts>): SurveyFacts {
  return { ...unstated.survey, ...given } as SurveyFacts;
}

const unstated = {
  household: unstatedOf('household'),
  person: unstatedOf('person'),
  survey: unstatedOf('survey'),
};

function unstatedOf(of: FieldSubject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields[of].map((field) => [field.key, field.type === 'codes' ? [] : null]),
  );
}
