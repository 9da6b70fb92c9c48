import type { ReasonCount, RunTable } from '../../model/contract.ts';

/** A row in order whose household has another fault: what follows from a fault, not one itself. */
export const HELD_BACK = 'heldBack';

/** How often each reason was met in all tables, refusals before warnings, the commonest first. */
export function sumReasons(tables: readonly Pick<RunTable, 'reasons'>[]): ReasonCount[] {
  const sums = new Map<string, ReasonCount>();
  for (const { code, level, count } of tables.flatMap(({ reasons }) => reasons)) {
    const key = `${level}${code}`;
    const before = sums.get(key)?.count ?? 0;
    sums.set(key, { code, level, count: before + count });
  }
  return [...sums.values()].sort(
    (one, other) =>
      one.level.localeCompare(other.level) ||
      Number(one.code === HELD_BACK) - Number(other.code === HELD_BACK) ||
      other.count - one.count ||
      one.code.localeCompare(other.code),
  );
}

/** Rows that stay out though they are in order, because their household has a row with a fault. */
export function heldBackIn(tables: readonly Pick<RunTable, 'reasons'>[]): number {
  return sumReasons(tables).find(({ code }) => code === HELD_BACK)?.count ?? 0;
}
