import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { type RuleContext, registerPersonOf } from '../model/index.ts';
import { readPersonsByName, readPersonsByPhone, readSurveysOfVillages } from './across-store.ts';
import {
  type Compared,
  comparedPerson,
  comparedSurvey,
  findAcross,
  placesOf,
} from './check-across.ts';
import type { HouseholdState } from './households-after.ts';
import { acrossRules, type PlacedFinding } from './keep-findings.ts';

/** What the rules across households say of a change. */
export type AcrossChange = {
  readonly was: readonly PlacedFinding[];
  readonly is: readonly PlacedFinding[];
  /** Each rule and record that was looked at as a whole: what is stored of these is replaced. */
  readonly pairs: readonly { ruleId: string; subjectId: string }[];
};

type Pair = AcrossChange['pairs'][number];

/**
 * Compares the records of a change with those of other households that share a phone, a name or a
 * year's income with them, before and after. The transaction's scope has to cover the
 * county: whoever shares a phone may live beyond the officer's reach.
 */
export async function compareAcross(
  { tx, services: { sealer } }: Pick<Context, 'tx' | 'services'>,
  of: { county: RegionCode; rules: RuleContext },
  states: { before: readonly HouseholdState[]; after: readonly HouseholdState[] },
): Promise<AcrossChange> {
  const { county } = of;
  const both = [...states.before, ...states.after];
  const own = new Set(both.map(({ id }) => id));
  const isOther = ({ householdId }: { householdId: string }): boolean => !own.has(householdId);
  const keys = keysOf(both, sealer);
  const byPhone = (await readPersonsByPhone(tx, county, keys.phones)).filter(isOther);
  const byName = (await readPersonsByName(tx, county, keys.names)).filter(isOther);
  const surveys = (await readSurveysOfVillages(tx, county, keys.years)).filter(isOther);
  const persons = new Map([...byPhone, ...byName].map((row) => [row.id, row]));
  const others = {
    persons: [...persons.values()].map((row) => comparedPerson(row, sealer)),
    surveys: surveys.map(comparedSurvey),
    places: placesOf([...persons.values(), ...surveys]),
  };
  const pairs = [
    ...pairsOf(['R015'], byPhone),
    ...pairsOf(['R027'], byName),
    ...pairsOf(['R116'], surveys),
    ...pairsOf(acrossRules, both.flatMap(recordsOf)),
  ];
  const isLooked = lookedAt(pairs);
  return {
    was: findAcross(together(others, states.before), of.rules).filter(isLooked),
    is: findAcross(together(others, states.after), of.rules).filter(isLooked),
    pairs,
  };
}

function recordsOf(state: HouseholdState): readonly { id: string }[] {
  return [...state.persons, ...state.surveys];
}

function pairsOf(rules: readonly string[], subjects: readonly { id: string }[]): Pair[] {
  return subjects.flatMap(({ id }) => rules.map((ruleId) => ({ ruleId, subjectId: id })));
}

function lookedAt(pairs: readonly Pair[]): (found: PlacedFinding) => boolean {
  const looked = new Set(pairs.map(({ ruleId, subjectId }) => `${ruleId} ${subjectId}`));
  return ({ finding }) => looked.has(`${finding.ruleId} ${finding.subjectId ?? ''}`);
}

/** Other households' records with those of the change in one of its two states. */
function together(others: Compared, states: readonly HouseholdState[]): Compared {
  const active = states.filter(({ isClosed }) => !isClosed);
  const places = new Map(others.places);
  for (const state of active) {
    const place = { householdId: state.id, villageCode: state.villageCode };
    for (const { id } of recordsOf(state)) places.set(id, place);
  }
  return {
    persons: [
      ...others.persons,
      ...active.flatMap((state) => state.persons.map((person) => registerPersonOf(person))),
    ],
    surveys: [
      ...others.surveys,
      ...active.flatMap(({ id, villageCode, surveys }) =>
        surveys.map((facts) => ({ id: facts.id, householdId: id, villageCode, facts })),
      ),
    ],
    places,
  };
}

/** What the persons and surveys of these households are recognised by. */
function keysOf(states: readonly HouseholdState[], sealer: Sealer) {
  const persons = states.flatMap((state) => state.persons);
  return {
    names: persons.flatMap(({ name, birthDay, documentNumber }) =>
      birthDay === null || documentNumber !== null ? [] : [{ name, birthDay }],
    ),
    phones: persons.flatMap(({ phone }) => (phone === null ? [] : [sealer.tailIndex(phone)])),
    years: states.flatMap(({ villageCode, surveys }) =>
      surveys.map(({ year }) => ({ villageCode, year })),
    ),
  };
}
