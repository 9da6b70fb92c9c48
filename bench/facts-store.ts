import type { Sql } from '../src/platform/server/database/connect.ts';
import { newId } from '../src/platform/server/identifiers.ts';

/** Changes one household and tells the followers, as every use case does: in one transaction. */
export async function touchHousehold(
  sql: Sql,
  of: { county: string; id: string },
  villageGroup: string,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select app_enter_scope('0', ':')`;
    await tx`update household set village_group = ${villageGroup}, version = version + 1
              where county_code = ${of.county} and id = ${of.id}`;
    await tx`insert into change_log (id, at, county_code, household_id)
             values (${newId()}, now(), ${of.county}, ${of.id})`;
  });
}

/** A file of so many households that arrives at once: one row of the change log for all of them. */
export async function touchBatch(sql: Sql, county: string, households: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select app_enter_scope('0', ':')`;
    const batch = newId();
    await tx`
      insert into act (county_code, id, village_code, household_id, kind, subject, subject_id, request_id,
                       ordinal, account_id, happened_on, recorded_at, batch_id, batch_row, leaf_hash)
      select county_code, gen_random_uuid(), village_code, id, 'household.correct', 'household', id, ${batch}::uuid,
             row_number() over (), gen_random_uuid(), current_date, now(), ${batch}, row_number() over (), '\\x00'
        from household where county_code = ${county} limit ${households}`;
    await tx`insert into change_log (id, at, batch_id) values (${newId()}, now(), ${batch})`;
  });
}
