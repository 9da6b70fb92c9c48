import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { fields, incomeCategories } from '../../households/model/index.ts';

/** A person as the rules across households need one; number and phone are sealed. */
export type SharedPersonRow = {
  id: string;
  householdId: string;
  villageCode: string;
  name: string;
  sex: string;
  birthDay: string | null;
  documentNumber: Uint8Array | null;
  phone: Uint8Array | null;
  workStatus: string | null;
  workMonths: number | null;
  publicPosts: string[];
  leaveReason: string | null;
  leftOn: string | null;
};

export type SharedSurveyRow = Record<string, unknown> & {
  id: string;
  householdId: string;
  villageCode: string;
  year: number;
};

const personColumns = `p.id, p.household_id as "householdId", p.village_code as "villageCode", p.name, p.sex,
  p.birth_day as "birthDay", p.document_sealed as "documentNumber", p.phone_sealed as phone,
  p.work_status as "workStatus", p.work_months as "workMonths", p.public_posts as "publicPosts",
  p.leave_reason as "leaveReason", p.left_on as "leftOn"`;

const itemKeys: readonly string[] = Object.values(incomeCategories).flatMap(({ items }) => items);
const items = fields.survey.filter(({ key }) => itemKeys.includes(key));
const surveyColumns = [
  's.id',
  's.household_id as "householdId"',
  's.village_code as "villageCode"',
  's.year',
  ...items.map(({ column, key }) => `s.${column} as "${key}"`),
].join(', ');
const itemColumns = items.map(({ column }) => `s.${column}`).join(', ');
const itemValues = items.map(({ column }) => `coalesce(s.${column}, 0)`).join(', ');

/**
 * Persons of a county who share something with a person of another household that ought to be one
 * household's own: the phone, or name, sex and birthday where there is no number. More than are at
 * fault; the rules decide. Numbers are not compared: the database holds each once (R001, R027).
 */
export async function readSharedPersons(
  tx: Transaction,
  county: RegionCode,
): Promise<SharedPersonRow[]> {
  return await tx<SharedPersonRow[]>`
    with shared as materialized (
      select p.id from person p
       where p.county_code = ${county} and p.status = 'present' and exists (
         select from person q
          where q.county_code = ${county} and q.status = 'present' and q.phone_hash = p.phone_hash
            and q.household_id <> p.household_id)
      union
      select p.id from person p
       where p.county_code = ${county} and p.status = 'present' and p.document_hash is null and exists (
         select from person q
          where q.county_code = ${county} and q.status = 'present' and q.document_hash is null
            and q.name = p.name and q.sex = p.sex and q.birth_day = p.birth_day
            and q.household_id <> p.household_id)
    )
    select ${tx.unsafe(personColumns)} from shared join person p on p.county_code = ${county} and p.id = shared.id
     order by p.id`;
}

/** Surveys of a county's active households that equal another one of the same village and year in every income. */
export async function readEqualSurveys(
  tx: Transaction,
  county: RegionCode,
): Promise<SharedSurveyRow[]> {
  return await tx<SharedSurveyRow[]>`
    with counted as materialized (
      select s.id, count(*) over (partition by s.village_code, s.year, ${tx.unsafe(itemValues)}) as equals
        from household_survey s
        join household h on h.county_code = s.county_code and h.id = s.household_id and h.status = 'active'
       where s.county_code = ${county} and greatest(${tx.unsafe(itemColumns)}) > 0
    )
    select ${tx.unsafe(surveyColumns)} from counted
      join household_survey s on s.county_code = ${county} and s.id = counted.id
     where counted.equals > 1
     order by s.id`;
}

export async function readPersonsByPhone(
  tx: Transaction,
  county: RegionCode,
  phoneHashes: readonly bigint[],
): Promise<SharedPersonRow[]> {
  if (phoneHashes.length === 0) return [];
  return await tx<SharedPersonRow[]>`
    select ${tx.unsafe(personColumns)} from person p
     where p.county_code = ${county} and p.status = 'present'
       and p.phone_hash = any(${phoneHashes.map(String)}::text[]::bigint[])`;
}

/** Present persons without a number who are called so and born then. */
export async function readPersonsByName(
  tx: Transaction,
  county: RegionCode,
  keys: readonly { name: string; birthDay: string }[],
): Promise<SharedPersonRow[]> {
  if (keys.length === 0) return [];
  return await tx<SharedPersonRow[]>`
    select ${tx.unsafe(personColumns)} from person p
     where p.county_code = ${county} and p.status = 'present' and p.document_hash is null
       and (p.name, p.birth_day) in (
         select name, birth_day from unnest(${keys.map(({ name }) => name)}::text[],
                                            ${keys.map(({ birthDay }) => birthDay)}::date[]) as wanted (name, birth_day))`;
}

/** Surveys of a year in a village, of its active households. */
export async function readSurveysOfVillages(
  tx: Transaction,
  county: RegionCode,
  keys: readonly { villageCode: string; year: number }[],
): Promise<SharedSurveyRow[]> {
  if (keys.length === 0) return [];
  return await tx<SharedSurveyRow[]>`
    select ${tx.unsafe(surveyColumns)} from household h
      join household_survey s on s.county_code = h.county_code and s.household_id = h.id
     where h.county_code = ${county} and h.status = 'active'
       and (h.village_code, s.year) in (
         select village_code, year from unnest(${keys.map(({ villageCode }) => villageCode)}::text[],
                                               ${keys.map(({ year }) => year)}::smallint[]) as wanted (village_code, year))`;
}
