import type { Transaction } from '../../../platform/server/database/connect.ts';
import { markDoomed } from './plan-store.ts';

/** Which sources state a field: of the others' rows the register's value goes on. */
export type StatedBy = (target: string) => readonly number[];

/**
 * The households as they will be, a line for each that will have members: who heads it, how many
 * they are, and what the rules over a household ask of its members. Of persons on the register
 * those count who are present and not named by the files.
 */
export async function gatherMembers(tx: Transaction, statedBy: StatedBy): Promise<void> {
  // What will be true of a person who is on the register: as the file says, if it says anything.
  const value = (target: string, column: string) =>
    tx`case when m.id is null or s.source = any(${[...statedBy(target)]}::smallint[]) then s.${tx(column)} else m.${tx(column)} end`;
  await tx`
    create temp table after_members on commit drop as
    select number, count(*)::integer as members,
           count(*) filter (where is_head)::integer as heads,
           min(name) filter (where is_head) as head_name, min(name_initials) filter (where is_head) as head_initials,
           min(sex) filter (where is_head) as head_sex,
           count(*) filter (where is_spouse)::integer as spouses,
           min(sex) filter (where is_spouse) as spouse_sex_least, max(sex) filter (where is_spouse) as spouse_sex_most,
           bool_or(not insured) as has_uninsured, bool_or(out_of_school) as has_out_of_school,
           bool_or(subsistence) as has_subsistence, bool_or(extreme) as has_extreme,
           max(joined_on) as last_joined_on
      from (
        select number, name, name_initials, sex, joined_on,
               coalesce(relation in ('01', '02'), false) as is_head, coalesce(relation in ('10', '11', '12'), false) as is_spouse,
               coalesce(resident_medical, false) or coalesce(employee_medical, false) as insured,
               out_of_school_reason is not null as out_of_school,
               coalesce(subsistence_allowance <> 'none', false) as subsistence,
               coalesce(extreme_poverty_support <> 'none', false) as extreme
          from (
            select s.number_of_household as number, s.name, s.name_initials, s.joined_on,
                   coalesce(${value('person.sex', 'sex')}, m.sex) as sex,
                   ${value('person.relation', 'relation')} as relation,
                   ${value('person.residentMedical', 'resident_medical')} as resident_medical,
                   ${value('person.employeeMedical', 'employee_medical')} as employee_medical,
                   ${value('person.outOfSchoolReason', 'out_of_school_reason')} as out_of_school_reason,
                   ${value('person.subsistenceAllowance', 'subsistence_allowance')} as subsistence_allowance,
                   ${value('person.extremePovertySupport', 'extreme_poverty_support')} as extreme_poverty_support
              from stage_person s
              join plan p on p.number = s.number_of_household and not p.doomed
              left join matched x on x.source = s.source and x.row_number = s.row_number
              left join person m on m.county_code = p.county_code and m.id = x.person_id
             where s.leave_reason is null
            union all
            select p.number, m.name, m.name_initials, m.joined_on, m.sex, m.relation, m.resident_medical, m.employee_medical,
                   m.out_of_school_reason, m.subsistence_allowance, m.extreme_poverty_support
              from plan p
              join person m on m.county_code = p.county_code and m.household_id = p.existing_id and m.status = 'present'
             where not p.doomed and not exists (select from matched x where x.person_id = m.id)
          ) as person_after
      ) as judged
     group by number`;
  await tx`analyze after_members (number)`;
}

/** A household without the name of its head, in the files or among its members, cannot be stored. */
export async function refuseNameless(tx: Transaction): Promise<void> {
  await tx`
    insert into refusal
    select p.source, p.row_number, null, 'valueMissing', jsonb_build_object('field', 'household.headName'), p.number, true
      from plan p
      join stage_household s on s.source = p.source and s.row_number = p.row_number
      left join after_members a on a.number = p.number
     where not p.doomed and p.existing_id is null and a.head_name is null and s.head_name is null`;
  await markDoomed(tx);
}

/** Tells of new households without a member, and of heads whose name the household's own row spells otherwise. */
export async function warnOfMembers(tx: Transaction): Promise<void> {
  await tx`
    insert into stage_finding
    select p.source, p.row_number, null, 'W', 'householdWithoutMembers', null
      from plan p left join after_members a on a.number = p.number
     where not p.doomed and p.existing_id is null and a.number is null`;
  await tx`
    insert into stage_finding
    select p.source, p.row_number, null, 'W', 'headNameDiffers', null
      from plan p
      join stage_household s on s.source = p.source and s.row_number = p.row_number
      join after_members a on a.number = p.number
     where not p.doomed and s.head_name <> a.head_name`;
}
