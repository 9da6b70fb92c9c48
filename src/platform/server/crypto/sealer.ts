import type { SealingKeys, SecretKey } from './key-ring.ts';
import { type Cipher, cipherOf, keyedHashOf, suites } from './suites.ts';

const KEY_ID_BYTES = 4;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** Hides values that the database must not show, and makes the hidden ones findable. */
export type Sealer = {
  /** Suite (1 byte), key id (4 bytes), nonce, hidden text, proof of integrity. Never twice the same. */
  seal(text: string): Buffer;
  /** The text that was sealed; throws a `SealingError` unless every byte is as it was. */
  open(sealed: Uint8Array): string;
  /**
   * 32 bytes that are the same for the same text and purpose, and tell nothing to whoever lacks the
   * key: for unique keys and exact search. Write the text in one way only (upper case X, no blanks).
   */
  blindIndex(purpose: string, text: string): Buffer;
  /** The same for the last digits of a number, short enough for a bigint column: 0 to 2^63 - 1. */
  tailIndex(text: string): bigint;
};

/** A sealed value that does not open: `tampered`, sealed with an `unknownKey`, or `notSealed` at all. */
export class SealingError extends Error {
  readonly code: 'tampered' | 'unknownKey' | 'notSealed';

  constructor(code: 'tampered' | 'unknownKey' | 'notSealed') {
    super(code);
    this.name = 'SealingError';
    this.code = code;
  }
}

/** Seals with the current key, opens with any. The keys are plain data, so a worker can make its own. */
export function createSealer({ sealing, blindIndex }: SealingKeys): Sealer {
  const ciphers = new Map<string, Cipher>(
    sealing.keys.map((key) => [headerOf(key).toString('latin1'), cipherOf(key)]),
  );
  const current = sealing.keys.find(({ id }) => id === sealing.current);
  if (current === undefined) throw new Error('The current sealing key is not among the keys');
  const header = headerOf(current);
  const cipher = cipherOf(current);
  const keyedHash = keyedHashOf(blindIndex);
  const index = (purpose: string, text: string): Buffer => keyedHash(`${purpose}\0${text}`);
  return {
    seal: (text) => cipher.seal(text, header),
    open: (sealed) =>
      open(ciphers, Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)),
    blindIndex: index,
    tailIndex: remembering((text) => index('tail', text).readBigUInt64BE() >> 1n),
  };
}

const TAILS_REMEMBERED = 20_000;

/** There are only some ten thousand tails of four digits, and an import asks for each hundreds of times. */
function remembering(compute: (text: string) => bigint): (text: string) => bigint {
  const known = new Map<string, bigint>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === TAILS_REMEMBERED) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}

function headerOf({ id, suite }: SecretKey): Buffer {
  return Buffer.concat([Buffer.of(suites[suite].code), Buffer.from(id, 'hex')]);
}

function open(ciphers: ReadonlyMap<string, Cipher>, sealed: Buffer): string {
  const known = Object.values(suites).some(({ code }) => code === sealed[0]);
  if (!known || sealed.length < HEADER_BYTES) throw new SealingError('notSealed');
  const cipher = ciphers.get(sealed.toString('latin1', 0, HEADER_BYTES));
  if (cipher === undefined) throw new SealingError('unknownKey');
  const text = cipher.open(sealed, HEADER_BYTES);
  if (text === undefined) throw new SealingError('tampered');
  return text;
}
