import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import { dayInChina } from '../../../platform/server/clock.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type Officer, reachOf } from '../../../platform/server/identity/officer.ts';
import { saveClauses } from './clause-store.ts';
import { findSameFile, insertDocument, insertFile } from './document-store.ts';
import { withMatches } from './match-document.ts';
import type { FittedDocument, ReadFile } from './read-documents.ts';

/** Who keeps something, in which transaction and when. */
export type Keeping = {
  readonly tx: Transaction;
  readonly officer: Officer;
  readonly now: string;
};

type Upload = ReadFile & {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Refuses a file of which a document stands already, so that nobody matches the same text twice. */
export async function refuseSameFile(tx: Transaction, sha256: string): Promise<void> {
  const same = await findSameFile(tx, sha256);
  if (same === undefined) return;
  const day = dayInChina(new Date(same.uploaded_at));
  throw new Problem(409, 'documentAlreadyThere', { file: same.file_name, day });
}

/** Keeps the documents of a file with their clauses, each matched to the pack that it fits. */
export async function keepDocuments(keeping: Keeping, upload: Upload): Promise<void> {
  const { tx, officer, now } = keeping;
  const region = reachOf(officer);
  await insertFile(tx, {
    id: upload.id,
    region_code: region,
    file_name: upload.name,
    file_sha256: upload.sha256,
    file_bytes: upload.bytes,
    format: upload.format,
    encoding: upload.encoding,
    account_id: officer.accountId,
    posting_id: officer.posting?.id ?? null,
    uploaded_at: now,
  });
  for (const [position, document] of upload.documents.entries())
    await keepDocument(keeping, { file: upload.id, position, document });
  await recordEvent(tx, now, {
    kind: 'documents.upload',
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region,
    subject: 'documentFile',
    subjectId: upload.id,
    detail: { sha256: upload.sha256, documents: upload.documents.length },
  });
}

async function keepDocument(
  { tx, officer, now }: Keeping,
  { file, position, document }: { file: string; position: number; document: FittedDocument },
): Promise<void> {
  const { best, matches } = document.fit;
  const id = newId();
  await insertDocument(tx, {
    id,
    file_id: file,
    position,
    region_code: reachOf(officer),
    title: document.title,
    issuer: document.issuer,
    number: document.number,
    issued_on: document.issuedOn,
    published_on: document.publishedOn,
    first_line: document.firstLine,
    last_line: document.lastLine,
    left_out: document.leftOut,
    notes: document.notes,
    pack_id: best?.packId ?? null,
    pack_score: best?.score ?? null,
    pack_by: null,
    changed_at: now,
  });
  const clauses = document.clauses.map((clause) => ({ ...clause, id: newId(), match: null }));
  await saveClauses(tx, id, withMatches(clauses, matches));
}
