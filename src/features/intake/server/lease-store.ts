import { NATION, type RegionCode } from '../../../kernel/region-code.ts';
import type { Sql, Transaction } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { MOST_ATTEMPTS } from '../model/states.ts';
import { endRun } from './run-store.ts';

/** How long a run counts as alive after its last sign. All times are the database's own. */
const LEASE_SECONDS = 15;

// Those who look for work take turns, so that no two of them begin imports of one region at once.
const CLAIM_LOCK = 20_261_124;

export type Claim = { readonly id: string; readonly region: RegionCode; readonly attempt: number };

/**
 * Takes the next run that may begin: one that waits, or one whose worker died. Of each region one
 * runs at a time, and the region that had its turn longest ago comes first. Undefined if nothing is to do.
 */
export async function claimRun(tx: Transaction, only?: string): Promise<Claim | undefined> {
  await enterScope(tx, NATION);
  await tx`select pg_advisory_xact_lock(${CLAIM_LOCK})`;
  const [found] = await tx<(Claim & { cancelled: boolean })[]>`
    select r.id, r.region_code as region, r.attempt, r.cancel_requested_at is not null as cancelled
      from import_run r
      left join import_progress p on p.run_id = r.id
     where (r.state = 'queued' or (r.state in ('checking', 'taking') and coalesce(p.lease_until, '-infinity') < now()))
       and (${only ?? null}::uuid is null or r.id = ${only ?? null}::uuid)
       and not exists (
         select from import_run o join import_progress q on q.run_id = o.id
          where o.id <> r.id and o.state in ('checking', 'taking') and q.lease_until >= now()
            and (starts_with(o.region_code, r.region_code) or starts_with(r.region_code, o.region_code)))
     order by (select max(e.finished_at) from import_run e where e.region_code = r.region_code) nulls first, r.queued_at, r.id
     limit 1
       for update of r`;
  if (found === undefined) return undefined;
  if (found.cancelled || found.attempt >= MOST_ATTEMPTS) {
    await giveUp(tx, found);
    return await claimRun(tx, only);
  }
  const attempt = found.attempt + 1;
  await tx`
    update import_run set state = 'checking', attempt = ${attempt}, started_at = coalesce(started_at, now())
     where id = ${found.id}`;
  await tx`
    insert into import_progress (run_id, attempt, lease_until, phase, updated_at)
    values (${found.id}, ${attempt}, now() + make_interval(secs => ${LEASE_SECONDS}), 'checking', now())
    on conflict (run_id) do update
       set attempt = excluded.attempt, lease_until = excluded.lease_until, phase = excluded.phase,
           share = 0, rows_read = 0, rows_refused = 0, updated_at = excluded.updated_at`;
  return { id: found.id, region: found.region, attempt };
}

async function giveUp(
  tx: Transaction,
  run: { readonly id: string; readonly cancelled: boolean },
): Promise<void> {
  const now = new Date().toISOString();
  if (run.cancelled) await endRun(tx, run.id, { state: 'cancelled', now });
  else await endRun(tx, run.id, { state: 'failed', now, problem: { code: 'interruptedTooOften' } });
}

export type SignOfLife = {
  readonly phase: string;
  readonly share: number;
  readonly rowsRead: number;
  readonly rowsRefused: number;
};

export type LeaseState = 'held' | 'cancelRequested' | 'lost';

/** Tells that the run is alive and how far it is; says whether it should go on. */
export async function renewLease(
  tx: Transaction,
  claim: Claim,
  sign: SignOfLife,
): Promise<LeaseState> {
  await enterScope(tx, NATION);
  const renewed = await tx`
    update import_progress
       set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), phase = ${sign.phase}, share = ${sign.share},
           rows_read = ${sign.rowsRead}, rows_refused = ${sign.rowsRefused}, updated_at = now()
     where run_id = ${claim.id} and attempt = ${claim.attempt}`;
  if (renewed.count === 0) return 'lost';
  const [run] = await tx<{ cancelled: boolean }[]>`
    select cancel_requested_at is not null as cancelled from import_run where id = ${claim.id}`;
  return run?.cancelled === true ? 'cancelRequested' : 'held';
}

/** Moves on from checking to taking; false if the run was cancelled or given to another meanwhile. */
export async function beginTaking(tx: Transaction, claim: Claim): Promise<boolean> {
  await enterScope(tx, NATION);
  const moved = await tx`
    update import_run set state = 'taking'
     where id = ${claim.id} and attempt = ${claim.attempt} and cancel_requested_at is null
       and state in ('checking', 'taking')`;
  return moved.count === 1;
}

/**
 * The last statement of the transaction that takes the rows: with it the run is done, or nothing is.
 * False if it was cancelled or given to another, and then everything must be rolled back.
 */
export async function finishTaking(tx: Transaction, claim: Claim, now: string): Promise<boolean> {
  const done = await tx`
    update import_run set state = 'done', finished_at = ${now}
     where id = ${claim.id} and attempt = ${claim.attempt} and state = 'taking' and cancel_requested_at is null`;
  return done.count === 1;
}

/** Stops the statement that a run's connection is at. */
export async function stopStatement(tx: Transaction, backend: number): Promise<void> {
  await tx`select pg_cancel_backend(${backend})`;
}

export async function backendOf(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row === undefined) throw new Error('The connection has no backend');
  return row.pid;
}
