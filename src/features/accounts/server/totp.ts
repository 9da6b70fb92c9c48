import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

export function makeSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from the square code. */
export function otpauthUri(account: { issuer: string; userName: string; secret: string }): string {
  return generateURI({ issuer: account.issuer, label: account.userName, secret: account.secret });
}

/**
 * The time step (RFC 6238, 4.2) of a right code, one step before and after included for clocks that
 * differ; undefined if the code is wrong or its step, or a later one, was used before (5.2).
 */
export function stepOfCode(
  secret: string,
  code: string,
  { now, lastStep }: { now: string; lastStep: number | null },
): number | undefined {
  const epoch = Math.floor(Date.parse(now) / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return lastStep !== null && result.timeStep <= lastStep ? undefined : result.timeStep;
}
