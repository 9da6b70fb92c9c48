import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The family under which the typesetter knows our two fonts. A font that happens to be installed on
 * the machine under the fonts' published name could otherwise stand in for them, and the same ledger
 * would look different elsewhere. Same length as the published name, which it replaces in place.
 */
export const FONT_FAMILY = 'Ledger Sans!';
const PUBLISHED_FAMILY = 'Noto Sans SC';

const packageFolder = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')),
);

/** Regular and bold. TrueType outlines: the typesetter reads no web fonts. */
const files = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

/** The two fonts as bytes, under our own family name. */
export function readFonts(): Buffer[] {
  return files.map((file) => renamed(readFileSync(join(packageFolder, file))));
}

/** Replaces the family in the font's table of names (OpenType, `name`), in both of its encodings. */
function renamed(font: Buffer): Buffer {
  const { offset, length } = tableOf(font, 'name');
  const names = font.subarray(offset, offset + length);
  replaceAll(names, Buffer.from(PUBLISHED_FAMILY, 'latin1'), Buffer.from(FONT_FAMILY, 'latin1'));
  replaceAll(names, wide(PUBLISHED_FAMILY), wide(FONT_FAMILY));
  return font;
}

function wide(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function replaceAll(inside: Buffer, old: Buffer, replacement: Buffer): void {
  for (let at = inside.indexOf(old); at !== -1; at = inside.indexOf(old, at)) {
    replacement.copy(inside, at);
    at += replacement.length;
  }
}

function tableOf(font: Buffer, tag: string): { offset: number; length: number } {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) {
      return { offset: font.readUInt32BE(record + 8), length: font.readUInt32BE(record + 12) };
    }
  }
  throw new Error(`The font has no table ${tag}`);
}

/** Width of each character in parts of the type size, 0 if the font does not have it. */
type Metrics = { readonly widths: Float32Array };

let known: Metrics | undefined;

/** Read once, from the regular font itself. */
function metrics(): Metrics {
  if (known !== undefined) return known;
  const font = readFileSync(join(packageFolder, files[0] ?? ''));
  const widthOf = readWidths(font);
  const widths = new Float32Array(LAST_CODE_POINT + 1);
  for (const [code, glyph] of readGlyphs(font))
    widths[code] = Math.max(widthOf(glyph), LEAST_WIDTH);
  known = { widths };
  return known;
}

const LAST_CODE_POINT = 0x10ffff;
/** Tells a character that takes no room from one that the font does not have. */
const LEAST_WIDTH = 1e-6;

/** True if the font has a glyph of its own for the character. */
export function hasGlyph(codePoint: number): boolean {
  return (metrics().widths[codePoint] ?? 0) > 0;
}

/** Width of the character in parts of the type size; 1 if the font does not have it. */
export function widthOfCharacter(codePoint: number): number {
  const width = metrics().widths[codePoint] ?? 0;
  return width === 0 ? 1 : width;
}

const SEGMENTED_COVERAGE = 12;

/** Reads the character map of 32-bit groups (OpenType, `cmap` format 12), which our fonts have. */
function readGlyphs(font: Buffer): Map<number, number> {
  const { offset } = tableOf(font, 'cmap');
  const glyphs = new Map<number, number>();
  for (let index = 0; index < font.readUInt16BE(offset + 2); index += 1) {
    const at = offset + font.readUInt32BE(offset + 4 + index * 8 + 4);
    if (font.readUInt16BE(at) !== SEGMENTED_COVERAGE) continue;
    const groups = font.readUInt32BE(at + 12);
    for (let group = 0; group < groups; group += 1) {
      const record = at + 16 + group * 12;
      const first = font.readUInt32BE(record);
      const last = font.readUInt32BE(record + 4);
      const glyph = font.readUInt32BE(record + 8);
      for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first);
    }
  }
  if (glyphs.size === 0) throw new Error('The font has no character map of format 12');
  return glyphs;
}

/** Reads the advance widths (OpenType, `hmtx`); glyphs beyond the last stated one share its width. */
function readWidths(font: Buffer): (glyph: number) => number {
  const unitsPerEm = font.readUInt16BE(tableOf(font, 'head').offset + 18);
  const stated = font.readUInt16BE(tableOf(font, 'hhea').offset + 34);
  const { offset } = tableOf(font, 'hmtx');
  const widths = Float64Array.from(
    { length: stated },
    (_, glyph) => font.readUInt16BE(offset + glyph * 4) / unitsPerEm,
  );
  return (glyph) => widths[Math.min(glyph, stated - 1)] ?? 1;
}
