import type { RegionCode } from '../../../kernel/region-code.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import type { Group } from '../model/sums.ts';
import type { SpellCount } from '../model/year-balance.ts';

/**
 * Households of a region that are alike in all that ledgers count, from the facts; each row of the
 * ledger is a division of the level.
 */
export async function findGroups(
  facts: Facts,
  region: RegionCode,
  level: 'township' | 'village',
): Promise<Group[]> {
  const rows = await facts.query<Omit<Group, 'division'> & { division: number }>(
    region,
    `SELECT ${level} AS division, poverty_status AS "povertyStatus",
            poor_household_kind AS "poorHouseholdKind", main_cause AS "mainCause",
            (monitored_category IS NOT NULL AND NOT coalesce(risk_eliminated, false)) AS monitored,
            count(*) AS households, coalesce(sum(present_members), 0) AS persons,
            coalesce(sum(present_members) FILTER (WHERE survey_income_per_head_fen IS NOT NULL), 0) AS "incomePersons",
            coalesce(sum(survey_income_per_head_fen * present_members), 0) AS "incomeFen",
            count(*) FILTER (WHERE len(missing) > 0) AS incomplete
       FROM household WHERE status = 'active' GROUP BY ALL ORDER BY ALL`,
  );
  return rows.map((row) => ({ ...row, division: String(row.division) }));
}

/** An expected field that is not stated, in how many records and households. */
export type MissingField = { field: string; records: number; households: number };

/** Fields that a complete record states (expected-fields.ts) and these do not, the most frequent first. */
export async function findMissingFields(facts: Facts, region: RegionCode): Promise<MissingField[]> {
  return await facts.query<MissingField>(
    region,
    `SELECT field, count(*) AS records, count(DISTINCT household_id) AS households
       FROM (SELECT unnest(missing) AS field, household_id FROM household
              WHERE status = 'active' AND len(missing) > 0
             UNION ALL
             SELECT unnest(missing), household_id FROM person
              WHERE status = 'present' AND len(missing) > 0)
      GROUP BY field ORDER BY records DESC, field`,
  );
}

/** How many expected fields a household lacks, in all and without those of its members. */
export type Lacking = { readonly fields: number; readonly own: number };

export async function countMissingByHousehold(
  facts: Facts,
  village: RegionCode,
): Promise<Map<string, Lacking>> {
  const rows = await facts.query<Lacking & { id: string }>(
    village,
    `SELECT household_id AS id, sum(lacking) AS fields, sum(own) AS own
       FROM (SELECT household_id, len(missing) AS lacking, len(missing) AS own
               FROM household WHERE status = 'active'
             UNION ALL
             SELECT household_id, len(missing), 0 FROM person WHERE status = 'present')
      GROUP BY household_id HAVING sum(lacking) > 0`,
  );
  return new Map(rows.map(({ id, fields, own }) => [id, { fields, own }]));
}

/** Persons who came on to the register or left it otherwise than with their household. */
export type PersonChange = {
  year: number;
  what: 'join' | 'leave';
  reason: string;
  persons: number;
};

export async function findPersonChanges(
  facts: Facts,
  region: RegionCode,
  since: number,
): Promise<PersonChange[]> {
  return await facts.query<PersonChange>(
    region,
    `SELECT year(joined_on) AS year, 'join' AS what, join_reason AS reason, count(*) AS persons
       FROM person
      WHERE year(joined_on) >= $since AND join_reason IS NOT NULL AND join_reason <> 'registered'
      GROUP BY ALL
     UNION ALL
     SELECT year(left_on), 'leave', leave_reason, count(*)
       FROM person WHERE year(left_on) >= $since AND leave_reason IS NOT NULL GROUP BY ALL
      ORDER BY ALL`,
    { since },
  );
}

/** Begun and ended spells of registration as poor in a region within a county, by year and reason. */
export async function findSpellCounts(tx: Transaction, region: RegionCode): Promise<SpellCount[]> {
  const { from, to } = rangeOf(region);
  return await tx<SpellCount[]>`
    select year, what, reason, count(*)::int as households from (
      select extract(year from started_on)::int as year, 'start' as what, start_reason as reason
        from registration_spell
       where county_code = ${region.slice(0, 6)} and kind = 'registered'
         and village_code >= ${from} and village_code < ${to}
      union all
      select extract(year from ended_on)::int, 'end', end_reason
        from registration_spell
       where county_code = ${region.slice(0, 6)} and kind = 'registered' and ended_on is not null
         and village_code >= ${from} and village_code < ${to}
    ) counted
     group by year, what, reason order by year, what, reason`;
}

/** How many households a print of a village will hold. */
export async function countHouseholds(tx: Transaction, village: RegionCode): Promise<number> {
  const [row] = await tx<{ households: number }[]>`
    select count(*)::int as households from household
     where county_code = ${village.slice(0, 6)} and village_code = ${village} and status = 'active'`;
  return row?.households ?? 0;
}

/** The household of that number, on the register or closed, as far as the transaction's scope reaches. */
export async function findHouseholdByNumber(
  tx: Transaction,
  county: RegionCode,
  number: string,
): Promise<{ id: string; villageCode: RegionCode } | undefined> {
  const [row] = await tx<{ id: string; villageCode: RegionCode }[]>`
    select id, village_code as "villageCode" from household
     where county_code = ${county} and number = ${number}`;
  return row;
}
