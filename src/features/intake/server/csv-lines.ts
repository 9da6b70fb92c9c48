import type { TextEncoding } from './sniff.ts';
import { type LineBatch, MOST_COLUMNS, type RowBatch } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTATION_MARK = 34;

/**
 * How many lines these bytes are, if lines and separators are all that parts them. Undefined if a
 * quotation mark or a carriage return by itself asks for a closer look. For encodings in which a byte
 * below 48 is always the character that it is in ASCII.
 */
export function countPlainLines(bytes: Uint8Array): number | undefined {
  let lines = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > QUOTATION_MARK) continue;
    if (byte === LINE_FEED) lines += 1;
    else if (byte === QUOTATION_MARK) return undefined;
    else if (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED) return undefined;
  }
  return bytes.at(-1) === LINE_FEED || bytes.length === 0 ? lines : lines + 1;
}

/** The end of the last whole line, 0 if there is none. */
export function endOfLines(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LINE_FEED) + 1;
}

/** Takes plain lines apart. Refuses what is not in the encoding, instead of putting � in its place. */
export function rowsOfLines({ lines, encoding, delimiter, from }: LineBatch): RowBatch {
  const texts = decodeLines(lines, { encoding, from }).split('\n');
  if (texts.at(-1) === '') texts.pop();
  const rows = texts.map((line, index) => {
    const row = (line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter);
    if (row.length > MOST_COLUMNS)
      throw new UnreadableFile('tooWide', { row: from + index, most: MOST_COLUMNS });
    return row;
  });
  return { rows, numbers: rows.map((_, index) => from + index) };
}

function decodeLines(
  lines: Uint8Array,
  { encoding, from }: { readonly encoding: TextEncoding; readonly from: number },
): string {
  try {
    // Only at the beginning of a file is the byte order mark a mark.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: from > 1 }).decode(lines);
  } catch {
    throw new UnreadableFile(from <= 1 ? 'encodingUnknown' : 'encodingBroken', {
      row: from,
      encoding,
    });
  }
}
