import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { plainHeader } from '../../households/model/index.ts';
import { type Cell, textOf } from '../model/cell.ts';
import type { MappingBody, RunAnswer } from '../model/contract.ts';
import {
  type Mapping,
  type SourceKind,
  type Target,
  targetForHeader,
  targetsFor,
} from '../model/mapping.ts';
import { readFirstRows, recogniseAnew } from './inspect-file.ts';
import { getRunFor } from './manage-run.ts';
import { findRemembered, remember } from './remembered-store.ts';
import { findSources, type NoteValue, type SourceRow, saveMapping } from './run-store.ts';
import { viewRun } from './run-view.ts';
import { UnreadableFile } from './unreadable-file.ts';

type TableChange = MappingBody['tables'][number];
type Read = Pick<SourceRow, 'mapping' | 'notes' | 'problem'>;

/** Sets how tables are read. What is set by hand is kept for the next file of the region. */
export async function changeMapping(
  context: Context,
  id: string,
  body: MappingBody,
): Promise<RunAnswer> {
  const run = await getRunFor(context, id, 'map');
  const sources = await findSources(context.tx, [id]);
  for (const change of body.tables) {
    const source = sources.find(({ position }) => position === change.position);
    if (source === undefined) throw new Problem(404, 'notFound');
    const read = await readAs(context, source, change);
    await rememberChanges(context, source, read.mapping);
    await saveMapping(context.tx, { ...source, ...read, left_out: change.leftOut });
  }
  return await viewRun(context, run);
}

async function readAs(context: Context, source: SourceRow, change: TableChange): Promise<Read> {
  const { mapping, notes, problem } = source;
  const canBeRead = problem === null || problem.code === 'headerNotFound';
  if (!canBeRead) return { mapping, notes, problem };
  const based = await basedOn(context, source, change);
  if (based.mapping === null) return { ...based, problem: { code: 'headerNotFound' } };
  return { ...based, mapping: withColumns(based.mapping, change), problem: null };
}

/** The mapping to start from: the present one, or one made anew for another kind or header. */
async function basedOn(
  context: Context,
  source: SourceRow,
  { kind, headerRow, columns }: TableChange,
): Promise<{ mapping: Mapping | null; notes: readonly NoteValue[] }> {
  const { mapping, notes } = source;
  const wanted = kind ?? mapping?.kind;
  if (wanted === undefined) return { mapping, notes };
  if (headerRow !== undefined && headerRow !== mapping?.headerRow) {
    return { mapping: await mappingAt(context, source, { kind: wanted, headerRow }), notes: [] };
  }
  if (wanted === mapping?.kind) return { mapping, notes };
  if (columns !== undefined && mapping !== null)
    return { mapping: { ...mapping, kind: wanted }, notes };
  const remembered = await findRemembered(context.tx, source.region_code);
  const found = await refusing(
    recogniseAnew(context.services, source, { kind: wanted, remembered }),
  );
  return { mapping: found?.mapping ?? mapping, notes: found?.notes ?? notes };
}

/** Reads the header where the officer says it is. */
async function mappingAt(
  context: Context,
  source: SourceRow,
  { kind, headerRow }: { readonly kind: SourceKind; readonly headerRow: number },
): Promise<Mapping | null> {
  const rows = await refusing(readFirstRows(context.services, source, headerRow));
  const headers = Array.from(rows[headerRow - 1] ?? [], (cell: Cell) => textOf(cell));
  if (headers.every((header) => header === '')) return null;
  const seen = new Set<Target>();
  const columns = headers.map((header) => {
    const target = header === '' ? null : targetForHeader(kind, header);
    if (target === null || seen.has(target)) return { header, target: null };
    seen.add(target);
    return { header, target };
  });
  return { kind, headerRow, columns, year: null };
}

async function refusing<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Problem(422, 'importFileUnreadable', { reason: error.code });
    throw error;
  }
}

function withColumns(mapping: Mapping, { columns, year }: TableChange): Mapping {
  const allowed = new Set<string>(targetsFor(mapping.kind));
  const unknown = columns?.find((target) => target !== null && !allowed.has(target));
  if (unknown !== undefined && unknown !== null)
    throw new Problem(422, 'importTargetUnknown', { target: unknown });
  return {
    ...mapping,
    columns: mapping.columns.map((column, index) => ({
      header: column.header,
      target: columns === undefined ? column.target : (columns[index] ?? null),
    })),
    year: year === undefined ? mapping.year : year,
  };
}

async function rememberChanges(
  context: Context,
  source: SourceRow,
  mapping: Mapping | null,
): Promise<void> {
  if (mapping === null) return;
  const by = { region: source.region_code, accountId: context.officer.accountId, now: context.now };
  for (const [index, { header, target }] of mapping.columns.entries()) {
    const before =
      source.mapping?.kind === mapping.kind ? source.mapping.columns[index]?.target : undefined;
    // A column that two claim has no target by itself: leaving it so is no decision to remember.
    const expected = before === undefined ? targetForHeader(mapping.kind, header) : before;
    const plain = plainHeader(header);
    if (plain === '' || target === expected) continue;
    await remember(context.tx, by, { kind: mapping.kind, header: plain, target });
  }
}
