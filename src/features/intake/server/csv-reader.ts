import Papa from 'papaparse';
import { countPlainLines, endOfLines, rowsOfLines } from './csv-lines.ts';
import type { SealedFile } from './sealed-file.ts';
import type { TextEncoding } from './sniff.ts';
import {
  type LineBatch,
  MOST_COLUMNS,
  type RowBatch,
  type Table,
  type TableFile,
} from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

// A record longer than this is a quotation mark that was never closed; without a limit the rest of
// the file would be gathered in memory as one cell.
const LONGEST_RECORD = 1_000_000;

export function openCsv(file: SealedFile, encoding: TextEncoding): TableFile {
  const batches: Table['batches'] = (progress) => readBatches(file, encoding, progress);
  const table: Table = {
    sheetName: '',
    hidden: false,
    date1904: false,
    rows: (progress) => readRows(batches(progress)),
    batches,
  };
  return { tables: [table], close: async () => await file.close() };
}

async function* readRows(batches: AsyncGenerator<RowBatch | LineBatch>): AsyncGenerator<RowBatch> {
  for await (const batch of batches) yield 'lines' in batch ? rowsOfLines(batch) : batch;
}

async function* readBatches(
  file: SealedFile,
  encoding: TextEncoding,
  progress: ((share: number) => void) | undefined,
): AsyncGenerator<RowBatch | LineBatch> {
  const cutter = new BatchCutter(encoding);
  let bytes = 0;
  for await (const chunk of file.read()) {
    const batch = cutter.add(chunk);
    bytes += chunk.length;
    progress?.(bytes / file.bytes);
    if (batch !== undefined) yield batch;
  }
  const last = cutter.end();
  if (last !== undefined) yield last;
}

/** In these encodings a byte below 48 is always the character that it is in ASCII. */
function isPlain(encoding: TextEncoding): boolean {
  return encoding === 'utf-8' || encoding === 'gb18030';
}

/**
 * Cuts a file into whole lines. Where a quotation mark stands, lines are not records, and the text is
 * taken apart here; the rest goes on as it is.
 */
export class BatchCutter {
  readonly #encoding: TextEncoding;
  readonly #decode: ReturnType<typeof decoder>;
  #splitter: RecordSplitter | undefined;
  #pending: Buffer = Buffer.alloc(0);

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
    this.#decode = decoder(encoding);
  }

  add(chunk: Buffer): RowBatch | LineBatch | undefined {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const splitter = (this.#splitter ??= new RecordSplitter(delimiterOf(bytes, this.#encoding)));
    const whole = isPlain(this.#encoding) ? endOfLines(bytes) : 0;
    if (whole === 0 && isPlain(this.#encoding) && bytes.length <= LONGEST_RECORD) {
      this.#pending = bytes;
      return undefined;
    }
    const cut = whole === 0 ? bytes.length : whole;
    this.#pending = bytes.subarray(cut);
    const lines = whole === 0 ? undefined : this.#plain(bytes.subarray(0, cut), splitter);
    return lines ?? this.#apart(bytes.subarray(0, cut), splitter);
  }

  end(): RowBatch | LineBatch | undefined {
    const splitter = this.#splitter;
    if (splitter === undefined) return undefined;
    const lines = this.#plain(this.#pending, splitter);
    if (lines !== undefined) return lines;
    const text = this.#decode(this.#pending, false, splitter.nextRow);
    const last = splitter.add(text + this.#decode(new Uint8Array(0), true, splitter.nextRow), true);
    return last.rows.length > 0 ? last : undefined;
  }

  #apart(bytes: Buffer, splitter: RecordSplitter): RowBatch | undefined {
    const batch = splitter.add(this.#decode(bytes, false, splitter.nextRow), false);
    return batch.rows.length > 0 ? batch : undefined;
  }

  #plain(bytes: Buffer, splitter: RecordSplitter): LineBatch | undefined {
    if (bytes.length === 0 || !isPlain(this.#encoding) || !splitter.isBetweenRecords)
      return undefined;
    const count = countPlainLines(bytes);
    if (count === undefined) return undefined;
    const from = splitter.nextRow;
    splitter.nextRow += count;
    return { lines: bytes, encoding: this.#encoding, delimiter: splitter.delimiter, from };
  }
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
  readonly delimiter: string;
  #rest = '';
  #heldBack = '';
  readonly #parser: Papa.Parser;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
    this.#parser = parserFor(delimiter);
  }

  get isBetweenRecords(): boolean {
    return this.#rest === '' && this.#heldBack === '';
  }

  add(text: string, isLast: boolean): RowBatch {
    const pending = this.#rest + this.#withPlainLineBreaks(text, isLast);
    if (pending === '') return { rows: [], numbers: [] };
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

function parserFor(delimiter: string): Papa.Parser {
  return new Papa.Parser({
    delimiter,
    newline: '\n',
    quoteChar: '"',
    escapeChar: '"',
  });
}

const delimiters = [',', '\t', ';', '|'];
const LOOKED_AT_BYTES = 40_000;

/** The separator that the first lines use most; titles above the header have none. */
function delimiterOf(bytes: Uint8Array, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED_AT_BYTES));
  const lines = text.split(/\r\n?|\n/u).slice(0, 30);
  const count = (delimiter: string): number =>
    Math.max(...lines.map((line) => line.split(delimiter).length));
  return delimiters.reduce((best, candidate) =>
    count(candidate) > count(best) ? candidate : best,
  );
}
