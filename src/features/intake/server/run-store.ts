import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Sql, Transaction } from '../../../platform/server/database/connect.ts';
import type { Mapping } from '../model/mapping.ts';
import type { RunState } from '../model/states.ts';

export type ProblemValue = {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** What came of one source. */
export type Outcome = {
  readonly rows: number;
  /** Rows that made or changed a record: `added` and `changed` together. */
  readonly taken: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warned: number;
  readonly reasons: readonly {
    readonly code: string;
    readonly level: 'E' | 'W';
    readonly count: number;
  }[];
};

export type NoteValue = { readonly code: string } & Readonly<Record<string, unknown>>;

export type RunRow = {
  id: string;
  region_code: RegionCode;
  state: RunState;
  account_id: string;
  posting_id: string | null;
  created_at: string;
  queued_at: string | null;
  started_at: string | null;
  finished_at: string | null;
  cancel_requested_at: string | null;
  attempt: number;
  problem: ProblemValue | null;
};

export type SourceRow = {
  run_id: string;
  position: number;
  region_code: RegionCode;
  file_name: string;
  file_sha256: string;
  file_bytes: number;
  format: 'xlsx' | 'csv' | 'unknown';
  encoding: string | null;
  sheet_name: string;
  sheet_index: number;
  hidden: boolean;
  left_out: boolean;
  mapping: Mapping | null;
  notes: readonly NoteValue[];
  problem: ProblemValue | null;
  outcome: Outcome | null;
};

export type ProgressRow = {
  run_id: string;
  attempt: number;
  phase: string;
  share: number;
  rows_read: number;
  rows_refused: number;
  updated_at: string;
};

const runColumns = [
  'id',
  'region_code',
  'state',
  'account_id',
  'posting_id',
  'created_at',
  'queued_at',
  'started_at',
  'finished_at',
  'cancel_requested_at',
  'attempt',
  'problem',
] as const;
const sourceColumns = [
  'run_id',
  'position',
  'region_code',
  'file_name',
  'file_sha256',
  'file_bytes',
  'format',
  'encoding',
  'sheet_name',
  'sheet_index',
  'hidden',
  'left_out',
  'mapping',
  'notes',
  'problem',
  'outcome',
] as const;

type Reader = Transaction | Sql;

export async function insertRun(
  tx: Transaction,
  run: Pick<RunRow, 'id' | 'region_code' | 'account_id' | 'posting_id' | 'created_at'>,
): Promise<void> {
  await tx`insert into import_run ${tx({ ...run, state: 'mapping' } as never)}`;
}

export async function findRun(tx: Reader, id: string): Promise<RunRow | undefined> {
  const [row] = await tx<RunRow[]>`select ${tx(runColumns)} from import_run where id = ${id}`;
  return row;
}

export async function findRunForUpdate(tx: Transaction, id: string): Promise<RunRow | undefined> {
  const [row] = await tx<
    RunRow[]
  >`select ${tx(runColumns)} from import_run where id = ${id} for update`;
  return row;
}

/** The imports in reach, newest first. */
export async function findRuns(
  tx: Transaction,
  page: { limit: number; offset: number },
): Promise<(RunRow & { account_name: string | null })[]> {
  return await tx<(RunRow & { account_name: string | null })[]>`
    select ${tx(runColumns.map((column) => `r.${column}`))}, a.display_name as account_name
      from import_run r left join account a on a.id = r.account_id
     order by r.created_at desc, r.id limit ${page.limit} offset ${page.offset}`;
}

export async function countRuns(tx: Transaction): Promise<number> {
  const [row] = await tx<{ count: number }[]>`select count(*) as count from import_run`;
  return row?.count ?? 0;
}

export async function findAccountName(tx: Transaction, accountId: string): Promise<string | null> {
  const [row] = await tx<
    { display_name: string }[]
  >`select display_name from account where id = ${accountId}`;
  return row?.display_name ?? null;
}

export async function findSources(tx: Reader, runIds: readonly string[]): Promise<SourceRow[]> {
  return await tx<SourceRow[]>`
    select ${tx(sourceColumns)} from import_source where run_id = any(${[...runIds]}) order by run_id, position`;
}

export async function findProgress(tx: Reader, runIds: readonly string[]): Promise<ProgressRow[]> {
  return await tx<ProgressRow[]>`
    select run_id, attempt, phase, share, rows_read, rows_refused, updated_at
      from import_progress where run_id = any(${[...runIds]})`;
}

export async function insertSources(tx: Transaction, sources: readonly SourceRow[]): Promise<void> {
  for (const source of sources) {
    await tx`insert into import_source ${tx({
      ...source,
      mapping: source.mapping === null ? null : tx.json(source.mapping as never),
      notes: tx.json(source.notes as never),
      problem: source.problem === null ? null : tx.json(source.problem as never),
      outcome: null,
    } as never)}`;
  }
}

export async function saveMapping(
  tx: Transaction,
  source: Pick<SourceRow, 'run_id' | 'position' | 'mapping' | 'notes' | 'left_out' | 'problem'>,
): Promise<void> {
  await tx`
    update import_source
       set mapping = ${source.mapping === null ? null : tx.json(source.mapping as never)},
           notes = ${tx.json(source.notes as never)}, left_out = ${source.left_out},
           problem = ${source.problem === null ? null : tx.json(source.problem as never)}
     where run_id = ${source.run_id} and position = ${source.position}`;
}

export async function queueRun(tx: Transaction, id: string, now: string): Promise<void> {
  await tx`update import_run set state = 'queued', queued_at = ${now} where id = ${id}`;
}

/** Asks whoever works on it to stop. Collides with the transaction that takes the rows, on purpose. */
export async function requestCancel(tx: Transaction, id: string, now: string): Promise<void> {
  await tx`update import_run set cancel_requested_at = ${now} where id = ${id}`;
}

export async function endRun(
  tx: Reader,
  id: string,
  how: { state: 'done' | 'refused' | 'cancelled' | 'failed'; now: string; problem?: ProblemValue },
  attempt?: number,
): Promise<void> {
  await tx`
    update import_run set state = ${how.state}, finished_at = ${how.now},
           problem = ${how.problem === undefined ? null : tx.json(how.problem as never)}
     where id = ${id} and finished_at is null
       and (${attempt ?? null}::integer is null or attempt = ${attempt ?? null}::integer)`;
  await tx`delete from import_progress where run_id = ${id}`;
}

export async function saveOutcome(
  tx: Transaction,
  at: { runId: string; position: number },
  result: { outcome: Outcome; notes: readonly NoteValue[] },
): Promise<void> {
  await tx`
    update import_source set outcome = ${tx.json(result.outcome as never)}, notes = ${tx.json(result.notes as never)}
     where run_id = ${at.runId} and position = ${at.position}`;
}

export async function saveSourceProblem(
  tx: Reader,
  at: { runId: string; position: number },
  problem: ProblemValue,
): Promise<void> {
  await tx`
    update import_source set problem = ${tx.json(problem as never)}
     where run_id = ${at.runId} and position = ${at.position}`;
}

/** Calls off imports that were made before then and never started; answers how many. */
export async function cancelForgotten(
  tx: Transaction,
  before: string,
  now: string,
): Promise<number> {
  const ended = await tx`
    update import_run set state = 'cancelled', finished_at = ${now}
     where state = 'mapping' and created_at < ${before}`;
  return ended.count;
}

/** The hashes of files of imports that go on, or did not end before then; each import's own end counts. */
export async function findFilesInUse(tx: Transaction, before: string): Promise<Set<string>> {
  const rows = await tx<{ file_sha256: string }[]>`
    select distinct s.file_sha256
      from import_source s join import_run r on r.id = s.run_id
     where r.finished_at is null
        or (r.finished_at >= ${before} and (r.queued_at is not null or r.created_at >= ${before}))`;
  return new Set(rows.map((row) => row.file_sha256));
}
