import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type FieldSubject, fields } from '../../households/model/index.ts';

/** A record as the field dictionary names its values; sealed values are bytes. */
export type RecordRow = Record<string, unknown> & { id: string };
export type HouseholdRecordRow = RecordRow & { villageCode: string; status: string };
export type MemberRow = RecordRow & { householdId: string };

/** Rules look at every field but the bank account; columns go by the names of the dictionary. */
function columnsOf(of: FieldSubject, others: readonly string[]): string {
  const known = fields[of].filter(({ type }) => type !== 'bankAccount');
  return [...others, ...known.map(({ column, key }) => `${column} as "${key}"`)].join(', ');
}

const householdColumns = columnsOf('household', [
  'id',
  'county_code as "countyCode"',
  'village_code as "villageCode"',
  'status',
]);
const personColumns = columnsOf('person', ['id', 'household_id as "householdId"']);
const surveyColumns = columnsOf('survey', ['id', 'household_id as "householdId"']);

/**
 * The next households of a region within one county, in the order of their ids, which is that of
 * the table. They stay as they are until the transaction ends, so that what is found is still true
 * when it is written.
 */
export async function readNextHouseholds(
  tx: Transaction,
  of: { county: RegionCode; region: RegionCode; after: string | null; limit: number },
): Promise<HouseholdRecordRow[]> {
  const { from, to } = rangeOf(of.region);
  return await tx<HouseholdRecordRow[]>`
    select ${tx.unsafe(householdColumns)} from household
     where county_code = ${of.county} and village_code >= ${from} and village_code < ${to}
       and (${of.after}::uuid is null or id > ${of.after}::uuid)
     order by id limit ${of.limit} for share`;
}

/** These households, held in the same way. */
export async function readHouseholds(
  tx: Transaction,
  of: { county: RegionCode; ids: readonly string[] },
): Promise<HouseholdRecordRow[]> {
  return await tx<HouseholdRecordRow[]>`
    select ${tx.unsafe(householdColumns)} from household
     where county_code = ${of.county} and id = any(${[...of.ids]}::uuid[])
     order by id for share`;
}

/** Everyone who is or was of these households. */
export async function readPersons(
  tx: Transaction,
  of: { county: RegionCode; householdIds: readonly string[] },
): Promise<MemberRow[]> {
  return await tx<MemberRow[]>`
    select ${tx.unsafe(personColumns)} from person
     where county_code = ${of.county} and household_id = any(${[...of.householdIds]}::uuid[])
     order by household_id, id`;
}

export async function readSurveys(
  tx: Transaction,
  of: { county: RegionCode; householdIds: readonly string[] },
): Promise<MemberRow[]> {
  return await tx<MemberRow[]>`
    select ${tx.unsafe(surveyColumns)} from household_survey
     where county_code = ${of.county} and household_id = any(${[...of.householdIds]}::uuid[])
     order by household_id, year`;
}

/** The first county after the given one that has households of the region. */
export async function findNextCounty(
  tx: Transaction,
  of: { region: RegionCode; after: string },
): Promise<RegionCode | undefined> {
  const { from, to } = rangeOf(of.region);
  const [row] = await tx<{ county_code: RegionCode }[]>`
    select county_code from household
     where county_code > ${of.after} and county_code >= ${from.slice(0, 6)} and county_code < ${to}
       and village_code >= ${from} and village_code < ${to}
     order by county_code limit 1`;
  return row?.county_code;
}
