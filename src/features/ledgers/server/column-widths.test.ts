import { expect, it } from 'vitest';
import { breakLines, leastWidthOf } from './break-lines.ts';
import { columnWidths } from './column-widths.ts';

function table(...cells: string[]) {
  return {
    columns: cells.map(() => ({ title: '', width: 1, right: false, centre: false })),
    rows: [{ role: 'plain' as const, cells }],
  };
}

const room = { width: 120, size: 10, insetX: 2 };

it('goes by the shares of the columns as long as no word is torn', () => {
  expect(columnWidths(table('户主', '配偶', '子'), room)).toEqual([40, 40, 40]);
});

it('gives a column room for its longest word, from those that have some to spare', () => {
  const [narrow = 0, wide = 0, other = 0] = columnWidths(table('户主', 'Subsistence', '子'), room);
  expect(wide).toBeCloseTo(leastWidthOf('Subsistence', 10) + 4, 1);
  expect(breakLines('Subsistence', 10, wide - 4)).toEqual(['Subsistence']);
  expect(narrow + wide + other).toBeCloseTo(120, 5);
  expect(narrow).toBeLessThan(40);
  expect(narrow).toBeGreaterThan(leastWidthOf('户主', 10) + 4);
});

it('leaves the shares where there is not enough room for all', () => {
  const words = ['Subsistence', 'allowance', 'household'];
  expect(columnWidths(table(...words), { ...room, width: 90 })).toEqual([30, 30, 30]);
});
