import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { AnonymousContext, Context } from '../../../platform/server/http/endpoint.ts';

/** From where a request came: told in the log, so that a stolen password can be traced. */
export type Origin = { device: string; address: string };

type Detail = Readonly<Record<string, unknown>>;

/** Something the officer did to their own session or account. */
export async function recordOwn(context: Context, kind: string, detail?: Detail): Promise<void> {
  await recordEvent(context.tx, context.now, {
    kind,
    accountId: context.officer.accountId,
    postingId: context.officer.posting?.id ?? null,
    subject: 'account',
    subjectId: context.officer.accountId,
    detail,
  });
}

/** Something an administrator did to an account. */
export async function recordAdministered(
  context: Context,
  kind: string,
  account: { id: string; regionCode: NonNullable<Context['officer']['posting']>['region'] },
  detail?: Detail,
): Promise<void> {
  await recordEvent(context.tx, context.now, {
    kind,
    accountId: context.officer.accountId,
    postingId: context.officer.posting?.id ?? null,
    region: account.regionCode,
    subject: 'account',
    subjectId: account.id,
    detail,
  });
}

/**
 * Something that happened at the sign-in, where it is not proven yet who is there: the account is
 * what it happened to, not who did it. `accountId` null: a user name that does not exist, which is
 * not written down, for people type passwords into that field.
 */
export async function recordUnproven(
  context: AnonymousContext,
  kind: string,
  attempt: { accountId: string | null; detail: Detail },
): Promise<void> {
  await recordEvent(context.tx, context.now, {
    kind,
    accountId: null,
    postingId: null,
    subject: 'account',
    subjectId: attempt.accountId ?? undefined,
    detail: attempt.detail,
  });
}
