import { isUtf8 } from 'node:buffer';
import { UnreadableDocument } from './unreadable-document.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Reads a text file: UTF-8, GBK (as GB 18030) or UTF-16, by its mark or by its bytes. */
export function readPlainText(bytes: Buffer): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, encoding };
  } catch {
    throw new UnreadableDocument('documentEncodingUnknown');
  }
}

function encodingOf(bytes: Buffer): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = wideEncodingOf(bytes);
  if (wide !== undefined) return wide;
  if (bytes.includes(0)) throw new UnreadableDocument('documentOtherKind');
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

const LOOKED_AT = 8_192;
const LIKELY = 0.9;

/**
 * UTF-16 without a mark: told by which way round the characters are those of Chinese text. Zero
 * bytes alone do not tell, for 一 (U+4E00) has one on the other side than a digit.
 */
function wideEncodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (!bytes.subarray(0, LOOKED_AT).includes(0) || bytes.length % 2 === 1) return undefined;
  const looked = bytes.subarray(0, LOOKED_AT);
  const little = shareOfText(looked, 0);
  const big = shareOfText(looked, 1);
  if (Math.max(little, big) < LIKELY) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** Of pairs of bytes those that are Han, their punctuation, full-width forms or printed ASCII. */
function shareOfText(bytes: Buffer, low: 0 | 1): number {
  let text = 0;
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    const code = ((bytes[index + 1 - low] ?? 0) << 8) | (bytes[index + low] ?? 0);
    const isHan = (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f);
    const isOther = code >= 0xff00 || (code >= 0x2010 && code <= 0x2027);
    if (isHan || isOther || (code >= 0x20 && code <= 0x7e) || (code >= 9 && code <= 13)) text += 1;
  }
  return text / Math.floor(bytes.length / 2);
}
