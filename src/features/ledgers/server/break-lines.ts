import { widthOfCharacter } from './font-files.ts';
import { isDrawable } from './missing-glyphs.ts';

type Measured = {
  readonly width: number;
  /** Width of the widest of its words and figures, which nobody likes to see torn apart. */
  readonly least: number;
  readonly isDrawable: boolean;
};

const TEXTS_REMEMBERED = 20_000;
const remembered = new Map<string, Measured>();

/** Measures a text once: the cards of a village repeat the same few hundred words. */
function measure(text: string): Measured {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const width = widthOf(text);
  const least = piecesOf(text).reduce((most, piece) => Math.max(most, widthOf(piece.trim())), 0);
  const measured = { width, least, isDrawable: isDrawable(text) };
  if (remembered.size === TEXTS_REMEMBERED) remembered.clear();
  remembered.set(text, measured);
  return measured;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character.codePointAt(0) ?? 0);
  return width;
}

/** Width of a text in the unit of the size. Kerning left aside, which only makes it narrower. */
export function widthOfText(text: string, size: number): number {
  return measure(text).width * size;
}

/** How wide a line must be for a text to be broken into lines without tearing a word or figure. */
export function leastWidthOf(text: string, size: number): number {
  return measure(text).least * size;
}

/** True if the font has every character of the text. */
export function hasEveryGlyph(text: string): boolean {
  return measure(text).isDrawable;
}

/** Does not stand at the beginning of a line (GB/T 15834, 5.1): the mark stays with what it closes. */
const closing = /^[、，。；：？！）》〉」』】〕”’%％]$/u;
/** Figures and Latin words are not broken inside. */
const unbroken = /^[\p{Script=Latin}\d.,:/+*_'()-]$/u;

const LINES_REMEMBERED = 20_000;
const broken = new Map<string, string[]>();

/**
 * The text in lines no wider than that, as few as possible. Of two ways with as few lines, the one
 * that breaks between the items of a list and before figures.
 */
export function breakLines(text: string, size: number, width: number): string[] {
  if (widthOfText(text, size) <= width) return [text];
  const key = `${size} ${width} ${text}`;
  const known = broken.get(key);
  if (known !== undefined) return known;
  const anywhere = filled(piecesOf(text), size, width);
  const items = text.split(betweenItems);
  const fits = items.every((item) => widthOfText(item.trimEnd(), size) <= width);
  const betweenThem = fits ? filled(items, size, width) : anywhere;
  const lines = betweenThem.length <= anywhere.length ? betweenThem : anywhere;
  if (broken.size === LINES_REMEMBERED) broken.clear();
  broken.set(key, lines);
  return lines;
}

/** As few lines as `breakLines`, of which none is much longer than the others: for headings. */
export function breakEvenly(text: string, size: number, width: number): string[] {
  let lines = breakLines(text, size, width);
  if (lines.length === 1) return lines;
  const least = Math.max(size, leastWidthOf(text, size));
  for (let narrow = width - size / 2; narrow >= least; narrow -= size / 2) {
    const even = breakLines(text, size, narrow);
    if (even.length > lines.length) break;
    lines = even;
  }
  return lines;
}

const betweenItems = /(?<=[、，；])|(?<=, )|(?<=\p{Script=Han})(?=\d)/u;

function filled(pieces: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOfText((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' && lines.length > 0 ? piece.trimStart() : piece;
    while (widthOfText(line.trimEnd(), size) > width && [...line].length > 1) {
      const fitting = longestFitting(line, size, width);
      lines.push(fitting);
      line = line.slice(fitting.length);
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** What may not be torn apart: a Chinese character with the mark after it, a figure, a word. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let wasUnbroken = false;
  for (const character of text) {
    const isUnbroken = unbroken.test(character);
    const joins = (isUnbroken && wasUnbroken) || closing.test(character);
    if (joins && pieces.length > 0) pieces[pieces.length - 1] += character;
    else pieces.push(character);
    wasUnbroken = isUnbroken;
  }
  return pieces;
}

function longestFitting(text: string, size: number, width: number): string {
  let fitting = '';
  for (const character of text) {
    if (fitting !== '' && widthOfText(fitting + character, size) > width) break;
    fitting += character;
  }
  return fitting;
}
