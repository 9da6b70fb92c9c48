import { type AnonymousContext, hashToken } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { isLocked } from '../model/lockout.ts';
import { getAccountForUpdate, saveLastCodeStep } from './account-store.ts';
import { lockedProblem, refuseWrongProof } from './attempts.ts';
import type { Origin } from './events.ts';
import { endSession, findAwaitingSession } from './session-store.ts';
import { type Entered, startSession } from './start-session.ts';
import { stepOfCode } from './totp.ts';

/** The second half of a sign-in: the code of the authenticator app. Gives a new session and a new token. */
export async function giveCode(
  context: AnonymousContext,
  given: { code: string; token: string | undefined },
  origin: Origin,
): Promise<Entered | Problem> {
  const { tx, now, services } = context;
  const awaiting =
    given.token === undefined
      ? undefined
      : await findAwaitingSession(tx, hashToken(given.token), now);
  if (awaiting === undefined) throw new Problem(401, 'notSignedIn');
  const account = await getAccountForUpdate(tx, awaiting.accountId);
  const { secretSealed, secondFactorAt, lastCodeStep: lastStep } = account;
  if (account.status !== 'active' || secretSealed === null || secondFactorAt === null) {
    throw new Problem(401, 'notSignedIn');
  }
  if (isLocked(account, now)) return lockedProblem(account.lockedUntil);

  const step = stepOfCode(services.sealer.open(secretSealed), given.code, { now, lastStep });
  if (step === undefined)
    return await refuseWrongProof(context, account, { ...origin, reason: 'wrongCode' });

  await saveLastCodeStep(tx, account.id, step);
  await endSession(tx, awaiting, now);
  return await startSession(context, account, { ...origin, secondFactor: true });
}
