/** A line of the text with its number, counted from 1, without the space around it. */
export type Line = { readonly number: number; readonly text: string };

const lineBreaks = new RegExp('\\r\\n|[\\n\\r\\f\\v\\u0085\\u2028\\u2029]');

/** The lines that hold something. A form feed is the border of a page of a PDF. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (const raw of text.split(lineBreaks)) {
    number += 1;
    const trimmed = withoutOuterSpace(raw);
    if (trimmed !== '') lines.push({ number, text: trimmed });
  }
  return lines;
}

// Zero-width characters that web pages and office programs leave, which `trim` does not take for space.
const zeroWidth = '\u200b\u200c\u200d\u2060\ufeff';

/** Without space of any kind at both ends; not by a pattern, which would go over long inner space again and again. */
function withoutOuterSpace(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isSpace(character: string): boolean {
  return character.trim() === '' || zeroWidth.includes(character);
}

/** Whether a line ends as a paragraph does (also with the mark of a note), so that the next one begins something new. */
export function endsSentence(text: string): boolean {
  return (
    /[。！？；：!?;:…][”’"'）)》」』\]】]*$/.test(text) || /[。！？]\s?[\d*＊]{1,3}$/.test(text)
  );
}

const SHORT_LINE = 60;

/** The width of a line, a Latin letter or digit being half of a Chinese character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}

/**
 * The width at which a text was broken into lines of equal length, as text taken out of a PDF is;
 * undefined if its lines are paragraphs.
 */
export function wrapWidthOf(lines: readonly Line[]): number | undefined {
  const widths = lines.map(({ text }) => widthOf(text)).filter((width) => width >= 10);
  if (widths.length < 8) return undefined;
  const sorted = widths.toSorted((one, other) => one - other);
  const width = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  if (width > SHORT_LINE) return undefined;
  const full = lines.filter(({ text }) => widthOf(text) >= width - 2);
  const open = full.filter(({ text }) => !endsSentence(text));
  return full.length >= lines.length * 0.3 && open.length >= full.length * 0.6 ? width : undefined;
}
