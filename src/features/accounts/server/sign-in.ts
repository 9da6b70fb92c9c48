import { type AnonymousContext, hashToken } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { isLocked, LOCKED_MINUTES, MOST_WRONG_ATTEMPTS } from '../model/lockout.ts';
import { type Account, findAccountByUserNameForUpdate, lockUserName } from './account-store.ts';
import { countWrongAttempt } from './attempts.ts';
import { type Origin, recordUnproven } from './events.ts';
import { isPasswordRight } from './password-hash.ts';
import { endSessionOfToken } from './session-store.ts';
import { awaitSecondFactor, type Entered, startSession } from './start-session.ts';

/**
 * Signs someone in. Every refusal reads the same and takes as long, whether the name is unknown, the
 * password wrong, the account disabled or locked (OWASP ASVS 5.0, 6.3.8). While an account is locked
 * the right password is refused too, for the difference would tell a guesser that it was found.
 */
export async function signIn(
  context: AnonymousContext,
  typed: { userName: string; password: string },
  from: Origin & { formerToken: string | undefined },
): Promise<Entered | Problem> {
  const { formerToken, ...origin } = from;
  await lockUserName(context.tx, typed.userName);
  const account = await findAccountByUserNameForUpdate(context.tx, typed.userName);
  const right = await isPasswordRight(account?.passwordHash ?? null, typed.password);

  const reason = reasonNotToTry(account, context.now);
  if (account === undefined || reason !== undefined) {
    await recordUnproven(context, 'session.refuse', {
      accountId: account?.id ?? null,
      detail: { ...origin, reason },
    });
    return refusal();
  }
  if (!right) {
    await countWrongAttempt(context, account, { ...origin, reason: 'wrongPassword' });
    return refusal();
  }

  // The browser's former session, of whomever, does not live on beside the new one.
  if (formerToken !== undefined)
    await endSessionOfToken(context.tx, hashToken(formerToken), context.now);
  if (account.secondFactorAt !== null) return await awaitSecondFactor(context, account, origin);
  return await startSession(context, account, { ...origin, secondFactor: false });
}

function reasonNotToTry(account: Account | undefined, now: string): string | undefined {
  if (account === undefined) return 'unknownUserName';
  if (account.status === 'disabled') return 'disabled';
  return isLocked(account, now) ? 'locked' : undefined;
}

function refusal(): Problem {
  return new Problem(401, 'signInRefused', {
    attempts: MOST_WRONG_ATTEMPTS,
    minutes: LOCKED_MINUTES,
  });
}
