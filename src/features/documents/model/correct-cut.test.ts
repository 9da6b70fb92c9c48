import { describe, expect, it } from 'vitest';
import { type Correction, correctCut, type KeptClause } from './correct-cut.ts';
import { only, title } from './testing/cut-lines.ts';

function kept(...lines: string[]): KeptClause[] {
  return only(title, ...lines).clauses.map((clause, index) => ({ ...clause, id: `c${index}` }));
}

function corrected(clauses: readonly KeptClause[], correction: Correction): readonly KeptClause[] {
  const result = correctCut(clauses, correction);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const shape = (clauses: readonly KeptClause[]): string[] =>
  clauses.map(({ id, path, parent, level }) => `${id} ${path} ${parent ?? '-'} ${level}`);

const clauses = kept(
  '一、措施',
  '（一）修路。硬化村道。',
  '（二）通水。接通管网。',
  '二、保障。县里出资。',
);

describe('joining', () => {
  it('makes a clause a paragraph of the one before it, with its number', () => {
    const after = corrected(clauses, { kind: 'join', id: 'c2' });
    expect(shape(after)).toEqual(['c0 1 - 1', 'c1 1.1 1 2', 'c3 2 - 1']);
    expect(after[1]).toMatchObject({
      text: '硬化村道。\n（二）通水。接通管网。',
      confidence: 'certain',
      notes: [{ code: 'byHand' }],
    });
  });

  it('gives what stood below the joined clause to the one before it', () => {
    const nested = kept('一、甲。', '（一）乙。', '1.丙。', '（二）丁。', '1.戊。');
    expect(shape(corrected(nested, { kind: 'join', id: 'c3' }))).toEqual([
      'c0 1 - 1',
      'c1 1.1 1 2',
      'c2 1.1.1 1.1 3',
      'c4 1.1.1b 1.1 3',
    ]);
  });

  it('is refused for the first clause', () => {
    expect(correctCut(clauses, { kind: 'join', id: 'c0' })).toEqual({
      ok: false,
      problem: { code: 'nothingToJoin' },
    });
  });

  it('is refused across the border of an attachment', () => {
    const annexed = kept('一、甲。', '二、乙。', '附件1', '一、丙。', '二、丁。');
    expect(correctCut(annexed, { kind: 'join', id: 'c2' }).ok).toBe(false);
  });
});

describe('splitting', () => {
  it('takes the number that stands at the place', () => {
    const [first] = kept('（一）修路。硬化村道。另有（二）通水。接通管网。');
    const at = first?.text.indexOf('（二）') ?? 0;
    const after = corrected(first === undefined ? [] : [first], {
      kind: 'split',
      id: 'c0',
      at,
      number: '',
      newId: 'new',
    });
    expect(shape(after)).toEqual(['c0 1 - 1', 'new 2 - 1']);
    expect(after[1]).toMatchObject({ number: '（二）', heading: '通水', text: '接通管网。' });
    expect(after[0]?.text).toBe('硬化村道。另有');
  });

  it('takes the next number where none is printed', () => {
    const after = corrected(clauses, { kind: 'split', id: 'c3', at: 0, number: '', newId: 'new' });
    expect(after.at(-1)).toMatchObject({ path: '3', number: '', heading: '县里出资', kind: 'han' });
  });

  it('takes the number given', () => {
    const after = corrected(clauses, {
      kind: 'split',
      id: 'c3',
      at: 0,
      number: '（一）',
      newId: 'new',
    });
    expect(shape(after).at(-1)).toBe('new 2.1 2 2');
  });

  it.each([
    ['before the first character of a clause without a heading', 0],
    ['behind the last character', 99],
  ])('is refused %s', (_, at) => {
    const bare = kept(
      '1.逐户登记并且张榜公布，接受群众的监督，有异议的重新核实，核实以后再次公布。',
    );
    expect(correctCut(bare, { kind: 'split', id: 'c0', at, number: '', newId: 'new' })).toEqual({
      ok: false,
      problem: { code: 'splitOutsideText' },
    });
  });

  it('of a preamble asks for a number', () => {
    const withPreamble = kept('为做好工作，制定本方案。请各村照办。', '一、甲。', '二、乙。');
    const split = { kind: 'split', id: 'c0', at: 12, newId: 'new' } as const;
    expect(correctCut(withPreamble, { ...split, number: '' }).ok).toBe(false);
    expect(correctCut(withPreamble, { ...split, number: '〇' }).ok).toBe(false);
    expect(correctCut(withPreamble, { ...split, number: '第一条' }).ok).toBe(true);
  });
});

describe('renumbering', () => {
  it('moves a clause to where its new number belongs', () => {
    const after = corrected(clauses, { kind: 'renumber', id: 'c3', number: '（三）' });
    expect(shape(after)).toEqual(['c0 1 - 1', 'c1 1.1 1 2', 'c2 1.2 1 2', 'c3 1.3 1 2']);
  });

  it('reads dotted numbers', () => {
    const dotted = kept('1. 总则', '1.1 范围', '2. 分则');
    expect(shape(corrected(dotted, { kind: 'renumber', id: 'c2', number: '1.1.1' }))[2]).toBe(
      'c2 1.1.1 1.1 3',
    );
  });

  it.each(['', 'abc', '通水', '（）', '一、二、'])(
    'is refused for what is no number: %s',
    (number) => {
      expect(correctCut(clauses, { kind: 'renumber', id: 'c1', number })).toEqual({
        ok: false,
        problem: { code: 'numberNotUnderstood', number },
      });
    },
  );
});

it('says of a clause that is not there that it is not there', () => {
  expect(correctCut(clauses, { kind: 'join', id: 'gone' })).toEqual({
    ok: false,
    problem: { code: 'clauseNotFound' },
  });
});
