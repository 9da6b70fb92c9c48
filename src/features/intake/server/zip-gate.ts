import type { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { SealedFile } from './sealed-file.ts';
import { UnreadableFile } from './unreadable-file.ts';

/**
 * What a workbook may be before a byte of it is inflated, by its own directory. 100 000 rows of 35
 * columns inflate to 120 MB at a ratio of 6; a bomb of 308 KB that makes 700 MB has a ratio of 2 300.
 */
export const gate = {
  entries: 2_000,
  inflatedBytes: 2 * 1024 ** 3,
  /** Inflated by compressed bytes, looked at only where an entry is large enough to hurt. */
  ratio: 100,
  largeBytes: 8 * 1024 ** 2,
} as const;

/** A workbook's zip, past the gate. Entries are read by the directory that the gate looked at. */
export type GatedZip = {
  has(name: string): boolean;
  bytesOf(name: string): number;
  /** Inflates an entry; fails as soon as it is longer than the directory says. */
  open(name: string): Promise<Readable>;
  close(): void;
};

class SealedReader extends RandomAccessReader {
  readonly #file: SealedFile;

  constructor(file: SealedFile) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#file.stream(start, end);
  }
}

/** Opens the zip of a workbook; refuses what is damaged, encrypted, or would inflate too far. */
export async function openGated(file: SealedFile): Promise<GatedZip> {
  const zip = await openZip(file);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > gate.entries)
        throw new UnreadableFile('inflatesTooMuch', { most: gate.entries });
    }
    passGate([...entries.values()]);
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged');
  }
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new UnreadableFile('damaged');
    return entry;
  };
  return {
    has: (name) => entries.has(name),
    bytesOf: (name) => entryOf(name).uncompressedSize,
    open: async (name) => await zip.openReadStreamPromise(entryOf(name)),
    close: () => zip.close(),
  };
}

async function openZip(file: SealedFile): Promise<ZipFile> {
  try {
    return await fromRandomAccessReaderPromise(new SealedReader(file), file.bytes, {
      autoClose: false,
      validateEntrySizes: true,
    });
  } catch {
    // The directory stands at the end: a file cut off on its way has none.
    throw new UnreadableFile('damaged');
  }
}

/** Judges the directory alone. Exported for the tests of the limits. */
export function passGate(
  entries: readonly Pick<Entry, 'uncompressedSize' | 'compressedSize' | 'generalPurposeBitFlag'>[],
): void {
  let inflated = 0;
  for (const { uncompressedSize, compressedSize, generalPurposeBitFlag } of entries) {
    if ((generalPurposeBitFlag & 1) === 1) throw new UnreadableFile('encrypted');
    inflated += uncompressedSize;
    const swells =
      uncompressedSize > gate.largeBytes && uncompressedSize > gate.ratio * compressedSize;
    if (swells || inflated > gate.inflatedBytes) {
      throw new UnreadableFile('inflatesTooMuch', { most: gate.inflatedBytes });
    }
  }
}
