import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfLines } from './csv-lines.ts';
import { BatchCutter } from './csv-reader.ts';
import type { LineBatch, RowBatch } from './table-source.ts';

type Batch = RowBatch | LineBatch;

/** Feeds the bytes in pieces of that size. */
function cut(bytes: Buffer, size: number): Batch[] {
  const cutter = new BatchCutter('utf-8');
  const batches: (Batch | undefined)[] = [];
  for (let at = 0; at < bytes.length; at += size)
    batches.push(cutter.add(bytes.subarray(at, at + size)));
  batches.push(cutter.end());
  return batches.filter((batch) => batch !== undefined);
}

function rowsOf(batches: readonly Batch[]): { rows: unknown[]; numbers: number[] } {
  const apart = batches.map((batch) => ('lines' in batch ? rowsOfLines(batch) : batch));
  return {
    rows: apart.flatMap(({ rows }) => rows),
    numbers: apart.flatMap(({ numbers }) => numbers),
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const header = '户编号,户主姓名,村';

describe('cutting CSV into batches', () => {
  it('gives the same rows, wherever the file is cut, with quotation marks and without', () => {
    const cell = fc.constantFrom('王强', '', '1', '一组,二组', '他说"好"', '两\n行', '李 梅');
    const lines = fc.array(fc.tuple(cell, cell, cell), { maxLength: 40 });
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, size, end, endsWithLine) => {
          const text = [header, ...rows.map((row) => row.map(quoted).join(','))].join(end);
          const bytes = Buffer.from(`\ufeff${text}${endsWithLine ? end : ''}`);
          const found = rowsOf(cut(bytes, size));
          const expected = [header.split(','), ...rows];
          expect(found.rows).toEqual(expected);
          expect(found.numbers).toEqual(expected.map((_, index) => index + 1));
        },
      ),
    );
  });

  it('hands plain lines on as they are', () => {
    const bytes = Buffer.from(`${header}\r\n990101,王强,柳树湾\r\n990102,李梅,柳树湾\r\n`);
    expect(cut(bytes, 1_000).map((batch) => 'lines' in batch)).toEqual([true]);
  });

  it('takes lines after a closed quotation mark as they are again', () => {
    const quotedRow = '990101,"王\n强",柳树湾\n';
    const bytes = Buffer.from(`${header}\n${quotedRow}${'990102,李梅,柳树湾\n'.repeat(20)}`);
    const batches = cut(bytes, 60);
    expect(batches.at(-1)).toHaveProperty('lines');
    expect(rowsOf(batches).numbers.at(-1)).toBe(22);
  });

  it('says at which row the encoding turns, also where lines are only handed on', () => {
    const good = '990101,王强,柳树湾\n';
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${good.repeat(9)}`),
      Buffer.from([0xff, 0x0a]),
    ]);
    const batches = cut(bytes, header.length + 400);
    expect(() => rowsOf(batches)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^encoding/) }),
    );
  });

  it('refuses a table turned on its side', () => {
    const bytes = Buffer.from(`${header}\n${'1,'.repeat(2_100)}\n`);
    expect(() => rowsOf(cut(bytes, 9_000))).toThrow(
      expect.objectContaining({ code: 'tooWide', details: expect.objectContaining({ row: 2 }) }),
    );
  });
});
