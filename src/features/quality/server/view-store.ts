import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { FindingState } from '../model/contract.ts';
import type { Details, RuleId, RuleLevel } from '../model/index.ts';

/** A finding with the names that a reader needs. */
export type FindingViewRow = {
  county_code: string;
  id: string;
  household_id: string;
  number: string;
  head_name: string;
  village_code: RegionCode;
  rule_id: RuleId;
  level: RuleLevel;
  subject: 'household' | 'person' | 'survey';
  subject_id: string;
  subject_name: string | null;
  survey_year: number | null;
  fields: string[];
  sentence: string;
  details: Details;
  found_on: string;
  state: FindingState;
  explained_reason: string | null;
  explained_by: string | null;
  explained_at: string | null;
  exemption_id: string | null;
  exempted_reason: string | null;
  exempted_by: string | null;
  exempted_from: string | null;
  exempted_until: string | null;
};

const columns = `f.county_code, f.id, f.household_id, h.number, h.head_name, f.village_code, f.rule_id, f.level,
  f.subject, f.subject_id, p.name as subject_name, s.year as survey_year, f.fields, f.sentence, f.details, f.found_on,
  f.explained_reason, explainer.display_name as explained_by, f.explained_at,
  e.id as exemption_id, e.reason as exempted_reason, granter.display_name as exempted_by, e.from_day as exempted_from,
  e.until_day as exempted_until`;

const joins = `
  join household h on h.county_code = f.county_code and h.id = f.household_id
  left join person p on p.county_code = f.county_code and p.id = f.subject_id and f.subject = 'person'
  left join household_survey s on s.county_code = f.county_code and s.id = f.subject_id and f.subject = 'survey'
  left join quality_exemption e on e.county_code = f.county_code and e.id = f.exemption_id
  left join account explainer on explainer.id = f.explained_by
  left join account granter on granter.id = e.granted_by`;

/** These findings in the order given; those that have vanished meanwhile, or lie beyond the scope, are left out. */
export async function readFindings(
  tx: Transaction,
  wanted: readonly { countyCode: string; id: string }[],
  today: PlainDate,
): Promise<FindingViewRow[]> {
  if (wanted.length === 0) return [];
  return await tx<FindingViewRow[]>`
    select ${tx.unsafe(columns)}, ${stateOn(tx, today)} as state
      from unnest(${wanted.map(({ countyCode }) => countyCode)}::text[], ${wanted.map(({ id }) => id)}::uuid[])
           with ordinality as wanted (county_code, id, place)
      join quality_finding f on f.county_code = wanted.county_code and f.id = wanted.id
      ${tx.unsafe(joins)}
     order by wanted.place`;
}

/** Everything found in one household, the gravest first. */
export async function readHouseholdFindings(
  tx: Transaction,
  household: { county: RegionCode; id: string },
  today: PlainDate,
): Promise<FindingViewRow[]> {
  return await tx<FindingViewRow[]>`
    select ${tx.unsafe(columns)}, ${stateOn(tx, today)} as state
      from quality_finding f ${tx.unsafe(joins)}
     where f.county_code = ${household.county} and f.household_id = ${household.id}
     order by array_position(array['E', 'W', 'I'], f.level), f.rule_id, f.id`;
}

function stateOn(tx: Transaction, today: PlainDate) {
  return tx`case when f.exempted_until >= ${today}::date then 'exempted'
                 when f.explained_at is not null then 'explained' else 'open' end`;
}

/** The village of a household within the scope; undefined if it is not there. */
export async function findVillageOf(
  tx: Transaction,
  household: { county: RegionCode; id: string },
): Promise<RegionCode | undefined> {
  const [row] = await tx<{ village_code: RegionCode }[]>`
    select village_code from household where county_code = ${household.county} and id = ${household.id}`;
  return row?.village_code;
}

export type RuleCount = { rule_id: RuleId; level: RuleLevel; findings: number };

/** How many findings each rule has in a region, settled ones included. */
export async function countFindings(tx: Transaction, region: RegionCode): Promise<RuleCount[]> {
  const { from, to } = rangeOf(region);
  return await tx<RuleCount[]>`
    select rule_id, level, count(*)::int as findings from quality_finding
     where village_code >= ${from} and village_code < ${to}
     group by rule_id, level order by rule_id, level`;
}
