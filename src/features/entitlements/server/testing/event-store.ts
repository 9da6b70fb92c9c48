import type { Transaction } from '../../../../platform/server/database/connect.ts';

/** What the audit log tells of one thing, in order. */
export async function findEventsOf(
  tx: Transaction,
  subjectId: string,
): Promise<{ kind: string; purpose: string | null }[]> {
  return await tx<{ kind: string; purpose: string | null }[]>`
    select kind, purpose from audit_event where subject_id = ${subjectId} order by at, id`;
}
