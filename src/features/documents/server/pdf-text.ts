import { cutLimits } from '../model/cut.ts';
import { fileLimits } from './limits.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/** What is read of a piece of text on a page; its place is in points from the lower left corner. */
type Piece = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * The text of a PDF, line by line, pages parted by form feeds. Page numbers and lines that stand at
 * the same edge of many pages are left out. A PDF of pictures has no text and is refused.
 */
export async function readPdf(bytes: Buffer): Promise<string> {
  const pages = await readPages(bytes);
  const lines = withoutRunningLines(pages);
  if (lines.every((page) => page.length === 0)) throw new UnreadableDocument('documentScanned');
  return lines.map((page) => page.join('\n')).join('\f');
}

async function readPages(bytes: Buffer): Promise<string[][]> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(
    (error: unknown) => {
      const isLocked = error instanceof Error && error.name === 'PasswordException';
      throw new UnreadableDocument(isLocked ? 'documentEncrypted' : 'documentDamaged');
    },
  );
  if (document.numPages > fileLimits.pages)
    throw new UnreadableDocument('documentTooManyPages', { most: fileLimits.pages });
  const pages: string[][] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const lines = linesOf(await piecesOf(document, number));
    characters += lines.reduce((sum, { length }) => sum + length, 0);
    if (characters > cutLimits.characters)
      throw new UnreadableDocument('documentTooLong', { most: cutLimits.characters });
    pages.push(lines);
  }
  return pages;
}

type PdfDocument = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;

async function piecesOf(document: PdfDocument, number: number): Promise<Piece[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y, width: item.width, height: item.height }];
    });
  } catch {
    throw new UnreadableDocument('documentDamaged');
  }
}

/** Pieces at one height, in the order of the file, are a line. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  let line = '';
  let previous: Piece | undefined;
  for (const piece of pieces) {
    const isSame =
      previous !== undefined &&
      Math.abs(previous.y - piece.y) <= Math.max(previous.height, piece.height, 4) * 0.5;
    if (!isSame) {
      lines.push(line);
      line = '';
    } else if (
      previous !== undefined &&
      piece.x - (previous.x + previous.width) > piece.height * 0.6
    ) {
      line += ' ';
    }
    line += piece.text;
    previous = piece;
  }
  return [...lines, line].map((text) => text.trim()).filter((text) => text !== '');
}

const pageNumber = /^[—–\-－\s]*\d{1,4}[—–\-－\s]*$/;
const MANY_PAGES = 3;

/** Headers and footers: what stands in the first or last line of three pages or more, but for its digits. */
function withoutRunningLines(pages: readonly string[][]): string[][] {
  const counts = new Map<string, number>();
  const edgesOf = (page: readonly string[]): string[] => [
    ...new Set([page[0] ?? '', page.at(-1) ?? '']),
  ];
  const shapeOf = (line: string): string => line.replaceAll(/\d+/g, '#');
  for (const page of pages) {
    for (const line of edgesOf(page))
      counts.set(shapeOf(line), (counts.get(shapeOf(line)) ?? 0) + 1);
  }
  const runs = (line: string): boolean =>
    pageNumber.test(line) || (line.length <= 60 && (counts.get(shapeOf(line)) ?? 0) >= MANY_PAGES);
  return pages.map((page) => {
    const from = page[0] !== undefined && runs(page[0]) ? 1 : 0;
    const last = page.at(-1);
    const to =
      page.length > from && last !== undefined && runs(last) ? page.length - 1 : page.length;
    return page.slice(from, to);
  });
}
