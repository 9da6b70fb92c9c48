import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { may } from '../../../platform/server/identity/officer.ts';
import type {
  ClauseView,
  DocumentAnswer,
  DocumentSummary,
  DocumentsAnswer,
  DocumentsQuery,
} from '../model/contract.ts';
import type { PackOutline } from '../model/match.ts';
import { draftOutline } from '../model/outline.ts';
import { isOwn } from './change-document.ts';
import { findClauses, type MatchedClause } from './clause-store.ts';
import { countDocuments, findDocument, findDocuments, type ListedRow } from './document-store.ts';
import type { ReadPacks } from './packs.ts';

/** Documents that stand, newest first; withdrawn ones only when asked for. */
export async function listDocuments(
  context: Context,
  query: DocumentsQuery,
  readPacks: ReadPacks,
): Promise<DocumentsAnswer> {
  const { text, pack, page, size } = query;
  const choice = { text, pack, withdrawn: query.withdrawn === 'true' };
  const rows = await findDocuments(context.tx, choice, { limit: size, offset: (page - 1) * size });
  const packs = await readPacks();
  return {
    rows: rows.map((row) => summaryOf(row, packs)),
    total: await countDocuments(context.tx, choice),
  };
}

/** One document with its clauses, and beside them the pack it is held against. */
export async function readDocument(
  context: Context,
  id: string,
  readPacks: ReadPacks,
): Promise<DocumentAnswer> {
  const row = await getDocument(context, id);
  const packs = await readPacks();
  const clauses = await findClauses(context.tx, id);
  const pack = packs.find((found) => found.id === row.pack_id);
  return {
    ...summaryOf(row, packs),
    version: row.version,
    firstLine: row.first_line,
    lastLine: row.last_line,
    notes: [...row.notes],
    leftOut: [...row.left_out],
    clauseList: clauses.map(clauseView),
    packScore: row.pack_score,
    pack:
      pack === undefined ? null : { ...pack, clauses: pack.clauses.map((found) => ({ ...found })) },
    packs: packs.map(({ id: packId, title }) => ({ id: packId, title })),
    withdrawnBecause: row.withdrawn_because,
    mayChange:
      row.withdrawn_at === null &&
      may(context.officer, 'document.edit') &&
      isOwn(context.officer, row),
  };
}

/** A draft of a pack's clauses.yaml from the clauses as they stand now. */
export async function draftPack(
  context: Context,
  id: string,
): Promise<{ title: string; outline: string }> {
  const row = await getDocument(context, id);
  const clauses = await findClauses(context.tx, id);
  return { title: row.title ?? row.file_name, outline: draftOutline({ clauses }) };
}

async function getDocument(context: Context, id: string): Promise<ListedRow> {
  const row = await findDocument(context.tx, id);
  if (row === undefined) throw new Problem(404, 'notFound');
  return row;
}

function summaryOf(row: ListedRow, packs: readonly PackOutline[]): DocumentSummary {
  return {
    id: row.id,
    title: row.title,
    fileName: row.file_name,
    issuer: row.issuer,
    number: row.number,
    issuedOn: row.issued_on,
    publishedOn: row.published_on,
    clauses: row.clauses,
    unsure: row.unsure,
    matched: row.matched,
    packId: row.pack_id,
    packTitle: packs.find(({ id }) => id === row.pack_id)?.title ?? null,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
    regionCode: row.region_code,
    withdrawnAt: row.withdrawn_at,
  };
}

function clauseView({
  match,
  notes,
  value: _value,
  annex: _annex,
  ...clause
}: MatchedClause): ClauseView {
  return {
    ...clause,
    notes: [...notes],
    match:
      match === null
        ? null
        : { packClauseId: match.packClauseId, score: match.score, basis: match.basis },
  };
}
