import { seesRegister } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { findExistingCodes } from '../../regions/server/index.ts';
import type { GrantPostingBody, PostingView } from '../model/contract.ts';
import { decideEnd, decideGrant } from '../model/posting.ts';
import { findAccountForUpdate } from './account-store.ts';
import {
  findPostingForUpdate,
  findPostingsOf,
  type HeldPosting,
  insertPosting,
  savePostingEnd,
} from './posting-store.ts';
import { postingViews } from './read-accounts.ts';

/** A security administrator gives an account a role at a region. The account is locked: two grants at once see each other. */
export async function grantPosting(context: Context, body: GrantPostingBody): Promise<PostingView> {
  const { tx, officer, now, today } = context;
  const wanted = {
    role: body.role,
    regionCode: body.regionCode as RegionCode,
    fromDay: body.fromDay as PlainDate,
    untilDay: (body.untilDay ?? null) as PlainDate | null,
  };
  const account = await findAccountForUpdate(tx, body.accountId);
  if (account === undefined || !contains(reachOf(officer), account.regionCode))
    throw new Problem(404, 'notFound');
  requireWithinReach(officer, wanted.regionCode);

  const decided = decideGrant(
    wanted,
    {
      accountId: account.id,
      createdBy: account.createdBy,
      active: account.status === 'active',
      postings: await findPostingsOf(tx, [account.id]),
    },
    { granter: officer.accountId, today },
  );
  if (!decided.ok) throw new Problem(422, decided.problem.code, decided.problem);
  await requireRegion(context, wanted.regionCode);

  const id = newId();
  await recordPosting(context, 'posting.grant', { ...wanted, id, accountId: account.id });
  await insertPosting(tx, {
    ...wanted,
    id,
    accountId: account.id,
    seesRegister: seesRegister(wanted.role),
    grantedBy: officer.accountId,
    grantedAt: now,
  });
  return await viewOf(context, id);
}

async function requireRegion({ tx }: Context, regionCode: RegionCode): Promise<void> {
  const existing = await findExistingCodes(tx, [regionCode]);
  if (!existing.has(regionCode)) throw new Problem(422, 'regionUnknown', { regionCode });
}

/** A security administrator ends a posting from a day on; from today means at the next request. */
export async function endPosting(
  context: Context,
  id: string,
  day: PlainDate,
): Promise<PostingView> {
  const { tx, officer, today } = context;
  const posting = await findPostingForUpdate(tx, id);
  if (posting === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, posting.regionCode);

  const decided = decideEnd(posting, day, { ender: officer.accountId, today });
  if (!decided.ok) throw new Problem(422, decided.problem.code, decided.problem);

  await recordPosting(context, 'posting.end', { ...posting, untilDay: decided.value });
  await savePostingEnd(tx, id, decided.value);
  return await viewOf(context, id);
}

async function recordPosting(
  { tx, now, officer }: Context,
  kind: string,
  posting: Pick<HeldPosting, 'id' | 'accountId' | 'role' | 'regionCode' | 'fromDay' | 'untilDay'>,
): Promise<void> {
  const { id, accountId, role, regionCode, fromDay, untilDay } = posting;
  await recordEvent(tx, now, {
    kind,
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: regionCode,
    subject: 'account',
    subjectId: accountId,
    detail: { postingId: id, role, fromDay, untilDay },
  });
}

async function viewOf(context: Context, id: string): Promise<PostingView> {
  const posting = await findPostingForUpdate(context.tx, id);
  const [view] = await postingViews(context, posting === undefined ? [] : [posting]);
  if (view === undefined) throw new Error('The posting was just written');
  return view;
}
