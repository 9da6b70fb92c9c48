import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Details, RuleId, RuleLevel } from '../model/index.ts';

/** A finding as it is written: whose it is, what it says, and whether it comes already explained. */
export type NewFinding = {
  id: string;
  villageCode: string;
  householdId: string;
  ruleId: RuleId;
  level: RuleLevel;
  subject: string;
  subjectId: string;
  fields: readonly string[];
  sentence: string;
  details: Details;
  explained: boolean;
};

export type Explanation = { reason: string; by: string; at: string; requestId: string | null };

type Touched = { id: string; household_id: string };

/**
 * Writes findings. One that stands there already stays as it is, with its day and its explanation,
 * and only follows its record to another household. Answers those that are new or moved.
 */
export async function insertFindings(
  tx: Transaction,
  to: { county: RegionCode; on: PlainDate; explanation?: Explanation | undefined },
  findings: readonly NewFinding[],
): Promise<Touched[]> {
  if (findings.length === 0) return [];
  const { reason = null, by = null, at = null, requestId = null } = to.explanation ?? {};
  return await tx<Touched[]>`
    insert into quality_finding (
      county_code, id, village_code, household_id, rule_id, level, subject, subject_id, fields, sentence, details,
      found_on, explained_reason, explained_by, explained_at, explained_request)
    select ${to.county}, f.id, f."villageCode", f."householdId", f."ruleId", f.level, f.subject, f."subjectId",
           f.fields, f.sentence, f.details, ${to.on}::date,
           case when f.explained then ${reason}::text end, case when f.explained then ${by}::uuid end,
           case when f.explained then ${at}::timestamptz end, case when f.explained then ${requestId}::uuid end
      from jsonb_to_recordset(${tx.json(findings as never)}::jsonb) as f (
        id uuid, "villageCode" text, "householdId" uuid, "ruleId" text, level text, subject text, "subjectId" uuid,
        fields text[], sentence text, details jsonb, explained boolean)
     order by f.id
    on conflict (county_code, id) do update
       set village_code = excluded.village_code, household_id = excluded.household_id, level = excluded.level
     where (quality_finding.village_code, quality_finding.household_id, quality_finding.level)
           is distinct from (excluded.village_code, excluded.household_id, excluded.level)
    returning id, household_id`;
}

/** Takes away what is no longer found in these households; rules across households are left alone. */
export async function deleteVanished(
  tx: Transaction,
  of: {
    county: RegionCode;
    householdIds: readonly string[];
    keep: readonly string[];
    exceptRules: readonly string[];
  },
): Promise<Touched[]> {
  return await tx<Touched[]>`
    delete from quality_finding f
     where f.county_code = ${of.county} and f.household_id = any(${[...of.householdIds]}::uuid[])
       and f.rule_id <> all(${[...of.exceptRules]})
       and not exists (select from unnest(${[...of.keep]}::uuid[]) as kept (id) where kept.id = f.id)
    returning id, household_id`;
}

/** The same of rules across households, in the whole county. */
export async function deleteVanishedAcross(
  tx: Transaction,
  of: { county: RegionCode; rules: readonly string[]; keep: readonly string[] },
): Promise<Touched[]> {
  return await tx<Touched[]>`
    delete from quality_finding f
     where f.county_code = ${of.county} and f.rule_id = any(${[...of.rules]})
       and not exists (select from unnest(${[...of.keep]}::uuid[]) as kept (id) where kept.id = f.id)
    returning id, household_id`;
}

/** The same of single records: what each of these rules found in each of these subjects. */
export async function deleteVanishedOf(
  tx: Transaction,
  of: {
    county: RegionCode;
    pairs: readonly { ruleId: string; subjectId: string }[];
    keep: readonly string[];
  },
): Promise<Touched[]> {
  const rules = of.pairs.map(({ ruleId }) => ruleId);
  const subjects = of.pairs.map(({ subjectId }) => subjectId);
  return await tx<Touched[]>`
    delete from quality_finding f
     using unnest(${rules}::text[], ${subjects}::uuid[]) as pair (rule_id, subject_id)
     where f.county_code = ${of.county} and f.subject_id = pair.subject_id and f.rule_id = pair.rule_id
       and not exists (select from unnest(${[...of.keep]}::uuid[]) as kept (id) where kept.id = f.id)
    returning f.id, f.household_id`;
}

/** Lets exemptions in force count for findings that are new. */
export async function markExempted(
  tx: Transaction,
  of: { county: RegionCode; ids: readonly string[]; on: PlainDate },
): Promise<void> {
  if (of.ids.length === 0) return;
  await tx`
    update quality_finding f
       set exemption_id = e.id, exempted_until = coalesce(e.until_day, 'infinity')
      from quality_exemption e
     where f.county_code = ${of.county} and f.id = any(${[...of.ids]}::uuid[])
       and e.county_code = f.county_code and e.subject_id = f.subject_id and e.rule_id = f.rule_id
       and e.from_day <= ${of.on} and (e.until_day is null or e.until_day >= ${of.on})`;
}

export type FindingRow = {
  county_code: string;
  id: string;
  village_code: string;
  household_id: string;
  rule_id: RuleId;
  level: RuleLevel;
  subject: 'household' | 'person' | 'survey';
  subject_id: string;
  exemption_id: string | null;
  explained_request: string | null;
};

/** One finding, locked until the end of the transaction, as far as the scope reaches. */
export async function findFindingForUpdate(
  tx: Transaction,
  key: { county: RegionCode; id: string },
): Promise<FindingRow | undefined> {
  const [row] = await tx<FindingRow[]>`
    select county_code, id, village_code, household_id, rule_id, level, subject, subject_id, exemption_id,
           explained_request
      from quality_finding where county_code = ${key.county} and id = ${key.id} for update`;
  return row;
}

export async function saveExplanation(
  tx: Transaction,
  key: { county: RegionCode; id: string },
  explanation: Explanation,
): Promise<void> {
  await tx`
    update quality_finding
       set explained_reason = ${explanation.reason}, explained_by = ${explanation.by},
           explained_at = ${explanation.at}, explained_request = ${explanation.requestId}
     where county_code = ${key.county} and id = ${key.id}`;
}
