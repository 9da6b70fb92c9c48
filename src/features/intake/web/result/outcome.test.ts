import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

it('says whether anything came in and whether anything stayed out', () => {
  expect(outcomeOf({ taken: 5, unchanged: 9, refused: 0 })).toBe('allTaken');
  expect(outcomeOf({ taken: 5, unchanged: 0, refused: 1 })).toBe('someRefused');
  expect(outcomeOf({ taken: 0, unchanged: 0, refused: 1 })).toBe('noneTaken');
});

it('calls a file that was uploaded twice nothing new, also if some of its rows are still refused', () => {
  expect(outcomeOf({ taken: 0, unchanged: 9, refused: 0 })).toBe('nothingNew');
  expect(outcomeOf({ taken: 0, unchanged: 9, refused: 1 })).toBe('restRefused');
});
