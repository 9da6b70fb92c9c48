import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Clock } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { noAttempts } from '../model/lockout.ts';
import {
  findAccountByUserNameForUpdate,
  saveAttempts,
  savePassword,
  saveSecondFactor,
} from './account-store.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { hashPassword } from './password-hash.ts';
import { endSessionsOf } from './session-store.ts';

/**
 * Gives an account a new one-time password and no second factor, from the server's own command
 * line: the way back in for an administrator, whom no other administrator may reset. Whoever can run
 * it holds the database anyway; the log tells that it was run. Refuses `notFound`.
 */
export async function resetFromCommandLine(
  { database, clock }: { database: Database; clock: Clock },
  userName: string,
): Promise<string> {
  const now = clock().toISOString();
  return await database.transaction(async (tx) => {
    const account = await findAccountByUserNameForUpdate(tx, userName);
    if (account === undefined || account.status === 'disabled') throw new Problem(404, 'notFound');
    if (account.demonstration) throw new Problem(403, 'demonstrationAccountStays');

    const password = makeOneTimePassword();
    const hash = await hashPassword(password);
    await recordEvent(tx, now, {
      kind: 'account.resetPassword',
      accountId: null,
      postingId: null,
      subject: 'account',
      subjectId: account.id,
      detail: { commandLine: true },
    });
    await savePassword(tx, account.id, { hash, changedAt: now, mustChange: true });
    await saveSecondFactor(tx, account.id, { secret: null, since: null, lastStep: null });
    await saveAttempts(tx, account.id, noAttempts);
    await endSessionsOf(tx, account.id, { now });
    return password;
  });
}
