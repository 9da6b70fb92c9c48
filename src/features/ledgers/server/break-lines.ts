import { widthOfCharacter } from './font-files.ts';
import { isDrawable } from './missing-glyphs.ts';

type Measured = { readonly width: number; readonly isDrawable: boolean };

const TEXTS_REMEMBERED = 20_000;
const remembered = new Map<string, Measured>();

/** Measures a text once: the cards of a village repeat the same few hundred words. */
function measure(text: string): Measured {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  let width = 0;
  for (const character of text) width += widthOfCharacter(character.codePointAt(0) ?? 0);
  const measured = { width, isDrawable: isDrawable(text) };
  if (remembered.size === TEXTS_REMEMBERED) remembered.clear();
  remembered.set(text, measured);
  return measured;
}

/** Width of a text in the unit of the size. Kerning left aside, which only makes it narrower. */
export function widthOfText(text: string, size: number): number {
  return measure(text).width * size;
}

/** True if the font has every character of the text. */
export function hasEveryGlyph(text: string): boolean {
  return measure(text).isDrawable;
}

/** Does not stand at the beginning of a line (GB/T 15834, 5.1): the mark stays with what it closes. */
const closing = /^[、，。；：？！）》〉」』】〕”’%％]$/u;
/** Figures and Latin words are not broken inside. */
const unbroken = /^[\p{Script=Latin}\d.,:/+*_'()-]$/u;

/** The text in lines no wider than that, as few as possible. */
export function breakLines(text: string, size: number, width: number): string[] {
  if (widthOfText(text, size) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOfText(line + piece, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
    while (widthOfText(line, size) > width && [...line].length > 1) {
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
