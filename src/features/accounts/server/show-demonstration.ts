import { regionCode } from '../../../kernel/region-code.ts';
import type { AnonymousContext } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { DemonstrationAccountsAnswer } from '../model/contract.ts';
import { DEMONSTRATION_PASSWORD, demonstrationAccounts } from '../model/demonstration.ts';
import { findDemonstrationUserNames } from './account-store.ts';
import { findRegionNames } from './region-names.ts';

/** The demonstration's people with their password, for the sign-in page; not found where it is off. */
export async function showDemonstration({
  tx,
}: AnonymousContext): Promise<DemonstrationAccountsAnswer> {
  const open = await findDemonstrationUserNames(tx);
  const accounts = demonstrationAccounts
    .filter(({ userName }) => open.includes(userName))
    .map((account) => ({ ...account, regionCode: regionCode(account.regionCode) }));
  if (accounts.length === 0) throw new Problem(404, 'notFound');
  const nameOf = await findRegionNames(tx, accounts);
  return accounts.map((account) => ({
    ...account,
    password: DEMONSTRATION_PASSWORD,
    regionName: nameOf(account.regionCode),
  }));
}
