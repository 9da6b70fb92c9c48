import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { checkHousehold, ruleContext } from '../../quality/model/index.ts';
import { faults } from './faults.ts';
import { synthesise } from './population.ts';

const on = plainDate('2026-11-23');
const households = [
  ...synthesise({
    seed: 'faults',
    villages: [regionCode('990101100200')],
    households: 120,
    on,
    surveyYears: [2025],
  }),
];
const context = ruleContext({ on, county: regionCode('990101'), clear: true, reserved: true });

describe('a seeded fault', () => {
  it.each(Object.keys(faults))('%s is found by its rule', (rule) => {
    const faulty = households.flatMap((one) => faults[rule]?.(one) ?? []);
    expect(faulty.length).toBeGreaterThan(0);
    const found = faulty.filter(({ household, persons, surveys, villageCode }) =>
      checkHousehold({ household: { ...household, villageCode }, persons, surveys }, context, {
        rows: true,
      }).some(({ ruleId }) => ruleId === rule),
    );
    // A fault that changes nothing (no business income to lack an expense for) is no fault.
    expect(found.length).toBeGreaterThan(faulty.length * 0.5);
  });
});
