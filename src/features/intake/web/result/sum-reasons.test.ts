import { expect, it } from 'vitest';
import { heldBackIn, sumReasons } from './sum-reasons.ts';

it('adds up a reason over all tables', () => {
  const found = sumReasons([
    { reasons: [{ code: 'R003', level: 'E', count: 2 }] },
    { reasons: [{ code: 'R003', level: 'E', count: 3 }] },
  ]);
  expect(found).toEqual([{ code: 'R003', level: 'E', count: 5 }]);
});

it('puts refusals before warnings and the commonest first', () => {
  const found = sumReasons([
    {
      reasons: [
        { code: 'R045', level: 'W', count: 90 },
        { code: 'valueMissing', level: 'E', count: 1 },
        { code: 'R003', level: 'E', count: 7 },
      ],
    },
  ]);
  expect(found.map(({ code }) => code)).toEqual(['R003', 'valueMissing', 'R045']);
});

it('puts what only follows from a fault behind the faults, and counts it', () => {
  const tables = [
    {
      reasons: [
        { code: 'heldBack', level: 'E' as const, count: 40 },
        { code: 'R003', level: 'E' as const, count: 7 },
      ],
    },
    { reasons: [{ code: 'heldBack', level: 'E' as const, count: 2 }] },
  ];
  expect(sumReasons(tables).map(({ code }) => code)).toEqual(['R003', 'heldBack']);
  expect(heldBackIn(tables)).toBe(42);
  expect(heldBackIn([])).toBe(0);
});
