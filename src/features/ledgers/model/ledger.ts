import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';

/**
 * The four ledgers that the programme documents ask for: the household has its card (户有卡), the
 * village its book (村有册), the township its register (乡有簿), the county its archive (县有档).
 */
export const ledgerKinds = ['card', 'village', 'township', 'county'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** The region whose households a ledger of the kind tells of. Cards are printed for a village at most. */
export const levelOfKind = {
  card: 'village',
  village: 'village',
  township: 'township',
  county: 'county',
} as const satisfies Record<LedgerKind, string>;

/**
 * What a value is, which decides how it is written and where it is aligned. An ordinal is a small
 * number that nobody adds up (a place in a list, an age), a count one that is. Money is in fen, a
 * share lies between 0 and 1.
 */
export const valueKinds = [
  'text',
  'identifier',
  'ordinal',
  'count',
  'decimal',
  'money',
  'share',
  'day',
  'month',
  'year',
] as const;
export type ValueKind = (typeof valueKinds)[number];

/** `null` is what nobody has stated. */
export type Cell = string | number | null;

/** A label and its value; `span` is how many places of the row it takes (1 if left out). */
export type Fact = {
  readonly label: string;
  readonly kind: ValueKind;
  readonly value: Cell;
  readonly span?: number;
};

export type FactsBlock = {
  readonly type: 'facts';
  readonly id: string;
  readonly title: string;
  /** Facts beside one another. */
  readonly across: number;
  readonly items: readonly Fact[];
};

export type Column = {
  readonly title: string;
  readonly kind: ValueKind;
  /** Width in relation to the other columns. */
  readonly width: number;
};

export type Row = {
  readonly cells: readonly Cell[];
  /** A total stands out from what it sums; a part stands a little to the right. */
  readonly role: 'plain' | 'total' | 'part';
};

export type TableBlock = {
  readonly type: 'table';
  readonly id: string;
  readonly title: string;
  /** Two tables of half the width that follow one another stand side by side. */
  readonly half: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What to say where there is no row. */
  readonly empty: string;
};

/** Lines to be signed on paper; screens and workbooks leave them out. */
export type SignaturesBlock = {
  readonly type: 'signatures';
  readonly id: string;
  readonly items: readonly string[];
};

export type NotesBlock = {
  readonly type: 'notes';
  readonly id: string;
  readonly items: readonly string[];
};

export type Block = FactsBlock | TableBlock | SignaturesBlock | NotesBlock;

/** A ledger as screen, paper and workbook show it: generated from the register, never typed. */
export type Ledger = {
  readonly kind: LedgerKind;
  /** Code of the region, or of the household's village. */
  readonly region: RegionCode;
  readonly title: string;
  /** What kind of ledger it is, as the documents call it. */
  readonly series: string;
  /** Where: the names from the province down. */
  readonly place: string;
  /** Which one: of a card the household's number and its head, of a book the region's code and name. */
  readonly number: string;
  readonly name: string;
  /** The day whose register it shows. */
  readonly asOf: PlainDate;
  /** The few numbers that stand on the cover; a card has no cover. */
  readonly cover: readonly Fact[];
  readonly blocks: readonly Block[];
};

export function plainRow(...cells: Cell[]): Row {
  return { cells, role: 'plain' };
}

export function totalRow(...cells: Cell[]): Row {
  return { cells, role: 'total' };
}

export function partRow(...cells: Cell[]): Row {
  return { cells, role: 'part' };
}
