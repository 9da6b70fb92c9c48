import type { Transaction } from '../../../../platform/server/database/connect.ts';

/** What the log says of a document, oldest first. */
export async function eventsOf(
  tx: Transaction,
  document: string,
): Promise<{ kind: string; detail: unknown }[]> {
  return await tx<{ kind: string; detail: unknown }[]>`
    select kind, detail from audit_event where subject_id = ${document} order by id`;
}
