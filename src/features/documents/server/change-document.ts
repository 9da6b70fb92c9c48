import { contains, regionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { type Officer, reachOf } from '../../../platform/server/identity/officer.ts';
import { type DocumentRow, lockDocument } from './document-store.ts';

/**
 * Loads and locks a document that the officer is about to change: it stands, the officer's office
 * reaches that of whoever uploaded it, and it is still what the officer saw.
 */
export async function lockForChange(
  context: Context,
  { id, version }: { id: string; version: number },
): Promise<DocumentRow> {
  const document = await lockDocument(context.tx, id);
  if (document === undefined) throw new Problem(404, 'notFound');
  if (!isOwn(context.officer, document)) throw new Problem(403, 'documentOfOtherOffice');
  if (document.withdrawn_at !== null) throw new Problem(409, 'documentWithdrawn');
  if (document.version !== version) throw new Problem(409, 'documentChangedMeanwhile');
  return document;
}

/** Everybody reads documents; the office that uploaded one and those above it change it. */
export function isOwn(
  officer: Officer,
  { region_code }: Pick<DocumentRow, 'region_code'>,
): boolean {
  return contains(reachOf(officer), regionCode(region_code));
}

/** Puts a change of a document on record. */
export async function recordChange(
  context: Context,
  document: DocumentRow,
  change: { kind: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordEvent(context.tx, context.now, {
    kind: change.kind,
    accountId: context.officer.accountId,
    postingId: context.officer.posting?.id ?? null,
    region: regionCode(document.region_code),
    subject: 'policyDocument',
    subjectId: document.id,
    detail: change.detail,
  });
}
