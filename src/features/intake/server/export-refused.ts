import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Cell } from '../model/cell.ts';
import { type FindingRow, readRefusals } from './finding-store.ts';
import { formatOf } from './inspect-file.ts';
import { getRun } from './manage-run.ts';
import { openTables } from './open-tables.ts';
import { findSources, type SourceRow } from './run-store.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { type RefusedSheet, refusedWorkbook } from './workbooks.ts';

/** Rows in one workbook; who has more corrects these first. */
const MOST_ROWS = 100_000;

/** The refused rows of a run as a workbook that can be corrected and uploaded again. The export is recorded. */
export async function exportRefused(context: Context, id: string): Promise<Buffer> {
  const run = await getRun(context, id);
  const sources = await findSources(context.tx, [id]);
  const withRefusals = sources.filter(({ outcome }) => (outcome?.refused ?? 0) > 0);
  await context.services.database.transaction(async (tx) => {
    await recordEvent(tx, context.now, {
      kind: 'intake.refusedExported',
      accountId: context.officer.accountId,
      postingId: context.officer.posting?.id ?? null,
      region: run.region_code,
      subject: 'import',
      subjectId: id,
      detail: { rows: withRefusals.reduce((sum, { outcome }) => sum + (outcome?.refused ?? 0), 0) },
    });
  });
  try {
    return await refusedWorkbook(sheetsOf(context, withRefusals), context.language);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem(410, 'importFileGone');
    throw error;
  }
}

async function* sheetsOf(
  context: Context,
  sources: readonly SourceRow[],
): AsyncGenerator<RefusedSheet> {
  for (const source of sources) {
    const { mapping } = source;
    if (mapping === null) continue;
    yield {
      name: source.sheet_name === '' ? source.file_name.replace(/\.\w+$/u, '') : source.sheet_name,
      headers: mapping.columns.map(({ header }) => header),
      rows: refusedRows(context, source),
    };
  }
}

/** Goes through the file and the findings side by side; both are in the order of the rows. */
async function* refusedRows(
  context: Context,
  source: SourceRow,
): AsyncGenerator<{ cells: readonly Cell[]; findings: readonly FindingRow[] }> {
  const stored = { sha256: source.file_sha256, bytes: source.file_bytes };
  const file = await openTables(stored, formatOf(source), context.services);
  try {
    const findings = findingsByRow(
      readRefusals(context.tx, { runId: source.run_id, position: source.position }),
    );
    let next = await findings.next();
    let written = 0;
    for await (const { rows, numbers } of file.tables[source.sheet_index]?.rows() ?? []) {
      for (const [index, cells] of rows.entries()) {
        if (next.done === true || written === MOST_ROWS) return;
        if (next.value[0]?.row_number !== numbers[index]) continue;
        yield { cells, findings: next.value };
        written += 1;
        next = await findings.next();
      }
    }
  } finally {
    await file.close();
  }
}

async function* findingsByRow(
  portions: AsyncIterable<readonly FindingRow[]>,
): AsyncGenerator<readonly FindingRow[], undefined> {
  for await (const portion of portions) {
    let group: FindingRow[] = [];
    for (const finding of portion) {
      if (group[0] !== undefined && group[0].row_number !== finding.row_number) {
        yield group;
        group = [];
      }
      group.push(finding);
    }
    if (group.length > 0) yield group;
  }
  return undefined;
}
