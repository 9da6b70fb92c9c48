import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SpellCount, yearBalances } from './year-balance.ts';

function count(
  year: number,
  what: SpellCount['what'],
  reason: string,
  households: number,
): SpellCount {
  return { year, what, reason, households };
}

it('carries what stood at the end of a year into the next', () => {
  const balances = yearBalances(
    [
      count(2014, 'start', 'identified', 100),
      count(2015, 'start', 'lookBack', 10),
      count(2015, 'end', 'removed', 4),
      count(2016, 'end', 'exited', 30),
      count(2016, 'end', 'merged', 1),
      count(2017, 'start', 'returned', 2),
    ],
    { until: 2017, years: 3 },
  );
  expect(balances.map(({ year, opening, closing }) => [year, opening, closing])).toEqual([
    [2015, 100, 106],
    [2016, 106, 75],
    [2017, 75, 77],
  ]);
  expect(balances[0]).toMatchObject({ lookBack: 10, removed: 4, otherEnd: 0 });
  expect(balances[1]).toMatchObject({ exited: 30, otherEnd: 1 });
  expect(balances[2]).toMatchObject({ returned: 2, identified: 0 });
});

it('begins with the first year of which anything is known, and is empty without spells', () => {
  const [first] = yearBalances([count(2020, 'start', 'identified', 5)], { until: 2021, years: 8 });
  expect(first).toMatchObject({ year: 2020, opening: 0, closing: 5 });
  expect(yearBalances([], { until: 2026, years: 8 })).toEqual([]);
});

it('balances every year, whatever happened', () => {
  const anything = fc.record({
    year: fc.integer({ min: 2010, max: 2026 }),
    what: fc.constantFrom<SpellCount['what']>('start', 'end'),
    households: fc.nat(1000),
    reason: fc.constantFrom('identified', 'lookBack', 'returned', 'split'),
  });
  const ending = fc.constantFrom('exited', 'removed', 'naturalDecrease', 'merged', 'eliminated');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anything, ending)),
      fc.integer({ min: 1, max: 20 }),
      (made, years) => {
        const counts = made.map(([spell, reason]) =>
          spell.what === 'end' ? { ...spell, reason } : spell,
        );
        const balances = yearBalances(counts, { until: 2026, years });
        for (const [index, b] of balances.entries()) {
          const came = b.identified + b.lookBack + b.returned + b.split;
          const went = b.exited + b.removed + b.otherEnd;
          expect(b.opening + came - went).toBe(b.closing);
          expect(b.opening).toBe(balances[index - 1]?.closing ?? b.opening);
        }
        const all = counts.reduce(
          (sum, { what, households }) => sum + (what === 'start' ? households : -households),
          0,
        );
        expect(balances.at(-1)?.closing ?? 0).toBe(all);
      },
    ),
  );
});
