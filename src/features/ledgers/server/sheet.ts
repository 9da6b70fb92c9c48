import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Ledger, LedgerKind } from '../model/ledger.ts';
import { writeDay, writeValue } from '../model/write-value.ts';
import { FONT_FAMILY } from './font-files.ts';
import { layCard } from './lay-card.ts';
import { GlyphKeeper, isDrawable, type MissingGlyph } from './missing-glyphs.ts';
import type { Words } from './words.ts';
import { writtenBlock } from './written.ts';

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
  const imprinted = drawn(imprintWords(words, imprint, first));
  const missing = mergeMissing([...written, imprinted].flatMap((part) => part.missing));
  const data = {
    font: FONT_FAMILY,
    ...(words.language === 'zh-CN' ? { lang: 'zh', region: 'cn' } : { lang: 'en', region: 'gb' }),
    title: first?.title ?? '',
    counted: counted || written.some(({ value }) => !('drawing' in value)),
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

function imprintWords(
  words: Words,
  imprint: Imprint,
  ledger: Ledger | undefined,
): Record<string, string> {
  const { say, language } = words;
  return {
    series: ledger?.series ?? '',
    compiled: say('sheet.compiled'),
    page: say('sheet.page', { page: '{p}', pages: '{n}' }),
    protection: protectionOf(words, imprint, ledger?.kind ?? 'card'),
    printed: [
      say('sheet.printed', { day: writeDay(imprint.printedOn, language) }),
      say('sheet.printedBy', { name: imprint.printedBy }),
      say('sheet.printNumber', { number: imprint.number }),
    ].join(say('placeSeparator')),
  };
}

/** What whoever holds the paper must know of it. */
export function protectionOf(words: Words, { purpose }: Imprint, kind: LedgerKind): string {
  if (kind === 'card') {
    return purpose === undefined
      ? words.say('sheet.masked')
      : words.say('sheet.clear', { purpose });
  }
  return words.say(kind === 'village' ? 'sheet.withNames' : 'sheet.internal');
}

type Drawn<Value> = { value: Value; missing: MissingGlyph[] };

function writtenLedger(ledger: Ledger, words: Words): Drawn<Record<string, unknown>> {
  const parts = ledger.blocks.map((block) => writtenBlock(block, words));
  const head = drawn({
    title: ledger.title,
    series: ledger.series,
    place: ledger.place,
    'as-of': words.say('sheet.asOf', { day: writeDay(ledger.asOf, words.language) }),
    cover: ledger.cover.map(({ label, kind, value }) => ({
      label,
      value: writeValue(kind, value, words.language),
    })),
  });
  const drawing = ledger.kind === 'card' ? layCard(parts) : undefined;
  if (drawing?.isDrawable === true && head.missing.length === 0) {
    return { value: { ...head.value, gaps: '', drawing }, missing: [] };
  }
  const body = drawn(parts);
  const missing = mergeMissing([...head.missing, ...body.missing]);
  const gaps = gapsLine(missing, words);
  const anew = ledger.kind === 'card' ? layCard(body.value) : undefined;
  // What is laid out needs no parts; what is too long for a page flows over several.
  const content = anew === undefined ? { parts: body.value } : { drawing: anew };
  return { value: { ...head.value, gaps, ...content }, missing };
}

/** Replaces in every text of a value what the font cannot draw; nearly always there is nothing. */
function drawn<Value>(value: Value): Drawn<Value> {
  const json = JSON.stringify(value);
  if (isDrawable(json) && !json.includes(ESCAPE)) return { value, missing: [] };
  const keeper = new GlyphKeeper();
  return { value: mapTexts(value, keeper) as Value, missing: keeper.missing() };
}

/** Begins what JSON writes of control characters, which no page shows. */
const ESCAPE = '\\';

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
