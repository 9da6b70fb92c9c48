import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { ReasonDetails } from '../model/reasons.ts';

export type FindingRow = {
  position: number;
  row_number: number;
  column_index: number | null;
  level: 'E' | 'W';
  code: string;
  details: ReasonDetails | null;
};

export type FindingChoice = {
  readonly runId: string;
  readonly level?: 'E' | 'W' | undefined;
  readonly position?: number | undefined;
  readonly code?: string | undefined;
  readonly without?: string | undefined;
};

export async function findFindings(
  tx: Transaction,
  choice: FindingChoice,
  page: { readonly limit: number; readonly offset: number },
): Promise<FindingRow[]> {
  return await tx<FindingRow[]>`
    select position, row_number, column_index, level, code, details from import_finding
     where ${chosen(tx, choice)}
     order by position, row_number, ordinal limit ${page.limit} offset ${page.offset}`;
}

export async function countFindings(tx: Transaction, choice: FindingChoice): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*) as count from import_finding where ${chosen(tx, choice)}`;
  return row?.count ?? 0;
}

function chosen(tx: Transaction, { runId, level, position, code, without }: FindingChoice) {
  return tx`run_id = ${runId}
    and (${level ?? null}::text is null or level = ${level ?? null}::text)
    and (${position ?? null}::smallint is null or position = ${position ?? null}::smallint)
    and (${code ?? null}::text is null or code = ${code ?? null}::text)
    and (${without ?? null}::text is null or code <> ${without ?? null}::text)`;
}

/** Every refusal of a table, in the order of its rows, a portion at a time. */
export async function* readRefusals(
  tx: Transaction,
  at: { readonly runId: string; readonly position: number },
): AsyncGenerator<readonly FindingRow[]> {
  let after = 0;
  for (;;) {
    // Whole rows only: a portion ends where a row ends.
    const rows = await tx<FindingRow[]>`
      select position, row_number, column_index, level, code, details from import_finding
       where run_id = ${at.runId} and position = ${at.position} and level = 'E' and row_number > ${after}
         and row_number in (
           select distinct row_number from import_finding
            where run_id = ${at.runId} and position = ${at.position} and level = 'E' and row_number > ${after}
            order by row_number limit 2000)
       order by row_number, ordinal`;
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.row_number ?? after;
  }
}
