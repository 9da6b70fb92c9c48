import { expect, it } from 'vitest';
import { newId } from './identifiers.ts';

it('makes identifiers that sort in the order in which they were made', () => {
  const made = Array.from({ length: 10_000 }, () => newId());
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
});

it('goes on in order when the clock is set back', () => {
  const before = newId();
  expect(newId(Date.now() - 3_600_000) > before).toBe(true);
});

it('marks them as version 7', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
