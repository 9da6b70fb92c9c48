import type { LeftOutReason, MarkerKind } from './clause.ts';
import { debrisOf } from './debris.ts';
import { looksLikeTitle } from './head.ts';
import { endsSentence, type Line, widthOf, wrapWidthOf } from './lines.ts';
import { type Marker, markerOf } from './marker.ts';

/** Lines that belong together: a clause's first paragraph, another paragraph, or a line left out. */
export type Paragraph = {
  readonly firstLine: number;
  lastLine: number;
  text: string;
  readonly marker: Marker | undefined;
  /** How many characters the number takes. */
  readonly prefix: number;
  /** Its number stands within a line, not at the beginning of one. */
  readonly inline: boolean;
  readonly debris: LeftOutReason | undefined;
  /** Lines were put together although nothing but the missing end of a sentence says so. */
  joined: boolean;
  /** A number at the beginning of a line was read as text, because it did not fit there. */
  numberInText: boolean;
};

// A line of text taken from a web page that ends open is short only if it is a heading.
const LONGEST_HEADING_LINE = 40;

// Punctuation and Latin letters take less room than counted, so a full line may look shorter.
const FULL_LINE = 0.88;

/** Puts the lines of a text together to paragraphs and finds the numbers they begin with. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const wrap = wrapWidthOf(lines);
  const paragraphs: Paragraph[] = [];
  const counter = new Counter();
  let previous: Paragraph | undefined;
  let lastLine = '';
  for (const { number, text } of lines) {
    const found = markerOf(text);
    const debris = debrisFor(text, found);
    if (debris !== undefined) {
      paragraphs.push(paragraph({ number, text }, { debris }));
      // A page number may stand in the middle of a sentence, a line of a web page does not.
      if (debris === 'webPage') previous = undefined;
      continue;
    }
    const isOpen =
      previous !== undefined &&
      !endsSentence(lastLine) &&
      !looksLikeTitle(previous.text) &&
      widthOf(lastLine) >= (wrap === undefined ? LONGEST_HEADING_LINE : wrap * FULL_LINE);
    const marker = counter.accepts(found, isOpen) ? found : undefined;
    lastLine = text;
    if (isOpen && marker === undefined && previous !== undefined) {
      previous.text += text;
      previous.lastLine = number;
      previous.joined ||= wrap === undefined;
      previous.numberInText ||= found !== undefined && !found.broken;
      continue;
    }
    previous = paragraph({ number, text }, { marker });
    paragraphs.push(previous);
  }
  return paragraphs;
}

/** A numbered line is a clause even if it speaks of a web page; a table of contents is none. */
function debrisFor(text: string, marker: Marker | undefined): LeftOutReason | undefined {
  const debris = debrisOf(text);
  return marker === undefined || debris === 'contents' || debris === 'pageNumber'
    ? debris
    : undefined;
}

function paragraph(
  { number, text }: Line,
  found: { marker?: Marker | undefined; debris?: LeftOutReason },
): Paragraph {
  return {
    firstLine: number,
    lastLine: number,
    text,
    marker: found.marker,
    prefix: found.marker === undefined ? 0 : text.length - found.marker.rest.length,
    inline: false,
    debris: found.debris,
    joined: false,
    numberInText: false,
  };
}

/** Knows the last number of each kind, and so which numbers may come next. */
class Counter {
  readonly #last = new Map<MarkerKind, number>();
  #dotted: readonly number[] = [];

  accepts(marker: Marker | undefined, isOpen: boolean): boolean {
    if (marker === undefined) return false;
    const { kind, value } = marker;
    const last = this.#last.get(kind) ?? 0;
    const isNext = value === undefined || value === last + 1 || (value === 1 && !marker.broken);
    const needsNext = isOpen || marker.broken || kind === 'ordinal';
    if (needsNext && !isNext) return false;
    if (kind === 'dotted' && !this.#fitsDotted(marker)) return false;
    this.#last.set(kind, value ?? last + 1);
    if (kind === 'dotted') this.#dotted = [...(marker.within ?? []), value ?? 1];
    return true;
  }

  #fitsDotted({ value, within = [] }: Marker): boolean {
    const sibling = this.#dotted.slice(0, within.length);
    const isSame = within.every((number, index) => number === sibling[index]);
    const last = this.#dotted[within.length] ?? 0;
    return value === 1 || (isSame && value !== undefined && value > last && value <= last + 2);
  }
}
