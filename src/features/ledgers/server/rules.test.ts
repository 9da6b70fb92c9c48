import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Rules } from './rules.ts';

it('draws a line that neighbouring cells share once, from end to end', () => {
  const rules = new Rules();
  for (const x of [0, 50]) {
    rules.across(10, x, x + 50);
    rules.down(x, 10, 30);
  }
  rules.down(0, 30, 50);
  expect(rules.all()).toEqual([
    [0, 10, 100, 10],
    [0, 10, 0, 50],
    [50, 10, 50, 30],
  ]);
});

it('joins what rounding has moved apart by a tenth, and nothing that lies further apart', () => {
  const rules = new Rules();
  rules.across(0, 0, 49.9);
  rules.across(0, 50, 100);
  rules.across(0, 106, 150);
  expect(rules.all()).toEqual([
    [0, 0, 100, 0],
    [106, 0, 150, 0],
  ]);
});

it('draws every point of every line, in whatever order they were added', () => {
  const stretch = fc.record({
    at: fc.nat(3),
    from: fc.nat(20),
    length: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 30 }), (added) => {
      const rules = new Rules();
      for (const { at, from, length } of added) rules.across(at, from, from + length);
      const pointsOf = (lines: readonly (readonly [number, number, number])[]): Set<string> =>
        new Set(
          lines.flatMap(([y, from, to]) =>
            Array.from({ length: to - from }, (_, step) => `${y} ${from + step}`),
          ),
        );
      const drawn = pointsOf(rules.all().map(([x1, y, x2]) => [y, x1, x2]));
      expect(drawn).toEqual(
        pointsOf(added.map(({ at, from, length }) => [at, from, from + length])),
      );
    }),
  );
});
