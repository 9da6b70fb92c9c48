import { enclosedNumber, HAN, parseHanNumber, withPlainDigits } from './numerals.ts';
import type { Paragraph } from './paragraphs.ts';

type InlineKind = 'digitParenthesised' | 'circled' | 'ordinal';
type Found = { readonly at: number; readonly length: number; readonly value: number };

// An item begins a sentence or part of one; a reference such as 见第（2）项 does not.
const patterns: readonly { kind: InlineKind; pattern: RegExp }[] = [
  {
    kind: 'digitParenthesised',
    pattern: /(?=[(（])(?<=^|[。；;：:，,]\s*)[(（]\s*(\d{1,2})\s*[)）]\s*/g,
  },
  {
    kind: 'circled',
    pattern:
      /(?=[\u2460-\u24ff\u2776-\u277f])(?<=^|[。；;：:，,、]\s*)([\u2460-\u2473\u2776-\u277f\u2474-\u2487])\s*/gu,
  },
  { kind: 'ordinal', pattern: new RegExp(`(?<=^|[。；;：:，,、—])(${HAN})是(?=\\S)`, 'g') },
];

/**
 * Takes a paragraph apart that lists numbered items within its sentences: （1）…；（2）…, ①…②…,
 * 一是…二是…. Items count only as a row without a gap, of two or more.
 */
export function withInlineItems(paragraph: Paragraph): Paragraph[] {
  if (paragraph.debris !== undefined) return [paragraph];
  const plain = withPlainDigits(paragraph.text);
  for (const { kind, pattern } of patterns) {
    const items = rowOf(plain, pattern, ownValue(paragraph, kind));
    if (items.length >= 2) return pieces(paragraph, kind, items);
  }
  return [paragraph];
}

function ownValue({ marker }: Paragraph, kind: InlineKind): number {
  return marker?.kind === kind ? (marker.value ?? 1) : 1;
}

function rowOf(text: string, pattern: RegExp, first: number): Found[] {
  const row: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const number = match[1] ?? '';
    const value = /^\d/.test(number)
      ? Number(number)
      : (enclosedNumber(number)?.value ?? parseHanNumber(number));
    if (value === first + row.length) row.push({ at: match.index, length: match[0].length, value });
  }
  return row;
}

function pieces(paragraph: Paragraph, kind: InlineKind, items: readonly Found[]): Paragraph[] {
  const { text } = paragraph;
  const [first] = items;
  const startsWithItem = first?.at === 0;
  const lead: Paragraph = { ...paragraph, text: text.slice(0, first?.at ?? 0).trimEnd() };
  const parts = items.map(({ at, length, value }, index): Paragraph => {
    const piece = text.slice(at, items[index + 1]?.at ?? text.length).trim();
    const isFirst = index === 0 && startsWithItem;
    return {
      ...paragraph,
      text: piece,
      prefix: length,
      inline: !isFirst,
      joined: false,
      numberInText: false,
      marker: {
        kind,
        value,
        printed: text.slice(at, at + length).trim(),
        rest: piece.slice(length),
        broken: false,
      },
    };
  });
  return startsWithItem ? parts : [lead, ...parts];
}
