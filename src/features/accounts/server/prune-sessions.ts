import type { Services } from '../../../platform/server/services.ts';
import { deleteSessionsEndedBefore } from './session-store.ts';

/** For so many days after its end a session can still be found by whoever follows up a stolen password. */
export const ENDED_SESSIONS_KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/**
 * Removes sessions that were over long ago: ended, run out or left idle. The last one of each
 * account stays, for it says under which posting the account works next. Who signed in when is in
 * the audit log, which forgets nothing. Answers how many were removed.
 */
export async function pruneSessions({
  database,
  clock,
}: Pick<Services, 'database' | 'clock'>): Promise<number> {
  const before = new Date(clock().getTime() - ENDED_SESSIONS_KEPT_DAYS * DAY_MS).toISOString();
  return await database.transaction(async (tx) => await deleteSessionsEndedBefore(tx, before));
}
