import { expect, it } from 'vitest';
import { withoutValues } from './finding-words.ts';

it('puts dots where a finding fills in its values', () => {
  expect(withoutValues('{{age}} years old, not 16–{{most}}.')).toBe('… years old, not 16–….');
  expect(withoutValues('now “$t(codes:education.{{education}})”')).toBe('now “…”');
  expect(withoutValues('nothing to fill in')).toBe('nothing to fill in');
});
