import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Cell } from '../model/cell.ts';
import type { Mapping, SourceKind } from '../model/mapping.ts';
import {
  type Recognition,
  type RememberedTargets,
  ROWS_LOOKED_AT,
  recognise,
} from '../model/recognise.ts';
import { openTables } from './open-tables.ts';
import type { NoteValue, ProblemValue, SourceRow } from './run-store.ts';
import { type StoredFile, storeSealed } from './sealed-file.ts';
import { type Format, FormatSniffer, type TextEncoding } from './sniff.ts';
import type { Table } from './table-source.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** 2 GiB: what a spreadsheet program or a national export can still make. */
export const LARGEST_FILE_BYTES = 2 * 1024 ** 3;
const LONGEST_FILE_NAME = 255;

export type FileStore = { readonly dataFolder: string; readonly sealer: Sealer };
export type InspectedSource = Omit<SourceRow, 'run_id' | 'position' | 'region_code' | 'outcome'>;

/**
 * Keeps a file as it arrives, and says what tables are in it and how their columns are read. A file
 * that cannot be read becomes one table with the problem, so that the officer sees what to do.
 */
export async function receiveFile(
  store: FileStore,
  file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> },
  remembered: RememberedTargets,
): Promise<InspectedSource[]> {
  const sniffer = new FormatSniffer();
  const stored = await storeSealed(file.chunks, {
    ...store,
    most: LARGEST_FILE_BYTES,
    look: (chunk) => sniffer.look(chunk),
  });
  const fileName = file.name.toWellFormed().slice(-LONGEST_FILE_NAME) || '-';
  const base = baseOf(stored, fileName);
  try {
    const format = sniffer.format();
    return settled(await inspectTables(store, { stored, format, fileName, remembered }));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return [{ ...base, problem: problemOf(error) }];
  }
}

function baseOf(stored: StoredFile, fileName: string): InspectedSource {
  return {
    file_name: fileName,
    file_sha256: stored.sha256,
    file_bytes: stored.bytes,
    format: 'unknown',
    encoding: null,
    sheet_name: '',
    sheet_index: 0,
    hidden: false,
    left_out: false,
    mapping: null,
    notes: [],
    problem: null,
  };
}

export function problemOf(error: UnreadableFile): ProblemValue {
  return { code: error.code, details: error.details };
}

async function inspectTables(
  store: FileStore,
  file: { stored: StoredFile; format: Format; fileName: string; remembered: RememberedTargets },
): Promise<InspectedSource[]> {
  const { stored, format, fileName, remembered } = file;
  const opened = await openTables(stored, format, store);
  try {
    const sources: InspectedSource[] = [];
    for (const [index, table] of opened.tables.entries()) {
      const base = {
        ...baseOf(stored, fileName),
        format: format.format,
        encoding: format.format === 'csv' ? format.encoding : null,
        sheet_name: table.sheetName.slice(0, LONGEST_FILE_NAME),
        sheet_index: index,
        hidden: table.hidden,
      };
      if (table.hidden) {
        sources.push({ ...base, left_out: true, notes: [{ code: 'hiddenSheet' }] });
        continue;
      }
      const rows = await firstRows(table, ROWS_LOOKED_AT + 1);
      const recognition = recognise(rows, { fileName, remembered });
      sources.push({ ...base, ...recognised(recognition, rows) });
    }
    return sources;
  } finally {
    await opened.close();
  }
}

function recognised(
  recognition: Recognition | undefined,
  rows: readonly unknown[],
): { mapping: Mapping | null; notes: readonly NoteValue[]; problem: ProblemValue | null } {
  if (recognition !== undefined)
    return { mapping: recognition.mapping, notes: recognition.notes, problem: null };
  return {
    mapping: null,
    notes: [],
    problem: { code: rows.length === 0 ? 'empty' : 'headerNotFound' },
  };
}

/** Sheets of notes and pivots beside the tables are left out by themselves; nothing hangs on them. */
function settled(sources: readonly InspectedSource[]): InspectedSource[] {
  const hasTable = sources.some(({ mapping }) => mapping !== null);
  if (sources.every(({ hidden }) => hidden)) {
    return sources.map((source) => ({ ...source, left_out: false, problem: { code: 'noSheet' } }));
  }
  return sources.map((source) =>
    hasTable && source.mapping === null ? { ...source, left_out: true } : source,
  );
}

/** The first rows of a table, blank ones included, so that the index is the row's number less one. */
async function firstRows(table: Table, count: number): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of table.rows()) {
    for (const [index, row] of batch.rows.entries()) {
      const number = batch.numbers[index] ?? 0;
      if (number > count) return rows;
      while (rows.length < number - 1) rows.push([]);
      rows.push([...row]);
    }
    if (rows.length >= count) return rows;
  }
  return rows;
}

export type SourceFile = Pick<
  SourceRow,
  'file_name' | 'file_sha256' | 'file_bytes' | 'format' | 'encoding' | 'sheet_index'
>;

/** The first rows of a stored table. Throws an UnreadableFile. */
export async function readFirstRows(
  store: FileStore,
  source: SourceFile,
  count: number,
): Promise<Cell[][]> {
  const opened = await openTables(
    { sha256: source.file_sha256, bytes: source.file_bytes },
    formatOf(source),
    store,
  );
  try {
    const table = opened.tables[source.sheet_index];
    if (table === undefined) throw new UnreadableFile('damaged');
    return await firstRows(table, count);
  } finally {
    await opened.close();
  }
}

export function formatOf(source: Pick<SourceRow, 'format' | 'encoding'>): Format {
  switch (source.format) {
    case 'xlsx':
      return { format: 'xlsx' };
    case 'csv':
      return { format: 'csv', encoding: (source.encoding ?? 'utf-8') as TextEncoding };
    case 'unknown':
      throw new UnreadableFile('notATable');
  }
}

/** Recognises a stored table anew, for a kind that the officer chose. */
export async function recogniseAnew(
  store: FileStore,
  source: SourceFile,
  as: { readonly kind: SourceKind; readonly remembered: RememberedTargets },
): Promise<Recognition | undefined> {
  const rows = await readFirstRows(store, source, ROWS_LOOKED_AT + 1);
  return recognise(rows, { fileName: source.file_name, ...as });
}
