import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isNumeric, writeDay, writeValue } from './write-value.ts';

it('writes money in yuan with two decimals and figures in threes', () => {
  expect(writeValue('money', 0, 'zh-CN')).toBe('0.00');
  expect(writeValue('money', 99_999, 'zh-CN')).toBe('999.99');
  expect(writeValue('money', 100_000, 'zh-CN')).toBe('1,000.00');
  expect(writeValue('money', 123_456_789_01, 'zh-CN')).toBe('123,456,789.01');
  expect(writeValue('money', -150_050, 'zh-CN')).toBe('-1,500.50');
});

it('writes days as people in China do, and as the standard does in English', () => {
  expect(writeValue('day', '2026-11-03', 'zh-CN')).toBe('2026年11月3日');
  expect(writeValue('month', '2014-05', 'zh-CN')).toBe('2014年5月');
  expect(writeValue('year', 2018, 'zh-CN')).toBe('2018年');
  expect(writeDay('2026-11-03', 'en')).toBe('2026-11-03');
});

it('writes a dash for what nobody has stated, and a naught for a naught', () => {
  expect(writeValue('count', null, 'zh-CN')).toBe('—');
  expect(writeValue('text', '', 'zh-CN')).toBe('—');
  expect(writeValue('count', 0, 'zh-CN')).toBe('0');
  expect(writeValue('share', 0.0525, 'zh-CN')).toBe('5.25%');
});

it('keeps identifiers and ordinals as they are', () => {
  expect(writeValue('identifier', '990101197503120018', 'zh-CN')).toBe('990101197503120018');
  expect(writeValue('ordinal', 1200, 'zh-CN')).toBe('1200');
  expect([isNumeric('ordinal'), isNumeric('count')]).toEqual([false, true]);
});

it('loses no figure of any amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      const written = writeValue('money', amount, 'zh-CN');
      expect(BigInt(written.replaceAll(/[,.]/g, ''))).toBe(BigInt(amount));
      expect(written).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
    }),
  );
});
