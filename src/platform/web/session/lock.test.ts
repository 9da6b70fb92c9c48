import { expect, it } from 'vitest';
import { Refusal } from '../api.ts';
import { addressWithin } from './address-within.ts';
import { lockOf } from './lock.ts';

const now = Date.UTC(2026, 10, 23, 8);
const refusal = (details: Record<string, unknown>) =>
  new Refusal({ code: 'accountLocked', status: 403, title: 'Locked.', details });

it('reads how long an account is locked, however the server says it', () => {
  expect(lockOf(refusal({ until: '2026-11-23T08:10:00Z' }), now)?.until).toBe(now + 600_000);
  expect(lockOf(refusal({ seconds: 30 }), now)?.until).toBe(now + 30_000);
});

it('takes a refusal without an end for no lock', () => {
  expect(lockOf(refusal({ attempts: 5, minutes: 10 }), now)).toBeUndefined();
  expect(lockOf(refusal({ until: 'later' }), now)).toBeUndefined();
  expect(lockOf(new Error('no answer'), now)).toBeUndefined();
});

it('goes on to the page that was asked for', () => {
  expect(addressWithin('/households?type=poor')).toBe('/households?type=poor');
});

it.each([
  undefined,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'javascript:0',
])('never goes to another site: %j', (next) => {
  expect(addressWithin(next)).toBe('/');
});
