import type { Transaction } from '../../../platform/server/database/connect.ts';

export type ListedRow = {
  county_code: string;
  id: string;
  village_code: string;
  number: string;
  head_name: string;
  member_count: number | null;
  household_type: string | null;
  poverty_status: string | null;
  main_cause: string | null;
  status: string;
  updated_at: string;
  survey_year: number | null;
  income_per_head_fen: number | null;
};

/** What a list shows of these households, in the order given; what the scope hides is left out. */
export async function readListed(
  tx: Transaction,
  wanted: readonly { countyCode: string; id: string }[],
): Promise<ListedRow[]> {
  if (wanted.length === 0) return [];
  const counties = wanted.map(({ countyCode }) => countyCode);
  const ids = wanted.map(({ id }) => id);
  return await tx<ListedRow[]>`
    select h.county_code, h.id, h.village_code, h.number, h.head_name, h.member_count, h.household_type,
           h.poverty_status, h.main_cause, h.status, h.updated_at, s.year as survey_year, s.income_per_head_fen
      from unnest(${counties}::text[], ${ids}::uuid[]) with ordinality as wanted (county_code, id, place)
      join household h on h.county_code = wanted.county_code and h.id = wanted.id
      left join lateral (
        select year, income_per_head_fen from household_survey
         where county_code = h.county_code and household_id = h.id
         order by year desc limit 1
      ) s on true
     order by wanted.place`;
}
