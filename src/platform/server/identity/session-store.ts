import { isRole } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../database/connect.ts';
import type { Officer } from './officer.ts';

/** Who holds this session token, if anyone; enters the scope of the posting for this transaction. */
export async function findOfficerAndEnter(
  tx: Transaction,
  tokenHash: Buffer,
  when: { now: string; today: PlainDate },
): Promise<Officer | undefined> {
  const [row] = await tx<SessionRow[]>`
    select * from app_enter(${tokenHash}, ${when.now}, ${when.today})`;
  if (row === undefined) return undefined;
  const { posting_id: id, role, region_code: region } = row;
  return {
    sessionId: row.session_id,
    accountId: row.account_id,
    userName: row.user_name,
    displayName: row.display_name,
    mustChangePassword: row.must_change_password,
    secondFactorAt: row.second_factor_at,
    lastSeenAt: row.last_seen_at,
    posting:
      id === null || role === null || region === null || !isRole(role)
        ? undefined
        : { id, role, region: region as RegionCode },
  };
}

/** Takes note that the session is in use, which keeps it from ending for idleness. */
export async function touchSession(tx: Transaction, sessionId: string, now: string): Promise<void> {
  await tx`update session set last_seen_at = ${now} where id = ${sessionId} and last_seen_at < ${now}`;
}

type SessionRow = {
  session_id: string;
  account_id: string;
  user_name: string;
  display_name: string;
  must_change_password: boolean;
  posting_id: string | null;
  role: string | null;
  region_code: string | null;
  second_factor_at: string | null;
  last_seen_at: string;
};
