import { posix } from 'node:path';
import type { SealedFile } from './sealed-file.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetReader, sharedStringsReader, type XmlPieces, xmlPieces } from './sheet-xml.ts';
import type { RowBatch, Table, TableFile } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { type GatedZip, openGated } from './zip-gate.ts';

type Sheet = { readonly name: string; readonly hidden: boolean; readonly path: string };
type Workbook = {
  readonly sheets: readonly Sheet[];
  readonly stringsPath: string | undefined;
  readonly date1904: boolean;
};

/**
 * Opens a workbook (ECMA-376 SpreadsheetML). Sheets are read row by row and never held as a whole;
 * only the table of shared texts is, because cells name its entries in any order.
 */
export async function openXlsx(file: SealedFile): Promise<TableFile> {
  const zip = await openGated(file);
  try {
    const workbook = await readWorkbook(zip);
    let strings: Promise<SharedStrings | undefined> | undefined;
    const shared = async (): Promise<SharedStrings | undefined> =>
      await (strings ??= readSharedStrings(zip, workbook.stringsPath));
    const tables = workbook.sheets.map((sheet): Table => {
      const rows: Table['rows'] = (progress) => readRows(zip, { sheet, shared }, progress);
      return {
        sheetName: sheet.name,
        hidden: sheet.hidden,
        date1904: workbook.date1904,
        rows,
        batches: rows,
      };
    });
    return {
      tables,
      close: async () => {
        zip.close();
        await file.close();
      },
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Feeds an entry through a reader; stops with `damaged` if it does not inflate or is no XML. */
async function* inflate(zip: GatedZip, path: string, into: XmlPieces): AsyncGenerator<number> {
  const text = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of await zip.open(path)) {
      const piece = chunk as Buffer;
      into.write(text.decode(piece, { stream: true }));
      bytes += piece.length;
      yield bytes;
    }
    into.write(text.decode());
    into.end();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged');
  }
}

async function readWhole(zip: GatedZip, path: string, into: XmlPieces): Promise<void> {
  // Parts that only say what is where are small; a large one is no such part.
  if (zip.bytesOf(path) > 16 * 1024 ** 2) throw new UnreadableFile('damaged');
  for await (const _ of inflate(zip, path, into));
}

async function* readRows(
  zip: GatedZip,
  from: { sheet: Sheet; shared: () => Promise<SharedStrings | undefined> },
  progress: ((share: number) => void) | undefined,
): AsyncGenerator<RowBatch> {
  const reader = new SheetReader(await from.shared());
  const total = Math.max(1, zip.bytesOf(from.sheet.path));
  for await (const bytes of inflate(zip, from.sheet.path, reader.xml)) {
    const batch = reader.take();
    progress?.(bytes / total);
    if (batch.rows.length > 0) yield batch;
  }
  const last = reader.take();
  if (last.rows.length > 0) yield last;
}

async function readSharedStrings(
  zip: GatedZip,
  path: string | undefined,
): Promise<SharedStrings | undefined> {
  if (path === undefined || !zip.has(path)) return undefined;
  const reader = sharedStringsReader();
  for await (const _ of inflate(zip, path, reader.xml));
  return reader.strings;
}

async function readWorkbook(zip: GatedZip): Promise<Workbook> {
  const path = await findWorkbook(zip);
  const relations = await readRelations(zip, path);
  const sheets: Sheet[] = [];
  let date1904 = false;
  const xml = xmlPieces({
    open: (name, { attributes }) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation =
        Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1] ??
        '';
      const target = relations.find(({ id }) => id === relation);
      if (target === undefined || !target.type.endsWith('/worksheet') || !zip.has(target.path))
        return;
      const state = attributes['state'] ?? 'visible';
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: state !== 'visible',
        path: target.path,
      });
    },
  });
  await readWhole(zip, path, xml);
  if (sheets.length === 0) throw new UnreadableFile('noSheet');
  return {
    sheets,
    date1904,
    stringsPath: relations.find(({ type }) => type.endsWith('/sharedStrings'))?.path,
  };
}

async function findWorkbook(zip: GatedZip): Promise<string> {
  if (zip.has('_rels/.rels')) {
    const roots = await readRelations(zip, '');
    const main = roots.find(({ type }) => type.endsWith('/officeDocument'))?.path;
    if (
      main !== undefined &&
      zip.has(main) &&
      !main.startsWith('word/') &&
      !main.startsWith('ppt/')
    ) {
      if (main.endsWith('.bin')) throw new UnreadableFile('otherOfficeFile');
      return main;
    }
  }
  const office = ['word/document.xml', 'ppt/presentation.xml', 'content.xml', 'mimetype'];
  throw new UnreadableFile(office.some((name) => zip.has(name)) ? 'otherOfficeFile' : 'notATable');
}

type Relation = { readonly id: string; readonly type: string; readonly path: string };

/** The relations of a part: which other part is meant by which id. The package itself is the part ''. */
async function readRelations(zip: GatedZip, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const path =
    part === '' ? '_rels/.rels' : posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(path)) return [];
  const relations: Relation[] = [];
  const xml = xmlPieces({
    open: (name, { attributes }) => {
      if (name !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        path: resolved,
      });
    },
  });
  await readWhole(zip, path, xml);
  return relations;
}
