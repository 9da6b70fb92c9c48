import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import type { Cell, Column, FactsBlock, Ledger, ValueKind } from '../model/ledger.ts';
import { writeDay, writeValue } from '../model/write-value.ts';
import { type Imprint, protectionOf } from './sheet.ts';
import type { Words } from './words.ts';

type Sheet = {
  readonly title: string;
  readonly columns: { title: string; kind: ValueKind; width: number }[];
  readonly rows: Map<string, Cell>[];
};

/**
 * A workbook of ledgers. A book gives a sheet for each of its tables; cards give a sheet for each of
 * their blocks, with a row for each household or member, so that many cards can be sorted and
 * filtered. Every text is a text to the spreadsheet program, never a formula.
 */
export class LedgerWorkbook {
  readonly #words: Words;
  readonly #imprint: Imprint;
  readonly #sheets = new Map<string, Sheet>();
  #first: Ledger | undefined;
  /** Where all of them are: of the cards of a village the names down to the village. */
  #place: readonly string[] | undefined;

  constructor(words: Words, imprint: Imprint) {
    this.#words = words;
    this.#imprint = imprint;
  }

  add(ledger: Ledger): void {
    this.#first ??= ledger;
    const isCard = ledger.kind === 'card';
    const place = ledger.place.split(this.#words.say('placeSeparator'));
    const parts = this.#place ?? place;
    this.#place = parts.slice(0, sharedParts(parts, place));
    const owner: [Column, Cell][] = isCard
      ? [
          [this.#ownerColumn('number', 'identifier', 22), ledger.number],
          [this.#ownerColumn('headName', 'text', 12), ledger.name],
        ]
      : [];
    let whereabouts: [Column, Cell][] = isCard
      ? [[{ title: this.#words.say('workbook.place'), kind: 'text', width: 40 }, ledger.place]]
      : [];
    let heading = '';
    let halves: string | undefined;
    for (const block of ledger.blocks) {
      if (block.type === 'signatures' || block.type === 'notes') continue;
      const title =
        block.title === '' ? this.#words.say('workbook.sums', { heading }) : block.title;
      heading = block.title === '' ? heading : block.title;
      if (block.type === 'facts') {
        this.#put(block.id, title, [...owner, ...factCells(block, owner), ...whereabouts]);
        whereabouts = [];
        continue;
      }
      // Two halves that stand side by side on paper are one table here.
      halves = block.half ? (halves ?? block.id) : undefined;
      const id = halves ?? block.id;
      // Of a book an empty table is said to be empty; a card without one has no row in it.
      if (block.rows.length === 0 && !isCard)
        this.#sheetFor(id, title).columns.push(...block.columns);
      for (const row of block.rows) {
        const cells = block.columns.map((column, index): [Column, Cell] => [
          column,
          row.cells[index] ?? null,
        ]);
        this.#put(id, title, [...owner, ...cells]);
      }
    }
  }

  async write(): Promise<Buffer> {
    const sink = new PassThrough();
    const collected = collect(sink);
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
    workbook.created = new Date(this.#imprint.printedOn);
    workbook.modified = workbook.created;
    this.#writeFrontPage(workbook);
    const names = new Set<string>();
    for (const sheet of this.#sheets.values()) this.#writeSheet(workbook, sheet, names);
    await workbook.commit();
    return await collected;
  }

  #ownerColumn(key: string, kind: ValueKind, width: number): Column {
    return { title: this.#words.say(`card.fact.${key}`), kind, width };
  }

  #sheetFor(id: string, title: string): Sheet {
    const found = this.#sheets.get(id) ?? { title, columns: [], rows: [] };
    this.#sheets.set(id, found);
    return found;
  }

  #put(id: string, title: string, cells: readonly [Column, Cell][]): void {
    const sheet = this.#sheetFor(id, title);
    const row = new Map<string, Cell>();
    for (const [column, cell] of cells) {
      if (!sheet.columns.some((known) => known.title === column.title)) sheet.columns.push(column);
      row.set(column.title, cell);
    }
    sheet.rows.push(row);
  }

  #writeFrontPage(workbook: ExcelJS.stream.xlsx.WorkbookWriter): void {
    const { say, language } = this.#words;
    const { printedOn, printedBy, number } = this.#imprint;
    const page = workbook.addWorksheet(say('workbook.front'));
    page.columns = [{ width: 30 }, { width: 40 }];
    const ledger = this.#first;
    const lines: [string, string][] = [
      [ledger?.title ?? '', ledger?.series ?? ''],
      [(this.#place ?? []).join(say('placeSeparator')), ''],
      ...(ledger?.cover ?? []).map(({ label, kind, value }): [string, string] => [
        label,
        writeValue(kind, value, language),
      ]),
      [say('sheet.printed', { day: writeDay(printedOn, language) }), ''],
      [say('sheet.printedBy', { name: printedBy }), ''],
      [say('sheet.printNumber', { number }), ''],
      [protectionOf(this.#words, this.#imprint, ledger?.kind ?? 'card'), ''],
    ];
    lines.forEach((line, index) => {
      const row = page.addRow(line);
      row.eachCell((cell) => {
        cell.numFmt = '@';
        cell.font = index === 0 ? { bold: true, size: 16 } : { size: 11 };
      });
      row.commit();
    });
    page.commit();
  }

  #writeSheet(
    workbook: ExcelJS.stream.xlsx.WorkbookWriter,
    sheet: Sheet,
    names: Set<string>,
  ): void {
    const page = workbook.addWorksheet(sheetName(sheet.title, names), {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    page.pageSetup.printTitlesRow = '1:1';
    page.columns = sheet.columns.map(({ title, kind, width }) => ({
      width: Math.max(8, Math.min(40, width), title.length * 2 + 2),
      style: { numFmt: formats[kind], alignment: { horizontal: alignmentOf(kind) } },
    }));
    const header = page.addRow(sheet.columns.map(({ title }) => title));
    header.eachCell((cell) => {
      cell.font = { bold: true };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F0EA' } };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.numFmt = '@';
    });
    header.commit();
    for (const row of sheet.rows) {
      const cells = sheet.columns.map(({ title, kind }) => cellValue(kind, row.get(title) ?? null));
      page.addRow(cells).commit();
    }
    page.commit();
  }
}

/** Amounts as numbers in yuan, days so that they sort (GB/T 7408), everything else as it is. */
function cellValue(kind: ValueKind, value: Cell): string | number | null {
  if (value === null) return null;
  switch (kind) {
    case 'money':
      return Number(value) / 100;
    case 'count':
    case 'decimal':
    case 'ordinal':
    case 'share':
    case 'year':
      return Number(value);
    case 'day':
    case 'month':
    case 'text':
    case 'identifier':
      return withoutControls(String(value));
  }
}

function sharedParts(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs === -1 ? one.length : differs;
}

/** The facts of a block, less those by which the row is already known. */
function factCells(
  { items }: FactsBlock,
  owner: readonly (readonly [Column, Cell])[],
): [Column, Cell][] {
  const isKnown = (label: string): boolean => owner.some(([{ title }]) => title === label);
  return items
    .filter(({ label }) => !isKnown(label))
    .map(({ label, kind, value }) => [{ title: label, kind, width: 16 }, value]);
}

/** `@` tells the spreadsheet program that the cell is text, whatever it begins with. */
const formats: Record<ValueKind, string> = {
  text: '@',
  identifier: '@',
  day: '@',
  month: '@',
  ordinal: '0',
  year: '0',
  count: '#,##0',
  decimal: '#,##0.00',
  money: '#,##0.00',
  share: '0.00%',
};

function alignmentOf(kind: ValueKind): 'left' | 'right' | 'center' {
  if (kind === 'text' || kind === 'identifier') return 'left';
  return formats[kind] === '@' || kind === 'ordinal' || kind === 'year' ? 'center' : 'right';
}

/** XML knows no control characters; a workbook with one does not open. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]/gu, '');
}

const LONGEST_SHEET_NAME = 31;

/** A name that spreadsheet programs take: no `[]:*?/\`, at most 31 characters, not twice. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(/[[\]:*?/\\]/g, ' ').trim();
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` ${copy}`;
    const name = plain.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

async function collect(stream: PassThrough): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
