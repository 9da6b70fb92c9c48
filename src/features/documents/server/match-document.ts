import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { MatchBody, PackBody } from '../model/contract.ts';
import { type Match, matchClauses, type PackOutline } from '../model/match.ts';
import { lockForChange, recordChange } from './change-document.ts';
import { findClauses, type MatchedClause, saveClauses, saveMatch } from './clause-store.ts';
import { updateDocument } from './document-store.ts';
import type { ReadPacks } from './packs.ts';

/** Holds a document against a pack that a person chose, or against none. */
export async function setPack(
  context: Context,
  id: string,
  { body: { version, packId }, readPacks }: { body: PackBody; readPacks: ReadPacks },
): Promise<void> {
  const document = await lockForChange(context, { id, version });
  const pack = packId === null ? undefined : await getPack(readPacks, packId);
  const clauses = await findClauses(context.tx, id);
  const bare = clauses.map((clause) => ({ ...clause, match: null }));
  const matches = pack === undefined ? [] : matchClauses(bare, pack);
  await saveClauses(context.tx, id, withMatches(bare, matches));
  await updateDocument(context.tx, id, {
    pack_id: packId,
    pack_score: null,
    pack_by: packId === null ? null : context.officer.accountId,
    changed_at: context.now,
  });
  await recordChange(context, document, {
    kind: 'documents.setPack',
    detail: { from: document.pack_id, to: packId },
  });
}

async function getPack(readPacks: ReadPacks, packId: string): Promise<PackOutline> {
  const pack = (await readPacks()).find(({ id }) => id === packId);
  if (pack === undefined) throw new Problem(422, 'packUnknown');
  return pack;
}

/** The clauses, each with what it says in a pack. */
export function withMatches(
  clauses: readonly MatchedClause[],
  found: readonly Match[],
): MatchedClause[] {
  const matches = new Map(found.map((match) => [match.path, match]));
  return clauses.map((clause) => {
    const match = matches.get(clause.path);
    if (match === undefined) return clause;
    const { packClauseId, score, basis } = match;
    return { ...clause, match: { packClauseId, score, basis, by: null } };
  });
}

/** Says by hand which clause of the pack a clause says, or that it says none. */
export async function setMatch(
  context: Context,
  place: { id: string; clause: string },
  { body, readPacks }: { body: MatchBody; readPacks: ReadPacks },
): Promise<void> {
  const document = await lockForChange(context, { id: place.id, version: body.version });
  if (document.pack_id === null) throw new Problem(422, 'documentHasNoPack');
  const pack = await getPack(readPacks, document.pack_id);
  const { packClauseId } = body;
  if (packClauseId !== null && pack.clauses.every(({ id }) => id !== packClauseId))
    throw new Problem(422, 'packClauseUnknown');
  const clause = (await findClauses(context.tx, place.id)).find(({ id }) => id === place.clause);
  if (clause === undefined) throw new Problem(404, 'clauseNotFound');
  const match = {
    packClauseId,
    score: null,
    basis: 'hand',
    by: context.officer.accountId,
  } as const;
  await saveMatch(context.tx, { document: place.id, id: clause.id }, match);
  await updateDocument(context.tx, place.id, { changed_at: context.now });
  await recordChange(context, document, {
    kind: 'documents.match',
    detail: { path: clause.path, from: clause.match?.packClauseId ?? null, to: packClauseId },
  });
}
