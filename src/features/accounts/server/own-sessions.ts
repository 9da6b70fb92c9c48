import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { OwnSessions } from '../model/contract.ts';
import { recordOwn } from './events.ts';
import { endSession, findOpenSessions } from './session-store.ts';

/** Where the officer is signed in. */
export async function listOwnSessions({ tx, officer, now }: Context): Promise<OwnSessions> {
  const sessions = await findOpenSessions(tx, officer.accountId, now);
  return {
    sessions: sessions.map((session) => ({
      ...session,
      current: session.id === officer.sessionId,
    })),
  };
}

/** Ends one of the officer's own sessions, as that of a lost phone. */
export async function endOwnSession(context: Context, id: string): Promise<void> {
  const { tx, officer, now } = context;
  const ended = await endSession(tx, { id, accountId: officer.accountId }, now);
  if (!ended) throw new Problem(404, 'notFound');
  await recordOwn(context, 'session.end', { sessionId: id });
}
