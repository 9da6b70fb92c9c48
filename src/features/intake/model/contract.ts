import { z } from 'zod';
import { sourceKinds, type Target } from './mapping.ts';
import { runActions, runStates } from './states.ts';

/**
 * What browser and server say to each other about imports:
 *
 * - `POST /api/intake/files`: multipart; the fields `requestId` and, to add to an import that has
 *   not started, `run` come before the files; every part `file` is one file. Answers `uploadAnswer`.
 *   A file that cannot be read is no refusal of the upload: it stands in the import as a table with
 *   a `problem`, so that the officer sees what to do about it.
 * - `GET /api/intake/runs`: imports of the posting's region, newest first.
 * - `GET /api/intake/runs/:id`: where one stands; asked again and again while it works, so it is small.
 * - `GET /api/intake/runs/:id/tables`: how columns are read, with samples out of the files.
 * - `POST /api/intake/runs/:id/mapping`, `…/start`, `…/cancel`: each answers the run.
 * - `GET /api/intake/runs/:id/findings`: refused and warned cells, a page at a time.
 * - `GET /api/intake/runs/:id/refused.xlsx`, `GET /api/intake/templates/:kind.xlsx`: workbooks.
 */

const instant = z.iso.datetime();
const count = z.int().min(0);
const details = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())]),
);
const position = z.coerce.number().int().min(0).max(32_767);
const targetOrNull = z
  .string()
  .regex(/^(household|person|survey|place)\.[A-Za-z]{1,60}$/)
  .transform((text) => text as Target)
  .nullable();

export const runParams = z.object({ id: z.uuid() });
export const templateParams = z.object({ kind: z.enum(sourceKinds) });

/** What keeps a file, a table or a whole import from being taken: sentence under `intake:file.<code>`, `intake:mapping.<code>`, `intake:run.<code>`. */
const namedProblem = z.object({ code: z.string(), details });
export type NamedProblem = z.output<typeof namedProblem>;

/** Rows of one table or of all. `taken` = `added` + `changed`; a row taken with a warning counts as taken and as warned. */
const figures = z.object({
  rows: count,
  taken: count,
  added: count,
  changed: count,
  unchanged: count,
  refused: count,
  warned: count,
});
export type Figures = z.output<typeof figures>;

/** How often each reason was met: `intake:reason.<code>` or, for `R…`, the rule in `quality:<code>`. */
const reasonCount = z.object({ code: z.string(), level: z.enum(['E', 'W']), count });
export type ReasonCount = z.output<typeof reasonCount>;

const runTable = z.object({
  position: count,
  fileName: z.string(),
  fileBytes: count,
  format: z.enum(['xlsx', 'csv', 'unknown']),
  encoding: z.string().nullable(),
  /** Empty for CSV. */
  sheetName: z.string(),
  hidden: z.boolean(),
  /** Null if the header was not found. */
  kind: z.enum(sourceKinds).nullable(),
  /** The officer left this table out. */
  leftOut: z.boolean(),
  /** Why it cannot be taken as it stands; the import starts when each such table is settled or left out. */
  problem: namedProblem.nullable(),
  /** Null until it was read through. */
  figures: figures.nullable(),
  reasons: z.array(reasonCount),
});
export type RunTable = z.output<typeof runTable>;

const runProgress = z.object({
  phase: z.enum(['waiting', 'reading', 'comparing', 'taking']),
  /** Of the whole import, 0 to 1; never goes back. */
  share: z.number().min(0).max(1),
  rowsRead: count,
  rowsRefused: count,
  rowsPerSecond: count,
  /** Null while nobody can say. */
  secondsLeft: count.nullable(),
});
export type RunProgress = z.output<typeof runProgress>;

const runHead = z.object({
  id: z.uuid(),
  regionCode: z.string(),
  regionName: z.string(),
  state: z.enum(runStates),
  /** Name of the officer who uploaded the files. */
  officer: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  fileNames: z.array(z.string()),
  /** Over all tables; null until it is over. */
  figures: figures.nullable(),
});

const runSummary = runHead.extend({ share: z.number().min(0).max(1).nullable() });
export type RunSummary = z.output<typeof runSummary>;

export const runsQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export const runsAnswer = z.object({ rows: z.array(runSummary), total: count });
export type RunsAnswer = z.output<typeof runsAnswer>;

export const runAnswer = runHead.extend({
  tables: z.array(runTable),
  /** What may be done now. */
  actions: z.array(z.enum(runActions)),
  cancelRequested: z.boolean(),
  /** Null unless it is queued or at work. */
  progress: runProgress.nullable(),
  /** Why the import as a whole was refused or failed. */
  problem: namedProblem.nullable(),
});
export type RunAnswer = z.output<typeof runAnswer>;

export const uploadAnswer = z.object({ id: z.uuid() });
export type UploadAnswer = z.output<typeof uploadAnswer>;

const mappedTable = z.object({
  position: count,
  fileName: z.string(),
  sheetName: z.string(),
  kind: z.enum(sourceKinds).nullable(),
  headerRow: count,
  year: z.int().nullable(),
  leftOut: z.boolean(),
  columns: z.array(
    z.object({
      header: z.string(),
      target: z.string().nullable(),
      /** The first few different values, as they stand in the file; those of sensitive fields masked. */
      samples: z.array(z.string()),
      /** The target was learned from an earlier import of this region. */
      remembered: z.boolean(),
    }),
  ),
  notes: z.array(namedProblem),
});
export type MappedTable = z.output<typeof mappedTable>;
export const tablesAnswer = z.object({ tables: z.array(mappedTable) });
export type TablesAnswer = z.output<typeof tablesAnswer>;

/** Tables that are not named stay as they are. What is set by hand is remembered for the region's next file. */
export const mappingBody = z.object({
  tables: z
    .array(
      z.object({
        position,
        leftOut: z.boolean(),
        /** A new kind without `columns` recognises the columns anew. */
        kind: z.enum(sourceKinds).optional(),
        headerRow: z.int().min(1).max(1_000).optional(),
        year: z.int().min(2000).max(2100).nullable().optional(),
        /** The target of every column, in the order of the file. */
        columns: z.array(targetOrNull).max(2_000).optional(),
      }),
    )
    .max(200),
});
export type MappingBody = z.output<typeof mappingBody>;

export const findingsQuery = z.object({
  position: position.optional(),
  code: z.string().max(60).optional(),
  /** A reason to leave out, as `heldBack`, which only follows from the others. */
  without: z.string().max(60).optional(),
  level: z.enum(['E', 'W']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type FindingsQuery = z.output<typeof findingsQuery>;

const findingView = z.object({
  position: count,
  fileName: z.string(),
  sheetName: z.string(),
  row: z.int().min(1),
  /** As `C7`; null if the row as a whole is meant. */
  cell: z.string().nullable(),
  /** The header of that column as it stands in the file. */
  header: z.string().nullable(),
  level: z.enum(['E', 'W']),
  code: z.string(),
  details,
});
export type FindingView = z.output<typeof findingView>;
export const findingsAnswer = z.object({ rows: z.array(findingView), total: count });
export type FindingsAnswer = z.output<typeof findingsAnswer>;
