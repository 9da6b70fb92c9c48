import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';

/**
 * Prints hold names, and some ID numbers, of whole villages, so on the disk they are sealed like the
 * columns of the register: a row of pieces, each its length (4 bytes) and the sealed piece, with the
 * piece's number in it so that none can be moved or left out.
 */
const PIECE_BYTES = 192 * 1024;
const LENGTH_BYTES = 4;
const LAST = 'end';

export class SealedWriter {
  readonly #handle: FileHandle;
  readonly #sealer: Sealer;
  #pieces = 0;
  #bytes = 0;

  private constructor(handle: FileHandle, sealer: Sealer) {
    this.#handle = handle;
    this.#sealer = sealer;
  }

  static async create(path: string, sealer: Sealer): Promise<SealedWriter> {
    return new SealedWriter(await open(path, 'wx', 0o600), sealer);
  }

  /** Bytes in clear that were written. */
  get bytes(): number {
    return this.#bytes;
  }

  async write(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.subarray(at, at + PIECE_BYTES);
      await this.#put(`${this.#pieces}:${piece.toString('base64')}`);
      this.#pieces += 1;
      this.#bytes += piece.length;
    }
  }

  /** Ends the file; without its end it cannot be read. */
  async finish(): Promise<void> {
    await this.#put(`${this.#pieces}:${LAST}`);
    await this.#handle.close();
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }

  async #put(text: string): Promise<void> {
    const sealed = this.#sealer.seal(text);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(sealed.length);
    await this.#handle.write(Buffer.concat([length, sealed]));
  }
}

/** The bytes of a sealed print in clear, piece by piece; throws if one is not what was written. */
export async function* readSealed(path: string, sealer: Sealer): AsyncGenerator<Buffer> {
  let number = 0;
  for await (const sealed of piecesOf(path)) {
    const text = sealer.open(sealed);
    const [stated, content] = splitAtColon(text);
    if (stated !== String(number)) throw new Error('A piece of a print is out of place');
    if (content === LAST) return;
    yield Buffer.from(content, 'base64');
    number += 1;
  }
  throw new Error('A print has no end');
}

function splitAtColon(text: string): [string, string] {
  const at = text.indexOf(':');
  return [text.slice(0, at), text.slice(at + 1)];
}

async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    while (rest.length >= LENGTH_BYTES) {
      const end = LENGTH_BYTES + rest.readUInt32BE();
      if (rest.length < end) break;
      yield rest.subarray(LENGTH_BYTES, end);
      rest = rest.subarray(end);
    }
  }
}
