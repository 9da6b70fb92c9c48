import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const CIPHER = 'aes-256-ctr';
const KEY_BYTES = 32;
const BLOCK_BYTES = 16;

/**
 * Takes what `write` makes aside and gives it back as a stream to be read once. Nothing may leave
 * before the reading is recorded for good, and memory shall not hold it all until then. On the disk
 * it is enciphered under a key that only this process knows, in a file that has lost its name: what
 * is left of it after a power cut nobody can find or read.
 */
export async function spooled(
  dataFolder: string,
  write: (into: Writable) => Promise<void>,
): Promise<Readable> {
  const folder = join(dataFolder, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const writing = await open(path, 'wx', 0o600);
  const reading = await open(path, 'r');
  await rm(path);
  const key = randomBytes(KEY_BYTES);
  const start = randomBytes(BLOCK_BYTES);
  const cipher = createCipheriv(CIPHER, key, start);
  const ends = await Promise.allSettled([
    writeOrDestroy(cipher, write),
    pipeline(cipher, writing.createWriteStream()),
  ]);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) {
    await reading.close();
    throw failed.reason;
  }
  const stored = reading.createReadStream();
  const decipher = createDecipheriv(CIPHER, key, start);
  stored.on('error', (error) => decipher.destroy(error));
  // Also when nobody reads on: the officer's browser went away.
  decipher.on('close', () => stored.destroy());
  return stored.pipe(decipher);
}

/** A source that fails must not leave the other end waiting. */
async function writeOrDestroy(
  into: Writable,
  write: (into: Writable) => Promise<void>,
): Promise<void> {
  try {
    await write(into);
  } catch (error) {
    into.destroy(error as Error);
    throw error;
  }
}
