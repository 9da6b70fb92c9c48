import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Block, Column, Ledger, Row, ValueKind } from '../model/ledger.ts';
import { isNumeric, writeDay, writeValue } from '../model/write-value.ts';
import { FONT_FAMILY } from './font-files.ts';
import { GlyphKeeper, type MissingGlyph } from './missing-glyphs.ts';
import type { Words } from './words.ts';

/** What every page of a print says of the print itself. */
export type Imprint = {
  readonly number: string;
  readonly printedOn: PlainDate;
  readonly printedBy: string;
  /** Why sensitive values stand in it; undefined if they are masked. */
  readonly purpose: string | undefined;
};

/** What the typesetter gets: a template and its data as JSON; and what could not be drawn. */
export type Sheet = {
  readonly template: 'card' | 'book';
  readonly json: string;
  readonly missing: readonly MissingGlyph[];
};

/** Ledgers of one kind with every value written out, as the templates take them. */
export function sheetOf(
  ledgers: readonly Ledger[],
  { words, imprint, counted }: { words: Words; imprint: Imprint; counted: boolean },
): Sheet {
  const [first] = ledgers;
  const written = ledgers.map((ledger) => writtenLedger(ledger, words));
  const imprinted = drawn(imprintWords(words, imprint, first?.series ?? ''));
  const missing = mergeMissing([...written, imprinted].flatMap((part) => part.missing));
  const data = {
    font: FONT_FAMILY,
    ...(words.language === 'zh-CN' ? { lang: 'zh', region: 'cn' } : { lang: 'en', region: 'gb' }),
    title: first?.title ?? '',
    counted,
    day: imprint.printedOn.split('-').map(Number),
    gapped: missing.length > 0,
    words: imprinted.value,
    ledgers: written.map(({ value }) => value),
  };
  return {
    template: first?.kind === 'card' ? 'card' : 'book',
    json: JSON.stringify(data),
    missing,
  };
}

function imprintWords(words: Words, imprint: Imprint, series: string): Record<string, string> {
  const { say, language } = words;
  return {
    series,
    page: say('sheet.page', { page: '{p}', pages: '{n}' }),
    protection:
      imprint.purpose === undefined
        ? say('sheet.masked')
        : say('sheet.clear', { purpose: imprint.purpose }),
    printed: [
      say('sheet.printed', { day: writeDay(imprint.printedOn, language) }),
      say('sheet.printedBy', { name: imprint.printedBy }),
      say('sheet.printNumber', { number: imprint.number }),
    ].join(say('placeSeparator')),
  };
}

type Drawn<Value> = { value: Value; missing: MissingGlyph[] };

function writtenLedger(ledger: Ledger, words: Words): Drawn<Record<string, unknown>> {
  const { value, missing } = drawn({
    title: ledger.title,
    series: ledger.series,
    place: ledger.place,
    'as-of': words.say('sheet.asOf', { day: writeDay(ledger.asOf, words.language) }),
    close: isLong(ledger),
    cover: ledger.cover.map(({ label, kind, value }) => ({
      label,
      value: writeValue(kind, value, words.language),
    })),
    parts: ledger.blocks.map((block) => writtenBlock(block, words)),
  });
  return { value: { ...value, gaps: gapsLine(missing, words) }, missing };
}

// As many rows as fit on a page with room between them, measured on cards with every field stated.
const ROWS_OF_A_PAGE = 26;

/** True if the card's lines must stand closer to fit on its page. */
function isLong({ blocks }: Ledger): boolean {
  const heights = blocks.map((block) => {
    if (block.type !== 'table') return 0;
    // Members' cells run over two lines; tables of half the width stand beside one another.
    return block.rows.length * (block.id === 'members' ? 2 : 1) * (block.half ? 0.5 : 1);
  });
  return heights.reduce((sum, height) => sum + height, 0) > ROWS_OF_A_PAGE;
}

/** Replaces in every text of a value what the font cannot draw. */
function drawn<Value>(value: Value): Drawn<Value> {
  const keeper = new GlyphKeeper();
  return { value: mapTexts(value, keeper) as Value, missing: keeper.missing() };
}

function mapTexts(value: unknown, keeper: GlyphKeeper): unknown {
  if (typeof value === 'string') return keeper.drawable(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, keeper));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, mapTexts(each, keeper)]),
  );
}

export function mergeMissing(found: readonly MissingGlyph[]): MissingGlyph[] {
  const byCharacter = new Map<string, MissingGlyph>();
  for (const glyph of found) {
    const known = byCharacter.get(glyph.character);
    byCharacter.set(glyph.character, { ...glyph, count: glyph.count + (known?.count ?? 0) });
  }
  return [...byCharacter.values()];
}

/** The sentence that says which characters a reader must write in by hand; empty if none. */
function gapsLine(missing: readonly MissingGlyph[], words: Words): string {
  if (missing.length === 0) return '';
  const count = missing.reduce((sum, glyph) => sum + glyph.count, 0);
  const characters = words.list(missing.map(({ codePoint }) => codePoint));
  return words.say('sheet.missing', { count, characters });
}

function writtenBlock(block: Block, words: Words): Record<string, unknown> {
  const { type, id } = block;
  switch (block.type) {
    case 'facts':
      return {
        type,
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
        type,
        id,
        title: block.title,
        half: block.half,
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
        type,
        id,
        items: block.items.map((label) => ({ label, date: words.say('sheet.signedOn') })),
      };
    case 'notes':
      return { type, id, items: block.items };
  }
}

const centred: ReadonlySet<ValueKind> = new Set(['day', 'month', 'ordinal', 'year']);

/** A part stands one character to the right of the total that it belongs to. */
const INDENT = '\u3000';

function writtenRow(row: Row, columns: readonly Column[], words: Words): Record<string, unknown> {
  const cells = row.cells.map((cell, index) =>
    writeValue(columns[index]?.kind ?? 'text', cell, words.language),
  );
  const [first = '', ...rest] = cells;
  return { role: row.role, cells: row.role === 'part' ? [`${INDENT}${first}`, ...rest] : cells };
}
