import { availableParallelism } from 'node:os';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { SealingKeys } from '../../../platform/server/crypto/key-ring.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Sql } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { FICTIONAL_PROVINCE } from '../../regions/model/index.ts';
import { judgingContext } from '../model/judge.ts';
import { fieldOfTarget, type Mapping, type Target } from '../model/mapping.ts';
import { type Divisions, PlaceFinder } from '../model/places.ts';
import { bulkIds } from './bulk-ids.ts';
import { type CheckCrew, crewOfOne, crewOfThreads } from './check-crew.ts';
import { formatOf, problemOf } from './inspect-file.ts';
import { beginTaking, type Claim, type SignOfLife } from './lease-store.ts';
import type { StatedBy } from './members-store.ts';
import { openTables } from './open-tables.ts';
import { loadDivisions } from './places-store.ts';
import { type ReadingTools, readSource, type SourceTally } from './read-source.ts';
import {
  endRun,
  findRun,
  findSources,
  type NoteValue,
  type RunRow,
  type SourceRow,
  saveSourceProblem,
} from './run-store.ts';
import { analyzeStage, createStage } from './stage-store.ts';
import { StageWriter } from './stage-writer.ts';
import { TakingStopped, takeStaged } from './take-run.ts';
import { UnreadableFile } from './unreadable-file.ts';

export type Execution = {
  /** A connection of its own (a pool of one), as the application's role. */
  readonly sql: Sql;
  readonly claim: Claim;
  readonly dataFolder: string;
  readonly sealer: Sealer;
  readonly keys: SealingKeys;
  readonly now: () => Date;
  readonly today: (now: Date) => PlainDate;
  readonly report: (sign: SignOfLife) => void;
  readonly isStopped: () => boolean;
};

export type Ending = 'done' | 'refused' | 'stopped';

/** How much of the whole each phase is, for the share that is shown. */
const READING = 0.6;
const COMPARING = 0.1;

const ATTEMPTS_AT_TAKING = 3;

type ReadSource = SourceRow & { readonly mapping: Mapping };

/**
 * Carries a claimed run out: reads and checks every table, then takes what is in order in one
 * transaction. A table that turns out unreadable refuses the run as a whole; nothing is taken then.
 */
export async function executeRun(execution: Execution): Promise<Ending> {
  const { sql, claim } = execution;
  const { run, sources } = await sql.begin(async (tx) => {
    await enterScope(tx, claim.region);
    return { run: await findRun(tx, claim.id), sources: await findSources(tx, [claim.id]) };
  });
  if (run === undefined) return 'stopped';
  const taken = sources.filter(
    (source): source is ReadSource => !source.left_out && source.mapping !== null,
  );
  try {
    const tallies = await readAll(execution, taken);
    return await takeAll(execution, { run, sources: taken, tallies });
  } catch (error) {
    if (error instanceof StoppedReading) return 'stopped';
    if (!(error instanceof UnreadableSource)) throw error;
    await sql.begin(async (tx) => {
      await enterScope(tx, claim.region);
      const problem = problemOf(error.file);
      await saveSourceProblem(tx, { runId: claim.id, position: error.position }, problem);
      await endRun(tx, claim.id, { state: 'refused', now: execution.now().toISOString(), problem });
    });
    return 'refused';
  }
}

class StoppedReading extends Error {}

class UnreadableSource extends Error {
  readonly position: number;
  readonly file: UnreadableFile;

  constructor(position: number, file: UnreadableFile) {
    super(file.code);
    this.position = position;
    this.file = file;
  }
}

async function readAll(
  execution: Execution,
  sources: readonly ReadSource[],
): Promise<SourceTally[]> {
  const { sql, claim } = execution;
  const divisions = await sql.begin(async (tx) => await loadDivisions(tx, claim.region));
  await createStage(sql);
  const crew = crewFor(execution, divisions, sources);
  const bytes = sources.reduce((sum, source) => sum + source.file_bytes, 0);
  const tallies: SourceTally[] = [];
  let done = 0;
  let read = 0;
  let refused = 0;
  try {
    for (const source of sources) {
      const tools: ReadingTools = {
        writer: new StageWriter(sql),
        crew,
        beat: (share, rows) => {
          if (execution.isStopped()) throw new StoppedReading();
          execution.report({
            phase: 'reading',
            share: (READING * (done + share * source.file_bytes)) / Math.max(1, bytes),
            rowsRead: read + rows.read,
            rowsRefused: refused + rows.refused,
          });
        },
      };
      const tally = await readOne(execution, source, tools);
      tallies.push(tally);
      done += source.file_bytes;
      read += tally.rows;
      refused += tally.faulty;
    }
  } finally {
    await crew.close();
  }
  await analyzeStage(sql);
  return tallies;
}

// A workbook packs its rows: a byte of it is several of CSV.
const WORTH_A_THREAD_BYTES = { csv: 3_000_000, xlsx: 500_000, unknown: Number.POSITIVE_INFINITY };
const MOST_THREADS = 2;
// Each thread finds places by itself; the villages of a nation are too many to hold three times.
const MOST_VILLAGES_IN_THREADS = 100_000;

