import type { Transaction } from '../../../platform/server/database/connect.ts';

export type NewSession = {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  postingId: string | null;
  device: string;
  startedAt: string;
  endsAt: string;
  awaitsSecondFactor: boolean;
  secondFactorAt: string | null;
};

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx`
    insert into session (id, token_hash, account_id, posting_id, device, started_at, last_seen_at, ends_at,
                         awaits_second_factor, second_factor_at)
    values (${session.id}, ${session.tokenHash}, ${session.accountId}, ${session.postingId}, ${session.device},
            ${session.startedAt}, ${session.startedAt}, ${session.endsAt}, ${session.awaitsSecondFactor},
            ${session.secondFactorAt})`;
}

/** Who gave the right password with this token and still owes the code. */
export async function findAwaitingSession(
  tx: Transaction,
  tokenHash: Buffer,
  now: string,
): Promise<{ id: string; accountId: string } | undefined> {
  const [row] = await tx<{ id: string; accountId: string }[]>`
    select id, account_id as "accountId" from session
     where token_hash = ${tokenHash} and awaits_second_factor and ended_at is null and ends_at > ${now}`;
  return row;
}

/** Ends the session of a token, signed in or not yet; answers whose it was if it was still open. */
export async function endSessionOfToken(
  tx: Transaction,
  tokenHash: Buffer,
  now: string,
): Promise<
  { id: string; accountId: string; postingId: string | null; awaited: boolean } | undefined
> {
  const [row] = await tx<
    { id: string; accountId: string; postingId: string | null; awaited: boolean }[]
  >`
    update session set ended_at = ${now}
     where token_hash = ${tokenHash} and ended_at is null
    returning id, account_id as "accountId", posting_id as "postingId", awaits_second_factor as awaited`;
  return row;
}

/** Ends one session of the account; false if it has no such session open. */
export async function endSession(
  tx: Transaction,
  session: { id: string; accountId: string },
  now: string,
): Promise<boolean> {
  const ended = await tx`
    update session set ended_at = ${now}
     where id = ${session.id} and account_id = ${session.accountId} and ended_at is null`;
  return ended.count === 1;
}

/** Ends every session of the account but one; answers how many. */
export async function endSessionsOf(
  tx: Transaction,
  accountId: string,
  end: { now: string; except?: string },
): Promise<number> {
  const ended = await tx`
    update session set ended_at = ${end.now}
     where account_id = ${accountId} and ended_at is null
       and (${end.except ?? null}::uuid is null or id <> ${end.except ?? null}::uuid)`;
  return ended.count;
}

/** The session goes on under another token; the former one is worth nothing any more. */
export async function replaceToken(
  tx: Transaction,
  sessionId: string,
  tokenHash: Buffer,
): Promise<void> {
  await tx`update session set token_hash = ${tokenHash} where id = ${sessionId}`;
}

export async function saveSecondFactorGiven(
  tx: Transaction,
  sessionId: string,
  at: string,
): Promise<void> {
  await tx`update session set second_factor_at = ${at} where id = ${sessionId}`;
}

export async function saveChosenPosting(
  tx: Transaction,
  sessionId: string,
  postingId: string,
): Promise<void> {
  await tx`update session set posting_id = ${postingId} where id = ${sessionId}`;
}

/** The posting under which the account worked last. */
export async function findLastPostingId(
  tx: Transaction,
  accountId: string,
): Promise<string | null> {
  const [row] = await tx<{ postingId: string }[]>`
    select posting_id as "postingId" from session
     where account_id = ${accountId} and posting_id is not null
     order by started_at desc limit 1`;
  return row?.postingId ?? null;
}

export type OpenSession = {
  id: string;
  device: string;
  startedAt: string;
  lastSeenAt: string;
  endsAt: string;
};

/** Sessions that would still be let in, the last used first. Ends by idleness as in app_enter. */
export async function findOpenSessions(
  tx: Transaction,
  accountId: string,
  now: string,
): Promise<OpenSession[]> {
  return await tx<OpenSession[]>`
    select id, device, started_at as "startedAt", last_seen_at as "lastSeenAt", ends_at as "endsAt"
      from session
     where account_id = ${accountId} and not awaits_second_factor and ended_at is null and ends_at > ${now}
       and last_seen_at > ${now}::timestamptz - interval '30 minutes'
     order by last_seen_at desc, id`;
}

/** Ends by idleness as in app_enter. The last session of an account with a posting, and its very last, stay. */
export async function deleteSessionsEndedBefore(tx: Transaction, before: string): Promise<number> {
  const deleted = await tx`
    delete from session old
     where coalesce(old.ended_at, least(old.ends_at, old.last_seen_at + interval '30 minutes')) < ${before}
       and exists (select from session later
                    where later.account_id = old.account_id
                      and (later.started_at, later.id) > (old.started_at, old.id)
                      and (old.posting_id is null or later.posting_id is not null))`;
  return deleted.count;
}
