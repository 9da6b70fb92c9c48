import type { Sql } from './connect.ts';

export type Complaint = { rule: string; object: string };

/**
 * What in this schema would fail on Citus, or would let a table be read past its scope. Rules after
 * what Citus 13 refuses; run on any PostgreSQL. An empty answer means that the schema can be spread.
 */
export async function findCatalogComplaints(sql: Sql): Promise<Complaint[]> {
  return [
    ...(await distributionComplaints(sql)),
    ...(await foreignKeyComplaints(sql)),
    ...(await forbiddenThings(sql)),
    ...(await scopeComplaints(sql)),
    ...(await missingWords(sql)),
  ];
}

async function distributionComplaints(sql: Sql): Promise<Complaint[]> {
  return await sql<Complaint[]>`
    with spread as (
      select d.rel::regclass as oid, d.rel, a.attnum, a.attnotnull, a.attgenerated, a.atttypid
        from app_distribution d
        left join pg_attribute a on a.attrelid = d.rel::regclass and a.attname = d.col
       where d.kind = 'distributed'
    )
    select 'a distribution column is NOT NULL and stored' as rule, rel as object
      from spread where attnum is null or not attnotnull or attgenerated <> ''
    union all
    select 'a distributed table has a primary key', rel from spread
     where not exists (select from pg_index i where i.indrelid = spread.oid and i.indisprimary)
    union all
    select 'a unique index contains the distribution column', i.indexrelid::regclass::text
      from pg_index i join spread on spread.oid = i.indrelid
     where i.indisunique and not (spread.attnum = any (i.indkey::int2[]))`;
}

async function foreignKeyComplaints(sql: Sql): Promise<Complaint[]> {
  return await sql<Complaint[]>`
    with spread as (
      select d.rel::regclass as oid, d.kind, d.grp, a.attnum
        from app_distribution d
        left join pg_attribute a on a.attrelid = d.rel::regclass and a.attname = d.col
    )
    select 'a foreign key goes to the same group or to a reference table' as rule, c.conname::text as object
      from pg_constraint c
      join spread s on s.oid = c.conrelid and s.kind = 'distributed'
      left join spread r on r.oid = c.confrelid
     where c.contype = 'f' and not (r.kind is not distinct from 'reference' or r.grp is not distinct from s.grp)
    union all
    select 'a foreign key pairs the distribution columns', c.conname::text
      from pg_constraint c
      join spread s on s.oid = c.conrelid and s.kind = 'distributed'
      join spread r on r.oid = c.confrelid and r.kind = 'distributed'
     where c.contype = 'f'
       and not exists (
         select from generate_subscripts(c.conkey, 1) k where c.conkey[k] = s.attnum and c.confkey[k] = r.attnum)
    union all
    select 'no local table refers to a distributed one', c.conname::text
      from pg_constraint c
      join spread r on r.oid = c.confrelid and r.kind = 'distributed'
     where c.contype = 'f' and not exists (select from spread s where s.oid = c.conrelid and s.kind = 'distributed')`;
}

async function forbiddenThings(sql: Sql): Promise<Complaint[]> {
  return await sql<Complaint[]>`
    with spread as (select d.rel::regclass as oid from app_distribution d)
    select 'no trigger on a distributed or reference table' as rule, t.tgrelid::regclass::text as object
      from pg_trigger t join spread on spread.oid = t.tgrelid where not t.tgisinternal
    union all
    select 'no subquery in a policy', p.polname::text
      from pg_policy p
     where coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
           ~* '\\mselect\\M'
    union all
    select 'no identity or serial column', a.attrelid::regclass || '.' || a.attname
      from pg_attribute a join spread on spread.oid = a.attrelid
     where a.attnum > 0 and a.attidentity <> ''
    union all
    select 'text instead of char(n)', a.attrelid::regclass || '.' || a.attname
      from pg_attribute a join spread on spread.oid = a.attrelid
     where a.attnum > 0 and a.atttypid = 'bpchar'::regtype`;
}

/** Tables that carry village codes are under forced row-level security; the application owns nothing. */
async function scopeComplaints(sql: Sql): Promise<Complaint[]> {
  return await sql<Complaint[]>`
    select 'a table with village_code has forced row-level security and a policy' as rule, c.relname::text as object
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'village_code' and not a.attisdropped
     where c.relkind in ('r', 'p')
       and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
    union all
    select 'the application owns nothing', c.relname::text
      from pg_class c where c.relowner = 'mingbai_app'::regrole
    union all
    select 'the application does not bypass row-level security', rolname::text
      from pg_roles where rolname = 'mingbai_app' and (rolbypassrls or rolsuper or rolcreaterole)
    union all
    select 'what is append-only has no grant to update or delete', g.table_name || ': ' || g.privilege_type
      from information_schema.role_table_grants g
     where g.grantee in ('mingbai_app', 'PUBLIC') and g.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
       and obj_description(format('%I.%I', g.table_schema, g.table_name)::regclass) ~* '^append-only'`;
}

async function missingWords(sql: Sql): Promise<Complaint[]> {
  return await sql<Complaint[]>`
    select 'a table says what it is (COMMENT ON TABLE)' as rule, c.relname::text as object
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where c.relkind in ('r', 'p') and obj_description(c.oid) is null
    union all
    select 'a name of at most 50 characters', c.conname::text from pg_constraint c
      join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public'
     where length(c.conname) > 50 and c.contype <> 'n'`;
}
