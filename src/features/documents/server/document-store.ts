import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { LeftOutLine, Note } from '../model/clause.ts';

export type FileRow = {
  id: string;
  region_code: string;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  format: string;
  encoding: string | null;
  account_id: string;
  posting_id: string | null;
  uploaded_at: string;
};

export type DocumentRow = {
  id: string;
  file_id: string;
  position: number;
  region_code: string;
  title: string | null;
  issuer: string | null;
  number: string | null;
  issued_on: string | null;
  published_on: string | null;
  first_line: number;
  last_line: number;
  left_out: readonly LeftOutLine[];
  notes: readonly Note[];
  pack_id: string | null;
  pack_score: number | null;
  pack_by: string | null;
  version: number;
  changed_at: string;
  withdrawn_at: string | null;
  withdrawn_because: string | null;
};

/** A document beside its file, with what is counted of its clauses. */
export type ListedRow = DocumentRow & {
  file_name: string;
  uploaded_at: string;
  uploaded_by: string;
  clauses: number;
  unsure: number;
  matched: number;
};

export async function insertFile(tx: Transaction, row: FileRow): Promise<void> {
  await tx`insert into document_file ${tx(row)}`;
}

export async function findFile(tx: Transaction, id: string): Promise<FileRow | undefined> {
  const [row] = await tx<FileRow[]>`
    select id, region_code, file_name, file_sha256, file_bytes, format, encoding, account_id, posting_id, uploaded_at
      from document_file where id = ${id}`;
  return row;
}

/** A file of the same bytes of which a document still stands. */
export async function findSameFile(tx: Transaction, sha256: string): Promise<FileRow | undefined> {
  const [row] = await tx<FileRow[]>`
    select f.id, f.region_code, f.file_name, f.file_sha256, f.file_bytes, f.format, f.encoding, f.account_id, f.posting_id, f.uploaded_at
      from document_file f
     where f.file_sha256 = ${sha256}
       and exists (select from policy_document d where d.file_id = f.id and d.withdrawn_at is null)
     order by f.uploaded_at desc limit 1`;
  return row;
}

type NewDocument = Omit<DocumentRow, 'version' | 'withdrawn_at' | 'withdrawn_because'>;

export async function insertDocument(tx: Transaction, row: NewDocument): Promise<void> {
  const written = {
    ...row,
    left_out: tx.json(row.left_out as never),
    notes: tx.json(row.notes as never),
  };
  await tx`insert into policy_document ${tx(written as never)}`;
}

/** The document, locked until the end of the transaction. */
export async function lockDocument(tx: Transaction, id: string): Promise<DocumentRow | undefined> {
  const [row] = await tx<DocumentRow[]>`
    select id, file_id, position, region_code, title, issuer, number, issued_on, published_on, first_line,
           last_line, left_out, notes, pack_id, pack_score, pack_by, version, changed_at, withdrawn_at, withdrawn_because
      from policy_document where id = ${id} for update`;
  return row;
}

export type DocumentChange = Partial<Pick<DocumentRow, 'pack_id' | 'pack_score' | 'pack_by'>> & {
  changed_at: string;
};

/** Saves a change of a locked document as its next version. */
export async function updateDocument(
  tx: Transaction,
  id: string,
  change: DocumentChange,
): Promise<void> {
  await tx`update policy_document set ${tx(change as never)}, version = version + 1 where id = ${id}`;
}

export async function withdrawDocument(
  tx: Transaction,
  id: string,
  withdrawal: { at: string; by: string; because: string },
): Promise<void> {
  await tx`
    update policy_document
       set withdrawn_at = ${withdrawal.at}, withdrawn_by = ${withdrawal.by},
           withdrawn_because = ${withdrawal.because}, changed_at = ${withdrawal.at}, version = version + 1
     where id = ${id}`;
}

export type Choice = {
  text: string | undefined;
  pack: string | undefined;
  withdrawn: boolean;
};

export async function countDocuments(tx: Transaction, choice: Choice): Promise<number> {
  const [row] = await tx<{ total: number }[]>`
    select count(*) as total from policy_document d join document_file f on f.id = d.file_id
     where ${chosen(tx, choice)}`;
  return row?.total ?? 0;
}

export async function findDocuments(
  tx: Transaction,
  choice: Choice,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedRow[]> {
  return await tx<ListedRow[]>`
    select ${listed(tx)}
      from policy_document d join document_file f on f.id = d.file_id
      left join account a on a.id = f.account_id
     where ${chosen(tx, choice)}
     order by f.uploaded_at desc, d.file_id, d.position
     limit ${limit} offset ${offset}`;
}

export async function findDocument(tx: Transaction, id: string): Promise<ListedRow | undefined> {
  const [row] = await tx<ListedRow[]>`
    select ${listed(tx)}
      from policy_document d join document_file f on f.id = d.file_id
      left join account a on a.id = f.account_id
     where d.id = ${id}`;
  return row;
}

export async function findDocumentsOfFile(tx: Transaction, file: string): Promise<ListedRow[]> {
  return await tx<ListedRow[]>`
    select ${listed(tx)}
      from policy_document d join document_file f on f.id = d.file_id
      left join account a on a.id = f.account_id
     where d.file_id = ${file}
     order by d.position`;
}

function listed(tx: Transaction) {
  return tx`
    d.id, d.file_id, d.position, d.region_code, d.title, d.issuer, d.number, d.issued_on, d.published_on,
    d.first_line, d.last_line, d.left_out, d.notes, d.pack_id, d.pack_score, d.pack_by, d.version, d.changed_at,
    d.withdrawn_at, d.withdrawn_because, f.file_name, f.uploaded_at, coalesce(a.display_name, '') as uploaded_by,
    (select count(*) from policy_clause c where c.document_id = d.id) as clauses,
    (select count(*) from policy_clause c where c.document_id = d.id and c.confidence <> 'certain') as unsure,
    (select count(*) from policy_clause c where c.document_id = d.id and c.pack_clause_id is not null) as matched`;
}

function chosen(tx: Transaction, { text, pack, withdrawn }: Choice) {
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  return tx`
    (${withdrawn} or d.withdrawn_at is null)
    and (${pack ?? null}::text is null or d.pack_id = ${pack ?? null})
    and (${text ?? null}::text is null or f.file_name ilike ${pattern} or d.title ilike ${pattern}
         or d.issuer ilike ${pattern} or d.number ilike ${pattern})`;
}
