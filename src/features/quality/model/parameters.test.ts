import { expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { nationalParameters, parametersAt } from './parameters.ts';

function at(region: string, day: string) {
  return parametersAt(nationalParameters, regionCode(region), plainDate(day));
}

it.each([
  ['2013-12-31', 273_600],
  ['2014-01-01', 280_000],
  ['2019-12-31', 321_800],
  ['2020-01-01', 400_000],
  ['2026-11-23', 400_000],
])('gives on %s the national line of %i fen', (day, line) => {
  expect(at('990101', day).povertyLineFen).toBe(line);
});

it('has no line before there was one', () => {
  expect(at('990101', '2009-12-31').povertyLineFen).toBeUndefined();
  expect(at('990101', '2020-12-31').monitoringLineFen).toBeUndefined();
});

it('lets the nearest region win, even with an older value', () => {
  expect(at('990101', '2023-06-01').monitoringLineFen).toBe(600_000);
  expect(at('520102', '2023-06-01').monitoringLineFen).toBe(730_000);
  expect(at('520102', '2026-06-01').monitoringLineFen).toBe(730_000);
  expect(at('350526', '2024-06-01').monitoringLineFen).toBe(1_956_000);
  expect(at('350526', '2023-06-01').monitoringLineFen).toBe(600_000);
  expect(at('350527', '2024-06-01').monitoringLineFen).toBe(600_000);
});

it('raises the exit line by six in a hundred a year', () => {
  for (let year = 2014; year <= 2020; year += 1) {
    const expected = Math.round(2_800 * 1.06 ** (year - 2014));
    const line = at('990101', `${year}-06-01`).exitLineFen ?? 0;
    // The provinces rounded 3 971.85 up to the round 4 000 of the last year.
    expect(Math.abs(line / 100 - (year === 2020 ? 4_000 : expected))).toBeLessThanOrEqual(1);
  }
});

it('names a source for every value', () => {
  expect(nationalParameters.filter(({ source }) => source === '')).toEqual([]);
});
