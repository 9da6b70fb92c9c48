import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakLines, widthOfText } from './break-lines.ts';

it('leaves a text alone that fits', () => {
  expect(breakLines('北门村', 8, 24)).toEqual(['北门村']);
  expect(breakLines('北门村', 8, 23.9)).toEqual(['北门', '村']);
});

it('begins no line with a mark that closes', () => {
  expect(breakLines('居民医保、居民养老', 10, 40)).toEqual(['居民医', '保、居民', '养老']);
});

it('does not tear figures and words apart unless they are wider than the line', () => {
  expect(breakLines('共1234户', 10, 30)).toEqual(['共', '1234', '户']);
  expect(breakLines('two words', 10, 32)).toEqual(['two', 'words']);
  const number = breakLines('990101197503120018', 10, 40);
  expect(number.length).toBeGreaterThan(1);
  expect(number.join('')).toBe('990101197503120018');
});

it('loses no character and makes no line too wide, whatever the text', () => {
  const characters = fc.constantFrom(...'北门村、，。（）A1 李12');
  fc.assert(
    fc.property(
      fc.array(characters, { maxLength: 40 }),
      fc.integer({ min: 12, max: 90 }),
      (made, width) => {
        const text = made.join('').trim();
        const lines = breakLines(text, 10, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) {
          expect(widthOfText(line, 10) <= width || [...line].length === 1).toBe(true);
        }
      },
    ),
  );
});
