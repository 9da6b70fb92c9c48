import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { regionNames } from '../../regions/server/index.ts';
import type {
  Figures,
  NamedProblem,
  RunAnswer,
  RunProgress,
  RunsAnswer,
  RunTable,
} from '../model/contract.ts';
import { problemOfMapping } from '../model/mapping.ts';
import { actionsIn, isOver } from '../model/states.ts';
import {
  countRuns,
  findAccountName,
  findProgress,
  findRuns,
  findSources,
  type Outcome,
  type ProblemValue,
  type ProgressRow,
  type RunRow,
  type SourceRow,
} from './run-store.ts';

/** What keeps a table from being taken: that it cannot be read, or what its mapping lacks. */
export function problemOfSource(
  source: Pick<SourceRow, 'problem' | 'mapping'>,
): ProblemValue | null {
  if (source.problem !== null) return source.problem;
  if (source.mapping === null) return { code: 'headerNotFound' };
  const problem = problemOfMapping(source.mapping);
  if (problem === undefined) return null;
  const { code, ...details } = problem;
  return { code, details };
}

/** True if it is in the way of a start. */
export function isUnsettled(source: SourceRow): boolean {
  return !source.left_out && problemOfSource(source) !== null;
}

function named(problem: ProblemValue | null): NamedProblem | null {
  if (problem === null) return null;
  return { code: problem.code, details: (problem.details ?? {}) as NamedProblem['details'] };
}

function tableOf(source: SourceRow): RunTable {
  return {
    position: source.position,
    fileName: source.file_name,
    fileBytes: source.file_bytes,
    format: source.format,
    encoding: source.encoding,
    sheetName: source.sheet_name,
    hidden: source.hidden,
    kind: source.mapping?.kind ?? null,
    leftOut: source.left_out,
    problem: named(problemOfSource(source)),
    figures: source.outcome === null ? null : figuresOf([source.outcome]),
    reasons: [...(source.outcome?.reasons ?? [])].sort((one, other) => other.count - one.count),
  };
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const sum = (key: keyof Figures): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return {
    rows: sum('rows'),
    taken: sum('taken'),
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    refused: sum('refused'),
    warned: sum('warned'),
  };
}

function figuresOfAll(sources: readonly SourceRow[]): Figures | null {
  const outcomes = sources.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  return outcomes.length === 0 ? null : figuresOf(outcomes);
}

const phases = {
  reading: 'reading',
  checking: 'reading',
  comparing: 'comparing',
  taking: 'taking',
} as const;

function progressOf(
  run: RunRow,
  progress: ProgressRow | undefined,
  now: string,
): RunProgress | null {
  if (isOver(run.state) || run.state === 'mapping') return null;
  if (run.state === 'queued' || progress === undefined) {
    return {
      phase: 'waiting',
      share: 0,
      rowsRead: 0,
      rowsRefused: 0,
      rowsPerSecond: 0,
      secondsLeft: null,
    };
  }
  const seconds = Math.max(0.001, (Date.parse(now) - Date.parse(run.started_at ?? now)) / 1000);
  const share = Math.min(1, Math.max(0, progress.share));
  return {
    phase: phases[progress.phase as keyof typeof phases] ?? 'reading',
    share,
    rowsRead: progress.rows_read,
    rowsRefused: progress.rows_refused,
    rowsPerSecond: Math.max(0, Math.round(progress.rows_read / seconds)),
    secondsLeft: share < 0.02 ? null : Math.max(0, Math.round((seconds / share) * (1 - share))),
  };
}

function headOf(
  run: RunRow,
  of: {
    readonly sources: readonly SourceRow[];
    readonly officer: string | null;
    readonly regionName: string;
  },
) {
  return {
    id: run.id,
    regionCode: run.region_code,
    regionName: of.regionName,
    state: run.state,
    officer: of.officer ?? '',
    createdAt: run.created_at,
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    fileNames: [...new Set(of.sources.map(({ file_name }) => file_name))],
    figures: figuresOfAll(of.sources),
  };
}

/** A run as the officer sees it. */
export async function viewRun(context: Context, run: RunRow): Promise<RunAnswer> {
  const { tx, now } = context;
  const sources = await findSources(tx, [run.id]);
  const [progress] = await findProgress(tx, [run.id]);
  const names = await regionNames(tx, [run.region_code]);
  const officer = await findAccountName(tx, run.account_id);
  return {
    ...headOf(run, {
      sources,
      officer,
      regionName: names.get(run.region_code)?.fullName ?? run.region_code,
    }),
    tables: sources.map(tableOf),
    actions: [...actionsIn[run.state]],
    cancelRequested: run.cancel_requested_at !== null,
    progress: progressOf(run, progress, now),
    problem: named(run.problem),
  };
}

export async function listRuns(
  context: Context,
  page: { page: number; size: number },
): Promise<RunsAnswer> {
  const { tx, now } = context;
  const runs = await findRuns(tx, { limit: page.size, offset: (page.page - 1) * page.size });
  const ids = runs.map(({ id }) => id);
  const sources = await findSources(tx, ids);
  const progress = await findProgress(tx, ids);
  const names = await regionNames(
    tx,
    runs.map(({ region_code }) => region_code as RegionCode),
  );
  return {
    total: await countRuns(tx),
    rows: runs.map((run) => ({
      ...headOf(run, {
        sources: sources.filter(({ run_id }) => run_id === run.id),
        officer: run.account_name,
        regionName: names.get(run.region_code)?.fullName ?? run.region_code,
      }),
      share:
        progressOf(
          run,
          progress.find(({ run_id }) => run_id === run.id),
          now,
        )?.share ?? null,
    })),
  };
}
