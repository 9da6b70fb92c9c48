import { type Context, hashToken } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import { isLocked } from '../model/lockout.ts';
import { type Account, getAccountForUpdate, saveSecondFactor } from './account-store.ts';
import { lockedProblem, refuseWrongProof } from './attempts.ts';
import { type Origin, recordOwn } from './events.ts';
import { endSessionsOf, replaceToken, saveSecondFactorGiven } from './session-store.ts';
import { makeToken } from './start-session.ts';
import { makeSecret, otpauthUri, stepOfCode } from './totp.ts';

/** Gives a new secret for an authenticator app. It counts for nothing until its first code is confirmed. */
export async function startSecondFactor(
  context: Context,
): Promise<{ otpauthUri: string; secret: string }> {
  const { tx, language, services } = context;
  const account = await ownAccount(context);
  if (account.secondFactorAt !== null) throw new Problem(409, 'secondFactorAlreadyOn');

  const secret = makeSecret();
  await saveSecondFactor(tx, account.id, {
    secret: services.sealer.seal(secret),
    since: null,
    lastStep: null,
  });
  const issuer = text(language, 'accounts:secondFactor.issuer');
  return { otpauthUri: otpauthUri({ issuer, userName: account.userName, secret }), secret };
}

/**
 * The first code shows that the app has the secret: from now on every sign-in asks for one. Other
 * sessions, which never gave a code, end; this one goes on under a new token, which is the answer.
 */
export async function confirmSecondFactor(context: Context, code: string): Promise<string> {
  const { tx, now, officer, services } = context;
  const account = await ownAccount(context);
  if (account.secondFactorAt !== null) throw new Problem(409, 'secondFactorAlreadyOn');
  if (account.secretSealed === null) throw new Problem(409, 'secondFactorNotStarted');
  const lastStep = stepOfCode(services.sealer.open(account.secretSealed), code, {
    now,
    lastStep: null,
  });
  if (lastStep === undefined) throw new Problem(422, 'codeRefused');

  const token = makeToken();
  await recordOwn(context, 'account.secondFactorOn');
  await saveSecondFactor(tx, account.id, { secret: account.secretSealed, since: now, lastStep });
  await endSessionsOf(tx, account.id, { now, except: officer.sessionId });
  await saveSecondFactorGiven(tx, officer.sessionId, now);
  await replaceToken(tx, officer.sessionId, hashToken(token));
  return token;
}

/** Takes the second factor away, against one more of its codes. */
export async function removeSecondFactor(
  context: Context,
  code: string,
  origin: Origin,
): Promise<undefined | Problem> {
  const { tx, now, services } = context;
  const account = await ownAccount(context);
  const { secretSealed, secondFactorAt, lastCodeStep: lastStep } = account;
  if (secretSealed === null || secondFactorAt === null) throw new Problem(409, 'secondFactorNotOn');
  if (isLocked(account, now)) return lockedProblem(account.lockedUntil);
  if (stepOfCode(services.sealer.open(secretSealed), code, { now, lastStep }) === undefined) {
    return await refuseWrongProof(context, account, { ...origin, reason: 'wrongCode' });
  }

  await recordOwn(context, 'account.secondFactorOff');
  await saveSecondFactor(tx, account.id, { secret: null, since: null, lastStep: null });
  return undefined;
}

async function ownAccount({ tx, officer }: Context): Promise<Account> {
  const account = await getAccountForUpdate(tx, officer.accountId);
  if (account.demonstration) throw new Problem(403, 'demonstrationAccountStays');
  return account;
}
