import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../../kernel/plain-date.ts';
import { type Aim, type Comparison, lightOf, lights, plannedOn, worstLight } from './light.ts';

const aim: Aim = {
  compare: 'atLeast',
  value: 90,
  begins: plainDate('2016-01-01'),
  due: plainDate('2016-12-31'),
};
// Half of the 365 days between the first day and the last.
const middle = plainDate('2016-07-02');

function light(
  actual: number | null,
  changed: Partial<Aim> & { today?: string; start?: number | null } = {},
) {
  const { today = middle, start = 0, ...rest } = changed;
  return lightOf({ ...aim, ...rest }, { actual, start, today: plainDate(today) });
}

describe('the light', () => {
  it('is met where the aim is reached, and not just below it', () => {
    expect(light(90)).toBe('met');
    expect(light(89.9, { today: '2016-12-31' })).not.toBe('met');
  });

  it('tells 以上 from 超过 and 以下 from 不足', () => {
    const on: [Comparison, boolean][] = [
      ['atLeast', true],
      ['moreThan', false],
      ['atMost', true],
      ['lessThan', false],
      ['equals', true],
    ];
    for (const [compare, isMet] of on) expect(light(90, { compare }) === 'met').toBe(isMet);
    expect(light(90.1, { compare: 'moreThan' })).toBe('met');
    expect(light(89.9, { compare: 'lessThan' })).toBe('met');
    expect(light(90.1, { compare: 'equals' })).not.toBe('met');
  });

  it('holds what is not reached against the straight line of the plan', () => {
    const planned = plannedOn(aim, { start: 0, today: middle }) ?? 0;
    expect(planned).toBeCloseTo(45.1, 1);
    expect(light(planned)).toBe('onTheWay');
    expect(light(planned - 0.1)).toBe('behind');
  });

  it('lets less be better: the poor households have to dwindle to none', () => {
    const less = { compare: 'equals' as const, value: 0, start: 100 };
    expect(light(49, less)).toBe('onTheWay');
    expect(light(51, less)).toBe('behind');
    expect(light(0, less)).toBe('met');
  });

  it('is overdue from the day after the last', () => {
    expect(light(89, { today: '2016-12-31' })).toBe('behind');
    expect(light(89, { today: '2017-01-01' })).toBe('overdue');
    expect(light(90, { today: '2017-01-01' })).toBe('met');
  });

  it('says nothing before the beginning, nor without a value at the beginning', () => {
    expect(light(10, { today: '2015-12-31' })).toBe('notDue');
    expect(light(10, { today: '2016-01-01' })).toBe('onTheWay');
    expect(light(10, { start: null })).toBe('notDue');
    expect(light(10, { start: null, today: '2017-01-01' })).toBe('overdue');
  });

  it('has no data without an actual value, whatever the day', () => {
    for (const today of ['2015-01-01', '2016-06-30', '2020-01-01'])
      expect(light(null, { today })).toBe('noData');
  });

  it('takes an aim of one day', () => {
    const oneDay = { begins: aim.due };
    expect(light(89, { ...oneDay, today: '2016-12-31' })).toBe('behind');
    expect(light(89, { ...oneDay, today: '2017-01-01' })).toBe('overdue');
  });

  it('never gets worse by coming nearer to the aim', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: -10, max: 400 }),
        fc.constantFrom('atLeast' as const, 'moreThan' as const),
        (actual, more, day, compare) => {
          const today = addDays(aim.begins, day);
          const before = lights.indexOf(light(actual, { today, compare }));
          const after = lights.indexOf(light(actual + more, { today, compare }));
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('a clause', () => {
  it('shows the worst of its items, and nothing if nothing of it is judged', () => {
    expect(worstLight(['met', 'behind', null, 'onTheWay'])).toBe('behind');
    expect(worstLight(['overdue', 'noData'])).toBe('overdue');
    expect(worstLight(['met', 'noData'])).toBe('noData');
    expect(worstLight([null])).toBeNull();
    expect(worstLight([])).toBeNull();
  });
});
