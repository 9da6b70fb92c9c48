import type { Context } from '../../../platform/server/http/endpoint.ts';
import { type Cell, textOf } from '../model/cell.ts';
import type { MappedTable, NamedProblem, TablesAnswer } from '../model/contract.ts';
import { fieldOfTarget, type Mapping } from '../model/mapping.ts';
import { rememberedKey } from '../model/recognise.ts';
import { readFirstRows } from './inspect-file.ts';
import { getRun } from './manage-run.ts';
import { findRemembered } from './remembered-store.ts';
import { findSources, type SourceRow } from './run-store.ts';
import { UnreadableFile } from './unreadable-file.ts';

const ROWS_SAMPLED = 20;
const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

/** How the columns of each table are read, with samples, so that the officer can judge the mapping. */
export async function viewTables(context: Context, id: string): Promise<TablesAnswer> {
  const run = await getRun(context, id);
  const sources = await findSources(context.tx, [id]);
  const remembered = await findRemembered(context.tx, run.region_code);
  const tables: MappedTable[] = [];
  for (const source of sources) {
    const { mapping } = source;
    const rows = mapping === null ? [] : await sampleRows(context, source, mapping);
    tables.push({
      position: source.position,
      fileName: source.file_name,
      sheetName: source.sheet_name,
      kind: mapping?.kind ?? null,
      headerRow: mapping?.headerRow ?? 0,
      year: mapping?.year ?? null,
      leftOut: source.left_out,
      notes: source.notes.map(({ code, ...details }) => ({
        code,
        details: details as NamedProblem['details'],
      })),
      columns: (mapping?.columns ?? []).map(({ header, target }, index) => ({
        header,
        target,
        samples: samplesOf(
          rows,
          index,
          target !== null && fieldOfTarget(target)?.sensitive !== undefined,
        ),
        remembered:
          mapping !== null &&
          remembered.get(rememberedKey(mapping.kind, header)) === target &&
          target !== null,
      })),
    });
  }
  return { tables };
}

async function sampleRows(
  context: Context,
  source: SourceRow,
  mapping: Mapping,
): Promise<Cell[][]> {
  try {
    const rows = await readFirstRows(context.services, source, mapping.headerRow + ROWS_SAMPLED);
    return rows.slice(mapping.headerRow);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}

function samplesOf(
  rows: readonly (readonly Cell[])[],
  column: number,
  sensitive: boolean,
): string[] {
  const texts = rows.map((row) => textOf(row[column])).filter((text) => text !== '');
  return [...new Set(texts)].slice(0, SAMPLES).map((text) => shown(text, sensitive));
}

/** A column that nobody mapped may hold ID numbers too, so long numbers are masked wherever they stand. */
function shown(text: string, sensitive: boolean): string {
  if (sensitive) return `${text.slice(0, 1)}***`;
  return text
    .slice(0, LONGEST_SAMPLE)
    .replace(/\d{7,}[\dXx]*/gu, (digits) => `${digits.slice(0, 4)}***`);
}
