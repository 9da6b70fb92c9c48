import { type Context, hashToken } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { isLocked } from '../model/lockout.ts';
import { judgePassword, passwordPolicies } from '../model/password.ts';
import { getAccountForUpdate, savePassword } from './account-store.ts';
import { forgetAttempts, lockedProblem, refuseWrongProof } from './attempts.ts';
import { type Origin, recordOwn } from './events.ts';
import { hashPassword, isPasswordRight } from './password-hash.ts';
import { endSessionsOf, replaceToken } from './session-store.ts';
import { makeToken } from './start-session.ts';

/**
 * The officer takes another password. Every other session of the account ends, and this one goes on
 * under a new token, which is the answer.
 */
export async function changePassword(
  context: Context,
  typed: { current: string; next: string },
  origin: Origin,
): Promise<string | Problem> {
  const { tx, now, officer, services } = context;
  const account = await getAccountForUpdate(tx, officer.accountId);
  if (account.demonstration) throw new Problem(403, 'demonstrationAccountStays');
  if (isLocked(account, now)) return lockedProblem(account.lockedUntil);
  if (!(await isPasswordRight(account.passwordHash, typed.current))) {
    return await refuseWrongProof(context, account, { ...origin, reason: 'wrongPassword' });
  }

  const policy = passwordPolicies[services.passwordPolicy ?? 'standard'];
  const judged = judgePassword(typed.next, { userName: account.userName, policy });
  if (!judged.ok) throw new Problem(422, judged.problem.code, judged.problem);
  if (await isPasswordRight(account.passwordHash, judged.value))
    throw new Problem(422, 'passwordUnchanged');

  const token = makeToken();
  const hash = await hashPassword(judged.value);
  await recordOwn(context, 'account.changePassword');
  await savePassword(tx, account.id, { hash, changedAt: now, mustChange: false });
  await forgetAttempts(context, account);
  await endSessionsOf(tx, account.id, { now, except: officer.sessionId });
  await replaceToken(tx, officer.sessionId, hashToken(token));
  return token;
}
