import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isPasswordOutworn,
  judgePassword,
  type PasswordPolicyName,
  passwordPolicies,
} from './password.ts';

function codeFor(password: string, name: PasswordPolicyName = 'standard'): string | undefined {
  const judged = judgePassword(password, { userName: 'mei', policy: passwordPolicies[name] });
  return judged.ok ? undefined : judged.problem.code;
}

it.each([
  ['nine-char', 'passwordTooShort'],
  ['ten-chars!', undefined],
  ['柳溪水长流过石桥边', 'passwordTooShort'],
  ['柳溪水长流过石桥边上', undefined],
  ['ab1'.padEnd(128, 'xyz'), undefined],
  ['ab1'.padEnd(129, 'xyz'), 'passwordTooLong'],
  ['Mei1234567', 'passwordTellsUserName'],
  ['mei-by-the-stone-bridge', undefined],
  ['Password123', 'passwordTooCommon'],
  ['woaini1314', 'passwordTooCommon'],
  ['aaaaaaaaaaaa', 'passwordTooCommon'],
  ['abcabcabcabc', 'passwordTooCommon'],
  ['abcdabcdabcd', undefined],
])('judges %j: %s', (password, code) => {
  expect(codeFor(password)).toBe(code);
});

it('asks for three kinds of characters only under the graded policy', () => {
  expect(codeFor('river-and-stone')).toBeUndefined();
  expect(codeFor('river-and-stone', 'graded')).toBe('passwordNeedsKinds');
  expect(codeFor('River-and-stone', 'graded')).toBeUndefined();
});

it('takes the same characters typed full-width as the same password', () => {
  const judged = judgePassword('ｔｅｎ－ｃｈａｒｓ！', {
    userName: 'mei',
    policy: passwordPolicies.standard,
  });
  expect(judged).toEqual({ ok: true, value: 'ten-chars!' });
});

it('lets no short password and no unnamed refusal through, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const judged = judgePassword(text, { userName: 'mei', policy: passwordPolicies.graded });
      const outcome = judged.ok ? Array.from(judged.value).length : judged.problem.code;
      expect(outcome).toSatisfy(
        (found: number | string) => Number(found) >= 10 || `${found}`.startsWith('password'),
      );
    }),
  );
});

it('wears out after ninety days, and only under the graded policy', () => {
  const changed = '2026-08-25T04:00:00.000Z';
  expect(isPasswordOutworn(changed, '2026-11-23T04:00:00.000Z', passwordPolicies.graded)).toBe(
    false,
  );
  expect(isPasswordOutworn(changed, '2026-11-23T04:00:00.001Z', passwordPolicies.graded)).toBe(
    true,
  );
  expect(isPasswordOutworn(changed, '2036-11-23T04:00:00.000Z', passwordPolicies.standard)).toBe(
    false,
  );
});
