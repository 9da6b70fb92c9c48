import { breakEvenly, breakLines, hasEveryGlyph, widthOfText } from './break-lines.ts';
import { columnWidths } from './column-widths.ts';
import { Rules } from './rules.ts';
import type { WrittenFacts, WrittenPart, WrittenTable } from './written.ts';

/**
 * A card laid out to the point: what the template only has to draw. Setting 230 cells as tables
 * takes three times as long as drawing them where they are known to stand (bench/cards.ts).
 */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  /** Height of a line from its foot to the top of its capitals. */
  readonly capitals: number;
  /** Left, top, width, height. */
  readonly fills: readonly Box[];
  readonly rules: readonly Box[];
  readonly marks: readonly (readonly [number, number])[];
  readonly texts: Readonly<Record<Style, readonly Text[]>>;
  /** True if the font has every character of it. */
  readonly isDrawable: boolean;
};

type Box = readonly [number, number, number, number];
export type Style = 'plain' | 'label' | 'bold' | 'section' | 'sign' | 'signLabel';
type Anchor = 'l' | 'c' | 'r';
/** Lines below one another, `pitch` from each to the next. */
type Text = readonly [x: number, y: number, anchor: Anchor, pitch: number, lines: string];
type Line = { x: number; y: number; anchor: Anchor; text: string };

type Spacing = { size: number; insetX: number; insetY: number; gap: number };

/** Points (1/72 inch). A4 less the margins that card.typ sets. */
export const CARD_WIDTH = 504.56;
const CARD_HEIGHT = 716;

/** From roomy to close; the smallest type is that of the smallest print in use, 7 points. */
const spacings: readonly Spacing[] = [
  { size: 8, insetX: 3.4, insetY: 4.3, gap: 11 },
  { size: 8, insetX: 3.4, insetY: 3.6, gap: 10 },
  { size: 8, insetX: 3.4, insetY: 3, gap: 9 },
  { size: 7.6, insetX: 3, insetY: 2.6, gap: 7.5 },
  { size: 7, insetX: 2.6, insetY: 2.2, gap: 7 },
];

// Height of a line of capitals and what lies between two lines, in parts of the type size.
const CAPITALS = 0.733;
const LEADING = 0.42;
const TITLE_SIZE = 9.6;
const BESIDE_GAP = 6;
const SIGNATURE_GAP = 10;

/** The card with as much room between its lines as lets it fit on its page; undefined if nothing does. */
export function layCard(parts: readonly WrittenPart[]): Drawing | undefined {
  for (const spacing of spacings) {
    const drawing = new Sheet(spacing).draw(parts);
    if (drawing.height <= CARD_HEIGHT) return drawing;
  }
  return undefined;
}

