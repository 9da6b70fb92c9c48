import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from '../../../platform/server/http/problem-catalogue.ts';
import { zipOf } from '../../intake/server/testing/zip-of.ts';
import { readApart } from './read-apart.ts';
import { readDocuments } from './read-documents.ts';
import { docxParts, paragraph } from './testing/docx-of.ts';
import { pdfOf } from './testing/pdf-of.ts';
import { UnreadableDocument, unreadableCodes } from './unreadable-document.ts';

const docxOf = (...order: Parameters<typeof docxParts>): Buffer => zipOf(docxParts(...order));

const lines = [
  '柳溪县帮扶工作方案',
  '一、目标',
  '（一）近期。办甲事。',
  '（二）远期。办乙事。',
  '二、措施',
];
const plain = lines.join('\n');

async function pathsOf(bytes: Buffer): Promise<string[]> {
  const { documents } = await readDocuments(bytes);
  return documents.flatMap(({ clauses }) => clauses.map(({ path }) => path));
}

async function refusalOf(bytes: Buffer): Promise<string> {
  return await readDocuments(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableDocument ? error.code : String(error)),
  );
}

function utf16(mark: string): Buffer {
  return Buffer.from(mark + plain, 'utf16le');
}

/** 一、目标 and 二、措施 on two lines, in GBK. */
const gbk = Buffer.from('d2bba1a2c4bfb1ea0ab6fea1a2b4ebcaa90a', 'hex');

describe('the same clauses come from', () => {
  it.each([
    ['UTF-8', Buffer.from(plain)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${plain}`)],
    ['UTF-16 with a mark', utf16('\ufeff')],
    ['UTF-16 without a mark', utf16('')],
    ['UTF-16, the other way round', utf16('\ufeff').swap16()],
    ['lines of another system', Buffer.from(lines.join('\r\n'))],
    ['a .docx', docxOf(lines.map((line) => paragraph(line)).join(''))],
  ])('%s', async (_, bytes) => {
    expect(await pathsOf(bytes)).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('a PDF, without its page numbers', async () => {
    const pages = [lines.slice(0, 3), lines.slice(3)].map((page, index) => [
      ...page,
      `— ${index + 1} —`,
    ]);
    expect(await pathsOf(await pdfOf(pages))).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('GBK', async () => {
    expect(await readDocuments(gbk)).toMatchObject({ format: 'txt', encoding: 'gb18030' });
    expect(await pathsOf(gbk)).toEqual(['1', '2']);
  });
});

describe('what is no document is refused with a name', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'documentFileEmpty'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'documentOldWord'],
    ['a rich text file', Buffer.from('{\\rtf1\\ansi x}'), 'documentOldWord'],
    [
      'a file with a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'documentEncrypted',
    ],
    [
      'a web page',
      Buffer.from('<!DOCTYPE html><html><body>一、目标</body></html>'),
      'documentWebPage',
    ],
    ['a picture', Buffer.from('\u0089PNG\r\n', 'latin1'), 'documentOtherKind'],
    ['bytes of any kind', Buffer.from([1, 0, 2, 0, 0, 3, 0, 0, 0]), 'documentOtherKind'],
    [
      'bytes in no encoding',
      Buffer.concat([Buffer.from(plain), Buffer.from([0xff, 0xff, 0xff])]),
      'documentEncodingUnknown',
    ],
    ['prose', Buffer.from('今天走访了三户。\n一切顺利。'), 'documentWithoutClauses'],
    ['a PDF that breaks off', Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'documentDamaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('a PDF of pictures', async () => {
    expect(await refusalOf(await pdfOf([[], []]))).toBe('documentScanned');
  });

  it('and each name has a sentence with the cure in both languages', () => {
    for (const code of unreadableCodes) {
      for (const language of ['zh-CN', 'en'] as const)
        expect(text(language, `documents:problem.${code}`).length).toBeGreaterThan(12);
    }
  });
});

describe('in a thread of its own', () => {
  it('a file is read as well', async () => {
    const { documents } = await readApart({ bytes: Buffer.from(plain), packs: [] });
    expect(documents[0]?.clauses).toHaveLength(4);
  });

  it('a refusal keeps its name', async () => {
    await expect(readApart({ bytes: Buffer.from('走访'), packs: [] })).rejects.toMatchObject({
      code: 'documentWithoutClauses',
    });
  });

  it('many at once take turns', async () => {
    const read = await Promise.all(
      Array.from(
        { length: 5 },
        async () => await readApart({ bytes: Buffer.from(plain), packs: [] }),
      ),
    );
    expect(read.map(({ documents }) => documents.length)).toEqual([1, 1, 1, 1, 1]);
  }, 30_000);
});

describe('bytes changed at random', () => {
  const docx = async (): Promise<Buffer> => docxOf(lines.map((line) => paragraph(line)).join(''));

  it.each([
    ['a .docx', docx, 200],
    ['a PDF', async () => await pdfOf([lines]), 40],
  ])(
    'of %s are read or refused with a name',
    async (_, make, numRuns) => {
      const bytes = await make();
      const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at] = value;
          expect(await refusalOf(damaged)).toMatch(/^(read|document[A-Z]\w+)$/);
        }),
        { numRuns },
      );
    },
    60_000,
  );
});
