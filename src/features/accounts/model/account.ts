import { contains, type RegionCode } from '../../../kernel/region-code.ts';
import { ok, type Result, refused } from '../../../kernel/result.ts';
import { isAdministratorRole, type Posting } from './posting.ts';

export type AdministeredAccount = {
  accountId: string;
  demonstration: boolean;
  /** Those in force or planned. */
  postings: readonly Posting[];
};

export type AdministerProblem =
  | { code: 'notToOneself' }
  | { code: 'administratorsAreSeparate' }
  | { code: 'accountReachesFurther' }
  | { code: 'demonstrationAccountStays' };

/**
 * Decides whether a system administrator may change an account. Whoever resets a password could
 * sign in with it, so nobody resets an account that may do what they may not: another
 * administrator's (三员分立), or one with a posting outside their own region. Such an account is
 * changed after its posting has ended, or from the server's own command line.
 */
export function decideAdminister(
  account: AdministeredAccount,
  by: { accountId: string; reach: RegionCode },
): Result<undefined, AdministerProblem> {
  if (account.accountId === by.accountId) return refused({ code: 'notToOneself' });
  if (account.demonstration) return refused({ code: 'demonstrationAccountStays' });
  const isOther = (role: string): boolean =>
    isAdministratorRole(role) && role !== 'systemAdministrator';
  if (account.postings.some(({ role }) => isOther(role)))
    return refused({ code: 'administratorsAreSeparate' });
  const further = account.postings.some(({ regionCode }) => !contains(by.reach, regionCode));
  return further ? refused({ code: 'accountReachesFurther' }) : ok(undefined);
}
