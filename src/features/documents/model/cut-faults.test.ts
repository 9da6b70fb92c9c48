import { describe, expect, it } from 'vitest';
import { cutText } from './cut.ts';
import { clause, cut, notesOf, only, paths, title } from './testing/cut-lines.ts';

describe('broken numbering', () => {
  it('counts by order where the characters of numbers were lost', () => {
    const document = only(
      title,
      '一、措施',
      '()修路。硬化村道。',
      '()通水。接通管网。',
      '二、保障',
      '()资金。县里安排。',
    );
    expect(paths(document)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(clause(document, '1.2')).toMatchObject({ number: '()', value: 2, confidence: 'likely' });
    expect(notesOf(document, '1.2')).toEqual(['numberLost']);
  });

  it('finds a paragraph that lost its whole number between two that have theirs', () => {
    const document = only(
      title,
      '一、措施',
      '（一）修路。硬化村道。',
      '通水工程。接通全村管网。',
      '（三）通电。改造线路。',
    );
    expect(paths(document)).toEqual(['1', '1.1', '1.2', '1.3']);
    expect(clause(document, '1.2')).toMatchObject({
      number: '',
      heading: '通水工程',
      confidence: 'guessed',
    });
    expect(notesOf(document, '1.2')).toEqual(['numberMissing']);
  });

  it('says where a number is skipped, and keeps the printed one', () => {
    const document = only(title, '（一）修路。硬化村道。', '（三）通电。改造线路。');
    expect(paths(document)).toEqual(['1', '3']);
    expect(clause(document, '3')?.notes).toEqual([
      { code: 'numberSkipped', details: { expected: 2, found: 3 } },
    ]);
  });

  it('tells a repeated number apart by a letter', () => {
    const document = only(title, '1.修路。', '2.通水。', '2.通电。', '3.通网。');
    expect(paths(document)).toEqual(['1', '2', '2b', '3']);
    expect(clause(document, '2b')).toMatchObject({ value: 2, confidence: 'guessed' });
  });

  it.each([
    ['a bracket is missing', '（一修路。', '（二 通水。', 1],
    ['the closing bracket alone is there', '一）修路。', '二）通水。', 2],
    ['the mark is missing', '一 总体目标', '二 主要措施', 2],
    ['the dot is missing', '1 总体目标', '2 主要措施', 2],
  ])('reads a number that is damaged where it is expected: %s', (_, one, two, count) => {
    const found = cutText([title, '一、概述。', one, two].join('\n'));
    const numbered = found.ok
      ? (found.value[0]?.clauses.filter(({ notes }) =>
          notes.some(({ code }) => code === 'numberBroken'),
        ) ?? [])
      : [];
    expect(numbered.length).toBeGreaterThanOrEqual(count - 1);
  });

  it('puts a sentence together that was broken in two, and says so', () => {
    const start =
      '（一）资金管理。县财政每年安排专项资金，用于村道硬化、饮水安全、危房改造和产业发展等项目，由各乡镇按照规定使用，并接受村';
    const document = only(title, start, '', '民代表和社会各界的监督。', '（二）公示。张榜公布。');
    expect(clause(document, '1')?.text).toMatch(/接受村民代表和社会各界的监督。$/);
    expect(notesOf(document, '1')).toEqual(['lineJoined']);
    expect(clause(document, '1')).toMatchObject({ firstLine: 2, lastLine: 4 });
  });

  it('does not take a number in the middle of a broken sentence for a clause', () => {
    const start =
      '一、资金管理。县财政每年安排专项资金，用于村道硬化、饮水安全、危房改造和产业发展等项目，具体办法见附表第';
    const document = only(title, start, '7、8两栏。', '二、公示。张榜公布。');
    expect(paths(document)).toEqual(['1', '2']);
    expect(notesOf(document, '1')).toContain('numberInText');
  });

  it('reads text whose lines were broken at one width, as in a PDF', () => {
    const body =
      '各村要把帮扶对象的基本情况逐户登记清楚并在村务公开栏公示七天接受群众监督有异议的重新核实';
    const wrapped = (text: string): string[] => text.match(/.{1,24}/gu) ?? [];
    const document = only(
      title,
      '一、登记',
      ...wrapped(`（一）逐户登记。${body}。`),
      ...wrapped(`（二）张榜公示。${body}，${body}。`),
      '— 1 —',
      '二、核实',
      ...wrapped(`（一）重新核实。${body}，${body}，${body}。`),
    );
    expect(paths(document)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(clause(document, '1.2')?.text).toBe(`${body}，${body}。`);
    expect(document.leftOut.map(({ reason }) => reason)).toEqual(['pageNumber']);
  });
});

describe('what stands around a document', () => {
  it('is left out, with its reason and its line', () => {
    const document = only(
      '当前位置: 首页 > 政策 > 县级',
      '发布时间：2016-04-01 来源：柳溪网 浏览次数：7',
      title,
      '为做好工作，制定本方案。',
      '一、措施',
      '（一）修路。硬化村道。',
      '分享到',
      '（二）通水。接通管网。',
      '相关阅读',
      '柳溪新闻三则',
      '版权所有 柳溪网',
      '地址：柳溪县城关镇 邮编：000000',
    );
    expect(paths(document)).toEqual(['preamble', '1', '1.1', '1.2']);
    expect(document.title).toBe(title);
    expect(document.publishedOn).toBe('2016-04-01');
    expect(document.leftOut.map(({ line }) => line)).toEqual([1, 2, 7, 9, 10, 11, 12]);
  });

  it('is no reason to drop a clause that speaks of it', () => {
    expect(paths(only(title, '一、开通微信公众号', '二、公布地址：县政府网站'))).toEqual([
      '1',
      '2',
    ]);
  });

  it('may be a table of contents', () => {
    const document = only(
      title,
      '目录',
      '一、目标……………1',
      '二、措施……………3',
      '一、目标',
      '二、措施',
    );
    expect(paths(document)).toEqual(['1', '2']);
  });

  it('may leave no title at all', () => {
    const document = only(
      '根据上级部署，结合我县实际，制定本实施意见。',
      '一、目标。',
      '二、措施。',
    );
    expect(document.title).toBeNull();
    expect(document.notes).toEqual([{ code: 'titleMissing' }]);
  });

  it('may make the title a guess', () => {
    const document = only(
      '柳溪县全面推进帮扶工作',
      '近日，县里作出决定如下，请遵照执行。',
      '一是登记。',
      '二是核实。',
    );
    expect(document.title).toBe('柳溪县全面推进帮扶工作');
    expect(document.notes).toEqual([{ code: 'titleGuessed' }]);
  });

  it('may be a notice that the document came with', () => {
    const document = only(
      '柳溪县人民政府办公室关于印发方案的通知',
      '柳政办发[2016]3号',
      '各乡镇人民政府：',
      '现将方案印发给你们，请认真贯彻执行。',
      '二〇一六年三月九日',
      title,
      '一、目标。',
      '二、措施。',
    );
    expect(document).toMatchObject({
      title,
      number: '柳政办发〔2016〕3号',
      issuedOn: '2016-03-09',
    });
    expect(paths(document)).toEqual(['1', '2']);
  });
});

describe('several documents in one file', () => {
  it('are parted at their titles', () => {
    const documents = cut(
      title,
      '一、甲。',
      '二、乙。',
      '全县上下要努力。',
      '柳溪县教育资助办法',
      '为做好资助，制定本办法。',
      '一、丙。',
      '二、丁。',
    );
    expect(documents.map((document) => document.title)).toEqual([title, '柳溪县教育资助办法']);
    expect(documents.map(paths)).toEqual([
      ['1', '2', 'closing'],
      ['preamble', '1', '2'],
    ]);
  });

  it('are parted at a first sentence if there is no title, as a guess', () => {
    const documents = cut(
      title,
      '一、甲。',
      '二、乙。',
      '为做好教育资助，制定本办法。',
      '一、丙。',
      '二、丁。',
    );
    expect(documents.map(({ notes }) => notes.map(({ code }) => code))).toEqual([
      [],
      ['borderGuessed', 'titleMissing'],
    ]);
  });

  it('are one document if only the numbers begin anew', () => {
    const document = only(title, '一、甲。', '二、乙。', '一、丙。', '二、丁。');
    expect(paths(document)).toEqual(['1', '2', '1b', '2b']);
    expect(clause(document, '1b')?.confidence).toBe('guessed');
  });

  it('are one document if the second is its attachment', () => {
    const document = only(
      title,
      '一、甲。',
      '二、乙。',
      '附件：1.分工表',
      '2.进度表',
      '2016年3月9日',
      '附件1',
      '村级分工方案',
      '一、丙。',
      '二、丁。',
    );
    expect(paths(document)).toEqual(['1', '2', 'annex1.preamble', 'annex1.1', 'annex1.2']);
    expect(document.leftOut.map(({ reason }) => reason)).toContain('attachments');
    expect(document.issuedOn).toBe('2016-03-09');
  });
});
