import { describe, expect, it } from 'vitest';
import { clause, notesOf, only, paths, title } from './testing/cut-lines.ts';

describe('a document in order', () => {
  const document = only(
    '柳溪县人民政府关于帮扶工作的',
    '实施意见',
    '柳政发〔2016〕12号',
    '各乡镇人民政府，县直各单位：',
    '为做好全县帮扶工作，提出如下意见。',
    '一、目标任务',
    '（一）总目标。到2019年完成任务。',
    '（二）分目标。各乡镇分年完成。',
    '1．第一年完成三成。',
    '2．第二年完成七成。',
    '二、工作措施',
    '（一）摸清底数。逐户走访。',
    '本意见自印发之日起施行。',
    '柳溪县人民政府',
    '2016年3月9日',
  );

  it('gives its clauses in order, each with its path', () => {
    expect(paths(document)).toEqual([
      'preamble',
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '1.2.2',
      '2',
      '2.1',
      'closing',
    ]);
    expect(document.clauses.map(({ level }) => level)).toEqual([1, 1, 2, 2, 3, 3, 1, 2, 1]);
    expect(clause(document, '1.2.1')).toMatchObject({
      parent: '1.2',
      number: '1．',
      kind: 'digit',
      value: 1,
    });
  });

  it('tells heading from text, and where it stands', () => {
    expect(clause(document, '1.1')).toMatchObject({
      number: '（一）',
      heading: '总目标',
      text: '到2019年完成任务。',
      firstLine: 7,
      lastLine: 7,
      confidence: 'certain',
      notes: [],
    });
    expect(clause(document, '1')).toMatchObject({ heading: '目标任务', text: '' });
  });

  it('reads title, issuer, number, addressees and day', () => {
    expect(document).toMatchObject({
      title: '柳溪县人民政府关于帮扶工作的实施意见',
      issuer: '柳溪县人民政府',
      number: '柳政发〔2016〕12号',
      issuedOn: '2016-03-09',
      notes: [],
    });
    expect(document.leftOut.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'addressees'],
      [14, 'signature'],
      [15, 'signature'],
    ]);
  });
});

describe('numbers of all shapes', () => {
  it.each([
    ['full-width digits and brackets', '（１）甲事。', '（２）乙事。'],
    ['half-width', '(1)甲事。', '(2)乙事。'],
    ['one bracket only', '1）甲事。', '2）乙事。'],
    ['characters with their bracket', '⑴甲事。', '⑵乙事。'],
    ['circles', '①甲事。', '②乙事。'],
    ['digit and mark', '1、甲事。', '2、2017年办乙事。'],
    ['digit and dot before a year', '1.2016年办甲事。', '2.2017年办乙事。'],
    ['full-width digit and dot', '１．甲事。', '２．乙事。'],
    ['dotted characters', '⒈甲事。', '⒉乙事。'],
    ['words in one character', '㈠甲事。', '㈡乙事。'],
    ['a mark after the bracket', '（一）、甲事。', '（二）、乙事。'],
    ['words and a dot', '一．甲事。', '二．乙事。'],
    ['space within', '( 一 ) 甲事。', '( 二 ) 乙事。'],
    ['items by word', '一是甲事。', '二是乙事。'],
    ['ordinals', '第一，甲事。', '第二，乙事。'],
    ['articles', '第一条　甲事。', '第二条　乙事。'],
    ['articles without a space', '第一条为了甲事。', '第二条各村办乙事。'],
  ])('%s', (_, one, two) => {
    const document = only(title, one, two);
    expect(paths(document)).toEqual(['1', '2']);
    expect(document.clauses.map(({ confidence }) => confidence)).toEqual(['certain', 'certain']);
  });

  it('reads numbers in words up to hundreds', () => {
    const words = ['十', '十一', '二十', '二十一', '九十九', '一百', '一百〇三', '一百一十'];
    const values = only(title, ...words.map((word) => `第${word}条 办事。`)).clauses.map(
      ({ value }) => value,
    );
    expect(values).toEqual([10, 11, 20, 21, 99, 100, 103, 110]);
  });

  it('hangs 1.1 and 1.1.1 below 1', () => {
    const document = only(
      title,
      '1. 总则',
      '1.1 范围',
      '1.1.1 人员',
      '1.2 依据',
      '2. 分则',
      '2.1 村级',
    );
    expect(paths(document)).toEqual(['1', '1.1', '1.1.1', '1.2', '2', '2.1']);
  });

  it('takes a decimal, a year and a reference at the beginning of a line for text', () => {
    const document = only(
      title,
      '一、投入资金。',
      '1.5万元用于修路。',
      '2016年完成。',
      '第三条规定的除外。',
      '三个村先行。',
    );
    expect(paths(document)).toEqual(['1']);
    expect(clause(document, '1')?.text.split('\n')).toHaveLength(4);
  });
});

describe('numbers that run through the document', () => {
  it('are the path by themselves, and headings above get a c', () => {
    const document = only(
      title,
      '一、目标',
      '（一）近期。办甲事。',
      '（二）远期。办乙事。',
      '二、措施',
      '（三）修路。办丙事。',
      '1.硬化。',
      '2.养护。',
      '（四）通水。办丁事。',
      '三、保障',
      '（五）资金。办戊事。',
    );
    expect(paths(document)).toEqual(['c1', '1', '2', 'c2', '3', '3.1', '3.2', '4', 'c3', '5']);
    expect(clause(document, '3')?.parent).toBe('c2');
  });

  it('may be those of a deeper kind', () => {
    const document = only(
      title,
      '一、目标',
      '1.办甲事。',
      '二、措施',
      '（一）基础',
      '2.办乙事。',
      '3.办丙事。',
      '（二）产业',
      '4.办丁事。',
    );
    expect(paths(document)).toEqual(['c1', '1', 'c2', 'c2.1', '2', '3', 'c2.2', '4']);
  });

  it('are those of articles under chapters', () => {
    const document = only(
      '柳溪县帮扶资金管理办法',
      '第一章 总则',
      '第一条 为管好资金，制定本办法。',
      '第二条 本办法适用于全县。',
      '第二章 管理',
      '第三条 各村负责下列事项：',
      '（一）登记；',
      '（二）公示。',
    );
    expect(paths(document)).toEqual(['c1', '1', '2', 'c2', '3', '3.1', '3.2']);
  });
});

describe('items within sentences', () => {
  it('are cut where they form a row', () => {
    const document = only(title, '一、措施。主要有：（1）修路；（2）通水；（3）通电。');
    expect(paths(document)).toEqual(['1', '1.1', '1.2', '1.3']);
    expect(clause(document, '1')).toMatchObject({ heading: '措施', text: '主要有：' });
    expect(clause(document, '1.2')).toMatchObject({
      inline: true,
      number: '（2）',
      heading: '',
      text: '通水；',
    });
  });

  it('are marked where words number them, for their end is not sure', () => {
    const document = only(title, '一、平台。主要功能：一是汇集。收信息。二是对接。配资源。');
    expect(paths(document)).toEqual(['1', '1.1', '1.2']);
    expect(notesOf(document, '1.2')).toEqual(['itemsWithin']);
  });

  it('are not made of one mention alone', () => {
    expect(paths(only(title, '一、措施。见前款（2）项，一是一二是二。'))).toEqual(['1']);
  });
});
