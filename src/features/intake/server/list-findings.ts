import type { Context } from '../../../platform/server/http/endpoint.ts';
import { cellAddress } from '../model/cell.ts';
import type { FindingsAnswer, FindingsQuery, FindingView } from '../model/contract.ts';
import { countFindings, type FindingRow, findFindings } from './finding-store.ts';
import { getRun } from './manage-run.ts';
import { findSources, type SourceRow } from './run-store.ts';

/** Refused and warned cells of a run, a page at a time. */
export async function listFindings(
  context: Context,
  id: string,
  query: FindingsQuery,
): Promise<FindingsAnswer> {
  await getRun(context, id);
  const sources = await findSources(context.tx, [id]);
  const choice = {
    runId: id,
    level: query.level,
    position: query.position,
    code: query.code,
    without: query.without,
  };
  const rows = await findFindings(context.tx, choice, {
    limit: query.size,
    offset: (query.page - 1) * query.size,
  });
  return {
    total: await countFindings(context.tx, choice),
    rows: rows.map((row) =>
      viewOf(
        row,
        sources.find(({ position }) => position === row.position),
      ),
    ),
  };
}

function viewOf(row: FindingRow, source: SourceRow | undefined): FindingView {
  const column = row.column_index;
  return {
    position: row.position,
    fileName: source?.file_name ?? '',
    sheetName: source?.sheet_name ?? '',
    row: row.row_number,
    cell: column === null ? null : cellAddress(column, row.row_number),
    header: column === null ? null : (source?.mapping?.columns[column]?.header ?? null),
    level: row.level,
    code: row.code,
    details: row.details ?? {},
  };
}
