import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { type Due, nextDue } from './next-due.ts';

function next(due: Due, today: string): string | null {
  return nextDue(due, plainDate(today));
}

describe('the next day on which something is due', () => {
  it('of a yearly report is the day itself, and the day after it that of the next year', () => {
    const october: Due = { every: 'year', days: ['10-15'] };
    expect(next(october, '2026-10-15')).toBe('2026-10-15');
    expect(next(october, '2026-10-16')).toBe('2027-10-15');
  });

  it('without days is the end of the period', () => {
    expect(next({ every: 'year' }, '2026-01-01')).toBe('2026-12-31');
    expect(next({ every: 'halfYear' }, '2026-07-01')).toBe('2026-12-31');
    expect(next({ every: 'quarter' }, '2026-03-31')).toBe('2026-03-31');
    expect(next({ every: 'quarter' }, '2026-04-01')).toBe('2026-06-30');
    expect(next({ every: 'month' }, '2028-02-01')).toBe('2028-02-29');
    expect(next({ every: 'month' }, '2026-12-31')).toBe('2026-12-31');
  });

  it('keeps to the years for which it is owed', () => {
    const years: Due = { every: 'year', from: 2028, until: 2028 };
    expect(next(years, '2026-05-01')).toBe('2028-12-31');
    expect(next(years, '2028-12-31')).toBe('2028-12-31');
    expect(next(years, '2029-01-01')).toBeNull();
  });

  it('takes the last of February where there is no 29th', () => {
    expect(next({ every: 'year', days: ['02-29'] }, '2026-01-01')).toBe('2026-02-28');
    expect(next({ every: 'year', days: ['02-29'] }, '2028-01-01')).toBe('2028-02-29');
  });

  it('is a single day even when it has passed, and none where it counts from an event', () => {
    expect(next({ by: plainDate('2016-03-31') }, '2026-01-01')).toBe('2016-03-31');
    expect(next({ within: 3, unit: 'months', of: 'exited' }, '2026-01-01')).toBeNull();
    expect(next({ always: true }, '2026-01-01')).toBeNull();
  });
});
