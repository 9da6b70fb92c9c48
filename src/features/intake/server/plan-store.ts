import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

/**
 * What is done with the staged rows is worked out in tables that live as long as the transaction.
 * `plan` has a row for every household that the files name. A household comes in whole or not at
 * all: one refused row of it or of a member dooms its row and its members' rows; a survey stands by itself.
 */
export async function createPlanTables(tx: Transaction): Promise<void> {
  await tx`set local work_mem = '128MB'`;
  // The estimates of tables that were made a moment ago are too low; loops over them would take hours.
  await tx`set local enable_nestloop = off`;
  await tx`
    create temp table refusal (
      source smallint not null, row_number integer not null, column_index integer, code text not null,
      details jsonb, number text collate "C", of_unit boolean not null
    ) on commit drop`;
  await tx`create temp table doomed (number text collate "C" primary key) on commit drop`;
  await tx`
    insert into doomed
    select distinct number_of_household from stage_fault
     where of_unit and number_of_household is not null`;
}

/** Dooms the households of whatever was refused since. Call after each group of checks. */
async function spreadRefusals(tx: Transaction): Promise<void> {
  await tx`
    insert into doomed
    select distinct number from refusal where of_unit and number is not null
    on conflict do nothing`;
}

export async function markDoomed(tx: Transaction): Promise<void> {
  await spreadRefusals(tx);
  await tx`update plan p set doomed = true from doomed d where d.number = p.number and not p.doomed`;
}

/** Refuses what stands twice in the files themselves. */
export async function refuseRepetitions(tx: Transaction): Promise<void> {
  await tx`
    insert into refusal
    select s.source, s.row_number, null, 'householdTwice', jsonb_build_object('count', d.count), s.number_of_household, true
      from stage_household s
      join (select number_of_household, count(*) from stage_household group by 1 having count(*) > 1) d
        using (number_of_household)`;
  await tx`
    insert into refusal
    select s.source, s.row_number, null, 'documentTwice', jsonb_build_object('count', d.count), s.number_of_household, true
      from stage_person s
      join (select document_hash, count(*) from stage_person where document_hash is not null group by 1 having count(*) > 1) d
        using (document_hash)`;
  await tx`
    insert into refusal
    select s.source, s.row_number, null, 'personTwice', jsonb_build_object('count', d.count), s.number_of_household, true
      from stage_person s
      join (select number_of_household, name, birth_day, count(*) from stage_person where document_hash is null
             group by 1, 2, 3 having count(*) > 1) d
        on d.number_of_household = s.number_of_household and d.name = s.name
       and d.birth_day is not distinct from s.birth_day
     where s.document_hash is null`;
  await tx`
    insert into refusal
    select s.source, s.row_number, null, 'surveyTwice', jsonb_build_object('year', s.year), s.number_of_household, false
      from stage_survey s
      join (select number_of_household, year from stage_survey group by 1, 2 having count(*) > 1) d
        using (number_of_household, year)`;
  await tx`
    update refusal r set of_unit = true from stage_household s
     where r.code = 'surveyTwice' and s.source = r.source and s.row_number = r.row_number`;
  await spreadRefusals(tx);
}

/** Finds for every household that the files name the one on the register, if there is one. */
export async function makePlan(tx: Transaction, reach: RegionCode): Promise<void> {
  const county = reach.length >= 6 ? reach.slice(0, 6) : null;
  await tx`
    create temp table plan on commit drop as
    select n.number, h.id as existing_id, coalesce(h.id, s.id) as id,
           coalesce(h.county_code, left(s.village_code, 6)) as county_code,
           coalesce(s.village_code, h.village_code) as village_code, h.village_code as existing_village,
           h.status, s.source, s.row_number, d.number is not null as doomed
      from (select number_of_household as number from stage_household
             union select number_of_household from stage_person
             union select number_of_household from stage_survey) n
      left join doomed d on d.number = n.number
      left join stage_household s on s.number_of_household = n.number and d.number is null
      left join household h on h.number = n.number and (${county}::text is null or h.county_code = ${county})`;
  await tx`analyze plan (number, existing_id, id, county_code, source, row_number, doomed)`;
}

/** Refuses households that may not be taken as they are, and rows whose household nobody knows. */
export async function refuseHouseholds(tx: Transaction): Promise<void> {
  await refuseUnits(tx, 'householdClosed', 'closed');
  await refuseUnits(tx, 'householdInOtherCounty', 'elsewhere');
  await tx`
    insert into refusal
    select source, row_number, null, 'placeMissing', null, number, true from plan
     where not doomed and existing_id is null and source is not null and village_code is null`;
  for (const [table, ofUnit] of [
    ['stage_person', true],
    ['stage_survey', false],
  ] as const) {
    await tx`
      insert into refusal
      select s.source, s.row_number, null, 'householdUnknown', null, null, ${ofUnit}
        from ${tx(table)} s join plan p on p.number = s.number_of_household
       where not p.doomed and p.existing_id is null and p.source is null`;
  }
  await markDoomed(tx);
}

/** Refuses the household's own row or, if the files have none, those of its members and surveys. */
async function refuseUnits(
  tx: Transaction,
  code: 'householdClosed' | 'householdInOtherCounty',
  which: 'closed' | 'elsewhere',
): Promise<void> {
  const condition =
    which === 'closed'
      ? tx`p.status = 'closed'`
      : tx`(p.existing_id is not null and p.village_code is not null and left(p.village_code, 6) <> p.county_code)
           or p.number in (select number from plan group by number having count(*) > 1)`;
  await tx`
    insert into refusal
    select distinct p.source, p.row_number, null::integer, ${code}, null::jsonb, p.number, true
      from plan p where not p.doomed and p.source is not null and (${condition})`;
  for (const table of ['stage_person', 'stage_survey']) {
    await tx`
      insert into refusal
      select distinct s.source, s.row_number, null::integer, ${code}, null::jsonb, p.number, true
        from plan p join ${tx(table)} s on s.number_of_household = p.number
       where not p.doomed and p.source is null and (${condition})`;
  }
  await markDoomed(tx);
}
