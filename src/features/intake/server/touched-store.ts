import type { Transaction } from '../../../platform/server/database/connect.ts';

/** Whether households on the register are among those taken, and in which counties anything changes. */
export async function findTouched(
  tx: Transaction,
): Promise<{ hasExisting: boolean; counties: string[] }> {
  const [row] = await tx<
    { exists: boolean }[]
  >`select exists (select from plan where existing_id is not null) as exists`;
  const counties = await tx<{ county_code: string }[]>`
    select county_code from plan where existing_id is null and not doomed
     union select county_code from changed_household
     union select county_code from changed_person
     union select county_code from changed_survey
     union select county_code from survey_plan where existing_id is null
     union select p.county_code from stage_person s
             join plan p on p.number = s.number_of_household and not p.doomed
            where not exists (select from matched x where x.source = s.source and x.row_number = s.row_number)
     order by 1`;
  return {
    hasExisting: row?.exists === true,
    counties: counties.map(({ county_code }) => county_code),
  };
}
