import { createHash, randomBytes } from 'node:crypto';
import { type Role, seesRegister } from '../../../kernel/access.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../database/connect.ts';
import { newId } from '../identifiers.ts';

export type Person = { userName: string; displayName: string; role: Role; region: RegionCode };

/** Makes an account with one posting and a session that is signed in; returns the session's token. */
export async function insertSignedIn(
  tx: Transaction,
  person: Person,
  now: string,
): Promise<{ token: string; accountId: string; postingId: string }> {
  const accountId = newId();
  const postingId = newId();
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest();
  await tx`
    insert into account (id, user_name, display_name, must_change_password, created_at)
    values (${accountId}, ${person.userName}, ${person.displayName}, false, ${now})`;
  await tx`
    insert into posting (id, account_id, role, region_code, sees_register, from_day, granted_at)
    values (${postingId}, ${accountId}, ${person.role}, ${person.region}, ${seesRegister(person.role)}, '2016-01-01', ${now})`;
  await tx`
    insert into session (id, token_hash, account_id, posting_id, device, started_at, last_seen_at, ends_at)
    values (${newId()}, ${tokenHash}, ${accountId}, ${postingId}, 'test', ${now}, ${now}, ${now}::timestamptz + interval '12 hours')`;
  return { token, accountId, postingId };
}
