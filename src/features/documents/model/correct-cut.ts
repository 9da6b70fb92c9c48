import { ok, type Result, refused } from '../../../kernel/result.ts';
import { rankOf } from './borders.ts';
import type { CutClause, MarkerKind } from './clause.ts';
import { headingOf } from './heading.ts';
import { markerOf } from './marker.ts';
import { pathsOf, runningKindOf } from './numbering.ts';

/** A clause that is kept: it stays the same one whatever becomes of its number and its path. */
export type KeptClause = CutClause & { readonly id: string };

/** What a person can put right in a cut. */
export type Correction =
  | { readonly kind: 'join'; readonly id: string }
  | {
      readonly kind: 'split';
      readonly id: string;
      /** Where the new clause begins, in characters of the text. */
      readonly at: number;
      /** The new clause's number; empty if it stands in the text or is the next one. */
      readonly number: string;
      readonly newId: string;
    }
  | { readonly kind: 'renumber'; readonly id: string; readonly number: string };

export type CorrectionProblem =
  | { readonly code: 'clauseNotFound' }
  | { readonly code: 'nothingToJoin' }
  | { readonly code: 'splitOutsideText' }
  | { readonly code: 'numberNotUnderstood'; readonly number: string };

type Corrected<Clause> = Result<readonly Clause[], CorrectionProblem>;

/** Applies a correction; paths, parents and levels of all clauses are found anew. */
export function correctCut<Clause extends KeptClause>(
  clauses: readonly Clause[],
  correction: Correction,
): Corrected<Clause> {
  const index = clauses.findIndex(({ id }) => id === correction.id);
  if (index < 0) return refused({ code: 'clauseNotFound' });
  const changed = apply(clauses, index, correction);
  return changed.ok ? ok(relinked(changed.value)) : changed;
}

function apply<Clause extends KeptClause>(
  clauses: readonly Clause[],
  index: number,
  correction: Correction,
): Corrected<Clause> {
  switch (correction.kind) {
    case 'join':
      return join(clauses, index);
    case 'split':
      return split(clauses, index, correction);
    case 'renumber':
      return renumber(clauses, index, correction.number);
  }
}

const byHand = { confidence: 'certain', notes: [{ code: 'byHand' }] } as const;

/** Makes a clause a paragraph of the one before it; its number becomes text again. */
function join<Clause extends KeptClause>(
  clauses: readonly Clause[],
  index: number,
): Corrected<Clause> {
  const [before, joined] = [clauses[index - 1], clauses[index]];
  if (before === undefined || joined === undefined || before.annex !== joined.annex)
    return refused({ code: 'nothingToJoin' });
  const text = [before.text, wholeTextOf(joined)].filter((part) => part !== '').join('\n');
  const merged = {
    ...before,
    ...byHand,
    text,
    lastLine: Math.max(before.lastLine, joined.lastLine),
  };
  return ok(clauses.toSpliced(index - 1, 2, merged));
}

/** A clause as it was printed: number, heading and text. */
export function wholeTextOf({ number, heading, text }: CutClause): string {
  const isSentence = heading !== '' && text !== '';
  return `${number}${heading}${isSentence ? '。' : ''}${text}`;
}

function split<Clause extends KeptClause>(
  clauses: readonly Clause[],
  index: number,
  { at, number, newId }: Extract<Correction, { kind: 'split' }>,
): Corrected<Clause> {
  const clause = clauses[index];
  if (clause === undefined) return refused({ code: 'clauseNotFound' });
  const [first, second] = [clause.text.slice(0, at).trim(), clause.text.slice(at).trim()];
  if (second === '' || (first === '' && clause.heading === ''))
    return refused({ code: 'splitOutsideText' });
  const numbered = numberOf(second, { given: number, after: clause });
  if (numbered === undefined) return refused({ code: 'numberNotUnderstood', number });
  const { heading, rest } = headingOf(numbered.rest);
  const added = {
    ...clause,
    ...byHand,
    id: newId,
    kind: numbered.kind,
    number: numbered.printed,
    value: numbered.value,
    heading,
    text: rest,
    inline: false,
  };
  const shortened = { ...clause, ...byHand, text: first };
  return ok(clauses.toSpliced(index, 1, shortened, added));
}

