import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLimits, cutText } from './cut.ts';
import { paths, title } from './testing/cut-lines.ts';

describe('limits', () => {
  it('says of a text without numbers that it has no clauses', () => {
    expect(cutText('今天天气很好。\n我们去走访。')).toEqual({
      ok: false,
      problem: { code: 'documentWithoutClauses' },
    });
    expect(cutText('')).toEqual({ ok: false, problem: { code: 'documentWithoutClauses' } });
  });

  it('refuses more clauses than anybody could look at', () => {
    const most = Array.from({ length: cutLimits.clauses }, (_, index) => `第${index + 1}、甲`);
    expect(cutText(most.map((_, index) => `${(index % 900) + 1}、甲`).join('\n')).ok).toBe(true);
    expect(cutText(`${most.map(() => '1、甲').join('\n')}\n1、甲`)).toEqual({
      ok: false,
      problem: { code: 'documentTooManyClauses', most: cutLimits.clauses },
    });
  });

  it('refuses a text that is too long', () => {
    expect(cutText('甲'.repeat(cutLimits.characters + 1))).toMatchObject({
      problem: { code: 'documentTooLong' },
    });
  });

  const size = 1_000_000;
  it.each([
    ['brackets', '（'],
    ['space', ' '],
    ['space after brackets', '（ '],
    ['stops', '。'],
    ['items', '；（1）'],
    ['words', '一是'],
    ['lines without an end', '各村要把帮扶对象的基本情况逐户登记清楚并在村务公开栏\n'],
    ['empty lines', '\n'],
    ['halves of titles', '工作的\n'],
  ])(
    'takes time that grows with the text, not with its square: %s',
    (_, piece) => {
      const work = (characters: number): number => {
        const body = piece.repeat(characters / piece.length);
        const before = process.cpuUsage();
        cutText(`${title}\n一、甲。\n二、乙。${body}\n一、丙。`);
        return process.cpuUsage(before).user / 1_000;
      };
      const small = work(size / 5);
      // Five times the text; twenty-five times the work would be its square.
      expect(work(size)).toBeLessThan(12 * small + 300);
    },
    30_000,
  );
});

describe('whatever comes', () => {
  const piece = fc.constantFrom(
    '一、',
    '（一）',
    '(二)',
    '()',
    '1.',
    '2．',
    '（1）',
    '①',
    '一是',
    '第三条 ',
    '1.1 ',
    '附件1',
    '\n',
    '\n',
    '。',
    '登记',
    '关于方案',
    '2016年3月9日',
    ' ',
    '；',
    '为做好工作，制定本方案。',
    title,
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('the same text gives the same cut, and no path twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = cutText(text);
        expect(cutText(text)).toEqual(first);
        for (const document of first.ok ? first.value : []) {
          expect(new Set(paths(document)).size).toBe(document.clauses.length);
          for (const { parent, firstLine, lastLine } of document.clauses) {
            expect([null, ...paths(document)]).toContain(parent);
            expect(firstLine).toBeLessThanOrEqual(lastLine);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing of the text is lost', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const result = cutText(text);
        if (!result.ok) return;
        const kept = result.value
          .flatMap(({ clauses, leftOut, title: named, number }) => [
            ...clauses.map((found) => found.number + found.heading + found.text),
            ...leftOut.map((line) => line.text),
            named ?? '',
            number ?? '',
          ])
          .join('');
        const count = (word: string, within: string): number => within.split(word).length - 1;
        expect(count('登记', kept)).toBe(count('登记', text));
      }),
      { numRuns: 500 },
    );
  });
});
