import { expect, it } from 'vitest';
import { nameInitials } from './name-initials.ts';

it('reads a surname as surnames are read', () => {
  expect(nameInitials('单雄信')).toBe('sxx');
  expect(nameInitials('曾小草')).toBe('zxc');
  expect(nameInitials('李强')).toBe('lq');
});

it('leaves out the mark between syllables and keeps letters', () => {
  expect(nameInitials('古丽·艾山')).toBe('glas');
  expect(nameInitials('阿依A')).toBe('aya');
});

it('has initials for rare characters too, and none for an empty name', () => {
  expect(nameInitials('龘')).toHaveLength(1);
  expect(nameInitials('')).toBe('');
});
