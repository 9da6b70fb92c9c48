/** How many spells of registration began or ended in a year, for one reason. */
export type SpellCount = {
  readonly year: number;
  readonly what: 'start' | 'end';
  readonly reason: string;
  readonly households: number;
};

/**
 * A year of the register in households: opening + identified + entered by the look-back + returned
 * + split − exited − removed − other = closing. It balances because it is made of spells, each of
 * which begins once and ends at most once.
 */
export type YearBalance = {
  readonly year: number;
  readonly opening: number;
  readonly identified: number;
  readonly lookBack: number;
  readonly returned: number;
  readonly split: number;
  readonly exited: number;
  readonly removed: number;
  /** Natural decrease and mergers. */
  readonly otherEnd: number;
  readonly closing: number;
};

const startReasons = ['identified', 'lookBack', 'returned', 'split'] as const;

/** The balance of each of the last years up to `until`; years before the first spell are left out. */
export function yearBalances(
  counts: readonly SpellCount[],
  { until, years }: { until: number; years: number },
): YearBalance[] {
  if (counts.length === 0) return [];
  const first = Math.min(...counts.map(({ year }) => year));
  const from = Math.max(first, until - years + 1);
  let opening =
    sum(counts, (count) => count.what === 'start' && count.year < from) -
    sum(counts, (count) => count.what === 'end' && count.year < from);
  const balances: YearBalance[] = [];
  for (let year = from; year <= until; year += 1) {
    const balance = balanceOf(
      counts.filter((count) => count.year === year),
      { year, opening },
    );
    balances.push(balance);
    opening = balance.closing;
  }
  return balances;
}

function balanceOf(
  counts: readonly SpellCount[],
  { year, opening }: { year: number; opening: number },
): YearBalance {
  const starts = Object.fromEntries(
    startReasons.map((reason) => [
      reason,
      sum(counts, (count) => count.what === 'start' && count.reason === reason),
    ]),
  ) as Record<(typeof startReasons)[number], number>;
  const ends = sum(counts, ({ what }) => what === 'end');
  const exited = sum(counts, ({ what, reason }) => what === 'end' && reason === 'exited');
  const removed = sum(counts, ({ what, reason }) => what === 'end' && reason === 'removed');
  const started = sum(counts, ({ what }) => what === 'start');
  return {
    year,
    opening,
    ...starts,
    exited,
    removed,
    otherEnd: ends - exited - removed,
    closing: opening + started - ends,
  };
}

function sum(counts: readonly SpellCount[], belongs: (count: SpellCount) => boolean): number {
  return counts.filter(belongs).reduce((total, { households }) => total + households, 0);
}