/** Who checks the rows: for large files threads of their own. Reading a workbook fills the one that reads. */
function crewFor(
  { sealer, keys, claim, today, now }: Execution,
  divisions: Divisions,
  sources: readonly ReadSource[],
): CheckCrew {
  const judging = {
    on: today(now()),
    reach: claim.region,
    reserved: claim.region.startsWith(FICTIONAL_PROVINCE),
  };
  const large = sources.filter(
    ({ format, file_bytes: bytes }) => bytes >= WORTH_A_THREAD_BYTES[format],
  );
  if (large.length > 0 && divisions.villages.length <= MOST_VILLAGES_IN_THREADS) {
    const threads = large.every(({ format }) => format === 'xlsx') ? 1 : MOST_THREADS;
    return crewOfThreads({ keys, judging, divisions }, Math.min(threads, availableParallelism()));
  }
  return crewOfOne({
    sealer,
    places: new PlaceFinder(claim.region, divisions),
    rules: judgingContext(judging),
    nextId: bulkIds(),
  });
}

async function readOne(
  execution: Execution,
  source: ReadSource,
  tools: ReadingTools,
): Promise<SourceTally> {
  const { position, mapping } = source;
  try {
    const stored = { sha256: source.file_sha256, bytes: source.file_bytes };
    const file = await openTables(stored, formatOf(source), execution);
    try {
      const table = file.tables[source.sheet_index];
      if (table === undefined) throw new UnreadableFile('damaged');
      return await readSource({ position, mapping, table }, tools);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? new UnreadableSource(position, error) : error;
  }
}

async function takeAll(
  execution: Execution,
  read: {
    readonly run: RunRow;
    readonly sources: readonly ReadSource[];
    readonly tallies: readonly SourceTally[];
  },
): Promise<Ending> {
  for (let attempt = 1; ; attempt += 1) {
    if (execution.isStopped()) return 'stopped';
    if (!(await execution.sql.begin(async (tx) => await beginTaking(tx, execution.claim))))
      return 'stopped';
    try {
      await takeOnce(execution, read);
      return 'done';
    } catch (error) {
      if (error instanceof TakingStopped || execution.isStopped()) return 'stopped';
      if (attempt === ATTEMPTS_AT_TAKING || !isCollision(error)) throw error;
    }
  }
}

async function takeOnce(
  execution: Execution,
  { run, sources, tallies }: Parameters<typeof takeAll>[1],
): Promise<void> {
  const now = execution.now();
  const rows = tallies.reduce((sum, tally) => sum + tally.rows, 0);
  const statedBy = statedByOf(tallies);
  const labels: string[] = [];
  for (const source of sources) {
    labels[source.position] =
      source.sheet_name === '' ? source.file_name : `${source.file_name} [${source.sheet_name}]`;
  }
  // One snapshot for all comparisons: what somebody else changes meanwhile makes this attempt fail, and it is made again.
  await execution.sql.begin('isolation level repeatable read', async (tx) => {
    await takeStaged(tx, {
      claim: execution.claim,
      reach: execution.claim.region,
      taking: {
        runId: run.id,
        accountId: run.account_id,
        postingId: run.posting_id,
        now: now.toISOString(),
        today: execution.today(now),
        labels: Array.from(labels, (label) => label ?? ''),
      },
      tallies,
      notes: sources.map((source, index) => notesOf(source, tallies[index])),
      judged: {
        mappings: new Map(sources.map(({ position, mapping }) => [position, mapping])),
        statedBy,
        rules: judgingContext({
          on: execution.today(now),
          reach: execution.claim.region,
          reserved: execution.claim.region.startsWith(FICTIONAL_PROVINCE),
        }),
      },
      beat: (phase, share) => {
        if (execution.isStopped()) throw new TakingStopped();
        const base = phase === 'comparing' ? READING : READING + COMPARING;
        const span = phase === 'comparing' ? COMPARING : 1 - READING - COMPARING;
        execution.report({ phase, share: base + span * share, rowsRead: rows, rowsRefused: 0 });
      },
    });
  });
}

function notesOf(source: ReadSource, tally: SourceTally | undefined): NoteValue[] {
  const footers = tally?.footerRows ?? 0;
  return footers === 0
    ? [...source.notes]
    : [...source.notes, { code: 'footerRowsSkipped', count: footers }];
}

function statedByOf(tallies: readonly SourceTally[]): StatedBy {
  const known = new Map<string, readonly number[]>();
  return (target) => {
    const before = known.get(target);
    if (before !== undefined) return before;
    const field = fieldOfTarget(target as Target);
    const sources =
      field === undefined
        ? []
        : tallies
            .filter(({ stated }) => stated[field.of].includes(field))
            .map(({ position }) => position);
    known.set(target, sources);
    return sources;
  };
}

/** Somebody else wrote the same rows or claimed the same number at the same time (SQLSTATE). */
function isCollision(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '40001' || code === '40P01' || code === '23505';
}