class Sheet {
  readonly #spacing: Spacing;
  readonly #fills: Box[] = [];
  readonly #rules = new Rules();
  #isDrawable = true;
  readonly #marks: [number, number][] = [];
  readonly #lines: Record<Style, Line[]> = {
    plain: [],
    label: [],
    bold: [],
    section: [],
    sign: [],
    signLabel: [],
  };
  #y = 0;

  constructor(spacing: Spacing) {
    this.#spacing = spacing;
  }

  draw(parts: readonly WrittenPart[]): Drawing {
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index];
      const next = parts[index + 1];
      if (part === undefined) continue;
      if (index > 0) this.#y += this.#spacing.gap;
      this.#title('title' in part ? part.title : '');
      if (isHalf(part) && isHalf(next)) {
        this.#beside(part, next);
        index += 1;
      } else this.#part(part);
    }
    return {
      width: CARD_WIDTH,
      height: round(this.#y),
      size: this.#spacing.size,
      capitals: this.#spacing.size * CAPITALS,
      fills: mergeFills(this.#fills),
      rules: this.#rules.all(),
      isDrawable: this.#isDrawable,
      marks: this.#marks,
      texts: mapValues(this.#lines, columnsOf),
    };
  }

  #title(title: string): void {
    if (title === '') return;
    this.#marks.push([0, round(this.#y)]);
    this.#say('section', { x: 6.4, y: this.#y + 1.2, anchor: 'l', text: title });
    this.#y += TITLE_SIZE + 5;
  }

  #part(part: WrittenPart): void {
    switch (part.type) {
      case 'facts':
        this.#facts(part);
        return;
      case 'table':
        this.#table(part, 0, CARD_WIDTH);
        return;
      case 'signatures':
        this.#signatures(part.items);
        return;
      case 'notes':
    }
  }

  #beside(left: WrittenTable, right: WrittenTable): void {
    const width = (CARD_WIDTH - BESIDE_GAP) / 2;
    const top = this.#y;
    this.#table(left, 0, width);
    const leftEnd = this.#y;
    this.#y = top;
    this.#table(right, width + BESIDE_GAP, width);
    this.#y = Math.max(leftEnd, this.#y);
  }

  #facts({ across, items }: WrittenFacts): void {
    const { size, insetX } = this.#spacing;
    const placed = placesOf(items, across);
    const labelWidths = Array.from({ length: across }, () => 0);
    for (const { item, place } of placed) {
      const width = widthOfText(item.label, size) + 2 * insetX;
      labelWidths[place] = Math.max(labelWidths[place] ?? 0, width);
    }
    const valueWidth = (CARD_WIDTH - labelWidths.reduce((sum, width) => sum + width, 0)) / across;
    const lefts = [0];
    for (const width of labelWidths) lefts.push((lefts.at(-1) ?? 0) + width + valueWidth);
    lefts[across] = CARD_WIDTH;
    let row: Cell[] = [];
    for (const [index, { item, place, row: at }] of placed.entries()) {
      const x = lefts[place] ?? 0;
      const width = labelWidths[place] ?? 0;
      const end = lefts[place + item.span] ?? CARD_WIDTH;
      const value = { x: x + width, width: end - x - width, anchor: 'l' as const };
      row.push(this.#cell('label', { x, width, anchor: 'l', text: item.label }));
      row.push(this.#cell('plain', { ...value, text: item.value }));
      if (placed[index + 1]?.row === at) continue;
      this.#row(row);
      row = [];
    }
  }

  #table({ columns, rows, empty }: WrittenTable, left: number, width: number): void {
    if (rows.length === 0) {
      this.#row([this.#cell('plain', { x: left, width, anchor: 'l', text: empty })]);
      return;
    }
    const widths = columnWidths({ columns, rows }, { ...this.#spacing, width });
    let x = left;
    const placed = columns.map((column, index) => {
      const place = { x, width: widths[index] ?? 0 };
      x += place.width;
      return { ...place, anchor: anchorOf(column) };
    });
    this.#row(
      placed.map((place, index) =>
        this.#cell('label', { ...place, anchor: 'c', text: columns[index]?.title ?? '' }),
      ),
    );
    for (const row of rows) {
      const style = row.role === 'total' ? 'bold' : 'plain';
      this.#row(
        placed.map((place, index) => this.#cell(style, { ...place, text: row.cells[index] ?? '' })),
      );
    }
  }

  #signatures(items: readonly { label: string; date: string }[]): void {
    const width = (CARD_WIDTH - SIGNATURE_GAP * (items.length - 1)) / items.length;
    const top = this.#y;
    items.forEach(({ label, date }, index) => {
      const x = index * (width + SIGNATURE_GAP);
      this.#say('sign', { x, y: top, anchor: 'l', text: label });
      this.#rules.across(round(top + 28), round(x), round(x + width));
      this.#say('signLabel', { x: x + width, y: top + 33, anchor: 'r', text: date });
    });
    this.#y = top + 40;
  }

  #cell(style: Style, of: Omit<Cell, 'style' | 'lines'> & { text: string }): Cell {
    const { size, insetX } = this.#spacing;
    const { text, ...place } = of;
    const lines = style === 'label' ? breakEvenly : breakLines;
    return { ...place, style, lines: lines(text, size, place.width - 2 * insetX) };
  }

  #row(cells: readonly Cell[]): void {
    const { size, insetY } = this.#spacing;
    const heightOf = (lines: number): number => (lines * CAPITALS + (lines - 1) * LEADING) * size;
    const height = Math.max(...cells.map(({ lines }) => heightOf(lines.length))) + 2 * insetY;
    const top = this.#y;
    this.#frame(cells, top, height);
    for (const cell of cells) {
      const first = top + (height - heightOf(cell.lines.length)) / 2;
      cell.lines.forEach((text, index) => {
        const y = first + index * (CAPITALS + LEADING) * size;
        this.#say(cell.style, { x: this.#anchored(cell), y, anchor: cell.anchor, text });
      });
    }
    this.#y = top + height;
  }

  /** A row's upper and lower line, and a line before and after each cell. */
  #frame(cells: readonly Cell[], top: number, height: number): void {
    const [above, below] = [round(top), round(top + height)];
    const left = round(cells[0]?.x ?? 0);
    let right = left;
    for (const { x, width, style } of cells) {
      const from = round(x);
      right = round(x + width);
      this.#rules.down(from, above, below);
      if (style === 'label') {
        this.#fills.push([from, above, round(right - from), round(below - above)]);
      }
    }
    this.#rules.down(right, above, below);
    this.#rules.across(above, left, right);
    this.#rules.across(below, left, right);
  }

  #anchored({ x, width, anchor }: Cell): number {
    const { insetX } = this.#spacing;
    switch (anchor) {
      case 'l':
        return x + insetX;
      case 'c':
        return x + width / 2;
      case 'r':
        return x + width - insetX;
    }
  }

  #say(style: Style, line: Line): void {
    if (line.text === '') return;
    this.#isDrawable &&= hasEveryGlyph(line.text);
    this.#lines[style].push(line);
  }
}

