import type { Ledger } from '../model/ledger.ts';
import type { MissingGlyph } from './missing-glyphs.ts';
import { PdfBinder, pagesIn } from './pdf-binder.ts';
import { type Imprint, mergeMissing, type Sheet, sheetOf } from './sheet.ts';
import type { Typesetter } from './typesetter.ts';
import type { Words } from './words.ts';

export type PrintOutput = {
  readonly write: (bytes: Buffer) => Promise<void>;
  /** Told how many households are done; throws to stop. */
  readonly report: (households: number) => void;
};

export type PrintResult = {
  readonly households: number;
  readonly pages: number | null;
  readonly missing: readonly MissingGlyph[];
};

export type Setting = {
  readonly words: Words;
  readonly imprint: Imprint;
  readonly typesetter: Typesetter;
  readonly output: PrintOutput;
};

/**
 * Sets ledgers as they come, a chunk at a time, and binds them into one file. While the typesetter's
 * thread sets one chunk, the next is read and laid out here.
 */
export async function setLedgers(
  chunks: AsyncIterable<readonly Ledger[]>,
  { words, imprint, typesetter, output }: Setting,
): Promise<PrintResult> {
  const binder = new PdfBinder();
  const missing: MissingGlyph[] = [];
  let households = 0;
  const set = async (ledgers: readonly Ledger[], sheet: Sheet): Promise<void> => {
    let file = await typesetter.typeset(sheet);
    if (sheet.template === 'card' && pagesIn(file) > ledgers.length) {
      // A card came out longer than it was laid out: number the pages of each.
      file = await typesetter.typeset(sheetOf(ledgers, { words, imprint, counted: true }));
    }
    await output.write(binder.add(file));
    missing.push(...sheet.missing);
    households += householdsIn(ledgers);
    output.report(households);
  };
  let before: Promise<void> = Promise.resolve();
  for await (const ledgers of chunks) {
    const sheet = sheetOf(ledgers, { words, imprint, counted: false });
    await before;
    before = set(ledgers, sheet);
    // Its failure is met when the next chunk waits for it.
    before.catch(() => undefined);
  }
  await before;
  if (binder.pages > 0) await output.write(binder.finish());
  return { households, pages: binder.pages, missing: mergeMissing(missing) };
}

/** A card is one household; the first number on a book's cover is how many it tells of. */
export function householdsIn(ledgers: readonly Ledger[]): number {
  return ledgers.reduce(
    (sum, { kind, cover }) => sum + (kind === 'card' ? 1 : Number(cover[0]?.value ?? 0)),
    0,
  );
}
