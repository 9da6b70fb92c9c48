import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { AccountView, CreateAccountBody } from '../model/contract.ts';
import { insertAccount } from './account-store.ts';
import { recordAdministered } from './events.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';
import { readAccount } from './read-accounts.ts';

/**
 * A system administrator makes an account. It may do nothing until a security administrator grants
 * it a posting. The one-time password is in the answer and nowhere else.
 */
export async function createAccount(
  context: Context,
  wanted: CreateAccountBody,
): Promise<{ account: AccountView; oneTimePassword: string }> {
  const { tx, officer, now } = context;
  const regionCode = (wanted.regionCode ?? reachOf(officer)) as RegionCode;
  requireWithinReach(officer, regionCode);

  const id = newId();
  const oneTimePassword = makeOneTimePassword();
  const isNew = await insertAccount(tx, {
    id,
    userName: wanted.userName,
    displayName: wanted.displayName,
    regionCode,
    passwordHash: await hashPassword(oneTimePassword),
    mustChangePassword: true,
    demonstration: false,
    createdBy: officer.accountId,
    createdAt: now,
  });
  if (!isNew) throw new Problem(409, 'userNameTaken', { userName: wanted.userName });
  await recordAdministered(
    context,
    'account.create',
    { id, regionCode },
    { userName: wanted.userName },
  );
  return { account: await readAccount(context, id), oneTimePassword };
}
