import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Event, EventsQuery } from '../model/contract.ts';
import { formatPageEnd, instantsOf, type PageEnd, parsePageEnd } from '../model/page.ts';
import { findEvents } from './store.ts';

/** A page of what was looked at, exported, granted, refused, and of every sign-in, newest first. */
export async function searchEvents(
  tx: Transaction,
  query: EventsQuery,
): Promise<{ events: Event[]; next: string | null }> {
  const found = await findEvents(tx, {
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
  const hasMore = found.length > query.limit && last !== undefined;
  return { events, next: hasMore ? formatPageEnd(last) : null };
}

function pageEndOf(text: string | undefined): PageEnd | undefined {
  if (text === undefined) return undefined;
  const end = parsePageEnd(text);
  if (end === undefined)
    throw new Problem(400, 'inputNotUnderstood', { place: '/after', reason: '' });
  return end;
}
