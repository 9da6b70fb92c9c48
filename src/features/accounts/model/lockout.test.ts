import { expect, it } from 'vitest';
import { type Attempts, afterWrongAttempt, isLocked, noAttempts } from './lockout.ts';

const NOON = '2026-11-23T04:00:00.000Z';

function afterWrong(times: number, start: Attempts = noAttempts, now = NOON): Attempts {
  let attempts = start;
  for (let time = 0; time < times; time += 1) attempts = afterWrongAttempt(attempts, now);
  return attempts;
}

it('does not lock at the fourth wrong password', () => {
  expect(isLocked(afterWrong(4), NOON)).toBe(false);
});

it('locks at the fifth, for fifteen minutes', () => {
  const locked = afterWrong(5);
  expect(locked.lockedUntil).toBe('2026-11-23T04:15:00.000Z');
  expect(isLocked(locked, '2026-11-23T04:14:59.999Z')).toBe(true);
  expect(isLocked(locked, '2026-11-23T04:15:00.000Z')).toBe(false);
});

it('is not made longer by knocking on', () => {
  expect(afterWrong(50)).toEqual(afterWrong(5));
});

it('counts from one again after the lock', () => {
  const again = afterWrong(1, afterWrong(5), '2026-11-23T04:16:00.000Z');
  expect(again).toEqual({ failedAttempts: 1, lockedUntil: null });
});
