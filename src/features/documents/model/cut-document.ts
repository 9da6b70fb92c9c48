import {
  isAnnexHeading,
  isPartOfTitle,
  MOST_TITLE_LINES,
  namesAnnex,
  type Span,
} from './borders.ts';
import type { CutClause, CutDocument, LeftOutLine, LeftOutReason, Note } from './clause.ts';
import {
  dayOf,
  issueNumberOf,
  issuerOfTitle,
  looksLikeAddressees,
  looksLikeIssuer,
  looksLikeTitle,
  publishedDayOf,
} from './head.ts';
import { headingOf } from './heading.ts';
import { pathsOf, settleNumbers } from './numbering.ts';
import type { Paragraph } from './paragraphs.ts';
import { type Node, type Part, treeOf } from './tree.ts';

type Found = {
  title: string | null;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  publishedOn: string | null;
  readonly leftOut: LeftOutLine[];
  readonly notes: Note[];
};

// So many lines around a document are shown; a web page has some dozens.
const MOST_LEFT_OUT = 500;

/** Cuts the paragraphs of one document: its head, its clauses, its attachments, what is left out. */
export function cutDocument(all: readonly Paragraph[], span: Span): CutDocument {
  const found: Found = {
    title: null,
    number: null,
    issuer: null,
    issuedOn: null,
    publishedOn: null,
    leftOut: [],
    notes: [],
  };
  if (span.guessed) found.notes.push({ code: 'borderGuessed' });
  const kept = withoutDebris(all, found);
  const firstMarker = kept.findIndex(({ marker }) => marker !== undefined);
  const head = readHead(firstMarker < 0 ? kept : kept.slice(0, firstMarker), found);
  const sections = sectionsOf(firstMarker < 0 ? [] : kept.slice(firstMarker), found);
  const clauses = sections.flatMap(({ paragraphs, annex }) =>
    clausesOf(withoutSignature(paragraphs, found), annex, annex === 0 ? head : []),
  );
  if (found.title === null) found.notes.push({ code: 'titleMissing' });
  found.issuer ??= found.title === null ? null : issuerOfTitle(found.title);
  const { title, number, issuer, issuedOn, publishedOn, leftOut, notes } = found;
  return {
    title,
    issuer,
    number,
    issuedOn,
    publishedOn,
    firstLine: all[0]?.firstLine ?? 0,
    lastLine: all.at(-1)?.lastLine ?? 0,
    clauses,
    leftOut: leftOut.toSorted((one, other) => one.line - other.line).slice(0, MOST_LEFT_OUT),
    notes,
  };
}

function leaveOut(found: Found, paragraph: Paragraph, reason: LeftOutReason): void {
  found.leftOut.push({ line: paragraph.firstLine, text: paragraph.text.slice(0, 400), reason });
}

/** After a line that closes a web page, short lines at the very end belong to that page too. */
function withoutDebris(all: readonly Paragraph[], found: Found): Paragraph[] {
  const lastClause = all.findLastIndex(({ marker }) => marker !== undefined);
  let afterPage = false;
  return all.filter((paragraph, index) => {
    const { debris, text } = paragraph;
    if (debris === 'webPage') {
      found.publishedOn ??= publishedDayOf(text) ?? null;
      afterPage = index > lastClause;
    }
    const trails = afterPage && index > lastClause && text.length <= 40 && !/[。；]$/.test(text);
    const reason = debris ?? (trails ? 'webPage' : undefined);
    if (reason !== undefined) leaveOut(found, paragraph, reason);
    return reason === undefined;
  });
}

/** Finds title, number and day above the first clause; answers the paragraphs of the preamble. */
function readHead(head: readonly Paragraph[], found: Found): Paragraph[] {
  const title = placeOfTitle(head, found);
  const preamble: Paragraph[] = [];
  for (const [index, paragraph] of head.entries()) {
    const { text } = paragraph;
    const number = issueNumberOf(text);
    const day = dayOf(text);
    if (number !== undefined) found.number ??= number;
    else if (day !== undefined) found.issuedOn ??= day;
    else if (index >= title.from && index <= title.to) continue;
    else if (looksLikeAddressees(text)) leaveOut(found, paragraph, 'addressees');
    else if (looksLikeIssuer(text) && text.length <= 30) {
      found.issuer ??= text;
      leaveOut(found, paragraph, 'heading');
    } else if (index < title.from)
      leaveOut(found, paragraph, looksLikeTitle(text) || text.length < 40 ? 'heading' : 'cover');
    else if (text === found.title) leaveOut(found, paragraph, 'heading');
    else preamble.push(paragraph);
  }
  return preamble;
}

function placeOfTitle(head: readonly Paragraph[], found: Found): { from: number; to: number } {
  let to = head.findLastIndex(({ text }) => looksLikeTitle(text));
  if (to < 0) {
    to = head.findIndex(
      ({ text }) =>
        text.length <= 80 &&
        text.length >= 8 &&
        !/[。！!；;：:]$/.test(text) &&
        dayOf(text) === undefined,
    );
    const isFirst = to >= 0 && head.slice(0, to).every(({ text }) => text.length <= 80);
    if (!isFirst || /[，,。].*[，,。]/.test(head[to]?.text ?? '')) return { from: 0, to: -1 };
    found.notes.push({ code: 'titleGuessed' });
  }
  let from = to;
  while (from > Math.max(0, to - MOST_TITLE_LINES) && isPartOfTitle(head[from - 1], head[from]))
    from -= 1;
  found.title = head
    .slice(from, to + 1)
    .reduce(
      (title, { text }) =>
        title + (looksLikeIssuer(title) && looksLikeIssuer(text) ? ' ' : '') + text,
      '',
    );
  return { from, to };
}

