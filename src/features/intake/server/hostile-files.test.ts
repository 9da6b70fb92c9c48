import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSealer } from '../../../platform/server/testing/people.ts';
import { formatOf, type InspectedSource, readFirstRows, receiveFile } from './inspect-file.ts';
import { openTables } from './open-tables.ts';
import { uploadFolder } from './sealed-file.ts';
import { crc32, zipOf } from './testing/zip-of.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { gate, passGate } from './zip-gate.ts';

let dataFolder = '';
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'mingbai-hostile-'));
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

async function receive(name: string, content: string | Uint8Array): Promise<InspectedSource[]> {
  const bytes = Buffer.from(content);
  const pieces = [bytes.subarray(0, 7), bytes.subarray(7)];
  return await receiveFile(
    { dataFolder, sealer: testSealer },
    { name, chunks: Readable.from(pieces) },
    new Map(),
  );
}

async function readThrough(source: InspectedSource): Promise<unknown[][]> {
  const stored = { sha256: source.file_sha256, bytes: source.file_bytes };
  const file = await openTables(stored, formatOf(source), { dataFolder, sealer: testSealer });
  const rows: unknown[][] = [];
  try {
    for await (const batch of file.tables[source.sheet_index]?.rows() ?? [])
      rows.push(...batch.rows.map((row) => [...row]));
  } finally {
    await file.close();
  }
  return rows;
}

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const table = '户编号,户主姓名,户类型,主要致贫原因\n9901010000001,李强,脱贫户,因病\n';

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

/** 户编号,户主姓名,户类型 and a row, as GBK has it. */
const gbk = Buffer.concat([
  Buffer.from('bba7b1e0bac52cbba7d6f7d0d5c3fb2cbba7c0e0d0cd0a', 'hex'),
  Buffer.from('393930312cc0eec7bf2ccdd1c6b6bba70a', 'hex'),
]);

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16', utf16(table), 'utf-16le'],
    ['GBK', gbk, 'gb18030'],
  ])('reads %s', async (_, content, encoding) => {
    const [source] = await receive('户.csv', content);
    expect(source).toMatchObject({ encoding, problem: null });
    expect(source?.mapping?.kind).toBe('households');
    expect(source?.mapping?.columns[1]?.target).toBe('household.headName');
  });

  it('stops at the row where the encoding turns, instead of guessing', async () => {
    const broken = Buffer.concat([Buffer.from(table), Buffer.from([0xff, 0xff, 0xff, 0x0a])]);
    const [source] = await receive('户.csv', broken);
    expect(source?.problem?.code).toMatch(/^encoding/);
  });
});

describe('what is no table', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'oldExcel'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    ['a web page named .xls', '<html><table><tr><td>户编号</td></tr></table></html>', 'webPage'],
    ['a PDF', '%PDF-1.7 ...', 'notATable'],
    ['bytes of any kind', Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 0]), 'notATable'],
    ['prose', '本村今年的工作总结如下\n一切顺利\n', 'headerNotFound'],
  ])('says of %s what it is', async (_, content, code) => {
    const [source] = await receive('户信息.xlsx', content);
    expect(source?.problem?.code).toBe(code);
  });

  it('keeps no half of an upload that broke off', async () => {
    async function* breakOff(): AsyncGenerator<Buffer> {
      yield Buffer.from(table);
      throw new Error('connection lost');
    }
    await expect(
      receiveFile(
        { dataFolder, sealer: testSealer },
        { name: '户.csv', chunks: breakOff() },
        new Map(),
      ),
    ).rejects.toThrow('connection lost');
    expect(
      readdirSync(uploadFolder(dataFolder)).filter((name) => name.startsWith('incoming-')),
    ).toEqual([]);
  });
});

