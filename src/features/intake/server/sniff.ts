import { isUtf8 } from 'node:buffer';
import { UnreadableFile } from './unreadable-file.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type Format =
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly encoding: TextEncoding };

const HEAD_BYTES = 64 * 1024;

/**
 * Says what a file is from its bytes, whatever its name says. Looks at every chunk on its way in,
 * because the first character that is not UTF-8 may come late.
 */
export class FormatSniffer {
  #head = Buffer.alloc(0);
  #pending = Buffer.alloc(0);
  #validUtf8 = true;

  look(chunk: Uint8Array): void {
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES - this.#head.length)]);
    }
    if (!this.#validUtf8) return;
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const cut = endOfWholeCharacters(bytes);
    this.#validUtf8 = isUtf8(bytes.subarray(0, cut));
    this.#pending = Buffer.from(bytes.subarray(cut));
  }

  /** Call after the last chunk. Throws an UnreadableFile for whatever is no table we can read. */
  format(): Format {
    const head = this.#head;
    if (head.length === 0) throw new UnreadableFile('empty');
    const known = refusalOf(head);
    if (known !== undefined) throw new UnreadableFile(known);
    if (head.subarray(0, 4).equals(ZIP)) return { format: 'xlsx' };
    const encoding = this.#encoding();
    if (encoding === undefined) throw new UnreadableFile('notATable');
    return { format: 'csv', encoding };
  }

  #encoding(): TextEncoding | undefined {
    const head = this.#head;
    if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
    if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
    const wide = wideEncoding(head);
    if (wide !== undefined) return wide;
    if (head.includes(0)) return undefined;
    return this.#validUtf8 && this.#pending.length === 0 ? 'utf-8' : 'gb18030';
  }
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Files that are often sent in place of a table, each with its own cure. */
function refusalOf(head: Buffer): 'oldExcel' | 'encrypted' | 'webPage' | 'notATable' | undefined {
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    return head.includes(ENCRYPTED) ? 'encrypted' : 'oldExcel';
  }
  const start = head
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^[\u00ef\u00bb\u00bf\s]+/u, '')
    .toLowerCase();
  if (/^<(!doctype html|html|table|meta|head|body|div)/u.test(start)) return 'webPage';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'webPage' : 'notATable';
  return /^(%pdf|\u0089png|gif8|\u00ff\u00d8\u00ff|rar!|7z\u00bc\u00af)/u.test(start)
    ? 'notATable'
    : undefined;
}

/** UTF-16 without a mark: text of a table has ASCII separators, whose other byte is zero. */
function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  const looked = Math.min(head.length, 4096) & ~1;
  for (let index = 0; index < looked; index += 1) {
    if (head[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const many = looked / 20;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

/** Where the last character that is whole in these bytes ends, if they are UTF-8. */
function endOfWholeCharacters(bytes: Uint8Array): number {
  const least = Math.max(0, bytes.length - 4);
  for (let at = bytes.length - 1; at >= least; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = lengthOfCharacter(byte);
      return at + length <= bytes.length ? bytes.length : at;
    }
  }
  return bytes.length;
}

function lengthOfCharacter(first: number): number {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
}
