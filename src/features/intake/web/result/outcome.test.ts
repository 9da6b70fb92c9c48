import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

it('says whether anything came in and whether anything stayed out', () => {
  expect(outcomeOf({ taken: 5, refused: 0 })).toBe('allTaken');
  expect(outcomeOf({ taken: 5, refused: 1 })).toBe('someRefused');
  expect(outcomeOf({ taken: 0, refused: 1 })).toBe('noneTaken');
});

it('calls a file that was uploaded twice nothing new', () => {
  expect(outcomeOf({ taken: 0, refused: 0 })).toBe('nothingNew');
});