type Cell = { style: Style; x: number; width: number; anchor: Anchor; lines: string[] };

function isHalf(part: WrittenPart | undefined): part is WrittenTable {
  return part?.type === 'table' && part.half && part.rows.length > 0;
}

function anchorOf({ right, centre }: WrittenTable['columns'][number]): Anchor {
  if (right) return 'r';
  return centre ? 'c' : 'l';
}

type Placed = { item: WrittenFacts['items'][number]; row: number; place: number };

/** Facts in rows of so many places; one that does not fit any more begins the next row. */
function placesOf(items: WrittenFacts['items'], across: number): Placed[] {
  let row = 0;
  let place = 0;
  return items.map((item) => {
    if (place + item.span > across) {
      row += 1;
      place = 0;
    }
    const placed = { item, row, place };
    place += item.span;
    return placed;
  });
}

/**
 * Lines that stand below one another at even distances as one text each: to the typesetter a column of
 * ten is hardly more work than one line.
 */
function columnsOf(lines: readonly Line[]): Text[] {
  const byPlace = Map.groupBy(lines, ({ x, anchor }) => `${anchor}${round(x)}`);
  return [...byPlace.values()].flatMap((column) => {
    const texts: Text[] = [];
    for (let at = 0; at < column.length; ) {
      const run = evenRun(column, at);
      texts.push(textOf(run));
      at += run.length;
    }
    return texts;
  });
}

const EVEN = 0.05;

function evenRun(column: readonly Line[], from: number): Line[] {
  const distance = (at: number): number => (column[at + 1]?.y ?? Infinity) - (column[at]?.y ?? 0);
  const pitch = distance(from);
  let end = from + 1;
  if (pitch > 0) {
    while (end < column.length && Math.abs(distance(end - 1) - pitch) < EVEN) end += 1;
  }
  return column.slice(from, end);
}

function textOf(run: readonly Line[]): Text {
  const [first, second] = run;
  if (first === undefined) throw new Error('A column without lines');
  const { x, y, anchor } = first;
  const pitch = second === undefined ? 0 : second.y - y;
  return [
    round(x),
    round(y),
    anchor,
    Math.round(pitch * 1000) / 1000,
    run.map(({ text }) => text).join('\n'),
  ];
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  make: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, make(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}

/** Fills above one another, then those beside one another, become one. */
function mergeFills(fills: readonly Box[]): Box[] {
  const columns: [number, number, number, number][] = [];
  const byPlace = fills.toSorted(([x1, y1], [x2, y2]) => x1 - x2 || y1 - y2);
  for (const [x, y, width, height] of byPlace) {
    const last = columns.at(-1);
    const goesOn =
      last !== undefined && last[0] === x && last[2] === width && near(last[1] + last[3], y);
    if (goesOn) last[3] = round(y + height - last[1]);
    else columns.push([x, y, width, height]);
  }
  const merged: [number, number, number, number][] = [];
  for (const [x, y, width, height] of columns.toSorted((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined && last[1] === y && last[3] === height && near(last[0] + last[2], x);
    if (goesOn) last[2] = round(x + width - last[0]);
    else merged.push([x, y, width, height]);
  }
  return merged;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < SAME;
}

/** Coordinates are rounded to tenths, of which two may differ by one. */
const SAME = 0.11;

/** To a tenth of a point, which nobody sees (0.035 mm). */
function round(points: number): number {
  return Math.round(points * 10) / 10;
}
