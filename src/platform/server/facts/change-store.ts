import type { Transaction } from '../database/connect.ts';

/** Where PostgreSQL stands: everything visible in `snapshot` has been read. */
export type Cursor = {
  /** A `pg_snapshot` in text: which transactions were over when it was taken. */
  readonly snapshot: string;
  readonly readAt: string;
  /** Tells one database cluster from another. */
  readonly source: string;
  /** A row of the change log that was applied; null before the first. */
  readonly anchor: string | null;
};

/** The households of a county that changed; all of the county's if there are too many to name. */
export type Touched = {
  countyCode: string;
  households: number;
  householdIds: string[] | undefined;
};

/** From so many on, a county is read whole: faster than looking its households up one by one. */
const NAMED_AT_MOST = 2000;

/** The present position, to be taken before anything is read. */
export async function currentCursor(tx: Transaction): Promise<Cursor> {
  const [row] = await tx<{ snapshot: string; read_at: string; source: string }[]>`
    select pg_current_snapshot()::text as snapshot, now() as read_at,
           (select system_identifier::text from pg_control_system())
             || '/' || (select oid::text from pg_database where datname = current_database()) as source`;
  if (row === undefined) throw new Error('PostgreSQL gave no snapshot');
  return { snapshot: row.snapshot, readAt: row.read_at, source: row.source, anchor: null };
}

/** True if the cursor's snapshot may have come from this database's past. */
export async function isInThePast(tx: Transaction, cursor: Cursor): Promise<boolean> {
  const [row] = await tx<{ past: boolean }[]>`
    select pg_snapshot_xmax(${cursor.snapshot}::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
       and (${cursor.anchor}::uuid is null or exists (select from change_log where id = ${cursor.anchor}::uuid)) as past`;
  return row?.past === true;
}

/**
 * The latest of the change log's rows that became visible between two positions. Rows carry their
 * transaction's number, and transactions end in another order than they begin; so "newly visible"
 * is asked of the two snapshots and never of a highest number or a time.
 */
export async function findNewestChange(
  tx: Transaction,
  between: Between,
): Promise<string | undefined> {
  const [row] = await tx<{ id: string }[]>`
    select id from change_log
     where xid >= pg_snapshot_xmin(${between.last}::pg_snapshot)
       and not pg_visible_in_snapshot(xid, ${between.last}::pg_snapshot)
       and pg_visible_in_snapshot(xid, ${between.now}::pg_snapshot)
     order by xid desc, id desc limit 1`;
  return row?.id;
}

/**
 * Which households became different between two positions. A batch is one row of the change log,
 * written in the transaction of its acts, so the acts are found by that transaction's number.
 */
export async function findTouched(tx: Transaction, between: Between): Promise<Touched[]> {
  const rows = await tx<TouchedRow[]>`
    with fresh as materialized (
      select county_code, household_id, xid from change_log
       where xid >= pg_snapshot_xmin(${between.last}::pg_snapshot)
         and not pg_visible_in_snapshot(xid, ${between.last}::pg_snapshot)
         and pg_visible_in_snapshot(xid, ${between.now}::pg_snapshot)
    ),
    touched as (
      select county_code, household_id from fresh where household_id is not null
      union
      select a.county_code, a.household_id from act a
       where a.xid in (select xid from fresh where household_id is null)
         and a.batch_id is not null and a.household_id is not null
    )
    select county_code, count(*) as households,
           case when count(*) <= ${NAMED_AT_MOST} then array_agg(household_id::text) end as ids
      from touched group by county_code order by county_code`;
  return rows.map(touchedOf);
}

type Between = { last: string; now: string };
type TouchedRow = { county_code: string; households: number; ids: string[] | null };

function touchedOf(row: TouchedRow): Touched {
  return {
    countyCode: row.county_code,
    households: row.households,
    householdIds: row.ids ?? undefined,
  };
}

/** Which counties have rows at all, in their order. */
export async function listCounties(tx: Transaction, table: string): Promise<string[]> {
  const rows = await tx<{ county_code: string }[]>`
    select distinct county_code from ${tx(table)} order by county_code`;
  return rows.map((row) => row.county_code);
}

/** Forgets changes that every follower has long seen. */
export async function pruneChanges(tx: Transaction): Promise<void> {
  await tx`delete from change_log where at < now() - interval '7 days'`;
}
