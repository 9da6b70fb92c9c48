import { describe, expect, it } from 'vitest';
import { zipOf } from '../../intake/server/testing/zip-of.ts';
import { readDocx } from './docx-text.ts';
import { docxParts, listOf, paragraph } from './testing/docx-of.ts';
import { UnreadableDocument } from './unreadable-document.ts';

const docxOf = (...order: Parameters<typeof docxParts>): Buffer => zipOf(docxParts(...order));

const lines = async (docx: Buffer): Promise<string[]> => (await readDocx(docx)).split('\n');

async function refusalOf(docx: Buffer): Promise<string> {
  return await readDocx(docx).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableDocument ? error.code : String(error)),
  );
}

describe('the text of a .docx', () => {
  it('is a line for each paragraph, also of tables', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
    expect(await lines(docxOf(`${paragraph('一、目标')}${table}${paragraph('二、措施')}`))).toEqual(
      ['一、目标', '甲', '乙', '二、措施'],
    );
  });

  it('leaves out what is not printed: deleted text, fields, the fallback of a drawing', async () => {
    const body = `<w:p><w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>
      <w:r><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>图</w:t></w:r></mc:Choice>
      <mc:Fallback><w:r><w:t>图</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`;
    expect(await lines(docxOf(body))).toEqual(['新图']);
  });

  it('keeps tabs and breaks', async () => {
    expect(
      await lines(
        docxOf('<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>'),
      ),
    ).toEqual(['甲 乙', '丙']);
  });
});

describe('automatic numbers', () => {
  const numbering = listOf([
    { format: 'chineseCountingThousand', text: '%1、' },
    { format: 'chineseCounting', text: '（%2）' },
    { format: 'decimal', text: '%3.' },
    { format: 'decimalEnclosedCircleChinese', text: '%4' },
  ]);

  it('are put before the paragraphs of a list, level by level', async () => {
    const body = [
      paragraph('目标', { list: '1', level: 0 }),
      paragraph('近期', { list: '1', level: 1 }),
      paragraph('远期', { list: '1', level: 1 }),
      paragraph('修路', { list: '1', level: 2 }),
      paragraph('村道', { list: '1', level: 3 }),
      paragraph('正文'),
      paragraph('措施', { list: '1', level: 0 }),
      paragraph('通水', { list: '1', level: 1 }),
    ].join('');
    expect(await lines(docxOf(body, { numbering }))).toEqual([
      '一、 目标',
      '（一） 近期',
      '（二） 远期',
      '1. 修路',
      '① 村道',
      '正文',
      '二、 措施',
      '（一） 通水',
    ]);
  });

  it('come from the style of a paragraph, also through the style it is based on', async () => {
    const styles = `<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="Deep"><w:basedOn w:val="Base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const body =
      paragraph('甲', { style: 'Base' }) +
      paragraph('乙', { style: 'Deep' }) +
      paragraph('丙', { style: 'Base', list: '0' });
    expect(await lines(docxOf(body, { numbering, styles }))).toEqual([
      '一、 甲',
      '（一） 乙',
      '丙',
    ]);
  });

  it('go on or begin anew as the list says', async () => {
    const two = listOf(
      [{ format: 'decimal', text: '%1.' }],
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
    );
    const body = ['1', '1', '2', '2', '3']
      .map((list) => paragraph('甲', { list, level: 0 }))
      .join('');
    expect(await lines(docxOf(body, { numbering: two }))).toEqual([
      '1. 甲',
      '2. 甲',
      '1. 甲',
      '2. 甲',
      '3. 甲',
    ]);
  });

  it.each([
    [
      'chineseCounting',
      [1, 10, 11, 20, 21, 99, 100, 103, 110],
      ['一', '十', '十一', '二十', '二十一', '九十九', '一百', '一百零三', '一百一十'],
    ],
    ['decimalFullWidth', [1], ['1']],
    ['upperRoman', [4, 9, 14], ['IV', 'IX', 'XIV']],
    ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
    ['ideographTraditional', [1, 10], ['甲', '癸']],
    ['chineseLegalSimplified', [1, 10, 21], ['壹', '壹拾', '贰拾壹']],
    ['decimalEnclosedParen', [3], ['⑶']],
  ])('are written as the program does: %s', async (format, values, expected) => {
    const { formatNumber } = await import('./number-formats.ts');
    expect(values.map((value) => formatNumber(value, format))).toEqual(expected);
  });

  it('of bullets are none', async () => {
    const bullets = listOf([{ format: 'bullet', text: '•' }]);
    expect(
      await lines(docxOf(paragraph('甲', { list: '1', level: 0 }), { numbering: bullets })),
    ).toEqual(['甲']);
  });
});

describe('a hostile .docx', () => {
  it('that is another office file says so', async () => {
    expect(await refusalOf(zipOf([['xl/workbook.xml', '<workbook/>']]))).toBe(
      'documentOtherOffice',
    );
    expect(await refusalOf(zipOf([['notes.txt', 'x']]))).toBe('documentOtherKind');
  });

  it('with entities or broken XML is refused', async () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document><w:body>&a;</w:body></w:document>';
    expect(await refusalOf(zipOf([['word/document.xml', bomb]]))).toBe('documentDamaged');
    expect(await refusalOf(zipOf([['word/document.xml', '<w:document><w:p>']]))).toBe(
      'documentDamaged',
    );
    expect(await refusalOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]))).toBe(
      'documentDamaged',
    );
  });

  it('that inflates a hundredfold and more is refused by its directory', async () => {
    const text = `<w:document>${' '.repeat(5_000_000)}</w:document>`;
    expect(await refusalOf(zipOf([['word/document.xml', text]]))).toBe('documentInflates');
  });

  it('of many parts is refused', async () => {
    const parts = Array.from({ length: 2_001 }, (_, index): [string, string] => [`p${index}`, '']);
    expect(await refusalOf(zipOf(parts))).toBe('documentInflates');
  });

  it('whose styles are based on one another in a circle is read', async () => {
    const styles =
      '<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>';
    expect(await lines(docxOf(paragraph('甲', { style: 'A' }), { styles }))).toEqual(['甲']);
  });
});
