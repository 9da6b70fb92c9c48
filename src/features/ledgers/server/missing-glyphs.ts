import { hasGlyph } from './font-files.ts';

/** A character of the register that the font cannot draw, and how often it stands in the print. */
export type MissingGlyph = {
  readonly character: string;
  readonly codePoint: string;
  count: number;
};

/** True if the font has every character of the text. */
export function isDrawable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isPair = unit >= 0xd800 && unit <= 0xdbff;
    if (!hasGlyph(isPair ? (text.codePointAt(at) ?? 0) : unit)) return false;
    if (isPair) at += 1;
  }
  return true;
}

/**
 * Finds characters that the font lacks and puts their number in brackets in their place: rare
 * characters stand in names, and a name must not come out as an empty square that nobody notices.
 */
export class GlyphKeeper {
  readonly #missing = new Map<string, MissingGlyph>();

  /** The text as it can be drawn. Control characters are dropped. */
  drawable(text: string): string {
    if (isDrawable(text)) return text;
    return Array.from(text, (character) =>
      hasGlyph(character.codePointAt(0) ?? 0) ? character : this.#replaced(character),
    ).join('');
  }

  /** Everything that was missing so far, the most frequent first. */
  missing(): MissingGlyph[] {
    return [...this.#missing.values()].toSorted(
      (one, other) => other.count - one.count || (one.codePoint < other.codePoint ? -1 : 1),
    );
  }

  get count(): number {
    return this.missing().reduce((sum, { count }) => sum + count, 0);
  }

  #replaced(character: string): string {
    if (/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u.test(character)) return '';
    const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    const found = this.#missing.get(character) ?? { character, codePoint, count: 0 };
    found.count += 1;
    this.#missing.set(character, found);
    return `〔${codePoint}〕`;
  }
}
