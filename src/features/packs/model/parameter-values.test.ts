import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { parameterIn } from '../../rules/model/index.ts';
import {
  type DatedValue,
  type ParameterTable,
  parametersInForce,
  valueAt,
  valueForRules,
} from './parameter-values.ts';

const willow = regionCode('990101');
const village = regionCode('990101100200');

function dated(value: number, region: string, from: string, until?: string): DatedValue {
  return {
    value,
    region: regionCode(region),
    from: plainDate(from),
    until: until === undefined ? null : plainDate(until),
    cites: ['#1'],
    pack: 'national',
    at: null,
  };
}

function lineWith(...values: DatedValue[]): ParameterTable {
  const title = { zh: '线', en: 'Line' };
  return { id: 'line', title, unit: 'yuan', list: null, note: null, pack: 'national', values };
}

describe('a parameter', () => {
  const line = lineWith(
    dated(2_855, '', '2015-01-01'),
    dated(2_952, '', '2016-01-01'),
    dated(3_200, '99', '2012-01-01', '2016-06-30'),
  );

  it('has from the day on which it begins the new value, and the day before still the old', () => {
    const national = lineWith(dated(2_855, '', '2015-01-01'), dated(2_952, '', '2016-01-01'));
    expect(valueAt(national, willow, plainDate('2015-12-31'))?.value).toBe(2_855);
    expect(valueAt(national, willow, plainDate('2016-01-01'))?.value).toBe(2_952);
  });

  it('has no value before its first: nobody takes that for nought', () => {
    expect(valueAt(line, regionCode('11'), plainDate('2014-12-31'))).toBeUndefined();
  });

  it('has the value of the nearest region, even an older one', () => {
    expect(valueAt(line, village, plainDate('2016-06-30'))?.value).toBe(3_200);
    expect(valueAt(line, regionCode('110101'), plainDate('2016-06-30'))?.value).toBe(2_952);
  });

  it('falls back to the wider region after the last day of the nearer', () => {
    expect(valueAt(line, village, plainDate('2016-07-01'))?.value).toBe(2_952);
  });

  it('has the value that stands first of two that begin on one day: the office before the packs', () => {
    const both = lineWith(dated(3_500, '99', '2016-01-01'), dated(3_200, '99', '2016-01-01'));
    expect(valueAt(both, village, plainDate('2016-01-01'))?.value).toBe(3_500);
  });

  it('reaches rules in fen if it is money', () => {
    expect(valueForRules(88.8, 'yuan')).toBe(8_880);
    expect(valueForRules(1.5, 'percent')).toBe(1.5);
  });
});

const regions = ['', '99', '9901', '990101', '990101100', '98'];
const anyValue = fc.record({
  value: fc.nat({ max: 9_999 }),
  region: fc.constantFrom(...regions),
  begins: fc.nat({ max: 40 }),
  lasts: fc.option(fc.nat({ max: 20 })),
});

it('answers rules and people alike, whatever the values', () => {
  const start = plainDate('2016-01-01');
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 12 }), fc.nat({ max: 60 }), (given, asked) => {
      const table = lineWith(
        ...given.map(({ value, region, begins, lasts }) => {
          const from = addDays(start, begins);
          return dated(value, region, from, lasts === null ? undefined : addDays(from, lasts));
        }),
      );
      const day = addDays(start, asked);
      const forRules = parametersInForce(new Map([['line', table]]), day).get('line');
      const person = valueAt(table, village, day)?.value;
      expect(parameterIn(forRules, village)?.value).toBe(
        person === undefined ? undefined : valueForRules(person, 'yuan'),
      );
    }),
  );
});
