/** One row of a list: stored code, Chinese name, English name, then other Chinese names it goes by. */
export type CodeRow = readonly [code: string, zh: string, en: string, ...aliases: string[]];

export type CodeEntry<Code extends string = string> = {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
  /** Old, short and national-export names under which files may bring the same thing. */
  readonly aliases: readonly string[];
};

export type CodeList<Code extends string = string> = {
  /** The standard whose codes are stored; absent where no national standard exists. */
  readonly standard?: string;
  readonly entries: readonly CodeEntry<Code>[];
};

/** A list whose codes are ours: meaningful words, because no national standard numbers them. */
export function ownList<const Rows extends readonly CodeRow[]>(
  rows: Rows,
): CodeList<Rows[number][0]> {
  return { entries: entriesOf(rows) };
}

/** A list whose codes are those of a national standard. */
export function standardList<const Rows extends readonly CodeRow[]>(
  standard: string,
  rows: Rows,
): CodeList<Rows[number][0]> {
  return { standard, entries: entriesOf(rows) };
}

function entriesOf<const Rows extends readonly CodeRow[]>(
  rows: Rows,
): readonly CodeEntry<Rows[number][0]>[] {
  return rows.map(([code, zh, en, ...aliases]) => ({ code, zh, en, aliases }));
}
