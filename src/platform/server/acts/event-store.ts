import type { Transaction } from '../database/connect.ts';

export type EventRow = {
  id: string;
  at: string;
  account_id: string | null;
  posting_id: string | null;
  kind: string;
  region_code: string | null;
  subject: string | null;
  subject_id: string | null;
  purpose: string | null;
  detail: Readonly<Record<string, unknown>> | null;
  leaf_hash: Buffer;
};

export async function insertEvent(tx: Transaction, row: EventRow): Promise<void> {
  const detail = row.detail === null ? null : tx.json(row.detail as never);
  await tx`insert into audit_event ${tx({ ...row, detail } as never)}`;
}
