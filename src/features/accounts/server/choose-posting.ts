import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { postingState } from '../model/posting.ts';
import { recordOwn } from './events.ts';
import { findPostingsOf } from './posting-store.ts';
import { saveChosenPosting } from './session-store.ts';

/** The session goes on under another of the officer's own postings, from the next request. */
export async function choosePosting(context: Context, postingId: string): Promise<void> {
  const { tx, officer, today } = context;
  const own = await findPostingsOf(tx, [officer.accountId]);
  const chosen = own.find(({ id }) => id === postingId);
  if (chosen === undefined || postingState(chosen, today) !== 'inForce')
    throw new Problem(404, 'notFound');

  await recordOwn(context, 'session.choosePosting', {
    postingId,
    role: chosen.role,
    region: chosen.regionCode,
  });
  await saveChosenPosting(tx, officer.sessionId, postingId);
}
