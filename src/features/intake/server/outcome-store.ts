import type { Transaction } from '../../../platform/server/database/connect.ts';
import { MOST_REFUSALS_KEPT } from './read-source.ts';

export type TakenCounts = {
  readonly source: number;
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
  readonly warned: number;
};

/**
 * Counts, for each source, the rows that were taken (made or changed a record), that were refused,
 * and that were not refused but need a look. Call after everything is written.
 */
export async function countOutcome(tx: Transaction): Promise<TakenCounts[]> {
  await tx`
    create temp table refused_row on commit drop as
    select source, row_number from stage_fault
     union select source, row_number from refusal
     union select s.source, s.row_number from stage_household s join doomed d on d.number = s.number_of_household
     union select s.source, s.row_number from stage_person s join doomed d on d.number = s.number_of_household
     union select s.source, s.row_number from stage_survey s
            where not exists (select from survey_plan v where v.source = s.source and v.row_number = s.row_number)
              and not exists (select from stage_household h where h.source = s.source and h.row_number = s.row_number)`;
  await tx`analyze refused_row`;
  return await tx<TakenCounts[]>`
    with taken as (
      select source, row_number, true as is_new from plan where not doomed and existing_id is null and source is not null
       union all select source, row_number, false from changed_household where source is not null
       union all select s.source, s.row_number, true from stage_person s
                   join plan p on p.number = s.number_of_household and not p.doomed
                  where not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)
       union all select source, row_number, false from changed_person
       union all select v.source, v.row_number, true from survey_plan v
                  where v.existing_id is null
                    and not exists (select from stage_household h join plan p on p.source = h.source and p.row_number = h.row_number
                                     where h.source = v.source and h.row_number = v.row_number and p.existing_id is null)
                    and not exists (select from changed_household c where c.source = v.source and c.row_number = v.row_number)
       union all select c.source, c.row_number, false from changed_survey c
                  where not exists (select from changed_household h where h.source = c.source and h.row_number = c.row_number)
    ), flagged as (
      select source, row_number from stage_household where warned
       union select source, row_number from stage_person where warned
       union select source, row_number from stage_survey where warned
       union select source, row_number from stage_finding where level = 'W'
    )
    select source, sum(added)::bigint as added, sum(changed)::bigint as changed,
           sum(refused)::bigint as refused, sum(warned)::bigint as warned
      from (select source, count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed,
                   0 as refused, 0 as warned from taken group by 1
            union all select source, 0, 0, count(*), 0 from refused_row group by 1
            union all select f.source, 0, 0, 0, count(*) from flagged f
                       where not exists (select from refused_row r where r.source = f.source and r.row_number = f.row_number)
                       group by 1) as counted
     group by source`;
}

export type ReasonCount = {
  readonly source: number;
  readonly code: string;
  readonly level: 'E' | 'W';
  readonly count: number;
};

/** How often each reason was met while rows were held against one another and the register. */
export async function countRefusals(tx: Transaction): Promise<ReasonCount[]> {
  return await tx<ReasonCount[]>`
    select source, code, 'E' as level, count(*) as count from refusal group by 1, 2
     union all
    select source, code, 'W', count(*) from stage_finding
     where code in ('householdWithoutMembers', 'headNameDiffers') group by 1, 2
     union all
    select source, 'heldBack', 'E', count(*) from refused_row r
     where not exists (select from stage_fault f where f.source = r.source and f.row_number = r.row_number)
       and not exists (select from refusal f where f.source = r.source and f.row_number = r.row_number)
     group by 1`;
}

const EXAMPLES_KEPT = 200;

/** Keeps why rows were refused: every refusal, and of the warnings the first of each kind. */
export async function keepFindings(
  tx: Transaction,
  run: { readonly id: string; readonly region: string; readonly labels: readonly string[] },
): Promise<void> {
  // What holds a household back: the first refused row of it.
  await tx`
    create temp table blame on commit drop as
    select distinct on (number) number, source, row_number from (
      select number_of_household as number, source, row_number from stage_fault where number_of_household is not null
       union all select number, source, row_number from refusal where number is not null) as refused
     order by number, source, row_number`;
  await tx`
    insert into import_finding (run_id, position, row_number, ordinal, region_code, column_index, level, code, details)
    select ${run.id}::uuid, source, row_number, row_number() over (partition by source, row_number order by level, code, column_index),
           ${run.region}, column_index, level, code, details
      from (
        select source, row_number, column_index, level, code, details from stage_finding
         where level = 'E' or code not in ('householdWithoutMembers', 'headNameDiffers')
        union all
        select source, row_number, column_index, level, code, details
          from (select f.*, row_number() over (partition by source, code) as place from stage_finding f
                 where code in ('householdWithoutMembers', 'headNameDiffers')) as told
         where place <= ${EXAMPLES_KEPT}
        union all
        select source, row_number, column_index, 'E', code, details from refusal
        union all
        select r.source, r.row_number, null, 'E', 'heldBack',
               jsonb_build_object('row', b.row_number, 'file', (${[...run.labels]}::text[])[b.source + 1])
          from refused_row r
          join (select source, row_number, number_of_household as number from stage_household
                 union select source, row_number, number_of_household from stage_person
                 union select source, row_number, number_of_household from stage_survey) w
            on w.source = r.source and w.row_number = r.row_number
          join blame b on b.number = w.number
         where not exists (select from stage_fault f where f.source = r.source and f.row_number = r.row_number)
           and not exists (select from refusal f where f.source = r.source and f.row_number = r.row_number)
      ) as found
     limit ${MOST_REFUSALS_KEPT}`;
}
