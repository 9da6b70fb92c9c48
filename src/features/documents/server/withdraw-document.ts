import type { Context } from '../../../platform/server/http/endpoint.ts';
import type { WithdrawalBody } from '../model/contract.ts';
import { lockForChange, recordChange } from './change-document.ts';
import { withdrawDocument } from './document-store.ts';

/** Takes a document out of use with a reason. It stays readable, and cannot be changed any more. */
export async function withdraw(
  context: Context,
  id: string,
  { version, reason }: WithdrawalBody,
): Promise<void> {
  const document = await lockForChange(context, { id, version });
  await withdrawDocument(context.tx, id, {
    at: context.now,
    by: context.officer.accountId,
    because: reason,
  });
  await recordChange(context, document, { kind: 'documents.withdraw', detail: { reason } });
}
