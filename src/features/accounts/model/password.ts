import { ok, type Result, refused } from '../../../kernel/result.ts';
import { commonPasswords } from './common-passwords.ts';

/**
 * Two sets of rules, for two authorities disagree. OWASP ASVS 5.0 (6.2.1, 6.2.5, 6.2.10) wants
 * length and no list of kinds, no change by the calendar; assessors of GB/T 22239-2019, 8.1.4.1 look
 * for kinds and a periodic change. An office picks one; `standard` unless it says otherwise.
 */
export const passwordPolicies = {
  standard: { leastKinds: 1, mostDays: undefined },
  graded: { leastKinds: 3, mostDays: 90 },
} as const satisfies Record<string, PasswordPolicy>;
export type PasswordPolicyName = keyof typeof passwordPolicies;
export type PasswordPolicy = { leastKinds: number; mostDays: number | undefined };

/** In characters. */
const LEAST_PASSWORD_LENGTH = 10;
const MOST_PASSWORD_LENGTH = 128;
const LEAST_DIFFERENT_CHARACTERS = 4;

export type PasswordProblem =
  | { code: 'passwordTooShort'; least: number }
  | { code: 'passwordTooLong'; most: number }
  | { code: 'passwordTellsUserName' }
  | { code: 'passwordTooCommon' }
  | { code: 'passwordNeedsKinds'; least: number }
  | { code: 'passwordUnchanged' };

/** One way to write the same characters, so that a password typed on another keyboard is the same. */
export function normalPassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** Judges a new password; answers it in its normal form. */
export function judgePassword(
  typed: string,
  { userName, policy }: { userName: string; policy: PasswordPolicy },
): Result<string, PasswordProblem> {
  const password = normalPassword(typed);
  const characters = Array.from(password);
  const small = password.toLowerCase();
  if (characters.length < LEAST_PASSWORD_LENGTH) {
    return refused({ code: 'passwordTooShort', least: LEAST_PASSWORD_LENGTH });
  }
  if (characters.length > MOST_PASSWORD_LENGTH) {
    return refused({ code: 'passwordTooLong', most: MOST_PASSWORD_LENGTH });
  }
  if (small.includes(userName) && small.replace(userName, '').length < LEAST_PASSWORD_LENGTH) {
    return refused({ code: 'passwordTellsUserName' });
  }
  if (commonPasswords.has(small) || new Set(characters).size < LEAST_DIFFERENT_CHARACTERS) {
    return refused({ code: 'passwordTooCommon' });
  }
  if (kindsIn(password) < policy.leastKinds) {
    return refused({ code: 'passwordNeedsKinds', least: policy.leastKinds });
  }
  return ok(password);
}

/** Small letters, capital letters, digits, and everything else: how many of the four occur. */
function kindsIn(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
}

/** True if the policy wants another password by now. */
export function isPasswordOutworn(
  changedAt: string | null,
  now: string,
  { mostDays }: PasswordPolicy,
): boolean {
  if (mostDays === undefined || changedAt === null) return false;
  return Date.parse(now) - Date.parse(changedAt) > mostDays * 86_400_000;
}
