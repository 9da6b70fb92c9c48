import { leastWidthOf } from './break-lines.ts';
import type { WrittenTable } from './written.ts';

/** Widths are sums of fractions; a hundredth of a point more, and what fits is seen to fit. */
const ROUNDING = 0.01;

type Room = { readonly width: number; readonly size: number; readonly insetX: number };

/**
 * Widths of a table's columns by their shares. A column that would have to tear a word or a figure
 * takes what it lacks from those that have room to spare, as far as there is any.
 */
export function columnWidths(
  { columns, rows }: Pick<WrittenTable, 'columns' | 'rows'>,
  { width, size, insetX }: Room,
): number[] {
  const shares = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => (column.width / shares) * width);
  const least = columns.map(({ title }, index) => {
    let most = leastWidthOf(title, size);
    for (const { cells } of rows) most = Math.max(most, leastWidthOf(cells[index] ?? '', size));
    return most + 2 * insetX + ROUNDING;
  });
  const spare = widths.map((each, index) => each - (least[index] ?? 0));
  const wanting = spare.reduce((sum, each) => sum + Math.max(-each, 0), 0);
  const toSpare = spare.reduce((sum, each) => sum + Math.max(each, 0), 0);
  if (wanting === 0 || wanting > toSpare) return widths;
  return widths.map((each, index) => {
    const own = spare[index] ?? 0;
    return own < 0 ? each - own : each - (own * wanting) / toSpare;
  });
}
