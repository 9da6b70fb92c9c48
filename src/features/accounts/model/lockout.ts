/**
 * Wrong passwords and codes, counted one after the other until the next complete sign-in. The
 * product's own figures; GB/T 22239-2019, 8.1.4.1 asks for a limit and OWASP ASVS 5.0, 6.3.1 for
 * one that keeps guessing hopeless: at most 20 guesses an hour for each account.
 */
export const MOST_WRONG_ATTEMPTS = 5;
export const LOCKED_MINUTES = 15;

export type Attempts = { failedAttempts: number; lockedUntil: string | null };

export const noAttempts: Attempts = { failedAttempts: 0, lockedUntil: null };

export function isLocked({ lockedUntil }: Attempts, now: string): boolean {
  return lockedUntil !== null && Date.parse(lockedUntil) > Date.parse(now);
}

/** The count after one more wrong attempt. While locked, nothing counts and the lock grows no longer. */
export function afterWrongAttempt(attempts: Attempts, now: string): Attempts {
  if (isLocked(attempts, now)) return attempts;
  const before = attempts.lockedUntil === null ? attempts.failedAttempts : 0;
  const failedAttempts = before + 1;
  if (failedAttempts < MOST_WRONG_ATTEMPTS) return { failedAttempts, lockedUntil: null };
  const until = new Date(Date.parse(now) + LOCKED_MINUTES * 60_000);
  return { failedAttempts, lockedUntil: until.toISOString() };
}
