import { rankOf } from './borders.ts';
import type { Confidence, MarkerKind, Note } from './clause.ts';
import type { Paragraph } from './paragraphs.ts';

export type Part = { readonly text: string; readonly firstLine: number; readonly lastLine: number };

/** A clause while the tree is built: where it hangs and what it says so far. */
export type Node = {
  readonly kind: MarkerKind;
  /** Of dotted numbers how many stand before the last; 0 otherwise. */
  readonly depth: number;
  readonly parent: Node | undefined;
  value: number | undefined;
  readonly printed: string;
  /** The text beside its number, then the paragraphs that follow. */
  readonly parts: Part[];
  readonly inline: boolean;
  confidence: Confidence;
  readonly notes: Note[];
};

/** Hangs the numbered paragraphs of one document into a tree; the nodes are in the order of the text. */
export function treeOf(paragraphs: readonly Paragraph[]): { before: Paragraph[]; nodes: Node[] } {
  const before: Paragraph[] = [];
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const found of paragraphs) {
    const last = nodes.at(-1);
    if (found.marker !== undefined) {
      const { node, sibling } = hang(found, open);
      const recovered = recoverUnnumbered({ last, sibling, next: node });
      if (recovered !== undefined) nodes.push(recovered);
      nodes.push(node);
      open.push(node);
    } else if (last === undefined) {
      before.push(found);
    } else {
      last.parts.push(found);
      noteLines(last, found);
    }
  }
  return { before, nodes };
}

/** The new node, and the one before it under the same heading. */
function hang(found: Paragraph, open: Node[]): { node: Node; sibling: Node | undefined } {
  const { marker } = found;
  if (marker === undefined) throw new Error('A clause begins with a number');
  const depth = marker.within?.length ?? 0;
  let sibling: Node | undefined;
  while (orderOf(open.at(-1)) >= rankOf(marker.kind) + depth / 10) sibling = open.pop();
  const node: Node = {
    kind: marker.kind,
    depth,
    parent: open.at(-1),
    value: marker.value,
    printed: marker.printed,
    parts: [
      {
        text: found.text.slice(found.prefix),
        firstLine: found.firstLine,
        lastLine: found.lastLine,
      },
    ],
    inline: found.inline,
    confidence: 'certain',
    notes: [],
  };
  // 第三条 without a space after it is written as often as with one.
  if (marker.broken && marker.kind !== 'article')
    blame(node, 'likely', { code: 'numberBroken', details: { number: marker.printed } });
  if (marker.kind === 'ordinal' && found.inline) blame(node, 'likely', { code: 'itemsWithin' });
  noteLines(node, found);
  return { node, sibling: sibling?.kind === node.kind ? sibling : undefined };
}

function orderOf(node: Node | undefined): number {
  return node === undefined ? -1 : rankOf(node.kind) + node.depth / 10;
}

function noteLines(node: Node, { joined, numberInText, lastLine }: Paragraph): void {
  if (joined) blame(node, 'likely', { code: 'lineJoined', details: { line: lastLine } });
  if (numberInText) blame(node, 'likely', { code: 'numberInText', details: { line: lastLine } });
}

/** Notes why a clause should be looked at; what was surer before is no longer. */
export function blame(node: Node, confidence: Confidence, note: Note): void {
  if (node.confidence !== 'guessed') node.confidence = confidence;
  node.notes.push(note);
}

/**
 * Between （二） and （四） a paragraph that begins like a heading is （三） without its number. Only
 * where there is exactly one such paragraph; it stays a guess.
 */
function recoverUnnumbered(found: {
  last: Node | undefined;
  sibling: Node | undefined;
  next: Node;
}): Node | undefined {
  const { last, sibling, next } = found;
  if (last === undefined || next.value === undefined || next.inline) return undefined;
  const before = sibling === undefined ? 0 : sibling.value;
  const isBelow =
    last === sibling || last.parent === sibling || (sibling === undefined && last === next.parent);
  if (before === undefined || next.value !== before + 2 || !isBelow) return undefined;
  const places = last.parts.flatMap(({ text }, index) =>
    index > 0 && beginsLikeHeading(text) ? [index] : [],
  );
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const node: Node = {
    ...next,
    value: before + 1,
    printed: '',
    parts: last.parts.splice(place),
    confidence: 'guessed',
    notes: [{ code: 'numberMissing', details: { number: before + 1 } }],
  };
  return node;
}

function beginsLikeHeading(text: string): boolean {
  return /^[^，,。；;：:]{3,20}[。：:]\s*\S{5}/.test(text) || /^[^。；;：:]{3,25}$/.test(text);
}
