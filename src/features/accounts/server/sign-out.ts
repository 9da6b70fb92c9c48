import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { type AnonymousContext, hashToken } from '../../../platform/server/http/endpoint.ts';
import { endSessionOfToken } from './session-store.ts';

/** Ends the session of this browser, also one that still owes its code. Without one nothing happens. */
export async function signOut(
  { tx, now }: AnonymousContext,
  token: string | undefined,
): Promise<void> {
  if (token === undefined) return;
  const ended = await endSessionOfToken(tx, hashToken(token), now);
  if (ended === undefined || ended.awaited) return;
  await recordEvent(tx, now, {
    kind: 'session.signOut',
    accountId: ended.accountId,
    postingId: ended.postingId,
    subject: 'session',
    subjectId: ended.id,
  });
}
