import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { ClauseKind, Confidence, Note } from '../model/clause.ts';
import type { OriginalClause } from '../model/contract.ts';
import type { KeptClause } from '../model/correct-cut.ts';
import type { MatchBasis } from '../model/match.ts';

type ClauseRow = {
  id: string;
  ordinal: number;
  path: string;
  parent: string | null;
  level: number;
  kind: ClauseKind;
  number: string;
  value: number;
  annex: number;
  heading: string;
  body: string;
  first_line: number;
  last_line: number;
  inline: boolean;
  confidence: Confidence;
  notes: readonly Note[];
  pack_clause_id: string | null;
  match_score: number | null;
  match_basis: MatchBasis | null;
  matched_by: string | null;
};

/** What a clause says in a pack; null where nobody and nothing looked or found. */
export type ClauseMatch = {
  readonly packClauseId: string | null;
  readonly score: number | null;
  readonly basis: MatchBasis;
  readonly by: string | null;
};

/** A clause as it is kept, with its match. */
export type MatchedClause = KeptClause & { readonly match: ClauseMatch | null };

export async function findClauses(tx: Transaction, document: string): Promise<MatchedClause[]> {
  const rows = await tx<ClauseRow[]>`
    select id, ordinal, path, parent, level, kind, number, value, annex, heading, body, first_line, last_line,
           inline, confidence, notes, pack_clause_id, match_score, match_basis, matched_by
      from policy_clause where document_id = ${document} order by ordinal`;
  return rows.map(clauseOf);
}

function clauseOf(row: ClauseRow): MatchedClause {
  const {
    id,
    path,
    parent,
    level,
    kind,
    number,
    value,
    annex,
    heading,
    inline,
    confidence,
    notes,
  } = row;
  const match =
    row.match_basis === null
      ? null
      : {
          packClauseId: row.pack_clause_id,
          score: row.match_score,
          basis: row.match_basis,
          by: row.matched_by,
        };
  return {
    id,
    path,
    parent,
    level,
    kind,
    number,
    value,
    annex,
    heading,
    inline,
    confidence,
    notes,
    text: row.body,
    firstLine: row.first_line,
    lastLine: row.last_line,
    match,
  };
}

// PostgreSQL takes 65 535 values in one statement.
const ROWS_AT_ONCE = 2_000;

/** Writes the clauses of a document in their order, in place of those there were. */
export async function saveClauses(
  tx: Transaction,
  document: string,
  clauses: readonly MatchedClause[],
): Promise<void> {
  await tx`delete from policy_clause where document_id = ${document}`;
  const rows = clauses.map((clause, ordinal) => rowOf(tx, { document, clause, ordinal }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await tx`insert into policy_clause ${tx(rows.slice(from, from + ROWS_AT_ONCE) as never)}`;
}

function rowOf(
  tx: Transaction,
  { document, clause, ordinal }: { document: string; clause: MatchedClause; ordinal: number },
) {
  const { id, path, parent, level, kind, number, value, annex, heading, inline, confidence } =
    clause;
  return {
    document_id: document,
    id,
    ordinal,
    path,
    parent,
    level,
    kind,
    number,
    value,
    annex,
    heading,
    inline,
    confidence,
    body: clause.text,
    first_line: clause.firstLine,
    last_line: clause.lastLine,
    notes: tx.json(clause.notes as never),
    pack_clause_id: clause.match?.packClauseId ?? null,
    match_score: clause.match?.score ?? null,
    match_basis: clause.match?.basis ?? null,
    matched_by: clause.match?.by ?? null,
  };
}

/** Sets the match of one clause. */
export async function saveMatch(
  tx: Transaction,
  clause: { document: string; id: string },
  match: ClauseMatch,
): Promise<void> {
  await tx`
    update policy_clause
       set pack_clause_id = ${match.packClauseId}, match_score = ${match.score}, match_basis = ${match.basis},
           matched_by = ${match.by}
     where document_id = ${clause.document} and id = ${clause.id}`;
}

/** The texts that stand beside the clauses of a pack, in the order of their documents; none of a withdrawn one. */
export async function findOriginals(tx: Transaction, packId: string): Promise<OriginalClause[]> {
  return await tx<OriginalClause[]>`
    select c.pack_clause_id as "packClauseId", c.document_id as "documentId", c.path, c.number, c.heading, c.body as text
      from policy_document d join policy_clause c on c.document_id = d.id
     where d.pack_id = ${packId} and d.withdrawn_at is null and c.pack_clause_id is not null
     order by d.changed_at desc, d.id, c.ordinal`;
}
