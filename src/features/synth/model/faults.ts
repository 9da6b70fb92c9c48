import { fen } from '../../../kernel/money.ts';
import type { PersonFacts, SurveyFacts } from '../../households/model/index.ts';
import type { Dice } from './dice.ts';
import type { SynthHousehold } from './household.ts';

/**
 * Ways in which registers go wrong in life, each named by the data rule that must find it. A fault
 * changes a copy; undefined if the household offers no place for it.
 */
export const faults: Readonly<Record<string, (one: SynthHousehold) => SynthHousehold | undefined>> =
  {
    R003: (one) =>
      head(one, (person) => ({
        ...person,
        documentNumber: withWrongCheckDigit(person.documentNumber),
      })),
    R006: (one) =>
      head(one, (person) => ({ ...person, birthDay: '1901-01-01' as PersonFacts['birthDay'] })),
    R007: (one) => head(one, (person) => ({ ...person, sex: person.sex === '1' ? '2' : '1' })),
    R008: (one) => head(one, (person) => ({ ...person, name: `${person.name}1` })),
    R010: (one) =>
      member(
        one,
        ({ documentKind }) => documentKind === 'disabilityCard',
        (person) => ({ ...person, health: ['healthy'] }),
      ),
    R012: (one) => head(one, (person) => ({ ...person, ethnicity: null })),
    R014: (one) => household(one, { phone: null }),
    R020: (one) =>
      member(
        one,
        ({ relation }) => relation === '10',
        (person) => ({ ...person, relation: '02' }),
      ),
    R022: (one) =>
      member(
        one,
        ({ relation }) => relation === '20',
        (person) => ({ ...person, relation: '30' }),
      ),
    R026: (one) =>
      survey(one, ({ populationAtYearEnd }) => ({
        populationAtYearEnd: (populationAtYearEnd ?? 0) + 1,
      })),
    R030: (one) =>
      member(
        one,
        ({ education }) => education !== null,
        (person) => ({ ...person, education: null }),
      ),
    R031: (one) =>
      member(
        one,
        ({ schoolStatus }) => schoolStatus === 'primary',
        (person) => ({ ...person, education: '80' }),
      ),
    R043: (one) =>
      member(
        one,
        ({ schoolStatus }) => schoolStatus === 'primary',
        (person) => ({ ...person, labourSkill: 'ordinary' }),
      ),
    R050: (one) =>
      member(
        one,
        ({ schoolStatus }) => schoolStatus === 'primary',
        (person) => ({ ...person, labourSkill: 'weak' }),
      ),
    R080: (one) => head(one, (person) => ({ ...person, residentMedical: false })),
    R081: (one) => head(one, (person) => ({ ...person, employeeMedical: true })),
    R082: (one) => head(one, (person) => ({ ...person, seriousIllnessInsurance: null })),
    R087: (one) =>
      one.household.householdType === 'exited'
        ? survey(one, () => ({ safeWater: false }))
        : undefined,
    R089: (one) => survey(one, () => ({ sanitaryToilet: null })),
    R090: (one) => survey(one, () => ({ pastureMu: null })),
    R091: (one) => survey(one, ({ forestMu }) => ({ convertedMu: (forestMu ?? 0) + 3 })),
    R092: (one) => survey(one, () => ({ roadDistanceKm: 7.5 })),
    R093: (one) => survey(one, () => ({ housingSqm: 0 })),
    R094: (one) => survey(one, () => ({ housingGrade: 'D' })),
    R100: (one) =>
      survey(one, ({ incomePerHeadFen }) => ({
        incomePerHeadFen: fen((incomePerHeadFen ?? 0) + 50_000),
      })),
    R106: (one) =>
      survey(one, ({ businessFen }) =>
        (businessFen ?? 0) > 0 ? { businessExpenseFen: fen(0) } : {},
      ),
  };

/** The same household with a fault that its dice choose, and which it is. */
export function withFault(
  one: SynthHousehold,
  dice: Dice,
): { rule: string; household: SynthHousehold } | undefined {
  const rule = dice.pick(Object.keys(faults));
  const household = faults[rule]?.(one);
  return household === undefined ? undefined : { rule, household };
}

function household(
  one: SynthHousehold,
  changes: Partial<SynthHousehold['household']>,
): SynthHousehold {
  return { ...one, household: { ...one.household, ...changes } };
}

function head(one: SynthHousehold, change: (person: PersonFacts) => PersonFacts): SynthHousehold {
  return {
    ...one,
    persons: one.persons.map((person, place) => (place === 0 ? change(person) : person)),
  };
}

function member(
  one: SynthHousehold,
  is: (person: PersonFacts) => boolean,
  change: (person: PersonFacts) => PersonFacts,
): SynthHousehold | undefined {
  const place = one.persons.findIndex(is);
  if (place < 0) return undefined;
  return {
    ...one,
    persons: one.persons.map((person, at) => (at === place ? change(person) : person)),
  };
}

function survey(
  one: SynthHousehold,
  change: (survey: SurveyFacts) => Partial<SurveyFacts>,
): SynthHousehold | undefined {
  const last = one.surveys.length - 1;
  if (last < 0) return undefined;
  return {
    ...one,
    surveys: one.surveys.map((found, at) => (at === last ? { ...found, ...change(found) } : found)),
  };
}

function withWrongCheckDigit(number: string | null): string | null {
  if (number === null) return null;
  const wrong = number[17] === '0' ? '1' : '0';
  return `${number.slice(0, 17)}${wrong}${number.slice(18)}`;
}
