import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * Uploaded files hold ID numbers of whole counties in clear, so on the disk they are sealed like the
 * columns of the register. The file is a row of frames of equal size, each with its number sealed in,
 * so that any place can be read without what stands before it, and no frame can be put elsewhere.
 *
 *     "MBF1" · length of a sealed frame (4 bytes) · frame · frame · … · last, shorter frame
 */
const MAGIC = Buffer.from('MBF1', 'latin1');
const HEADER_BYTES = MAGIC.length + 4;
const FRAME_BYTES = 192 * 1024;
const NUMBER_CHARACTERS = 8;

export type StoredFile = { readonly sha256: string; readonly bytes: number };

export function uploadFolder(dataFolder: string): string {
  return join(dataFolder, 'intake');
}

/** Where a file lies, named by the hash of its contents: the same file is kept once. */
function pathOf(dataFolder: string, sha256: string): string {
  if (!isStoredName(sha256)) throw new Error('A stored file is named by its SHA-256');
  return join(uploadFolder(dataFolder), sha256);
}

export function isStoredName(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

export const INCOMING = 'incoming-';

/**
 * Writes what arrives into the data folder, sealed. Under its final name the file appears only when
 * all of it is safely on the disk: written aside, flushed, renamed, folder flushed. `look` sees
 * every chunk in clear. Refuses what is larger than `most` bytes.
 */
export async function storeSealed(
  chunks: AsyncIterable<Uint8Array>,
  into: { dataFolder: string; sealer: Sealer; most: number; look?: (chunk: Uint8Array) => void },
): Promise<StoredFile> {
  const folder = uploadFolder(into.dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = join(folder, `${INCOMING}${randomUUID()}`);
  const handle = await open(aside, 'wx', 0o600);
  try {
    const stored = await writeFrames(handle, chunks, into);
    await handle.sync();
    await handle.close();
    await rename(aside, pathOf(into.dataFolder, stored.sha256));
    await flushFolder(folder);
    return stored;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(aside, { force: true });
    throw error;
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function writeFrames(
  handle: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  { sealer, most, look }: { sealer: Sealer; most: number; look?: (chunk: Uint8Array) => void },
): Promise<StoredFile> {
  const hash = createHash('sha256');
  const frame = Buffer.alloc(FRAME_BYTES);
  let filled = 0;
  let frames = 0;
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const sealed = sealer.seal(numbered(frames, frame.toString('base64', 0, filled)));
    if (frames === 0) await handle.write(headerFor(filled === FRAME_BYTES ? sealed.length : 0));
    await handle.write(sealed);
    frames += 1;
    filled = 0;
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw new UnreadableFile('tooLarge', { most });
    hash.update(chunk);
    look?.(chunk);
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(FRAME_BYTES - filled, chunk.length - at);
      frame.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === FRAME_BYTES) await flush();
    }
  }
  if (filled > 0 || frames === 0) await flush();
  return { sha256: hash.digest('hex'), bytes };
}

/** A file of a single, shorter frame says 0: its frame reaches to the end. */
function headerFor(sealedFrameBytes: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32BE(sealedFrameBytes, MAGIC.length);
  return header;
}

function numbered(frame: number, base64: string): string {
  return frame.toString(16).padStart(NUMBER_CHARACTERS, '0') + base64;
}

/** A stored file, open for reading at any place. */
export class SealedFile {
  readonly bytes: number;
  readonly #handle: FileHandle;
  readonly #sealer: Sealer;
  readonly #sealedFrameBytes: number;
  readonly #sealedBytes: number;
  #cached: { frame: number; bytes: Buffer } | undefined;

  private constructor(
    handle: FileHandle,
    sealer: Sealer,
    sizes: { bytes: number; sealedFrameBytes: number; sealedBytes: number },
  ) {
    this.#handle = handle;
    this.#sealer = sealer;
    this.bytes = sizes.bytes;
    this.#sealedFrameBytes = sizes.sealedFrameBytes;
    this.#sealedBytes = sizes.sealedBytes;
  }

  static async open(dataFolder: string, file: StoredFile, sealer: Sealer): Promise<SealedFile> {
    const handle = await openOrRefuse(pathOf(dataFolder, file.sha256));
    const header = Buffer.alloc(HEADER_BYTES);
    await handle.read(header, 0, HEADER_BYTES, 0);
    const { size: sealedBytes } = await handle.stat();
    const stated = header.readUInt32BE(MAGIC.length);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('Not a sealed file');
    const sealedFrameBytes = stated === 0 ? sealedBytes - HEADER_BYTES : stated;
    return new SealedFile(handle, sealer, { bytes: file.bytes, sealedFrameBytes, sealedBytes });
  }

  async #frame(number: number): Promise<Buffer> {
    if (this.#cached?.frame === number) return this.#cached.bytes;
    const at = HEADER_BYTES + number * this.#sealedFrameBytes;
    const sealed = Buffer.alloc(
      Math.max(0, Math.min(this.#sealedFrameBytes, this.#sealedBytes - at)),
    );
    await this.#handle.read(sealed, 0, sealed.length, at);
    const text = this.#sealer.open(sealed);
    if (text.slice(0, NUMBER_CHARACTERS) !== numbered(number, ''))
      throw new Error('A frame of a sealed file is out of place');
    const bytes = Buffer.from(text.slice(NUMBER_CHARACTERS), 'base64');
    this.#cached = { frame: number, bytes };
    return bytes;
  }

  /** The bytes from `from` up to, not including, `to`, in pieces. */
  async *read(from = 0, to = this.bytes): AsyncGenerator<Buffer> {
    for (let at = from; at < to; ) {
      const number = Math.floor(at / FRAME_BYTES);
      const frame = await this.#frame(number);
      const start = at - number * FRAME_BYTES;
      const piece = frame.subarray(start, Math.min(frame.length, to - number * FRAME_BYTES));
      if (piece.length === 0) throw new UnreadableFile('damaged');
      yield piece;
      at += piece.length;
    }
  }

  stream(from = 0, to = this.bytes): Readable {
    return Readable.from(this.read(from, to), { objectMode: false });
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

async function openOrRefuse(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UnreadableFile('goneFromDisk');
    throw error;
  }
}
