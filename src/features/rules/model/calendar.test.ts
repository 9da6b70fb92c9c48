import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, plainDate } from '../../../kernel/plain-date.ts';
import { addDays, addMonths, dayOf, daysBetween, monthsBetween, yearsBetween } from './calendar.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('completed months and years', () => {
  it.each([
    ['2020-01-31', '2020-02-29', 0],
    ['2020-01-31', '2020-03-01', 1],
    ['2020-01-15', '2020-02-14', 0],
    ['2020-01-15', '2020-02-15', 1],
    ['2020-02-15', '2020-01-15', -1],
    ['2020-02-14', '2020-01-15', 0],
  ])('are counted from %s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });

  it('are the ages of persons', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [born, on] = [one, other].toSorted();
        const age = ageOn(plainDate(born ?? ''), plainDate(on ?? ''));
        expect(yearsBetween(born ?? '', on ?? '')).toBe(age);
      }),
    );
  });

  it('are as many backwards as forwards', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(monthsBetween(one, other) + monthsBetween(other, one)).toBe(0);
      }),
    );
  });
});

describe('a day so much later', () => {
  it('is the last day of a shorter month', () => {
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
    expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
    expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
  });

  it('is so many days away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9999, max: 9999 }), (from, count) => {
        const to = addDays(from, count);
        expect(to === undefined ? undefined : daysBetween(from, to)).toBe(count);
      }),
    );
  });

  it('is none outside the calendar', () => {
    expect(addDays('9999-12-31', 1)).toBeUndefined();
    expect(addDays('2020-01-01', 1e300)).toBeUndefined();
    expect(addMonths('0001-01-31', -1)).toBeUndefined();
    expect(addMonths('9999-12-31', 1)).toBeUndefined();
    expect(dayOf(2021, '02-29')).toBeUndefined();
    expect(dayOf(2020, '02-29')).toBe('2020-02-29');
  });
});
