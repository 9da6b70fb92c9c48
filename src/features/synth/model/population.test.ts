import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { checkHousehold, ruleContext } from '../../quality/model/index.ts';
import type { SynthHousehold } from './household.ts';
import { synthesise, synthesiseDonghu } from './population.ts';

const on = plainDate('2026-11-23');
const order = {
  seed: 'willow',
  villages: [regionCode('990101100200'), regionCode('990101101200')],
  households: 500,
  on,
  surveyYears: [2024, 2025],
};
const willow = [...synthesise(order)];
const donghu = [
  ...synthesiseDonghu({
    seed: 'donghu',
    village: regionCode('990102100200'),
    on,
    surveyYears: [2025],
  }),
];

function faults(households: readonly SynthHousehold[], levels: string): Record<string, number> {
  const context = ruleContext({ on, county: regionCode('990101'), clear: true, reserved: true });
  const counts: Record<string, number> = {};
  for (const { household, persons, surveys, villageCode } of households) {
    const records = { household: { ...household, villageCode }, persons, surveys };
    for (const finding of checkHousehold(records, context, { rows: true })) {
      if (levels.includes(finding.level))
        counts[finding.ruleId] = (counts[finding.ruleId] ?? 0) + 1;
    }
  }
  return counts;
}

const totals = (households: readonly SynthHousehold[]) => ({
  households: households.length,
  persons: households.reduce((sum, { persons }) => sum + persons.length, 0),
});

describe('a synthetic population', () => {
  it('is the same for the same order and another for another seed', () => {
    expect([...synthesise({ ...order, households: 50 })]).toEqual(willow.slice(0, 50));
    expect([...synthesise({ ...order, households: 50, seed: 'other' })]).not.toEqual(
      willow.slice(0, 50),
    );
  });

  it('breaks no data rule', () => {
    expect(faults(willow, 'EW')).toEqual({});
    expect(faults(donghu, 'E')).toEqual({});
  });

  it('gives everybody a phone number of the right form that no operator gives, hardly ever the same', () => {
    const phones = willow.flatMap(({ household, persons }) =>
      [household.phone, ...persons.map(({ phone }) => phone)].filter((phone) => phone !== null),
    );
    expect(phones.filter((phone) => !/^1(42|43|54|61|64|94)\d{8}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('gives every person an ID number of his or her own in the reserved area', () => {
    const numbers = willow.flatMap(({ persons }) =>
      persons.map(({ documentNumber }) => documentNumber),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => number?.startsWith('990101'))).toBe(true);
  });
});

describe('Donghu village', () => {
  const by = (keep: (one: SynthHousehold) => boolean) => totals(donghu.filter(keep));

  it('has the households and persons that its plan counts, by cause', () => {
    expect(totals(donghu)).toEqual({ households: 31, persons: 119 });
    expect(by(({ household }) => household.mainCause === 'illness')).toEqual({
      households: 3,
      persons: 10,
    });
    expect(by(({ household }) => household.mainCause === 'disability')).toEqual({
      households: 1,
      persons: 7,
    });
    expect(by(({ household }) => household.mainCause === 'lackOfLabour')).toEqual({
      households: 5,
      persons: 17,
    });
    expect(by(({ household }) => household.mainCause === 'other')).toEqual({
      households: 22,
      persons: 85,
    });
    expect(by(({ household }) => household.poorHouseholdKind === 'subsistenceAllowance')).toEqual({
      households: 1,
      persons: 7,
    });
  });

  it('leaves poverty ten, ten and seven households a year, 102 persons in all', () => {
    expect(by(({ household }) => household.exitYear === 2016).households).toBe(10);
    expect(by(({ household }) => household.exitYear === 2017).households).toBe(10);
    expect(by(({ household }) => household.exitYear === 2018).households).toBe(7);
    expect(by(({ household }) => household.exitYear !== null)).toEqual({
      households: 27,
      persons: 102,
    });
  });
});