describe('workbooks', () => {
  it('skips titles, joins a header of two rows, and leaves out hidden sheets', async () => {
    const content = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('收入');
      sheet.addRow(['2025年度农户收入']);
      sheet.addRow([]);
      sheet.addRow(['户编号', '家庭收入', '', '人均纯收入']);
      sheet.addRow(['', '工资性收入', '财产性收入', '']);
      sheet.addRow(['9901010000001', 12_000.5, 0, 6_000.25]);
      workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['户编号', '户主姓名', '户类型']);
    });
    const sources = await receive('收入.xlsx', content);
    expect(sources[0]?.mapping).toMatchObject({ kind: 'surveys', headerRow: 4, year: 2025 });
    expect(sources[0]?.mapping?.columns.map(({ target }) => target)).toEqual([
      'household.number',
      'survey.wageFen',
      'survey.propertyFen',
      'survey.incomePerHeadFen',
    ]);
    expect(sources[0]?.notes.map(({ code }) => code)).toEqual([
      'titleRowsSkipped',
      'headerOfTwoRows',
      'yearFromTitle',
    ]);
    expect(sources[1]).toMatchObject({
      hidden: true,
      left_out: true,
      notes: [{ code: 'hiddenSheet' }],
    });
  });

  it('takes neither of two columns of one name, and says so', async () => {
    const [source] = await receive(
      '户.csv',
      '户编号,户主姓名,户类型,户类型\n1,李强,脱贫户,监测户\n',
    );
    expect(source?.mapping?.columns.map(({ target }) => target)).toEqual([
      'household.number',
      'household.headName',
      null,
      null,
    ]);
    expect(source?.notes).toEqual([
      { code: 'duplicateColumns', header: '户类型', columns: [2, 3] },
    ]);
  });

  it('hands over formulas with their value, errors, dates as numbers, and long texts whole', async () => {
    const content = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('户');
      sheet.addRow(['户编号', '户主姓名', '家庭人口数']);
      sheet.addRow(['990101000000000001', { formula: 'A1', result: '李强' }, { error: '#REF!' }]);
      sheet.addRow([990101000000000000, '王福', new Date(Date.UTC(2020, 0, 1))]);
    });
    const [source] = await receive('户.xlsx', content);
    const rows = source === undefined ? [] : await readThrough(source);
    expect(rows[1]).toEqual([
      '990101000000000001',
      { value: '李强', formula: true },
      { value: null, error: '#REF!' },
    ]);
    expect(rows[2]).toEqual([990101000000000000, '王福', 43_831]);
  });

  it.each([1, 100, 1_000])(
    'says that a workbook cut off %i bytes before its end is damaged',
    async (missing) => {
      const content = await workbookOf((workbook) =>
        workbook.addWorksheet('户').addRow(['户编号', '户主姓名', '户类型']),
      );
      const [source] = await receive('户.xlsx', content.subarray(0, content.length - missing));
      expect(source?.problem).toMatchObject({ code: 'damaged' });
    },
  );

  it('says of a document that it is another office file', async () => {
    const relations = `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`;
    const [source] = await receive(
      '户.xlsx',
      zipOf([
        ['_rels/.rels', relations],
        ['word/document.xml', '<w/>'],
      ]),
    );
    expect(source?.problem?.code).toBe('otherOfficeFile');
  });

  it('follows no entity and no DOCTYPE', async () => {
    const content = workbookWithSheet(
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>',
    );
    const [source] = await receive('户.xlsx', content);
    expect(source?.problem?.code).toBe('damaged');
  });

  it('refuses rows that are too wide', async () => {
    const content = workbookWithSheet(
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
    );
    expect((await receive('户.xlsx', content))[0]?.problem?.code).toBe('tooWide');
    expect((await receive('户.csv', `${','.repeat(3_000)}\n`))[0]?.problem?.code).toBe('tooWide');
  });

  it('says in which row of a CSV a quotation mark stays open', async () => {
    const [source] = await receive(
      '户.csv',
      `${table}9901010000002,"王福,脱贫户,因病\n${'x,y\n'.repeat(400_000)}`,
    );
    if (source === undefined) throw new Error('nothing was received');
    const reading =
      source.problem === null
        ? readThrough(source).then(
            () => undefined,
            (error: unknown) => error,
          )
        : undefined;
    const problem = source.problem ?? (await reading);
    expect(problem).toMatchObject({ code: 'quoteOpen', details: { row: 3 } });
  });
});

describe('zip bombs', () => {
  it('refuses what would inflate a thousandfold, without inflating it', async () => {
    const bomb = workbookWithSheet(
      `<worksheet><sheetData>${' '.repeat(64 * 1024 * 1024)}</sheetData></worksheet>`,
    );
    expect(bomb.length).toBeLessThan(200_000);
    const [source] = await receive('户.xlsx', bomb);
    expect(source?.problem?.code).toBe('inflatesTooMuch');
  });

  it('stops a file whose directory lies about its size, at the first byte too many', async () => {
    const sheet = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(20_000)}</sheetData></worksheet>`;
    const content = workbookWithSheet(sheet, 1_000);
    const [source] = await receive('户.xlsx', content);
    expect(source?.problem?.code).toBe('damaged');
  });

  it('passes 100 000 rows of 35 columns, and draws its lines where it says', () => {
    const entry = (uncompressedSize: number, compressedSize: number) => ({
      uncompressedSize,
      compressedSize,
      generalPurposeBitFlag: 0,
    });
    expect(() => passGate([entry(124_000_000, 20_500_000)])).not.toThrow();
    expect(() => passGate([entry(700_000_000, 308_000)])).toThrow(UnreadableFile);
    expect(() => passGate([entry(gate.largeBytes, 1)])).not.toThrow();
    expect(() => passGate([entry(gate.ratio * 1_000_000, 1_000_000)])).not.toThrow();
    expect(() => passGate([entry(gate.ratio * 1_000_000 + 1, 1_000_000)])).toThrow(UnreadableFile);
    const half = gate.inflatedBytes / 2;
    expect(() => passGate([entry(half, half), entry(half, half)])).not.toThrow();
    expect(() => passGate([entry(half, half), entry(half + 1, half)])).toThrow(UnreadableFile);
    expect(() => passGate([{ ...entry(10, 10), generalPurposeBitFlag: 1 }])).toThrow('encrypted');
  });
});

it('reads the same bytes at any place of a stored file', async () => {
  const [source] = await receive(
    '户.csv',
    table + '9901010000002,王福,脱贫户,因病\n'.repeat(20_000),
  );
  if (source === undefined) throw new Error('nothing was received');
  const rows = await readFirstRows({ dataFolder, sealer: testSealer }, source, 3);
  expect(rows[2]).toEqual(['9901010000002', '王福', '脱贫户', '因病']);
  expect(await readThrough(source)).toHaveLength(20_002);
});

/** A workbook of one sheet with this XML; `statedSize` is what its directory claims. */
function workbookWithSheet(sheet: string, statedSize?: number): Buffer {
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="r1" Type="x/${type}" Target="${target}"/></Relationships>`;
  const content = Buffer.from(sheet);
  return zipOf([
    ['_rels/.rels', relation('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')],
    {
      name: 'xl/worksheets/sheet1.xml',
      packed: deflateRawSync(content, { level: 9 }),
      size: statedSize ?? content.length,
      crc: crc32(content),
    },
  ]);
}
