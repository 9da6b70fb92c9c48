import Papa from 'papaparse';
import type { SealedFile } from './sealed-file.ts';
import type { TextEncoding } from './sniff.ts';
import { MOST_COLUMNS, type RowBatch, type Table, type TableFile } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

// A record longer than this is a quotation mark that was never closed; without a limit the rest of
// the file would be gathered in memory as one cell.
const LONGEST_RECORD = 1_000_000;

export function openCsv(file: SealedFile, encoding: TextEncoding): TableFile {
  const table: Table = {
    sheetName: '',
    hidden: false,
    date1904: false,
    rows: (progress) => readRows(file, encoding, progress),
  };
  return { tables: [table], close: async () => await file.close() };
}

async function* readRows(
  file: SealedFile,
  encoding: TextEncoding,
  progress: ((share: number) => void) | undefined,
): AsyncGenerator<RowBatch> {
  const decode = decoder(encoding);
  const splitter = new RecordSplitter();
  let bytes = 0;
  for await (const chunk of file.read()) {
    const text = decode(chunk, false, splitter.nextRow);
    const batch = splitter.add(text, false);
    if (batch.rows.length > 0) yield batch;
    bytes += chunk.length;
    progress?.(bytes / file.bytes);
  }
  const last = splitter.add(decode(new Uint8Array(0), true, splitter.nextRow), true);
  if (last.rows.length > 0) yield last;
}

/** Decodes and refuses what is not in this encoding, instead of putting � in its place. */
function decoder(
  encoding: TextEncoding,
): (chunk: Uint8Array, isLast: boolean, row: number) => string {
  const text = new TextDecoder(encoding, { fatal: true });
  return (chunk, isLast, row) => {
    try {
      return text.decode(chunk, { stream: !isLast });
    } catch {
      throw new UnreadableFile(row <= 1 ? 'encodingUnknown' : 'encodingBroken', { row, encoding });
    }
  };
}

/** Cuts text that arrives in pieces into records; what is not complete yet waits for the next piece. */
class RecordSplitter {
  nextRow = 1;
  #rest = '';
  #heldBack = '';
  #parser: Papa.Parser | undefined;

  add(text: string, isLast: boolean): RowBatch {
    const pending = this.#rest + this.#withPlainLineBreaks(text, isLast);
    if (pending === '') return { rows: [], numbers: [] };
    this.#parser ??= parserFor(pending);
    const parsed = this.#parser.parse(pending, 0, !isLast) as Parsed;
    const { data: rows } = parsed;
    this.#refuseBadQuotes(parsed, isLast);
    this.#rest = isLast ? '' : pending.slice(parsed.meta.cursor);
    if (this.#rest.length > LONGEST_RECORD)
      throw new UnreadableFile('quoteOpen', { row: this.nextRow + rows.length });
    const numbers = rows.map((row, index) => {
      const number = this.nextRow + index;
      if (row.length > MOST_COLUMNS)
        throw new UnreadableFile('tooWide', { row: number, most: MOST_COLUMNS });
      return number;
    });
    this.nextRow += rows.length;
    return { rows, numbers };
  }

  /** Files mix line breaks once two programs have written them. */
  #withPlainLineBreaks(text: string, isLast: boolean): string {
    const whole = this.#heldBack + text;
    const cut = !isLast && whole.endsWith('\r') ? whole.length - 1 : whole.length;
    this.#heldBack = whole.slice(cut);
    const taken = whole.slice(0, cut);
    return taken.includes('\r') ? taken.replace(/\r\n?/gu, '\n') : taken;
  }

  #refuseBadQuotes({ errors }: Parsed, isLast: boolean): void {
    const bad = errors.find(
      ({ code }) => code === 'InvalidQuotes' || (isLast && code === 'MissingQuotes'),
    );
    if (bad !== undefined)
      throw new UnreadableFile('quoteOpen', { row: this.nextRow + (bad.row ?? 0) });
  }
}

type Parsed = {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
};

function parserFor(text: string): Papa.Parser {
  return new Papa.Parser({
    delimiter: delimiterOf(text),
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
  });
}

const delimiters = [',', '\t', ';', '|'];

/** The separator that the first lines use most; titles above the header have none. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split('\n').slice(0, 30);
  const count = (delimiter: string): number =>
    Math.max(...lines.map((line) => line.split(delimiter).length));
  return delimiters.reduce((best, candidate) =>
    count(candidate) > count(best) ? candidate : best,
  );
}
