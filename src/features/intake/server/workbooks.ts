import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import {
  type CodeListId,
  codesOf,
  fields,
  nationalName,
  placeHeaders,
} from '../../households/model/index.ts';
import { type Cell, cellAddress, columnName, plainOf } from '../model/cell.ts';
import { fieldOfTarget, type SourceKind, subjectsOf, type Target } from '../model/mapping.ts';
import { type ReasonDetails, reasonKey } from '../model/reasons.ts';
import type { FindingRow } from './finding-store.ts';

// A cell of this kind is text to every spreadsheet program: nothing in it is ever run as a formula,
// and long numbers keep their digits.
const TEXT = '@';
const MARKED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFD6D6' } };
const HEADER: Partial<ExcelJS.Font> = { bold: true };
const REASON_WIDTH = 60;
const COLUMN_WIDTH = 16;

type Written = {
  readonly workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly end: () => Promise<Buffer>;
};

function openWorkbook(): Written {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  return {
    workbook,
    end: async () => {
      await workbook.commit();
      return Buffer.concat(chunks);
    },
  };
}

export type RefusedSheet = {
  readonly name: string;
  readonly headers: readonly string[];
  /** Refused rows in the order of the file, each with why. */
  readonly rows: AsyncIterable<{
    readonly cells: readonly Cell[];
    readonly findings: readonly FindingRow[];
  }>;
};

/** The refused rows in their own columns, the bad cells marked, with a last column that says why. */
export async function refusedWorkbook(
  sheets: AsyncIterable<RefusedSheet>,
  language: Language,
): Promise<Buffer> {
  const { workbook, end } = openWorkbook();
  const names = new Set<string>();
  let empty = true;
  for await (const { name, headers, rows } of sheets) {
    empty = false;
    const sheet = workbook.addWorksheet(sheetName(name, names), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = [...headers.map(() => ({ width: COLUMN_WIDTH })), { width: REASON_WIDTH }];
    const header = sheet.addRow([...headers, text(language, 'intake:refused.column')]);
    header.font = HEADER;
    header.commit();
    for await (const { cells, findings } of rows) {
      const reasons = findings.map((finding) => sentence(finding, headers, language)).join('\n');
      const values = headers.map((_, index) => plainOf(cells[index]));
      const row = sheet.addRow([...values, reasons]);
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.numFmt = TEXT;
      });
      for (const { column_index: column } of findings) {
        if (column !== null && column < headers.length) row.getCell(column + 1).fill = MARKED;
      }
      row.commit();
    }
    sheet.commit();
  }
  if (empty) workbook.addWorksheet(text(language, 'intake:refused.column')).commit();
  return await end();
}

/** Why, with the cell as people find it in the file that they sent. */
function sentence(finding: FindingRow, headers: readonly string[], language: Language): string {
  const { column_index: column, row_number: row, code, details } = finding;
  const said = text(language, reasonKey(code, details), wordsOf(details, language));
  if (column === null) return `${row}: ${said}`;
  return `${cellAddress(column, row)} ${headers[column] ?? ''}: ${said}`;
}

const MOST_NAMES = 15;

/** Details in words: the names of a code list, the label of a field. */
function wordsOf(details: ReasonDetails | null, language: Language): Record<string, unknown> {
  if (details === null) return {};
  const { list, field } = details;
  return {
    ...details,
    ...(typeof list === 'string'
      ? {
          allowed: namesOf(list as CodeListId)
            .slice(0, MOST_NAMES)
            .join('、'),
        }
      : {}),
    ...(typeof field === 'string' ? { field: text(language, `fields:${field}`) } : {}),
  };
}

/** Files are filled in with Chinese names, whatever the language of the screen. */
function namesOf(list: CodeListId): string[] {
  return codesOf(list).map(({ code }) => nationalName(list, code as never));
}

/** Names of sheets have at most 31 characters, some are forbidden, and no two may be equal. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:]/gu, ' ')
      .slice(0, 27)
      .trim() || '1';
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain} ${number}`;
  taken.add(name);
  return name;
}

const templatePlaces = ['province', 'prefecture', 'county', 'township', 'village'] as const;
// A list in a cell's validation may be this long; longer ones go without.
const LONGEST_LIST = 250;
const ROWS_VALIDATED = 1_000;

/** An empty table of a kind in the national layout: current headers, text columns, lists to choose from. */
export async function templateWorkbook(kind: SourceKind, language: Language): Promise<Buffer> {
  const { workbook, end } = openWorkbook();
  const columns = templateColumns(kind);
  const sheet = workbook.addWorksheet(text(language, `intake:kind.${kind}`), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ header }) => ({
    width: Math.max(COLUMN_WIDTH, header.length * 2),
    style: { numFmt: TEXT },
  }));
  const header = sheet.addRow(columns.map(({ header: name }) => name));
  header.font = HEADER;
  header.commit();
  for (const [index, { target }] of columns.entries()) {
    const field = fieldOfTarget(target);
    const names =
      field?.type === 'code' && field.list !== undefined ? namesOf(field.list).join(',') : '';
    if (names === '' || names.length > LONGEST_LIST) continue;
    const letters = columnName(index);
    rangesOf(sheet).add(`${letters}2:${letters}${ROWS_VALIDATED}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${names}"`],
    });
  }
  sheet.commit();
  return await end();
}

type Ranges = { add(range: string, validation: ExcelJS.DataValidation): void };

/**
 * Validations of whole ranges, which the library has and its types do not. Cell by cell, a thousand
 * rows of lists would take seconds, for the library then looks for the ranges in them.
 */
function rangesOf(sheet: ExcelJS.Worksheet): Ranges {
  return (sheet as unknown as { dataValidations: Ranges }).dataValidations;
}

function templateColumns(kind: SourceKind): { header: string; target: Target }[] {
  const [subject] = subjectsOf[kind];
  if (subject === undefined) throw new Error(`No records of kind ${kind}`);
  const number = fields.household.find(({ key }) => key === 'number');
  const places = kind === 'households' ? templatePlaces : [];
  return [
    ...places.map((key) => ({ header: placeHeaders[key][0], target: `place.${key}` as Target })),
    { header: number?.headers[0] ?? '', target: 'household.number' },
    ...fields[subject]
      .filter(({ key }) => !(subject === 'household' && key === 'number'))
      .map((field) => ({ header: field.headers[0], target: `${subject}.${field.key}` as Target })),
  ];
}
