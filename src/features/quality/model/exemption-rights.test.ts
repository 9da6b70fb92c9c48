import { expect, it } from 'vitest';
import { mayExempt } from './exemption-rights.ts';

it('leaves exemptions from what is refused to the county and above', () => {
  expect(mayExempt('county', 'E')).toBe(true);
  expect(mayExempt('province', 'E')).toBe(true);
  expect(mayExempt('township', 'E')).toBe(false);
});

it('lets the township exempt from warnings and hints, and the village from nothing', () => {
  expect(mayExempt('township', 'W')).toBe(true);
  expect(mayExempt('township', 'I')).toBe(true);
  expect(mayExempt('village', 'W')).toBe(false);
  expect(mayExempt('village', 'I')).toBe(false);
});
