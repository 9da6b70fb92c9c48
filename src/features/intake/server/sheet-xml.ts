import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type Cell, columnIndex } from '../model/cell.ts';
import { SharedStrings } from './shared-strings.ts';
import { MOST_COLUMNS } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** An XML document fed in pieces; whatever is not well formed, and any DOCTYPE, is refused. */
export type XmlPieces = { write(text: string): void; end(): void };

type Handlers = {
  open?: (name: string, tag: SaxesTagPlain) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

export function xmlPieces(handlers: Handlers): XmlPieces {
  const parser = new SaxesParser({ position: false, xmlns: false } as const);
  parser.on('error', () => {
    throw new UnreadableFile('damaged');
  });
  // Entities are where XML bombs lie; no spreadsheet program writes them.
  parser.on('doctype', () => {
    throw new UnreadableFile('damaged');
  });
  const { open, text, close } = handlers;
  if (open !== undefined) parser.on('opentag', (tag) => open(localName(tag.name), tag));
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)));
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return { write: (piece) => void parser.write(piece), end: () => void parser.close() };
}

/** Some programs write every tag with a prefix (x:row). */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Reads xl/sharedStrings.xml. Furigana (rPh) beside a text is not part of it. */
export function sharedStringsReader(): { xml: XmlPieces; strings: SharedStrings } {
  const strings = new SharedStrings();
  let text = '';
  let collecting = false;
  let phonetic = false;
  const xml = xmlPieces({
    open: (name) => {
      if (name === 't') collecting = !phonetic;
      else if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
    },
    text: (piece) => {
      if (collecting) text += piece;
    },
    close: (name) => {
      if (name === 't') collecting = false;
      else if (name === 'si') strings.add(unescaped(text));
      else if (name === 'rPh') phonetic = false;
    },
  });
  return { xml, strings };
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376, 22.9.2.19). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

export type SheetRows = { numbers: number[]; rows: Cell[][] };

/** Reads the rows of a worksheet; `take` gives those that are complete and forgets them. */
export class SheetReader {
  readonly xml: XmlPieces;
  readonly #strings: SharedStrings | undefined;
  #done: SheetRows = { numbers: [], rows: [] };
  #row: Cell[] = [];
  #rowNumber = 0;
  #column = 0;
  #type = '';
  #formula = false;
  #text = '';
  #collecting = false;
  #phonetic = false;

  constructor(strings: SharedStrings | undefined) {
    this.#strings = strings;
    this.xml = xmlPieces({
      open: (name, tag) => this.#open(name, tag.attributes),
      text: (piece) => {
        if (this.#collecting) this.#text += piece;
      },
      close: (name) => this.#close(name),
    });
  }

  take(): SheetRows {
    const done = this.#done;
    this.#done = { numbers: [], rows: [] };
    return done;
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes);
        return;
      case 'v':
      case 't':
        this.#collecting = !this.#phonetic;
        return;
      case 'f':
        this.#formula = true;
        return;
      case 'row':
        this.#rowNumber = Number(attributes['r'] ?? this.#rowNumber + 1);
        if (!Number.isSafeInteger(this.#rowNumber)) throw new UnreadableFile('damaged');
        this.#row = [];
        this.#column = -1;
        return;
      case 'rPh':
        this.#phonetic = true;
        return;
      default:
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (this.#column >= MOST_COLUMNS) {
      throw new UnreadableFile('tooWide', { row: this.#rowNumber, most: MOST_COLUMNS });
    }
    this.#type = attributes['t'] ?? '';
    this.#formula = false;
    this.#text = '';
  }

  #close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#collecting = false;
        return;
      case 'c':
        this.#closeCell();
        return;
      case 'row':
        if (this.#row.length === 0) return;
        this.#done.rows.push(this.#row);
        this.#done.numbers.push(this.#rowNumber);
        return;
      case 'rPh':
        this.#phonetic = false;
        return;
      default:
    }
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === null) return;
    const row = this.#row;
    while (row.length < this.#column) row.push(null);
    row[this.#column] = cell;
  }

  #cell(): Cell {
    if (this.#type === 'e') return { value: null, error: this.#text };
    const value = this.#value();
    return this.#formula ? { value, formula: true } : value;
  }

  #value(): string | number | boolean | null {
    const text = this.#text;
    if (text === '') return null;
    switch (this.#type) {
      case 's': {
        const shared = this.#strings?.get(Number(text));
        if (shared === undefined) throw new UnreadableFile('damaged');
        return shared;
      }
      case '':
      case 'n':
        return Number(text);
      case 'b':
        return text === '1' || text === 'true';
      default:
        // inlineStr, str (text that a formula made) and d (a day in ISO 8601) are texts.
        return unescaped(text);
    }
  }
}

function columnOf(reference: string): number {
  let end = 0;
  while (end < reference.length && reference.charCodeAt(end) >= 65) end += 1;
  const column = columnIndex(reference.slice(0, end));
  if (column === undefined) throw new UnreadableFile('damaged');
  return column;
}
