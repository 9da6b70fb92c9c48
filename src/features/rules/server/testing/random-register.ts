import { addDays, type PlainDate, plainDate } from '../../../../kernel/plain-date.ts';
import type { FactRecord } from '../../model/expression.ts';
import { type FactName, factNames } from '../../model/facts-schema.ts';
import type { FactValue } from '../../model/rule-case.ts';
import { ruleCodes } from '../../model/rule-code-lists.ts';
import type { RuleType } from '../../model/rule-type.ts';
import type { Dice } from './dice.ts';

export const asked: PlainDate = plainDate('2020-02-29');

export type RandomRecord = Record<string, FactValue>;

export type RandomHousehold = {
  readonly id: string;
  readonly village: string;
  readonly household: RandomRecord;
  readonly survey: RandomRecord;
  readonly persons: readonly (RandomRecord & { readonly id: string })[];
};

const villages = ['990101100201', '990101101201', '990102100201'];

/** Days on which calendars trip. */
const days = [
  '2004-02-29',
  '2004-02-28',
  '2004-03-01',
  '2020-02-29',
  '2020-03-01',
  '1940-12-31',
  '2018-03-31',
  '2018-04-30',
  '2021-01-01',
];

/** A household of the register, most of its fields stated, with values on both sides of every line. */
export function randomHousehold(dice: Dice, number: number): RandomHousehold {
  const persons = Array.from({ length: dice.roll(6) }, (_, index) => ({
    ...record('person', dice),
    id: uuid(number * 100 + index + 1),
  }));
  const hasSurvey = dice.chance(0.9);
  return {
    id: uuid(number * 100),
    village: dice.pick(villages),
    household: { ...record('household', dice), number: `B${number}` },
    survey: hasSurvey ? { ...record('survey', dice), year: 2019 } : {},
    persons,
  };
}

function uuid(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** What the records hold themselves; the rest is worked out from it. */
export function storedNames(of: FactRecord): readonly FactName[] {
  const workedOut = new Set(['size', 'monitored', 'age', 'isHead']);
  return factNames.filter(({ record: owner, name }) => owner === of && !workedOut.has(name));
}

function record(of: 'household' | 'survey' | 'person', dice: Dice): RandomRecord {
  return Object.fromEntries(
    storedNames(of).map(({ name, type, optional }) => [
      name,
      optional && dice.chance(0.25) ? null : value(type, dice),
    ]),
  );
}

function value(type: RuleType, dice: Dice): FactValue {
  switch (type.kind) {
    case 'bool':
      return dice.chance(0.5);
    case 'int':
      return dice.pick([0, 1, 2, 3, 15, 16, 17, 18, 60, 2015, 2020]);
    case 'money':
      return dice.pick([0, 1, -500, 1_249, 1_250, 249_999, 250_000, 270_001, 300_000, 987_654_321]);
    case 'decimal':
      return dice.pick([0, 0.5, 1.25, 2, 2.5, 3.75, 12.5, 100]);
    case 'day':
      return dice.chance(0.5)
        ? dice.pick(days)
        : addDays(plainDate('1935-01-01'), dice.roll(32_000));
    case 'month':
      return `${2013 + dice.roll(8)}-${String(1 + dice.roll(12)).padStart(2, '0')}`;
    case 'code':
      return dice.pick(ruleCodes(type.list)).code;
    case 'list': {
      const { of } = type;
      const items = Array.from({ length: dice.roll(3) }, () => String(value(of, dice)));
      return items.length === 0 ? null : [...new Set(items)];
    }
    default:
      return `T${dice.roll(3)}`;
  }
}

export const statedPlaces = {
  counties: new Map([
    ['990101', { poorCounty: true, regionClass: 'west' }],
    ['990102', { regionClass: 'east' }],
  ]),
  villages: new Map([
    ['990101100201', { poorVillage: true, roadDistanceKm: 2.5 }],
    ['990102100201', { poorVillage: false, roadDistanceKm: 0 }],
  ]),
};

/** What the register counts of a county, for the engines that look at one household. */
export function countedOf(
  households: readonly RandomHousehold[],
  region: string,
): Record<string, number> {
  const own = households.filter(({ village }) => village.startsWith(region));
  const poor = own.filter(({ household }) =>
    ['notExited', 'returned'].includes(String(household['povertyStatus'])),
  );
  const persons = (of: readonly RandomHousehold[]): number =>
    of.reduce((sum, household) => sum + household.persons.length, 0);
  return {
    registeredHouseholds: own.length,
    registeredPersons: persons(own),
    poorHouseholds: poor.length,
    poorPersons: persons(poor),
  };
}
