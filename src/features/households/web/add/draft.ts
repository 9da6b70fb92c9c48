import type { CodeOf } from '../../model/index.ts';
import { changedValues, type Values } from '../form/changed-values.ts';

/** 户主 (GB/T 4761-2008). */
const HEAD: CodeOf<'relation'> = '02';

export type DraftPerson = { readonly id: string; readonly values: Values };

/** A household that is being written down, before anything is sent. */
export type Draft = {
  readonly id: string;
  readonly villageCode: string | undefined;
  readonly household: Values;
  /** The head first. */
  readonly persons: readonly DraftPerson[];
  readonly surveyId: string;
  readonly surveyYear: number;
  readonly survey: Values;
};

export const steps = ['place', 'household', 'members', 'survey'] as const;
export type StepName = (typeof steps)[number];

/** A new draft with its head; ids are made once, so that sending twice records once. */
export function newDraft(
  newId: () => string,
  start: { villageCode: string | undefined; year: number },
): Draft {
  return {
    id: newId(),
    villageCode: start.villageCode,
    household: {},
    persons: [{ id: newId(), values: { relation: HEAD } }],
    surveyId: newId(),
    surveyYear: start.year,
    survey: {},
  };
}

const nothing: Values = {};

/** What is sent of a new household. */
export function bodyOf(draft: Draft) {
  return {
    id: draft.id,
    villageCode: draft.villageCode ?? '',
    facts: changedValues('household', nothing, draft.household),
    persons: draft.persons.map(({ id, values }) => ({
      id,
      facts: {
        ...changedValues('person', nothing, values),
        ...joinedOn(draft.household['identifiedMonth'], values['birthDay']),
      },
    })),
  };
}

/** Who is written down with the household belongs to it since it was identified, or since birth. */
function joinedOn(identifiedMonth: unknown, birthDay: unknown): Values {
  if (typeof identifiedMonth !== 'string' || identifiedMonth === '') return nothing;
  const day = `${identifiedMonth}-01`;
  return { joinedOn: typeof birthDay === 'string' && birthDay > day ? birthDay : day };
}

/** What is sent of its survey; undefined if nothing was filled in. */
export function surveyBodyOf(draft: Draft): Values | undefined {
  const facts = changedValues('survey', nothing, draft.survey);
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** Something without which nothing can be sent, and the step where it is asked. */
export type Missing = { readonly step: StepName; readonly what: string; readonly place?: number };

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}

/** What has to be filled in before the draft can be sent. The data rules judge the rest. */
export function missingOf({ villageCode, household, persons }: Draft): readonly Missing[] {
  const ofPlace: Missing[] = [
    ...(villageCode === undefined ? [{ step: 'place', what: 'village' } as const] : []),
    ...(isBlank(household['number']) ? [{ step: 'place', what: 'number' } as const] : []),
  ];
  const ofMembers = persons.flatMap(({ values }, index) =>
    (['name', 'sex', 'relation'] as const)
      .filter((key) => isBlank(values[key]))
      .map((what): Missing => ({ step: 'members', what, place: index + 1 })),
  );
  return [...ofPlace, ...ofMembers];
}

/** True if anything was filled in that leaving would lose. */
export function isTouched({ household, persons, survey }: Draft): boolean {
  const filled = (values: Values): number => Object.keys(values).length;
  return (
    filled(household) > 0 ||
    filled(survey) > 0 ||
    persons.length > 1 ||
    persons.some(({ values }) => filled(values) > 1)
  );
}
