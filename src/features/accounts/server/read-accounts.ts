import { contains } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { reachOf } from '../../../platform/server/identity/officer.ts';
import type { AccountsQuery, AccountView, PostingView } from '../model/contract.ts';
import { isLocked } from '../model/lockout.ts';
import { postingState } from '../model/posting.ts';
import {
  countListedAccounts,
  findListedAccount,
  findListedAccounts,
  type ListedAccount,
} from './list-store.ts';
import { findPostingsOf, type HeldPosting } from './posting-store.ts';
import { findRegionNames } from './region-names.ts';

/** A page of the accounts within the administrator's region, with the postings in force today. */
export async function listAccounts(
  context: Context,
  query: AccountsQuery,
): Promise<{ rows: AccountView[]; total: number }> {
  const { tx, officer, today } = context;
  const listing = { ...query, reach: reachOf(officer), today };
  const found = await findListedAccounts(tx, listing);
  return { rows: await viewsOf(context, found), total: await countListedAccounts(tx, listing) };
}

/** One account; one outside the administrator's region answers as if it were not there. */
export async function readAccount(context: Context, id: string): Promise<AccountView> {
  const found = await findListedAccount(context.tx, id);
  if (found === undefined || !contains(reachOf(context.officer), found.regionCode)) {
    throw new Problem(404, 'notFound');
  }
  const [view] = await viewsOf(context, [found]);
  if (view === undefined) throw new Error('Every account has a view');
  return view;
}

async function viewsOf(
  { tx, now, today }: Context,
  found: readonly ListedAccount[],
): Promise<AccountView[]> {
  const held = await findPostingsOf(
    tx,
    found.map(({ id }) => id),
  );
  const inForce = held.filter((posting) => postingState(posting, today) === 'inForce');
  const nameOf = await findRegionNames(tx, [...found, ...inForce]);
  return found.map((account) => ({
    ...account,
    regionName: nameOf(account.regionCode),
    lockedUntil: isLocked({ failedAttempts: 0, ...account }, now) ? account.lockedUntil : null,
    postings: inForce
      .filter(({ accountId }) => accountId === account.id)
      .map(({ id, role, regionCode }) => ({
        id,
        role,
        regionCode,
        regionName: nameOf(regionCode),
      })),
  }));
}

/** All postings that an account has, had, or will have. */
export async function listPostings(
  context: Context,
  accountId: string,
): Promise<{ postings: PostingView[] }> {
  await readAccount(context, accountId);
  return { postings: await postingViews(context, await findPostingsOf(context.tx, [accountId])) };
}

export async function postingViews(
  { tx, today }: Context,
  held: readonly HeldPosting[],
): Promise<PostingView[]> {
  const nameOf = await findRegionNames(tx, held);
  return held.map((posting) => ({
    ...posting,
    regionName: nameOf(posting.regionCode),
    state: postingState(posting, today),
  }));
}
