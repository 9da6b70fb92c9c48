import {
  type ConnectionTarget,
  connect,
  type Sql,
} from '../src/platform/server/database/connect.ts';

const NAME = 'bench_plain_reader';
const PASSWORD = 'only-for-benchmarks';

/**
 * What a product without row-level security would read with: a role that no policy binds, and its
 * own `app_enter`, which finds the session by the same query and enters no scope. It is plain SQL,
 * so that PostgreSQL plans it as if it stood in the query.
 */
export async function plainReader(owner: Sql, target: ConnectionTarget, max: number): Promise<Sql> {
  if ('url' in target) throw new Error('Benchmarks run on a database of their own');
  await owner.unsafe(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${NAME}') then
        create role ${NAME} login bypassrls password '${PASSWORD}';
      end if;
    end $$;
    create schema if not exists ${NAME};
    grant usage on schema ${NAME} to ${NAME};
    grant mingbai_app to ${NAME};
    alter role ${NAME} set search_path = ${NAME}, public;
    create or replace function ${NAME}.app_enter(token bytea, at timestamptz, day date)
    returns table (
      session_id uuid, account_id uuid, user_name text, display_name text, must_change_password boolean,
      posting_id uuid, role text, region_code text, second_factor_at timestamptz, last_seen_at timestamptz
    ) language sql stable as $$
      select s.id, a.id, a.user_name, a.display_name, a.must_change_password, p.id, p.role, p.region_code,
             s.second_factor_at, s.last_seen_at
        from public.session s
        join public.account a on a.id = s.account_id and a.status = 'active'
        left join public.posting p on p.id = s.posting_id and p.account_id = a.id
          and p.from_day <= day and (p.until_day is null or p.until_day >= day)
       where s.token_hash = token and not s.awaits_second_factor and s.ended_at is null
         and s.ends_at > at and s.last_seen_at > at - interval '30 minutes'
    $$`);
  const sql = connect({ ...target, user: NAME, password: PASSWORD }, { max });
  const [seen] = await sql<
    { rows: number }[]
  >`select count(*)::integer as rows from (select 1 from household limit 1) as one`;
  if (seen?.rows !== 1) throw new Error('The peer is bound by row-level security');
  return sql;
}