const LONGEST_SIGNATURE = 8;

/** The issuer and the day at the end of a document. */
function withoutSignature(body: readonly Paragraph[], found: Found): Paragraph[] {
  const kept = [...body];
  for (
    let index = kept.length - 1;
    index >= Math.max(1, body.length - LONGEST_SIGNATURE);
    index -= 1
  ) {
    const paragraph = kept[index];
    if (paragraph === undefined || paragraph.marker !== undefined) break;
    const { text } = paragraph;
    const day = dayOf(text) ?? dayOf(text.split(/\s{1,}/).at(-1) ?? '');
    const isSignature =
      day !== undefined || looksLikeIssuer(text) || /^(抄送|主送|印发)/.test(text);
    if (!isSignature) continue;
    if (day !== undefined) found.issuedOn ??= day;
    else if (looksLikeIssuer(text)) found.issuer ??= text;
    leaveOut(found, paragraph, 'signature');
    kept.splice(index, 1);
  }
  return kept;
}

type Section = { readonly annex: number; readonly paragraphs: Paragraph[] };

/** The document itself and its attachments; a list of their names is left out. */
function sectionsOf(body: readonly Paragraph[], found: Found): Section[] {
  const sections: Section[] = [{ annex: 0, paragraphs: [] }];
  let naming = false;
  for (const [index, paragraph] of body.entries()) {
    const { text, marker } = paragraph;
    if (marker === undefined && isAnnexHeading(text)) {
      sections.push({ annex: sections.length, paragraphs: [] });
      leaveOut(found, paragraph, 'attachments');
      naming = false;
      continue;
    }
    if (marker === undefined && namesAnnex(text)) {
      const isHeading = body
        .slice(index + 1, index + 4)
        .some((next) => next.marker?.value === 1 && next.marker.kind !== 'digit');
      if (isHeading) sections.push({ annex: sections.length, paragraphs: [] });
      naming = !isHeading;
      leaveOut(found, paragraph, 'attachments');
      continue;
    }
    naming &&= dayOf(text) === undefined && !looksLikeIssuer(text);
    if (naming && text.length <= 60 && !/[。；]/.test(text)) {
      leaveOut(found, paragraph, 'attachments');
      continue;
    }
    naming = false;
    sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}

function clausesOf(
  paragraphs: readonly Paragraph[],
  annex: number,
  head: readonly Paragraph[],
): CutClause[] {
  const { before, nodes } = treeOf(paragraphs);
  const running = settleNumbers(nodes);
  const closing = annex === 0 ? takeClosing(nodes) : [];
  const prefix = annex === 0 ? '' : `annex${annex}.`;
  const paths = pathsOf(nodes, { running, prefix });
  const preamble = [...head, ...before];
  return [
    ...(preamble.length === 0 ? [] : [unnumbered({ kind: 'preamble', annex, prefix }, preamble)]),
    ...nodes.map((node) => clauseOf(node, paths, annex)),
    ...(closing.length === 0 ? [] : [unnumbered({ kind: 'closing', annex, prefix }, closing)]),
  ];
}

function unnumbered(
  what: { kind: 'preamble' | 'closing'; annex: number; prefix: string },
  parts: readonly Part[],
): CutClause {
  return {
    path: `${what.prefix}${what.kind}`,
    parent: null,
    level: 1,
    kind: what.kind,
    number: '',
    value: 0,
    annex: what.annex,
    heading: '',
    text: parts.map(({ text }) => text).join('\n'),
    firstLine: parts[0]?.firstLine ?? 0,
    lastLine: parts.at(-1)?.lastLine ?? 0,
    inline: false,
    confidence: what.kind === 'closing' ? 'likely' : 'certain',
    notes: what.kind === 'closing' ? [{ code: 'closingGuessed' }] : [],
  };
}

const closingWords =
  /^(本(意见|方案|办法|通知|规定|细则|纲要|计划|规划|决定|条例|制度)|(各|全)(级|县|市|区|省|乡|镇|地|部门|单位|州|旗)[^。]{0,60}(要|应|必须|结合)|以上|特此)|(全省|全市|全县|全区|全州)上下/;

/** Paragraphs after the last clause that speak of the whole document. */
function takeClosing(nodes: readonly Node[]): Part[] {
  const last = nodes.at(-1);
  if (last === undefined || last.inline) return [];
  const at = last.parts.findIndex(({ text }, index) => index > 0 && closingWords.test(text));
  const isLeft = at > 1 || (at === 1 && last.parts[0]?.text !== '');
  return isLeft ? last.parts.splice(at) : [];
}

function clauseOf(node: Node, paths: ReadonlyMap<Node, string>, annex: number): CutClause {
  const [own, ...others] = node.parts;
  const { heading, rest } = headingOf(own?.text ?? '');
  const texts = [rest, ...others.map(({ text }) => text)].filter((text) => text !== '');
  return {
    path: paths.get(node) ?? '',
    parent: node.parent === undefined ? null : (paths.get(node.parent) ?? null),
    level: levelOf(node),
    kind: node.kind,
    number: node.printed,
    value: node.value ?? 0,
    annex,
    heading,
    text: texts.join('\n'),
    firstLine: own?.firstLine ?? 0,
    lastLine: node.parts.at(-1)?.lastLine ?? 0,
    inline: node.inline,
    confidence: node.confidence,
    notes: node.notes,
  };
}

function levelOf(node: Node): number {
  return node.parent === undefined ? 1 : levelOf(node.parent) + 1;
}