type NumberedText = { kind: MarkerKind; value: number; printed: string; rest: string };

/** The number of a new clause: as given, as it stands in the text, or the next one of its kind. */
function numberOf(
  text: string,
  { given, after }: { given: string; after: CutClause },
): NumberedText | undefined {
  const own = markerOf(text);
  if (given.trim() !== '') {
    const wanted = readNumber(given);
    const isPrinted = own !== undefined && own.printed === given.trim();
    return wanted && { ...wanted, rest: isPrinted ? own.rest : text };
  }
  if (own?.value !== undefined)
    return { kind: own.kind, value: own.value, printed: own.printed, rest: own.rest };
  const { kind, value } = after;
  if (kind === 'preamble' || kind === 'closing') return undefined;
  return { kind, value: value + 1, printed: '', rest: text };
}

/** Reads a number that stands alone, such as （三） or 3. or 第三条; undefined for anything else. */
export function readNumber(number: string): Omit<NumberedText, 'rest'> | undefined {
  const printed = number.trim();
  // What a number is shows only with text after it: 3.1 could be a decimal.
  const marker = markerOf(`${printed} 文`);
  if (marker?.value === undefined || marker.rest !== '文') return undefined;
  return { kind: marker.kind, value: marker.value, printed };
}

function renumber<Clause extends KeptClause>(
  clauses: readonly Clause[],
  index: number,
  number: string,
): Corrected<Clause> {
  const clause = clauses[index];
  const wanted = readNumber(number);
  if (clause === undefined || wanted === undefined)
    return refused({ code: 'numberNotUnderstood', number });
  const { kind, value, printed } = wanted;
  return ok(clauses.with(index, { ...clause, ...byHand, kind, value, number: printed }));
}

type Link = {
  kind: MarkerKind;
  value: number;
  order: number;
  parent: Link | undefined;
  level: number;
};

/** Hangs the clauses anew by their kinds and numbers, each attachment by itself. */
function relinked<Clause extends KeptClause>(clauses: readonly Clause[]): Clause[] {
  const links = new Map<Clause, Link>();
  const paths = new Map<Link, string>();
  for (const annex of new Set(clauses.map((clause) => clause.annex))) {
    const numbered = clauses.filter((clause) => clause.annex === annex && isNumbered(clause));
    const open: Link[] = [];
    for (const clause of numbered) links.set(clause, linkOf(clause, open));
    const own = numbered.flatMap((clause) => links.get(clause) ?? []);
    const prefix = annex === 0 ? '' : `annex${annex}.`;
    for (const [link, path] of pathsOf(own, { running: runningKindOf(own), prefix }))
      paths.set(link, path);
  }
  return clauses.map((clause) => {
    const link = links.get(clause);
    if (link === undefined) return clause;
    const parent = link.parent === undefined ? null : (paths.get(link.parent) ?? null);
    return { ...clause, path: paths.get(link) ?? clause.path, parent, level: link.level };
  });
}

function isNumbered(clause: CutClause): boolean {
  return clause.kind !== 'preamble' && clause.kind !== 'closing';
}

function linkOf(clause: CutClause, open: Link[]): Link {
  const kind = clause.kind as MarkerKind;
  const dots =
    kind === 'dotted' ? clause.number.replace(/[.．、\s]+$/, '').split(/[.．]/).length - 1 : 0;
  const order = rankOf(kind) + dots / 10;
  while ((open.at(-1)?.order ?? -1) >= order) open.pop();
  const parent = open.at(-1);
  const link = { kind, value: clause.value, order, parent, level: (parent?.level ?? 0) + 1 };
  open.push(link);
  return link;
}
