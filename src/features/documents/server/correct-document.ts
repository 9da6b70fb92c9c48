import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import type { CorrectionBody } from '../model/contract.ts';
import { type Correction, type CorrectionProblem, correctCut } from '../model/correct-cut.ts';
import { lockForChange, recordChange } from './change-document.ts';
import { findClauses, type MatchedClause, saveClauses } from './clause-store.ts';
import { updateDocument } from './document-store.ts';

/** Joins, splits or renumbers a clause; what stood in the cut before goes on record. */
export async function correctDocument(
  context: Context,
  id: string,
  { version, correction }: CorrectionBody,
): Promise<void> {
  const document = await lockForChange(context, { id, version });
  const before = await findClauses(context.tx, id);
  const { clause, ...wanted } = correction;
  const asked =
    wanted.kind === 'split' ? { ...wanted, id: clause, newId: newId() } : { ...wanted, id: clause };
  const corrected = correctCut(before, asked);
  if (!corrected.ok) throw problemOf(corrected.problem);
  await saveClauses(context.tx, id, withoutDoubledMatch(corrected.value, asked));
  await updateDocument(context.tx, id, { changed_at: context.now });
  const place = before.find((found) => found.id === clause);
  await recordChange(context, document, {
    kind: 'documents.correct',
    detail: { ...correction, path: place?.path ?? '', printed: place?.number ?? '' },
  });
}

/** The new half of a split clause says nothing of the pack until somebody matches it. */
function withoutDoubledMatch(
  clauses: readonly MatchedClause[],
  asked: Correction,
): readonly MatchedClause[] {
  if (asked.kind !== 'split') return clauses;
  return clauses.map((clause) => (clause.id === asked.newId ? { ...clause, match: null } : clause));
}

function problemOf({ code, ...details }: CorrectionProblem): Problem {
  return new Problem(code === 'clauseNotFound' ? 404 : 422, code, details);
}
