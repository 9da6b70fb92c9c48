import type { Block, Column, Row, ValueKind } from '../model/ledger.ts';
import { isNumeric, writeValue } from '../model/write-value.ts';
import type { Words } from './words.ts';

/** A block with every value written out, as the templates and the layout of cards take it. */
export type WrittenPart =
  | WrittenFacts
  | WrittenTable
  | { type: 'signatures'; id: string; items: { label: string; date: string }[] }
  | { type: 'notes'; id: string; items: readonly string[] };

export type WrittenFacts = {
  type: 'facts';
  id: string;
  title: string;
  across: number;
  items: { label: string; value: string; span: number }[];
};

export type WrittenTable = {
  type: 'table';
  id: string;
  title: string;
  half: boolean;
  /** Begins on a page of its own, in a book. */
  fresh: boolean;
  empty: string;
  columns: { title: string; width: number; right: boolean; centre: boolean }[];
  rows: { role: Row['role']; cells: string[] }[];
};

// A list longer than this begins on a page of its own.
const ROWS_THAT_STAY = 25;

export function writtenBlock(block: Block, words: Words): WrittenPart {
  const { id } = block;
  switch (block.type) {
    case 'facts':
      return {
        type: 'facts',
        id,
        title: block.title,
        across: block.across,
        items: block.items.map(({ label, kind, value, span = 1 }) => ({
          label,
          value: writeValue(kind, value, words.language),
          span,
        })),
      };
    case 'table':
      return {
        type: 'table',
        id,
        title: block.title,
        half: block.half,
        fresh: block.rows.length > ROWS_THAT_STAY,
        empty: block.empty,
        columns: block.columns.map(({ title, kind, width }) => ({
          title,
          width,
          right: isNumeric(kind),
          centre: centred.has(kind),
        })),
        rows: block.rows.map((row) => writtenRow(row, block.columns, words)),
      };
    case 'signatures':
      return {
        type: 'signatures',
        id,
        items: block.items.map((label) => ({ label, date: words.say('sheet.signedOn') })),
      };
    case 'notes':
      return { type: 'notes', id, items: block.items };
  }
}

const centred: ReadonlySet<ValueKind> = new Set(['day', 'month', 'ordinal', 'year']);

/** A part stands one character to the right of the total that it belongs to. */
const INDENT = '\u3000';

function writtenRow(
  row: Row,
  columns: readonly Column[],
  words: Words,
): WrittenTable['rows'][number] {
  const cells = row.cells.map((cell, index) =>
    writeValue(columns[index]?.kind ?? 'text', cell, words.language),
  );
  const [first = '', ...rest] = cells;
  return { role: row.role, cells: row.role === 'part' ? [`${INDENT}${first}`, ...rest] : cells };
}
