import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Exemption, RuleId } from '../model/index.ts';

export type ExemptionRow = {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  rule_id: RuleId;
  subject: string;
  subject_id: string;
  reason: string;
  from_day: PlainDate;
  until_day: PlainDate | null;
  granted_by: string;
  granted_at: string;
  request_id: string;
};

export async function insertExemption(tx: Transaction, row: ExemptionRow): Promise<void> {
  await tx`insert into quality_exemption ${tx(row as never)}`;
  await tx`
    update quality_finding
       set exemption_id = ${row.id}, exempted_until = coalesce(${row.until_day}::date, 'infinity')
     where county_code = ${row.county_code} and subject_id = ${row.subject_id} and rule_id = ${row.rule_id}`;
}

/** What a request that was sent before has granted; undefined if it is new. */
export async function findExemptionOfRequest(
  tx: Transaction,
  request: { county: RegionCode; requestId: string },
): Promise<{ id: string; granted_by: string } | undefined> {
  const [row] = await tx<{ id: string; granted_by: string }[]>`
    select id, granted_by from quality_exemption
     where county_code = ${request.county} and request_id = ${request.requestId}`;
  return row;
}

export async function findExemptionForUpdate(
  tx: Transaction,
  key: { county: RegionCode; id: string },
): Promise<ExemptionRow | undefined> {
  const [row] = await tx<ExemptionRow[]>`
    select county_code, id, village_code, household_id, rule_id, subject, subject_id, reason, from_day, until_day,
           granted_by, granted_at, request_id
      from quality_exemption where county_code = ${key.county} and id = ${key.id} for update`;
  return row;
}

/** True if an exemption of the record from the rule is in force on that day. */
export async function isExempted(
  tx: Transaction,
  of: { county: RegionCode; ruleId: RuleId; subjectId: string },
  on: PlainDate,
): Promise<boolean> {
  const rows = await tx`
    select from quality_exemption
     where county_code = ${of.county} and subject_id = ${of.subjectId} and rule_id = ${of.ruleId}
       and from_day <= ${on} and (until_day is null or until_day >= ${on}) limit 1`;
  return rows.length > 0;
}

/** Ends an exemption so that its last day is the one before `on`; its findings are open again. */
export async function endExemption(
  tx: Transaction,
  key: { county: RegionCode; id: string },
  ended: { on: PlainDate; by: string; at: string },
): Promise<void> {
  await tx`
    update quality_exemption
       set until_day = ${ended.on}::date - 1, ended_by = ${ended.by}, ended_at = ${ended.at}
     where county_code = ${key.county} and id = ${key.id}`;
  await tx`
    update quality_finding set exemption_id = null, exempted_until = null
     where county_code = ${key.county} and exemption_id = ${key.id}`;
}

/** The exemptions of these records that hold on that day. */
export async function findExemptions(
  tx: Transaction,
  of: { county: RegionCode; subjectIds: readonly string[] },
  on: PlainDate,
): Promise<Exemption[]> {
  if (of.subjectIds.length === 0) return [];
  return await tx<Exemption[]>`
    select rule_id as "ruleId", subject_id as "subjectId", reason, granted_by as by, until_day as until
      from quality_exemption
     where county_code = ${of.county} and subject_id = any(${[...of.subjectIds]}::uuid[])
       and from_day <= ${on} and (until_day is null or until_day >= ${on})`;
}

/** Lets the exemptions of records follow them into another household, and so into its officers' sight. */
export async function moveExemptions(
  tx: Transaction,
  county: RegionCode,
  places: readonly { subjectId: string; householdId: string; villageCode: string }[],
): Promise<void> {
  if (places.length === 0) return;
  await tx`
    update quality_exemption e set household_id = place.household_id, village_code = place.village_code
      from unnest(${places.map(({ subjectId }) => subjectId)}::uuid[],
                  ${places.map(({ householdId }) => householdId)}::uuid[],
                  ${places.map(({ villageCode }) => villageCode)}::text[])
           as place (subject_id, household_id, village_code)
     where e.county_code = ${county} and e.subject_id = place.subject_id
       and (e.household_id, e.village_code) is distinct from (place.household_id, place.village_code)`;
}
