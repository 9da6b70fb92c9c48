import { randomBytes } from 'node:crypto';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { type AnonymousContext, hashToken } from '../../../platform/server/http/endpoint.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import type { Step } from '../model/contract.ts';
import { isPasswordOutworn, passwordPolicies } from '../model/password.ts';
import { postingState } from '../model/posting.ts';
import { type Account, saveMustChangePassword } from './account-store.ts';
import { forgetAttempts } from './attempts.ts';
import type { Origin } from './events.ts';
import { findPostingsOf } from './posting-store.ts';
import { findLastPostingId, insertSession } from './session-store.ts';

const TOKEN_BYTES = 32;
const SESSION_HOURS = 12;
const CODE_MINUTES = 5;

/** What the browser is told, and the token for its cookie. */
export type Entered = { step: Step; token: string };

/** A token of 256 random bits. It exists only in the browser's cookie; the database has its hash. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** The password was right, the code is still owed: a token that is good for sending the code and no more. */
export async function awaitSecondFactor(
  { tx, now }: AnonymousContext,
  account: Account,
  origin: Origin,
): Promise<Entered> {
  const token = makeToken();
  await insertSession(tx, {
    id: newId(),
    tokenHash: hashToken(token),
    accountId: account.id,
    postingId: null,
    device: origin.device,
    startedAt: now,
    endsAt: later(now, CODE_MINUTES),
    awaitsSecondFactor: true,
    secondFactorAt: null,
  });
  return { step: 'secondFactor', token };
}

/** Everything was right: a new session under the posting used last, if that is still in force. */
export async function startSession(
  context: AnonymousContext,
  account: Account,
  from: Origin & { secondFactor: boolean },
): Promise<Entered> {
  const { tx, now } = context;
  const token = makeToken();
  const sessionId = newId();
  const postingId = await choosePosting(context, account.id);
  const mustChange = account.mustChangePassword || (await wearOutPassword(context, account));
  await forgetAttempts(context, account);
  await insertSession(tx, {
    id: sessionId,
    tokenHash: hashToken(token),
    accountId: account.id,
    postingId,
    device: from.device,
    startedAt: now,
    endsAt: later(now, SESSION_HOURS * 60),
    awaitsSecondFactor: false,
    secondFactorAt: from.secondFactor ? now : null,
  });
  await recordEvent(tx, now, {
    kind: 'session.signIn',
    accountId: account.id,
    postingId,
    subject: 'session',
    subjectId: sessionId,
    detail: from,
  });
  return { step: mustChange ? 'changePassword' : 'signedIn', token };
}

async function choosePosting(
  { tx, today }: AnonymousContext,
  accountId: string,
): Promise<string | null> {
  const postings = await findPostingsOf(tx, [accountId]);
  const inForce = postings.filter((posting) => postingState(posting, today) === 'inForce');
  const last = await findLastPostingId(tx, accountId);
  return (inForce.find(({ id }) => id === last) ?? inForce[0])?.id ?? null;
}

async function wearOutPassword(
  { tx, now, services }: AnonymousContext,
  account: Account,
): Promise<boolean> {
  const policy = passwordPolicies[services.passwordPolicy ?? 'standard'];
  if (account.demonstration || !isPasswordOutworn(account.passwordChangedAt, now, policy))
    return false;
  await saveMustChangePassword(tx, account.id);
  return true;
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString();
}
