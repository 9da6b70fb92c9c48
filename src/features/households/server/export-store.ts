import type { Transaction } from '../../../platform/server/database/connect.ts';
import { columnsOf } from './record-columns.ts';
import type { HouseholdRow, SurveyRow } from './store.ts';
import type { Households } from './village-store.ts';

const householdColumns = [
  ...new Set(['county_code', 'id', 'village_code', 'version', ...columnsOf.household]),
];
const surveyColumns = [
  ...new Set(['county_code', 'id', 'village_code', 'version', 'household_id', ...columnsOf.survey]),
];

/** These households, as far as the transaction's scope reaches, in no order. */
export async function findHouseholdsOfMany(
  tx: Transaction,
  of: Households,
): Promise<HouseholdRow[]> {
  return await tx<HouseholdRow[]>`
    select ${tx(householdColumns)} from household
     where county_code = ${of.county} and id = any(${of.ids as string[]}::uuid[])`;
}

/** Every survey that they have, the earliest first. */
export async function findSurveysOfMany(tx: Transaction, of: Households): Promise<SurveyRow[]> {
  return await tx<SurveyRow[]>`
    select ${tx(surveyColumns)} from household_survey
     where county_code = ${of.county} and household_id = any(${of.ids as string[]}::uuid[])
     order by household_id, year`;
}
