import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakEvenly, breakLines, leastWidthOf, widthOfText } from './break-lines.ts';

it('leaves a text alone that fits', () => {
  expect(breakLines('北门村', 8, 24)).toEqual(['北门村']);
  expect(breakLines('北门村', 8, 23.9)).toEqual(['北门', '村']);
});

it('begins no line with a mark that closes', () => {
  expect(breakLines('居民医保、居民养老', 10, 40)).toEqual(['居民医', '保、居民', '养老']);
});

it('breaks between the items of a list and before figures where that costs no line', () => {
  expect(breakLines('居民医保、居民养老', 10, 70)).toEqual(['居民医保、', '居民养老']);
  expect(breakLines('县外省内务工10个月', 10, 70)).toEqual(['县外省内务工', '10个月']);
  expect(breakLines('一、二三四、五六七', 10, 50)).toEqual(['一、二三', '四、五六七']);
});

it('breaks headings into lines of about the same length, and no more of them', () => {
  expect(breakEvenly('文化程度或在校', 10, 62)).toEqual(['文化程度', '或在校']);
  expect(breakEvenly('证件号码', 10, 62)).toEqual(['证件号码']);
  expect(breakEvenly('序号', 10, 9)).toEqual(['序', '号']);
});

it('does not tear figures and words apart unless they are wider than the line', () => {
  expect(breakLines('共1234户', 10, 30)).toEqual(['共', '1234', '户']);
  expect(breakLines('two words', 10, 32)).toEqual(['two', 'words']);
  const number = breakLines('990101197503120018', 10, 40);
  expect(number.length).toBeGreaterThan(1);
  expect(number.join('')).toBe('990101197503120018');
});

it('says how wide a line must be for no word and no figure to be torn', () => {
  expect(leastWidthOf('北门村，12户', 10)).toBeCloseTo(20, 0);
  expect(leastWidthOf('Ordinary worker', 10)).toBeCloseTo(widthOfText('Ordinary', 10), 1);
});

it('keeps the indent of a text that is broken', () => {
  expect(breakLines('\u3000计划生育奖励', 10, 50)).toEqual(['\u3000计划生育', '奖励']);
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
