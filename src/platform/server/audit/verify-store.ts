import type { Transaction } from '../database/connect.ts';
import type { ActContent, EventContent } from './leaf.ts';
import { checkpointOf, type StoredCheckpoint } from './log-store.ts';
import type { Hash } from './merkle.ts';

export type Source = 'act' | 'event';

export type LeafRow = {
  seq: number;
  source: Source;
  county_code: string;
  source_id: string;
  leaf_hash: Hash;
};

/** A row whose JSON is still text, as it is read for checking. */
export type Unparsed<Content> = {
  [Name in keyof Content]: Name extends 'before' | 'after' | 'detail'
    ? string | null
    : Content[Name];
} & { leaf_hash: Hash };

export type UnloggedRow = { source: Source; county_code: string; id: string };

type Seqs = { from: number; until: number };

export async function readLeaves(tx: Transaction, { from, until }: Seqs): Promise<LeafRow[]> {
  return await tx<LeafRow[]>`
    select seq, source, county_code, source_id, leaf_hash
      from log_leaf where seq >= ${from}::bigint and seq < ${until}::bigint order by seq`;
}

/** The acts that the leaves name, with instants to the microsecond and marked if before Christ. */
export async function readActsOfLeaves(
  tx: Transaction,
  { from, until }: Seqs,
): Promise<Unparsed<ActContent>[]> {
  return await tx<Unparsed<ActContent>[]>`
    select a.county_code, a.id, a.village_code, a.household_id, a.kind, a.subject, a.subject_id, a.request_id,
           a.ordinal, a.account_id, a.posting_id, a.device, a.happened_on, a.reason, a.batch_id, a.batch_row,
           replace(to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z" BC'), ' AD', '') as recorded_at,
           a.before::text as before, a.after::text as after, a.leaf_hash
      from log_leaf l
      join act a on a.county_code = l.county_code and a.id = l.source_id
     where l.source = 'act' and l.seq >= ${from}::bigint and l.seq < ${until}::bigint`;
}

export async function readEventsOfLeaves(
  tx: Transaction,
  { from, until }: Seqs,
): Promise<Unparsed<EventContent>[]> {
  return await tx<Unparsed<EventContent>[]>`
    select e.id, e.account_id, e.posting_id, e.kind, e.region_code, e.subject, e.subject_id, e.purpose,
           replace(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z" BC'), ' AD', '') as at,
           e.detail::text as detail, e.leaf_hash
      from log_leaf l
      join audit_event e on e.id = l.source_id
     where l.source = 'event' and l.seq >= ${from}::bigint and l.seq < ${until}::bigint`;
}

/** The checkpoints made when the log had more than `from` and up to `until` leaves. */
export async function readCheckpoints(
  tx: Transaction,
  { from, until }: Seqs,
): Promise<StoredCheckpoint[]> {
  const rows = await tx<{ size: number; root: Buffer; at: string; note: string; peaks: Buffer }[]>`
    select size, root, at, note, peaks from log_checkpoint
     where size > ${from}::bigint and size <= ${until}::bigint order by size`;
  return rows.map(checkpointOf);
}

export async function readBlocks(
  tx: Transaction,
  { from, until }: Seqs,
): Promise<{ index: number; root: Hash }[]> {
  return await tx<{ index: number; root: Hash }[]>`
    select index, root from log_block
     where index >= ${from}::bigint and index < ${until}::bigint order by index`;
}

/** The first place after all leaves and checkpoints. */
export async function readExtent(tx: Transaction): Promise<number> {
  const [row] = await tx<{ extent: number }[]>`
    select greatest((select max(seq) + 1 from log_leaf), (select max(size) from log_checkpoint), 0) as extent`;
  return row?.extent ?? 0;
}

/** The first place from `from` on at which there is a leaf or a checkpoint. */
export async function readNextPlace(tx: Transaction, from: number): Promise<number> {
  const [row] = await tx<{ place: number | null }[]>`
    select least((select min(seq) from log_leaf where seq >= ${from}::bigint),
                 (select min(size) - 1 from log_checkpoint where size > ${from}::bigint)) as place`;
  return row?.place ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Rows without a leaf: how many wait for the next run of the sequencer, and those that should have
 * been in the newest checkpoint, because its transactions include theirs (`snapshot`, if this
 * cluster counted them) or because they claim a time before `before`.
 */
export async function readUnlogged(
  tx: Transaction,
  than: { snapshot: string | null; before: string; limit: number },
): Promise<{ waiting: number; overdue: UnloggedRow[]; overdueCount: number }> {
  const rows = await tx<(UnloggedRow & { waiting: number; overdue_count: number })[]>`
    with unlogged as materialized (
      select 'act' as source, a.county_code, a.id, a.recorded_at as at, a.xid
        from act a left join log_leaf l on l.county_code = a.county_code and l.source_id = a.id
       where l.seq is null
      union all
      select 'event', '', e.id, e.at, e.xid
        from audit_event e left join log_leaf l on l.county_code = '' and l.source_id = e.id
       where l.seq is null
    ), judged as (
      select source, county_code, id,
             at < ${than.before} or coalesce(pg_visible_in_snapshot(xid, ${than.snapshot}::pg_snapshot), false) as overdue
        from unlogged
    )
    select source, county_code, id, overdue,
           count(*) filter (where not overdue) over () as waiting,
           count(*) filter (where overdue) over () as overdue_count
      from judged order by overdue desc, source, county_code, id limit ${than.limit}`;
  const [first] = rows;
  return {
    waiting: first?.waiting ?? 0,
    overdueCount: first?.overdue_count ?? 0,
    overdue: rows
      .slice(0, first?.overdue_count ?? 0)
      .map(({ source, county_code, id }) => ({ source, county_code, id })),
  };
}
