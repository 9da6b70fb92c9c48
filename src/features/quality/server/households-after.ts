import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Change, Person, Survey } from '../../households/model/index.ts';
import type { LoadedHousehold } from '../../households/server/index.ts';
import type { HouseholdRecords } from '../model/index.ts';

type Values = Record<string, unknown>;

/** A household with its people and surveys as they are before or after a change, in clear. */
export type HouseholdState = {
  readonly id: string;
  readonly villageCode: RegionCode;
  readonly isClosed: boolean;
  readonly persons: readonly Person[];
  readonly surveys: readonly Survey[];
  readonly records: HouseholdRecords;
};

/** The households as they will be: each change laid over what was loaded. Without changes, as they are. */
export function householdsAfter(
  before: readonly LoadedHousehold[],
  changes: readonly Change[],
): HouseholdState[] {
  const households = new Map<string, Values>();
  const persons = new Map<string, Values>();
  const surveys = new Map<string, Values>();
  for (const whole of before) {
    households.set(whole.household.id, { ...whole.household });
    for (const person of whole.persons) persons.set(person.id, { ...person });
    for (const survey of whole.surveys) surveys.set(survey.id, { ...survey });
  }
  const tables = { household: households, person: persons, survey: surveys };
  for (const change of changes) {
    if (change.subject === 'spell') continue;
    const table = tables[change.subject];
    const { id, householdId, villageCode } = change;
    table.set(id, { ...table.get(id), id, householdId, villageCode, ...change.after });
  }
  const ofHousehold = (table: Map<string, Values>, id: string): Values[] =>
    [...table.values()].filter((record) => record['householdId'] === id);
  return [...households].map(([id, household]) =>
    stateOf(
      { ...household, id },
      { persons: ofHousehold(persons, id), surveys: ofHousehold(surveys, id) },
    ),
  );
}

function stateOf(
  household: Values & { id: string },
  of: { persons: readonly Values[]; surveys: readonly Values[] },
): HouseholdState {
  // What was loaded and the values of a decision together are whole records.
  const persons = of.persons as unknown as readonly Person[];
  const surveys = of.surveys as unknown as readonly Survey[];
  return {
    id: household.id,
    villageCode: household['villageCode'] as RegionCode,
    isClosed: household['status'] === 'closed',
    persons,
    surveys,
    records: { household: household as unknown as HouseholdRecords['household'], persons, surveys },
  };
}
