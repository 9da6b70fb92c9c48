import type { Sql } from '../../src/platform/server/database/connect.ts';

/** How many acts stand in the register under each request number. */
export async function countActsByRequest(owner: Sql): Promise<Map<string, number>> {
  const rows = await owner<{ request_id: string; acts: number }[]>`
    select request_id, count(*) as acts from act group by request_id`;
  return new Map(rows.map((row) => [row.request_id, row.acts]));
}

export type HouseholdNow = { id: string; version: number; mainCause: string };

export async function readHouseholds(owner: Sql): Promise<Map<string, HouseholdNow>> {
  const rows = await owner<{ id: string; version: number; main_cause: string }[]>`
    select id, version, main_cause from household`;
  return new Map(
    rows.map(({ id, version, main_cause }) => [id, { id, version, mainCause: main_cause }]),
  );
}

export async function countByCause(owner: Sql, village: string): Promise<Map<string, number>> {
  const rows = await owner<{ main_cause: string; households: number }[]>`
    select main_cause, count(*) as households from household
     where status = 'active' and village_code = ${village} group by main_cause`;
  return new Map(rows.map((row) => [row.main_cause, row.households]));
}

/**
 * What could only be if a request had been applied in part: each line names a rule and how many
 * records break it. Acts and rows are written together or not at all, so that either can be worked
 * out from the other.
 */
export async function findHalfApplied(owner: Sql): Promise<{ rule: string; records: number }[]> {
  const rows = await owner<{ rule: string; records: number }[]>`
    select 'a household has as many versions as requests changed it' as rule, count(*) as records
      from household h
     where version <> (select count(distinct a.request_id) from act a
                        where a.county_code = h.county_code and a.household_id = h.id)
    union all
    select 'a person has as many versions as acts', count(*) from person p
     where version <> (select count(*) from act a
                        where a.county_code = p.county_code and a.subject = 'person' and a.subject_id = p.id)
    union all
    select 'a survey has as many versions as acts', count(*) from household_survey s
     where version <> (select count(*) from act a
                        where a.county_code = s.county_code and a.subject = 'survey' and a.subject_id = s.id)
    union all
    select 'an act has its record', count(*) from act a
     where not exists (select from household h where h.county_code = a.county_code and h.id = a.subject_id)
       and not exists (select from person p where p.county_code = a.county_code and p.id = a.subject_id)
       and not exists (select from household_survey s where s.county_code = a.county_code and s.id = a.subject_id)
    union all
    select 'the acts of a request are numbered without a gap', count(*) from (
      select from act group by county_code, request_id having max(ordinal) + 1 <> count(*)) as gap
    union all
    select 'a household counts its members', count(*) from household h
     where member_count <> (select count(*) from person p
                             where p.county_code = h.county_code and p.household_id = h.id and p.status = 'present')
    union all
    select 'the cause is that of the last act that names one', count(*) from household h
     where main_cause is distinct from (
       select a.after ->> 'mainCause' from act a
        where a.county_code = h.county_code and a.subject_id = h.id and a.after ? 'mainCause'
        order by a.recorded_at desc, a.id desc limit 1)
    union all
    select 'an ID number is claimed by the person who bears it', count(*)
      from person p full join id_card c on c.person_id = p.id and c.county_code = p.county_code
     where p.document_hash is distinct from c.id_hash
    union all
    select 'the followers are told of every act', count(*) from act a
     where not exists (select from change_log l where l.xid = a.xid)`;
  return rows.filter(({ records }) => records > 0);
}

/** PostgreSQL then answers COMMIT before anything is on disk: a control that must lose. */
export async function switchOffWaitingForDisk(owner: Sql): Promise<void> {
  const [row] = await owner<{ name: string }[]>`select current_database() as name`;
  await owner`alter database ${owner(row?.name ?? '')} set synchronous_commit = off`;
  await owner`select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()`;
}

/** Tables that grow by themselves while the product runs, and those that signing in writes to. */
const growing = ['log_leaf', 'log_block', 'log_checkpoint', 'session', 'audit_event'];

/** The rows of every table that a start fills, by table; of the audit events only those it wrote. */
export async function countRows(owner: Sql): Promise<Map<string, number>> {
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all (${growing})
     order by table_name`;
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await owner<{ rows: number }[]>`select count(*) as rows from ${owner(name)}`;
    counts.set(name, row?.rows ?? 0);
  }
  const [created] = await owner<{ rows: number }[]>`
    select count(*) as rows from audit_event where kind = 'account.create'`;
  return counts.set('audit_event', created?.rows ?? 0);
}

/** What an import has brought into the register: everything it wrote bears its number. */
export async function countImported(
  owner: Sql,
  run: string,
): Promise<{
  acts: number;
  households: number;
  persons: number;
  cards: number;
  changes: number;
  done: boolean;
}> {
  const [row] = await owner<Awaited<ReturnType<typeof countImported>>[]>`
    with made as materialized (select household_id as id from act where request_id = ${run}),
         member as materialized (select id from person where household_id in (select id from made))
    select (select count(*) from made) as acts,
           (select count(*) from household where id in (select id from made)) as households,
           (select count(*) from member) as persons,
           (select count(*) from id_card where person_id in (select id from member)) as cards,
           (select count(*) from change_log where batch_id = ${run}) as changes,
           exists (select from import_run where id = ${run} and state = 'done') as done`;
  if (row === undefined) throw new Error('A count has a row');
  return row;
}

/** For the control: as a taking by half would leave it. */
export async function takeOnePersonOut(owner: Sql, run: string): Promise<void> {
  await owner`
    delete from person where id in (
      select p.id from person p
        join act a on a.county_code = p.county_code and a.household_id = p.household_id
       where a.request_id = ${run} limit 1)`;
}

/** For the control: as a start that made its accounts one by one could leave it. */
export async function takeOneAccountOut(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => {
    const [account] = await tx<{ id: string }[]>`select id from account limit 1`;
    await tx`delete from posting where account_id = ${account?.id ?? ''}`;
    await tx`delete from account where id = ${account?.id ?? ''}`;
  });
}
