import { expect, it } from 'vitest';
import { makeSecret, otpauthUri, stepOfCode } from './totp.ts';

// RFC 6238, appendix B: the secret of the test vectors in Base32, the last six of their eight digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): string => new Date(seconds * 1000).toISOString();

it.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_111_111_111, '050471', 37_037_037],
  [1_234_567_890, '005924', 41_152_263],
  [2_000_000_000, '279037', 66_666_666],
  [20_000_000_000, '353130', 666_666_666],
])('knows the vector of second %i', (second, code, step) => {
  expect(stepOfCode(SECRET, code, { now: at(second), lastStep: null })).toBe(step);
});

it('takes the code one step early and late, not two', () => {
  const middle = 41_152_263 * 30 + 15;
  const accepted = [-60, -30, 0, 30, 60].map((off) =>
    stepOfCode(SECRET, '005924', { now: at(middle + off), lastStep: null }),
  );
  expect(accepted).toEqual([undefined, 41_152_263, 41_152_263, 41_152_263, undefined]);
});

it('takes no step twice and none before the last', () => {
  const now = at(1_234_567_890);
  expect(stepOfCode(SECRET, '005924', { now, lastStep: 41_152_262 })).toBe(41_152_263);
  expect(stepOfCode(SECRET, '005924', { now, lastStep: 41_152_263 })).toBeUndefined();
  expect(stepOfCode(SECRET, '005924', { now, lastStep: 41_152_264 })).toBeUndefined();
});

it('makes a new secret of 160 bits every time, and an address that apps understand', () => {
  const secret = makeSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(makeSecret()).not.toBe(secret);
  const uri = new URL(otpauthUri({ issuer: 'Mingbai', userName: 'mei', secret }));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(uri.searchParams.get('issuer')).toBe('Mingbai');
});
