import type { EventContent } from '../audit/leaf.ts';
import type { Transaction } from '../database/connect.ts';

/** An audit event as it stands in the table, without the transaction number that PostgreSQL adds. */
export type EventRow = EventContent & { leaf_hash: Buffer };

export async function insertEvent(tx: Transaction, row: EventRow): Promise<void> {
  const detail = row.detail === null ? null : tx.json(row.detail as never);
  await tx`insert into audit_event ${tx({ ...row, detail } as never)}`;
}
