import type { AnonymousContext } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { type Attempts, afterWrongAttempt, LOCKED_MINUTES, noAttempts } from '../model/lockout.ts';
import { type Account, saveAttempts } from './account-store.ts';
import { type Origin, recordUnproven } from './events.ts';
import { endSessionsOf } from './session-store.ts';

/** Counts a wrong password or code. The caller returns its refusal instead of throwing it, or the count is lost. */
export async function countWrongAttempt(
  context: AnonymousContext,
  account: Account,
  origin: Origin & { reason: 'wrongPassword' | 'wrongCode' },
): Promise<Attempts> {
  const attempts = afterWrongAttempt(account, context.now);
  await saveAttempts(context.tx, account.id, attempts);
  await recordUnproven(context, 'session.refuse', { accountId: account.id, detail: origin });
  if (attempts.lockedUntil !== null) {
    await recordUnproven(context, 'account.lock', {
      accountId: account.id,
      detail: { ...origin, until: attempts.lockedUntil },
    });
  }
  return attempts;
}

export async function forgetAttempts(context: AnonymousContext, account: Account): Promise<void> {
  if (account.failedAttempts > 0 || account.lockedUntil !== null) {
    await saveAttempts(context.tx, account.id, noAttempts);
  }
}

/** Says until when: only to someone who knows the password already, so that it gives nothing away. */
export function lockedProblem(until: string | null): Problem {
  return new Problem(403, 'accountLocked', { minutes: LOCKED_MINUTES, until });
}

/**
 * Counts a wrong proof within a session. Whoever guesses there may sit at someone else's desk: when
 * the account gets locked, its sessions end.
 */
export async function refuseWrongProof(
  context: AnonymousContext,
  account: Account,
  wrong: Origin & { reason: 'wrongPassword' | 'wrongCode' },
): Promise<Problem> {
  const { lockedUntil } = await countWrongAttempt(context, account, wrong);
  if (lockedUntil !== null) {
    await endSessionsOf(context.tx, account.id, { now: context.now });
    return lockedProblem(lockedUntil);
  }
  if (wrong.reason === 'wrongCode') return new Problem(422, 'codeRefused');
  return new Problem(422, 'currentPasswordWrong');
}
