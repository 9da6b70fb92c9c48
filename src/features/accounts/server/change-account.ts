import { contains } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { reachOf } from '../../../platform/server/identity/officer.ts';
import { decideAdminister } from '../model/account.ts';
import type { AccountView, ChangeAccountBody } from '../model/contract.ts';
import { noAttempts } from '../model/lockout.ts';
import { postingState } from '../model/posting.ts';
import {
  type Account,
  findAccountForUpdate,
  saveAdministered,
  saveAttempts,
  savePassword,
  saveSecondFactor,
} from './account-store.ts';
import { recordAdministered } from './events.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';
import { findPostingsOf } from './posting-store.ts';
import { readAccount } from './read-accounts.ts';
import { endSessionsOf } from './session-store.ts';

/**
 * A system administrator renames, disables, enables an account, or gives it a new one-time password
 * or a sign-in without second factor. All but the new name end its sessions at once.
 */
export async function changeAccount(
  context: Context,
  id: string,
  change: ChangeAccountBody,
): Promise<{ account: AccountView; oneTimePassword: string | null }> {
  const account = await lockAdministered(context, id);
  if (account.version !== change.version)
    throw new Problem(409, 'changedMeanwhile', { version: account.version });

  await rename(context, account, change.displayName ?? account.displayName);
  await setStatus(context, account, change.status ?? account.status);
  if (change.resetSecondFactor === true) await resetSecondFactor(context, account);
  const oneTimePassword =
    change.resetPassword === true ? await resetPassword(context, account) : null;
  await saveAdministered(context.tx, {
    id,
    displayName: change.displayName ?? account.displayName,
    status: change.status ?? account.status,
    version: account.version + 1,
  });
  return { account: await readAccount(context, id), oneTimePassword };
}

/** Locks the account, if it is there and the officer may change it. */
async function lockAdministered({ tx, officer, today }: Context, id: string): Promise<Account> {
  const reach = reachOf(officer);
  const account = await findAccountForUpdate(tx, id);
  if (account === undefined || !contains(reach, account.regionCode))
    throw new Problem(404, 'notFound');
  const postings = await findPostingsOf(tx, [id]);
  const decided = decideAdminister(
    {
      accountId: id,
      demonstration: account.demonstration,
      postings: postings.filter((posting) => postingState(posting, today) !== 'ended'),
    },
    { accountId: officer.accountId, reach },
  );
  if (!decided.ok) throw new Problem(403, decided.problem.code);
  return account;
}

async function rename(context: Context, account: Account, displayName: string): Promise<void> {
  if (displayName === account.displayName) return;
  await recordAdministered(context, 'account.rename', account, {
    before: account.displayName,
    after: displayName,
  });
}

async function setStatus(
  context: Context,
  account: Account,
  status: Account['status'],
): Promise<void> {
  if (status === account.status) return;
  await recordAdministered(
    context,
    status === 'active' ? 'account.enable' : 'account.disable',
    account,
  );
  await endSessionsOf(context.tx, account.id, { now: context.now });
}

async function resetSecondFactor(context: Context, account: Account): Promise<void> {
  if (account.secretSealed === null) return;
  await recordAdministered(context, 'account.resetSecondFactor', account);
  await saveSecondFactor(context.tx, account.id, { secret: null, since: null, lastStep: null });
  await endSessionsOf(context.tx, account.id, { now: context.now });
}

async function resetPassword(context: Context, account: Account): Promise<string> {
  const oneTimePassword = makeOneTimePassword();
  const hash = await hashPassword(oneTimePassword);
  await recordAdministered(context, 'account.resetPassword', account);
  await savePassword(context.tx, account.id, { hash, changedAt: context.now, mustChange: true });
  await saveAttempts(context.tx, account.id, noAttempts);
  await endSessionsOf(context.tx, account.id, { now: context.now });
  return oneTimePassword;
}
