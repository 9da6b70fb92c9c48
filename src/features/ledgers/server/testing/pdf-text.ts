import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a file of the typesetter, as a reader's program would copy it out: through
 * the fonts' own tables of characters (ISO 32000-1, 9.10.3). Enough for what we write; no general tool.
 */
export function pagesOfPdf(file: Buffer): string[] {
  const objects = objectsOf(file);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = new Map(
      [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [
        name,
        charactersOf(objects, Number(number)),
      ]),
    );
    const contents = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]));
    return textOf(contents?.stream.toString('latin1') ?? '', fonts);
  });
}

type PdfObject = { head: string; stream: Buffer };

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('\nendobj', start);
    const body = text.slice(start, end);
    const streamAt = body.indexOf('stream\n');
    const head = streamAt === -1 ? body : body.slice(0, streamAt);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = start + streamAt + 'stream\n'.length;
    const raw = streamAt === -1 ? Buffer.alloc(0) : file.subarray(from, from + length);
    const stream = head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(match[1]), { head, stream });
  }
  return objects;
}

/** The characters that a font's glyph numbers stand for. */
function charactersOf(objects: Map<number, PdfObject>, font: number): Map<number, string> {
  const head = objects.get(font)?.head ?? '';
  const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1]));
  const characters = new Map<number, string>();
  for (const [, code = '', units = ''] of (map?.stream.toString('latin1') ?? '').matchAll(
    /^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm,
  )) {
    characters.set(
      Number.parseInt(code, 16),
      Buffer.from(units, 'hex').swap16().toString('utf16le'),
    );
  }
  return characters;
}

function textOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined;
  let text = '';
  // A text is shown as one string or as several with the distances between them.
  const shows = /\/(f\d+) [\d.]+ Tf|(\[[^\n]*\] TJ|\([^\n]*\) Tj|<[^\n]*> Tj)/g;
  for (const [, name, shown] of content.matchAll(shows)) {
    if (name !== undefined) font = fonts.get(name);
    if (shown === undefined) continue;
    for (const [, literal, hex = ''] of shown.matchAll(
      /\(((?:\\[\s\S]|[^\\)])*)\)|<([0-9A-F]*)>/g,
    )) {
      const bytes = literal === undefined ? Buffer.from(hex, 'hex') : bytesOf(literal);
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        text += font?.get(bytes.readUInt16BE(at)) ?? '\uFFFD';
      }
    }
    text += '\n';
  }
  return text;
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A literal string with its escapes undone (ISO 32000-1, 7.3.4.2). */
function bytesOf(literal: string): Buffer {
  const bytes: number[] = [];
  for (const [part, octal, letter] of literal.matchAll(/\\([0-7]{1,3})|\\([\s\S])|[\s\S]/g)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? letter.charCodeAt(0));
    else bytes.push(part.charCodeAt(0));
  }
  return Buffer.from(bytes);
}
