import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { SealingKeys } from '../../../platform/server/crypto/key-ring.ts';
import { createSealer } from '../../../platform/server/crypto/sealer.ts';
import { type ConnectionTarget, connect } from '../../../platform/server/database/connect.ts';
import { type Database, databaseOn } from '../../../platform/server/database/database.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import type { SourceKind } from '../model/mapping.ts';
import { isOver, type RunState } from '../model/states.ts';
import { type InspectedSource, problemOf, receiveFile } from './inspect-file.ts';
import { claimRun, type SignOfLife } from './lease-store.ts';
import { findRemembered } from './remembered-store.ts';
import {
  findRun,
  findSources,
  insertRun,
  insertSources,
  queueRun,
  type SourceRow,
} from './run-store.ts';
import { problemOfSource } from './run-view.ts';
import { superviseRun } from './supervise-run.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type ImportEnvironment = {
  readonly target: ConnectionTarget;
  readonly dataFolder: string;
  readonly keys: SealingKeys;
  readonly reportFault: (thrown: unknown, trace: string) => void;
};

export type ImportRequest = {
  /** Paths, in the order in which they are reported. */
  readonly files: readonly string[];
  readonly officer: {
    readonly accountId: string;
    readonly postingId: string | null;
    readonly region: RegionCode;
  };
  readonly progress?: (sign: SignOfLife) => void;
};

export type ImportedFile = {
  readonly file: string;
  readonly sheet?: string;
  readonly kind: SourceKind | null;
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly warned: number;
  readonly reasons: Readonly<Record<string, number>>;
  /** Why the file could not be read at all: `intake:file.<code>`. */
  readonly problem?: {
    readonly code: string;
    readonly details?: Readonly<Record<string, unknown>>;
  };
};

export type ImportReport = {
  readonly files: readonly ImportedFile[];
  /** False if a file could not be read at all; the command line then ends with 2. */
  readonly readThrough: boolean;
  readonly state: RunState;
};

const WAIT_MS = 300;

/**
 * Imports files from the disk as one run, as the command line and the demonstration do: what can be
 * read is taken, what cannot is reported. Waits for its turn if the region is being imported into.
 */
export async function importFiles(
  environment: ImportEnvironment,
  request: ImportRequest,
): Promise<ImportReport> {
  const sql = connect(environment.target, { role: 'mingbai_app', max: 2 });
  const database = databaseOn(sql);
  try {
    const unopened: ImportedFile[] = [];
    const id = await prepareRun(database, environment, { ...request, unopened });
    await carryOut(database, environment, { id, progress: request.progress });
    const report = await reportOf(database, request, id);
    return unopened.length === 0
      ? report
      : { ...report, files: [...report.files, ...unopened], readThrough: false };
  } finally {
    await database.end();
    await sql.end({ timeout: 1 });
  }
}

async function prepareRun(
  database: Database,
  environment: ImportEnvironment,
  { files, officer, unopened }: ImportRequest & { readonly unopened: ImportedFile[] },
): Promise<string> {
  const store = { dataFolder: environment.dataFolder, sealer: createSealer(environment.keys) };
  const remembered = await database.transaction(async (tx) => {
    await enterScope(tx, officer.region);
    return await findRemembered(tx, officer.region);
  });
  const inspected: InspectedSource[] = [];
  for (const path of files) {
    try {
      const file = { name: basename(path), chunks: createReadStream(path) };
      inspected.push(...(await receiveFile(store, file, remembered)));
    } catch (error) {
      unopened.push(unopenedFile(path, error));
    }
  }
  const id = newId();
  const now = new Date().toISOString();
  await database.transaction(async (tx) => {
    await enterScope(tx, officer.region);
    await insertRun(tx, {
      id,
      region_code: officer.region,
      account_id: officer.accountId,
      posting_id: officer.postingId,
      created_at: now,
    });
    await insertSources(
      tx,
      inspected.map((source, position) =>
        settled(source, { id, position, region: officer.region }),
      ),
    );
    await queueRun(tx, id, now);
  });
  return id;
}

/** A file that is not there, may not be read, or is too large to be kept; any other error is ours. */
function unopenedFile(file: string, error: unknown): ImportedFile {
  const { code } = error as NodeJS.ErrnoException;
  const isAbsent = code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR';
  if (!isAbsent && !(error instanceof UnreadableFile)) throw error;
  const problem = error instanceof UnreadableFile ? problemOf(error) : { code: 'notFound' };
  const none = { kind: null, rows: 0, taken: 0, unchanged: 0, refused: 0, warned: 0, reasons: {} };
  return { file, ...none, problem };
}

/** Nobody is there to ask: what cannot be read as it stands is left out, and said. */
function settled(
  source: InspectedSource,
  at: { id: string; position: number; region: RegionCode },
): SourceRow {
  const problem = source.hidden ? source.problem : problemOfSource(source);
  return {
    ...source,
    run_id: at.id,
    position: at.position,
    region_code: at.region,
    left_out: source.left_out || problem !== null,
    problem,
    outcome: null,
  };
}

async function carryOut(
  database: Database,
  environment: ImportEnvironment,
  run: { readonly id: string; readonly progress: ImportRequest['progress'] },
): Promise<void> {
  for (;;) {
    const claim = await database.transaction(async (tx) => await claimRun(tx, run.id));
    if (claim !== undefined) {
      const { progress } = run;
      await superviseRun(
        { ...environment, database, ...(progress === undefined ? {} : { onSign: progress }) },
        claim,
      );
    }
    const state = await database.transaction(async (tx) => {
      await enterScope(tx, '' as RegionCode);
      return (await findRun(tx, run.id))?.state;
    });
    if (state === undefined || isOver(state)) return;
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  }
}

async function reportOf(
  database: Database,
  request: ImportRequest,
  id: string,
): Promise<ImportReport> {
  const { run, sources } = await database.transaction(async (tx) => {
    await enterScope(tx, '' as RegionCode);
    return { run: await findRun(tx, id), sources: await findSources(tx, [id]) };
  });
  if (run === undefined) throw new Error('The import is gone');
  const shown = sources.filter(
    ({ hidden, problem, outcome }) => !hidden || problem !== null || outcome !== null,
  );
  const pathOf = new Map(request.files.map((path) => [basename(path), path]));
  const failed = run.state === 'done' ? undefined : (run.problem ?? { code: run.state });
  const files = shown.map((source) =>
    importedOf(source, pathOf.get(source.file_name) ?? source.file_name, failed),
  );
  return {
    files,
    readThrough: run.state === 'done' && files.every(({ problem }) => problem === undefined),
    state: run.state,
  };
}

function importedOf(
  { outcome, sheet_name: sheet, mapping, problem, left_out: leftOut }: SourceRow,
  file: string,
  failed: ImportedFile['problem'],
): ImportedFile {
  const why = problem ?? (outcome === null && !leftOut ? failed : undefined);
  return {
    file,
    ...(sheet === '' ? {} : { sheet }),
    kind: mapping?.kind ?? null,
    rows: outcome?.rows ?? 0,
    taken: outcome?.taken ?? 0,
    unchanged: outcome?.unchanged ?? 0,
    refused: outcome?.refused ?? 0,
    warned: outcome?.warned ?? 0,
    reasons: Object.fromEntries((outcome?.reasons ?? []).map(({ code, count }) => [code, count])),
    ...(why === null || why === undefined ? {} : { problem: why }),
  };
}
