import { afterAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { type Ledger, plainRow, type TableBlock } from '../model/ledger.ts';
import { layCard } from './lay-card.ts';
import { PdfBinder, pagesIn } from './pdf-binder.ts';
import { sheetOf } from './sheet.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';
import { Typesetter } from './typesetter.ts';
import { wordsIn } from './words.ts';
import { writtenBlock } from './written.ts';

const words = wordsIn('zh-CN');
const imprint = {
  number: '20261123-0A0B0C0D',
  printedOn: plainDate('2026-11-23'),
  printedBy: '陶远',
  purpose: undefined,
};
const options = { words, imprint, counted: false };

const typesetter = new Typesetter();
afterAll(async () => await typesetter.close());

function members(count: number): TableBlock {
  return {
    type: 'table',
    id: 'members',
    title: '二、家庭成员',
    half: false,
    columns: [
      { title: '序号', kind: 'ordinal', width: 1 },
      { title: '姓名', kind: 'text', width: 4 },
      { title: '收入', kind: 'money', width: 3 },
    ],
    rows: Array.from({ length: count }, (_, index) => plainRow(index + 1, `李${index}`, 123_456)),
    empty: '没有。',
  };
}

function ledger(kind: Ledger['kind'], rows: number): Ledger {
  return {
    kind,
    region: regionCode('990101100201'),
    title: kind === 'card' ? '信息卡' : '北门村村册',
    series: '村有册',
    place: '柳溪县　北门村',
    number: 'W-1',
    name: '李强',
    asOf: plainDate('2026-11-23'),
    cover: [{ label: '在册户数', kind: 'count', value: rows }],
    blocks: [members(rows)],
  };
}

async function set(...ledgers: Ledger[]): Promise<Buffer> {
  return await typesetter.typeset(sheetOf(ledgers, options));
}

describe('the typesetter', () => {
  it('makes the same bytes of the same ledger, in whatever thread', async () => {
    const other = new Typesetter();
    const first = await set(ledger('village', 60));
    const second = await other.typeset(sheetOf([ledger('village', 60)], options));
    await other.close();
    expect(first.equals(second)).toBe(true);
    expect(first.equals(await set(ledger('village', 61)))).toBe(false);
  });

  it('repeats the heads of a table on every page and counts the pages', async () => {
    const pages = pagesOfPdf(await set(ledger('village', 90)));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.slice(1).every((page) => page.includes('序号'))).toBe(true);
    expect(pages.at(-1)?.replaceAll('\n', '')).toContain(
      `第${pages.length}页　共${pages.length}页`,
    );
    expect(pages.at(-1)).toContain('1,234.56');
  });

  it('uses no font but its own', async () => {
    const file = (await set(ledger('card', 3))).toString('latin1');
    const names = [...file.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['NotoSansSC-Regular', 'NotoSansSC-Bold']));
  });

  it('says that it failed without saying on what', async () => {
    const failing = typesetter.typeset({ template: 'card', json: '{"title":"李强"}' });
    await expect(failing).rejects.toThrow(/^(?!.*李强)/s);
    expect(pagesIn(await set(ledger('card', 1)))).toBe(1);
  });
});

describe('a card', () => {
  it('stays on one page as long as it can, then flows over several, each numbered', async () => {
    expect(layCard([writtenBlock(members(25), words)])?.size).toBe(8);
    expect(layCard([writtenBlock(members(65), words)])?.size).toBe(7);
    expect(layCard([writtenBlock(members(80), words)])).toBeUndefined();
    const pages = pagesOfPdf(await set(ledger('card', 65), ledger('card', 80), ledger('card', 2)));
    const numbers = pages.map((page) => /第\d+页　共\d+页/.exec(page.replaceAll('\n', ''))?.[0]);
    expect(numbers).toEqual(['第1页　共1页', '第1页　共2页', '第2页　共2页', '第1页　共1页']);
  });

  it('puts nothing beyond its edges', () => {
    for (const rows of [1, 5, 25, 40, 55]) {
      const drawing = layCard([writtenBlock(members(rows), words)]);
      if (drawing === undefined) continue;
      for (const [x1, y1, x2, y2] of drawing.rules) {
        expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x1, x2)).toBeLessThanOrEqual(drawing.width + 0.1);
        expect(Math.max(y1, y2)).toBeLessThanOrEqual(drawing.height + 0.1);
      }
    }
  });
});

describe('the binder', () => {
  it('binds files into one that reads like them, one after another', async () => {
    const [one, two] = [
      await set(ledger('card', 3)),
      await set(ledger('card', 4), ledger('card', 5)),
    ];
    const binder = new PdfBinder();
    const bound = Buffer.concat([binder.add(one), binder.add(two), binder.finish()]);
    expect(binder.pages).toBe(3);
    expect(pagesOfPdf(bound)).toEqual([...pagesOfPdf(one), ...pagesOfPdf(two)]);
  });

  it('writes a table of contents in which every number leads to its object', async () => {
    const binder = new PdfBinder();
    const file = await set(ledger('card', 3));
    const bound = Buffer.concat([binder.add(file), binder.add(file), binder.finish()]);
    const text = bound.toString('latin1');
    const tableAt = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const table = text.slice(tableAt);
    expect(table.startsWith('xref\n0 ')).toBe(true);
    const entries = [...table.matchAll(/(\d{10}) 00000 n\r\n/g)].map(([, offset]) =>
      Number(offset),
    );
    entries.forEach((offset, index) => {
      expect(text.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    });
    const references = [...text.matchAll(/\b(\d+) 0 R\b/g)].map(([, number]) => Number(number));
    expect(Math.max(...references)).toBeLessThanOrEqual(entries.length);
  });

  it('refuses what is no file of the typesetter', () => {
    expect(() => new PdfBinder().add(Buffer.from('%PDF-1.7 nothing'))).toThrow();
  });
});
