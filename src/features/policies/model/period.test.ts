import { describe, expect, it } from 'vitest';
import { daysOfPeriod, isPeriodOf } from './period.ts';

describe('a period', () => {
  it('has a first and a last day', () => {
    expect(daysOfPeriod('2019')).toEqual({ first: '2019-01-01', last: '2019-12-31' });
    expect(daysOfPeriod('2019-H1')).toEqual({ first: '2019-01-01', last: '2019-06-30' });
    expect(daysOfPeriod('2019-H2')).toEqual({ first: '2019-07-01', last: '2019-12-31' });
    expect(daysOfPeriod('2019-Q1')).toEqual({ first: '2019-01-01', last: '2019-03-31' });
    expect(daysOfPeriod('2019-Q4')).toEqual({ first: '2019-10-01', last: '2019-12-31' });
    expect(daysOfPeriod('2020-02')).toEqual({ first: '2020-02-01', last: '2020-02-29' });
  });

  it('is as long as the indicator is reported often', () => {
    expect(isPeriodOf('2019', 'year')).toBe(true);
    expect(isPeriodOf('2019-Q1', 'year')).toBe(false);
    expect(isPeriodOf('2019-Q1', 'quarter')).toBe(true);
    expect(isPeriodOf('2019-H1', 'quarter')).toBe(false);
    expect(isPeriodOf('2019-13', 'month')).toBe(false);
    expect(isPeriodOf('2019', 'once')).toBe(true);
  });
});
