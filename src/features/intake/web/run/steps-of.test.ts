import { expect, it } from 'vitest';
import { stepsOf } from './steps-of.ts';

const noon = '2026-11-23T04:00:00Z';

function statesOf(run: Parameters<typeof stepsOf>[0]): string {
  return stepsOf(run)
    .map(({ state }) => state)
    .join(' ');
}

it('waits at the columns after the upload', () => {
  expect(statesOf({ state: 'mapping', startedAt: null })).toBe('done current ahead ahead ahead');
});

it('shows a run that waits its turn as being checked next', () => {
  expect(statesOf({ state: 'queued', startedAt: null })).toBe('done done current ahead ahead');
});

it('has no step left when all is done', () => {
  expect(statesOf({ state: 'done', startedAt: noon })).toBe('done done done done done');
});

it('stops where a run was given up: before it began, or while it was checked', () => {
  expect(statesOf({ state: 'cancelled', startedAt: null })).toBe('done stopped ahead ahead ahead');
  expect(statesOf({ state: 'failed', startedAt: noon })).toBe('done done stopped ahead ahead');
});
