import { type MarkerKind, markerKinds } from './clause.ts';
import { looksLikePreamble, looksLikeTitle } from './head.ts';
import type { Paragraph } from './paragraphs.ts';

/** Where one document of a text begins and ends, as places in its paragraphs. */
export type Span = { readonly from: number; readonly to: number; readonly guessed: boolean };

/** The rank of a kind: the smaller, the further out. */
export function rankOf(kind: MarkerKind): number {
  return markerKinds.indexOf(kind);
}

const annexHeading = new RegExp(
  '^附\\s*[件录表]\\s*[（(]?\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?\\s*[）)]?\\s*[:：]?$',
);
const titledAnnex = new RegExp(
  '^附\\s*[件录]\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})?\\s*[:：]\\s*\\S',
);

/** A line that begins an attachment: 附件, 附件1, 附件二： */
export function isAnnexHeading(text: string): boolean {
  return annexHeading.test(text);
}

/** A line that names an attachment: 附件：1.任务分工表 */
export function namesAnnex(text: string): boolean {
  return titledAnnex.test(text);
}

/**
 * Finds the documents in a text. A new one begins where the outermost numbers begin anew and a title
 * (or at least a first sentence such as 为…制定本方案) stands before them; numbers that begin anew
 * without either are a fault in the numbering of the same document.
 */
export function documentSpans(paragraphs: readonly Paragraph[]): Span[] {
  const spans: Span[] = [];
  let current = { from: 0, guessed: false };
  let outermost = Number.POSITIVE_INFINITY;
  let highest = 0;
  let afterLast = 0;
  for (const [index, { marker }] of paragraphs.entries()) {
    if (marker === undefined) continue;
    const rank = rankOf(marker.kind);
    const border =
      marker.value === 1 && rank <= outermost && highest >= 2
        ? borderBetween(paragraphs, afterLast, index)
        : undefined;
    if (border !== undefined) {
      spans.push({ ...current, to: border.at });
      current = { from: border.at, guessed: border.guessed };
      outermost = Number.POSITIVE_INFINITY;
      highest = 0;
    }
    if (rank < outermost) {
      outermost = rank;
      highest = 0;
    }
    if (rank === outermost) highest = Math.max(highest, marker.value ?? highest + 1);
    afterLast = index + 1;
  }
  spans.push({ ...current, to: paragraphs.length });
  return spans;
}

function borderBetween(
  paragraphs: readonly Paragraph[],
  from: number,
  to: number,
): { at: number; guessed: boolean } | undefined {
  let preamble: number | undefined;
  for (let index = from; index < to; index += 1) {
    const found = paragraphs[index];
    if (found === undefined || found.debris !== undefined) continue;
    if (isAnnexHeading(found.text) || namesAnnex(found.text)) return undefined;
    if (looksLikeTitle(found.text))
      return { at: withLinesAbove(paragraphs, index, from), guessed: false };
    if (preamble === undefined && looksLikePreamble(found.text)) preamble = index;
  }
  return preamble === undefined ? undefined : { at: preamble, guessed: true };
}

/** A title stands on a few lines at most: issuer, and its own parts. */
export const MOST_TITLE_LINES = 4;

/** A title may begin on the lines above: the issuer, or its own first half. */
function withLinesAbove(paragraphs: readonly Paragraph[], title: number, from: number): number {
  let at = title;
  while (
    at > Math.max(from, title - MOST_TITLE_LINES) &&
    isPartOfTitle(paragraphs[at - 1], paragraphs[at])
  )
    at -= 1;
  return at;
}

/** Whether a line above a title is its beginning. */
export function isPartOfTitle(above: Paragraph | undefined, title: Paragraph | undefined): boolean {
  if (above === undefined || title === undefined) return false;
  if (above.marker !== undefined || above.debris !== undefined || above.text.length > 40)
    return false;
  if (/[。；：，,;:]$/.test(above.text) || looksLikeTitle(above.text)) return false;
  const isIssuer = /(委|政府|委员会|办公室|办公厅|局|厅|部|小组|指挥部)$/.test(above.text);
  return (
    above.text.startsWith('关于') ||
    above.text.endsWith('的') ||
    (isIssuer && /^(关于|印发|转发)/.test(title.text)) ||
    (isIssuer && /(委|政府|委员会|办公室|办公厅|局|厅|部|小组)$/.test(title.text))
  );
}
