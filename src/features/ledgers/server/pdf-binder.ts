import { createHash } from 'node:crypto';

/**
 * Binds PDF files of the typesetter into one, a file at a time: what was added can be written away
 * and forgotten, so the memory needed does not grow with the number of pages. Understands what the
 * typesetter writes (ISO 32000-1 with a classic cross-reference table, no object streams).
 *
 * Objects of each file keep their order and get new numbers. Object 1 is the root of all page trees;
 * catalogue, metadata and output intent (PDF/A) are those of the first file.
 */
export class PdfBinder {
  #bytes = 0;
  #pages = 0;
  #catalogue = 0;
  #information = 0;
  readonly #offsets: number[] = [];
  readonly #trees: number[] = [];
  readonly #hash = createHash('sha256');

  get pages(): number {
    return this.#pages;
  }

  /** Takes the next file; returns the bytes to write. */
  add(file: Buffer): Buffer {
    const { trailer, offsets, tableAt } = crossReferences(file);
    const isFirst = this.#trees.length === 0;
    const pieces: Buffer[] = isFirst
      ? [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
      : [];
    let written = this.#bytes + (pieces[0]?.length ?? 0);
    // Number 0 is the head of the free list, number 1 ours.
    const shift = isFirst ? 1 : this.#offsets.length + 1;
    const ends = [...offsets.filter((offset) => offset > 0), tableAt].toSorted((a, b) => a - b);
    offsets.forEach((offset, number) => {
      if (offset === 0) return;
      const end = ends[ends.indexOf(offset) + 1] ?? tableAt;
      const piece = this.#renumbered(file.subarray(offset, end), shift);
      this.#offsets[number + shift - 2] = written;
      written += piece.length;
      pieces.push(piece);
    });
    if (isFirst) {
      this.#catalogue = referenceIn(trailer, 'Root') + shift;
      this.#information = referenceIn(trailer, 'Info') + shift;
    }
    return this.#out(Buffer.concat(pieces));
  }

  /** The root of the page trees, the cross-reference table and the trailer: the end of the file. */
  finish(): Buffer {
    const kids = this.#trees.map((tree) => `${tree} 0 R`).join(' ');
    const rootAt = this.#bytes;
    const root = `1 0 obj\n<<\n  /Type /Pages\n  /Count ${this.#pages}\n  /Kids [${kids}]\n>>\nendobj\n`;
    const tableAt = rootAt + root.length;
    const id = this.#hash.copy().digest('hex').slice(0, 32);
    const lines = [rootAt, ...this.#offsets].map(
      (offset) => `${String(offset).padStart(10, '0')} 00000 n\r\n`,
    );
    const table =
      `xref\n0 ${lines.length + 1}\n0000000000 65535 f\r\n${lines.join('')}` +
      `trailer\n<<\n  /Size ${lines.length + 1}\n  /Root ${this.#catalogue} 0 R\n` +
      `  /Info ${this.#information} 0 R\n  /ID [<${id}> <${id}>]\n>>\nstartxref\n${tableAt}\n%%EOF\n`;
    return this.#out(Buffer.from(root + table, 'latin1'));
  }

  #out(bytes: Buffer): Buffer {
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    return bytes;
  }

  /** An object with its own number and those it refers to moved on; its stream stays as it is. */
  #renumbered(object: Buffer, shift: number): Buffer {
    const streamAt = object.indexOf('stream\n', 0, 'latin1');
    const isStream = streamAt > 0 && object.indexOf('endobj', 0, 'latin1') > streamAt;
    const head = object.toString('latin1', 0, isStream ? streamAt : object.length);
    const moved = head
      .replace(/^(\d+) 0 obj/, (_, number: string) => `${Number(number) + shift} 0 obj`)
      .replace(/\b(\d+) 0 R\b/g, (_, number: string) => `${Number(number) + shift} 0 R`);
    const placed = this.#placed(moved);
    const stream = isStream ? object.subarray(streamAt) : Buffer.alloc(0);
    return Buffer.concat([Buffer.from(placed, 'latin1'), stream]);
  }

  /** Hangs a file's page tree below the common root, and points the catalogue to that root. */
  #placed(object: string): string {
    if (/\/Type \/Pages\b/.test(object) && !object.includes('/Parent')) {
      this.#trees.push(Number(/^\d+/.exec(object)?.[0]));
      this.#pages += Number(/\/Count (\d+)/.exec(object)?.[1]);
      return object.replace('/Type /Pages', '/Type /Pages\n  /Parent 1 0 R');
    }
    return /\/Type \/Catalog\b/.test(object)
      ? object.replace(/\/Pages \d+ 0 R/, '/Pages 1 0 R')
      : object;
  }
}

/** How many pages a file of the typesetter has. */
export function pagesIn(file: Buffer): number {
  const at = file.indexOf('/Type /Pages', 0, 'latin1');
  const count = /\/Count (\d+)/.exec(file.toString('latin1', at, at + 200))?.[1];
  if (at === -1 || count === undefined) throw new Error('The file has no page tree');
  return Number(count);
}

type CrossReferences = { trailer: string; offsets: number[]; tableAt: number };

function crossReferences(file: Buffer): CrossReferences {
  const tail = file.toString('latin1', Math.max(0, file.length - 1024));
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const text = file.toString('latin1', tableAt);
  const head = /^xref\s+0 (\d+)\s+/.exec(text);
  if (head === null) throw new Error('The file to bind has no cross-reference table');
  const offsets: number[] = [];
  const entry = /(\d{10}) (\d{5}) ([nf])\s*/y;
  entry.lastIndex = head[0].length;
  for (let number = 0; number < Number(head[1]); number += 1) {
    const found = entry.exec(text);
    if (found === null) throw new Error('The cross-reference table of the file to bind is damaged');
    offsets[number] = found[3] === 'n' ? Number(found[1]) : 0;
  }
  return { trailer: text.slice(entry.lastIndex), offsets, tableAt };
}

function referenceIn(trailer: string, key: string): number {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(trailer);
  if (found === null) throw new Error(`The trailer of the file to bind names no ${key}`);
  return Number(found[1]);
}
