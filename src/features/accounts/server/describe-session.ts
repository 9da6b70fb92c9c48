import { type Permission, permissionsOf } from '../../../kernel/access.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import type { SessionAnswer } from '../model/contract.ts';
import { postingState } from '../model/posting.ts';
import { getAccount } from './account-store.ts';
import { findPostingsOf, type HeldPosting } from './posting-store.ts';
import { findRegionNames } from './region-names.ts';

/** Who is signed in, under which posting, with which permissions; and which other postings there are. */
export async function describeSession({ tx, officer, today }: Context): Promise<SessionAnswer> {
  const account = await getAccount(tx, officer.accountId);
  const held = await findPostingsOf(tx, [officer.accountId]);
  const inForce = held.filter((posting) => postingState(posting, today) === 'inForce');
  const nameOf = await findRegionNames(tx, inForce);
  const view = ({ id, role, regionCode }: HeldPosting) => ({
    id,
    role,
    regionCode,
    regionName: nameOf(regionCode),
  });
  const current = inForce.find(({ id }) => id === officer.posting?.id);
  const permissions: readonly Permission[] =
    current === undefined ? ['self'] : permissionsOf[current.role];
  return {
    account: {
      id: account.id,
      userName: account.userName,
      displayName: account.displayName,
      mustChangePassword: account.mustChangePassword,
      secondFactor: account.secondFactorAt !== null,
    },
    posting: current === undefined ? null : view(current),
    postings: inForce.map(view),
    permissions: [...permissions],
  };
}
