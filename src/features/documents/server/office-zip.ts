import { posix } from 'node:path';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { fileLimits } from './limits.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** The parts of an office file that passed the gate. */
export type OfficeZip = {
  has(name: string): boolean;
  /** Feeds a part to the handlers, piece by piece. */
  read(name: string, handlers: XmlHandlers): Promise<void>;
  close(): void;
};

export type XmlHandlers = {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/** Attributes by their local names, as `val` for w:val. */
export type Attributes = (name: string) => string | undefined;

/** Opens the zip of a .docx; refuses what is damaged, encrypted or would inflate too far. */
export async function openOfficeZip(bytes: Buffer): Promise<OfficeZip> {
  const zip = await openZip(bytes);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > fileLimits.parts) throw new UnreadableDocument('documentInflates');
    }
  } catch (error) {
    zip.close();
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('documentDamaged');
  }
  return {
    has: (name) => entries.has(name),
    read: async (name, handlers) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new UnreadableDocument('documentDamaged');
      passGate(entry);
      await readXml(zip, entry, handlers);
    },
    close: () => zip.close(),
  };
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { autoClose: false, validateEntrySizes: true });
  } catch {
    throw new UnreadableDocument('documentDamaged');
  }
}

/** Judges a part by the directory alone, before a byte of it is inflated. */
export function passGate(
  entry: Pick<Entry, 'uncompressedSize' | 'compressedSize' | 'generalPurposeBitFlag'>,
): void {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new UnreadableDocument('documentEncrypted');
  const swells =
    entry.uncompressedSize > 1024 ** 2 &&
    entry.uncompressedSize > fileLimits.ratio * entry.compressedSize;
  if (swells || entry.uncompressedSize > fileLimits.inflatedBytes)
    throw new UnreadableDocument('documentInflates');
}

/** Whatever is not well formed, and any DOCTYPE, is refused: entities are where XML bombs lie. */
async function readXml(zip: ZipFile, entry: Entry, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  const damaged = (): never => {
    throw new UnreadableDocument('documentDamaged');
  };
  parser.on('error', damaged);
  parser.on('doctype', damaged);
  const { open, text, close } = handlers;
  if (open !== undefined)
    parser.on('opentag', (tag) => open(localName(tag.name), attributesOf(tag)));
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry))
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('documentDamaged');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf({ attributes }: SaxesTagPlain): Attributes {
  return (name) => Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}

/** The part that a part refers to by a type of relation, such as `/numbering`; undefined if none does. */
export async function relatedPart(
  zip: OfficeZip,
  part: string,
  type: string,
): Promise<string | undefined> {
  const folder = posix.dirname(part);
  const list =
    part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(list)) return undefined;
  let found: string | undefined;
  await zip.read(list, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes('Type')?.endsWith(type) !== true) return;
      const target = attributes('Target') ?? '';
      found ??= target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    },
  });
  return found !== undefined && zip.has(found) ? found : undefined;
}
