import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf, classIndexOf } from './classes.ts';

describe('the classes of a map', () => {
  it('have round widths that people count in', () => {
    expect(classesOf([0, 3, 17, 24], 6, 1).map(({ from }) => from)).toEqual([0, 5, 10, 15, 20]);
    expect(classesOf([0, 0.017, 0.031, 0.052], 6, 0.001).map(({ from }) => from)).toEqual([
      0, 0.02, 0.04,
    ]);
  });

  it('grow with the values if one width would put nearly all into the first', () => {
    const skewed = [...Array.from({ length: 20 }, () => 0.03), 0.12, 0.26, 0.73];
    expect(classesOf(skewed, 6, 0.001).map(({ from }) => from)).toEqual([
      0, 0.02, 0.05, 0.1, 0.2, 0.5,
    ]);
    expect(classesOf([0, 0, 0, 0, 1, 1, 9], 6, 1).map(({ from }) => from)).toEqual([0, 1, 2, 5]);
  });

  it('begin where the values are if these lie far from zero', () => {
    expect(classesOf([1_150_000, 1_320_000], 6, 100)[0]).toEqual({
      from: 1_150_000,
      below: 1_200_000,
    });
  });

  it('are one if all values are the same, and none without values', () => {
    expect(classesOf([0, 0], 6, 1)).toEqual([{ from: 0, below: null }]);
    expect(classesOf([], 6, 1)).toEqual([]);
  });

  it('hold every value, in at most as many classes as asked for and never more finely than makes sense', () => {
    const values = fc.oneof(
      fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 50 }),
      fc.array(
        fc.nat(1000).map((thousandths) => thousandths / 1000),
        { minLength: 1 },
      ),
    );
    fc.assert(
      fc.property(values, (found) => {
        const classes = classesOf(found, 6, 0.001);
        expect(classes.length).toBeLessThanOrEqual(7);
        for (const value of found) {
          const index = classIndexOf(classes, value) ?? -1;
          const { from, below } = classes[index] ?? { from: Number.NaN, below: null };
          expect([value >= from, value < (below ?? Number.POSITIVE_INFINITY)]).toEqual([
            true,
            true,
          ]);
        }
      }),
    );
  });

  it('say nothing of an absent value', () => {
    expect(classIndexOf(classesOf([1, 2], 6, 1), null)).toBeUndefined();
  });
});
