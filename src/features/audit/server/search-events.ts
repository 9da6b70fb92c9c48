import type { PlainDate } from '../../../kernel/plain-date.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Event, EventsQuery } from '../model/contract.ts';
import { formatPageEnd, instantsOf, type PageEnd, parsePageEnd } from '../model/page.ts';
import { findEvents } from './store.ts';

/**
 * A page of what was looked at, exported, granted, refused, and of every sign-in, newest first. It
 * tells what each officer did and whom they looked at, so whoever reads it is in the log as well, in
 * the same transaction: no event, no page. Checkpoints and proofs are hashes and tell nothing.
 */
export async function searchEvents(
  context: Context,
  query: EventsQuery,
): Promise<{ events: Event[]; next: string | null }> {
  const found = await findEvents(context.tx, {
    accountId: query.accountId,
    kind: query.kind,
    subject: query.subject,
    subjectId: query.subjectId,
    ...instantsOf({
      from: query.from as PlainDate | undefined,
      until: query.until as PlainDate | undefined,
    }),
    after: pageEndOf(query.after),
    limit: query.limit + 1,
  });
  const events = found.slice(0, query.limit);
  const last = events.at(-1);
  await recordReading(context, query, events.length);
  const hasMore = found.length > query.limit && last !== undefined;
  return { events, next: hasMore ? formatPageEnd(last) : null };
}

async function recordReading(
  { tx, now, officer }: Context,
  { limit: _limit, after, ...asked }: EventsQuery,
  shown: number,
): Promise<void> {
  await recordEvent(tx, now, {
    kind: 'audit.read',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    detail: { ...asked, isFollowingPage: after !== undefined, shown },
  });
}

function pageEndOf(text: string | undefined): PageEnd | undefined {
  if (text === undefined) return undefined;
  const end = parsePageEnd(text);
  if (end === undefined)
    throw new Problem(400, 'inputNotUnderstood', { place: '/after', reason: '' });
  return end;
}
