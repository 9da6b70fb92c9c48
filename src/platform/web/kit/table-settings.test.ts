import { expect, it } from 'vitest';
import { readSettings } from './table-settings.ts';

const plain = { density: 'middle', columns: undefined, views: [] };

it.each([null, '', 'not json', '17', 'null'])('starts plain from %j', (stored) => {
  expect(readSettings(stored)).toEqual(plain);
});

it('keeps what was chosen', () => {
  const stored = JSON.stringify({ density: 'small', columns: ['name'] });
  expect(readSettings(stored)).toEqual({ density: 'small', columns: ['name'], views: [] });
});
