import type { RegionCode } from '../../../kernel/region-code.ts';
import { leafHashOfEvent } from '../audit/leaf.ts';
import type { Transaction } from '../database/connect.ts';
import { newId } from '../identifiers.ts';
import { insertEvent } from './event-store.ts';

/** Something to be answered for that changes no household: a look at a masked field, an export, a grant, a sign-in. */
export type AuditEvent = {
  kind: string;
  accountId: string | null;
  postingId: string | null;
  region?: RegionCode | undefined;
  subject?: string | undefined;
  subjectId?: string | undefined;
  purpose?: string | undefined;
  detail?: Readonly<Record<string, unknown>> | undefined;
};

/** Writes the event in the caller's transaction: if it cannot be written, the read does not happen. */
export async function recordEvent(tx: Transaction, at: string, event: AuditEvent): Promise<void> {
  const row = {
    id: newId(),
    at,
    account_id: event.accountId,
    posting_id: event.postingId,
    kind: event.kind,
    region_code: event.region ?? null,
    subject: event.subject ?? null,
    subject_id: event.subjectId ?? null,
    purpose: event.purpose ?? null,
    detail: event.detail ?? null,
  };
  await insertEvent(tx, { ...row, leaf_hash: leafHashOfEvent(row) });
}
