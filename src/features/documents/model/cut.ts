import { ok, type Result, refused } from '../../../kernel/result.ts';
import { documentSpans } from './borders.ts';
import type { CutDocument } from './clause.ts';
import { cutDocument } from './cut-document.ts';
import { withInlineItems } from './inline-items.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** What a text may hold at most. */
export const cutLimits = {
  characters: 10_000_000,
  documents: 100,
  clauses: 10_000,
} as const;

export type CutProblem =
  | { readonly code: 'documentTooLong'; readonly most: number }
  | { readonly code: 'documentTooManyClauses'; readonly most: number }
  | { readonly code: 'documentWithoutClauses' };

/**
 * Cuts a text into its documents and these into clauses by their own numbering. The same text always
 * gives the same cut, in time that grows with its length; what was guessed says so in its notes.
 * Numbering after GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）) and the articles of regulations (第X条).
 */
export function cutText(text: string): Result<readonly CutDocument[], CutProblem> {
  if (text.length > cutLimits.characters)
    return refused({ code: 'documentTooLong', most: cutLimits.characters });
  const paragraphs = paragraphsOf(linesOf(text)).flatMap(withInlineItems);
  const numbered = paragraphs.filter(({ marker }) => marker !== undefined).length;
  if (numbered === 0) return refused({ code: 'documentWithoutClauses' });
  if (numbered > cutLimits.clauses)
    return refused({ code: 'documentTooManyClauses', most: cutLimits.clauses });
  const spans = documentSpans(paragraphs);
  if (spans.length > cutLimits.documents)
    return refused({ code: 'documentTooManyClauses', most: cutLimits.clauses });
  return ok(spans.map((span) => cutDocument(paragraphs.slice(span.from, span.to), span)));
}
