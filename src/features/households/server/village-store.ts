import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { columnsOf } from './record-columns.ts';
import type { HouseholdRow, PersonRow, SpellRow, SurveyRow } from './store.ts';

const own = ['county_code', 'id', 'village_code', 'version'];
const householdColumns = [...new Set([...own, ...columnsOf.household])];
const personColumns = [...new Set([...own, 'household_id', ...columnsOf.person])];
const surveyColumns = [...new Set([...own, 'household_id', ...columnsOf.survey])];

/** Households of one county, by their ids. */
export type Households = { county: RegionCode; ids: readonly string[] };

/** A page of a village's households that are on the register, in the order of their numbers. */
export async function findHouseholdsOfVillage(
  tx: Transaction,
  page: { county: RegionCode; village: RegionCode; after: string; limit: number },
): Promise<HouseholdRow[]> {
  return await tx<HouseholdRow[]>`
    select ${tx(householdColumns)} from household
     where county_code = ${page.county} and village_code = ${page.village} and status = 'active'
       and number > ${page.after}
     order by number limit ${page.limit}`;
}

/** Their present members, in each household the head first, then by relation and age. */
export async function findPersonsOfMany(tx: Transaction, of: Households): Promise<PersonRow[]> {
  return await tx<PersonRow[]>`
    select ${tx(personColumns)} from person
     where county_code = ${of.county} and household_id = any(${of.ids as string[]}::uuid[])
       and status = 'present'
     order by household_id, relation, birth_day, id`;
}

/** Their surveys of the latest years that each has, newest first. */
export async function findLatestSurveysOfMany(
  tx: Transaction,
  of: Households & { years: number },
): Promise<SurveyRow[]> {
  return await tx<SurveyRow[]>`
    select ${tx(surveyColumns)} from (
      select *, row_number() over (partition by household_id order by year desc) as place
        from household_survey
       where county_code = ${of.county} and household_id = any(${of.ids as string[]}::uuid[])
    ) ranked
     where place <= ${of.years}
     order by household_id, year desc`;
}

export async function findSpellsOfMany(tx: Transaction, of: Households): Promise<SpellRow[]> {
  return await tx<SpellRow[]>`
    select county_code, id, village_code, version, household_id, kind, started_on, start_reason,
           ended_on, end_reason
      from registration_spell
     where county_code = ${of.county} and household_id = any(${of.ids as string[]}::uuid[])
     order by household_id, started_on, kind`;
}
