import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { regionNames } from '../../regions/server/index.ts';
import type { FindingChoice, FindingView } from '../model/contract.ts';
import { askedRegion } from './places.ts';
import { pageOfFindings } from './summary-store.ts';
import {
  type FindingViewRow,
  findVillageOf,
  readFindings,
  readHouseholdFindings,
} from './view-store.ts';

/** A page of findings: the facts say which, the register says how each stands now. */
export async function listFindings(
  context: Context,
  choice: FindingChoice,
  page: { page: number; size: number },
): Promise<{ total: number; rows: FindingView[] }> {
  const { tx, today, services } = context;
  const asked = { facts: services.facts, region: askedRegion(context, choice.region), today };
  const { total, places } = await pageOfFindings(asked, choice, {
    limit: page.size,
    offset: (page.page - 1) * page.size,
  });
  return { total, rows: await viewsOf(context, await readFindings(tx, places, today)) };
}

/** Everything found in one household; refuses as "not found" what the officer may not see. */
export async function listHouseholdFindings(
  context: Context,
  household: { county: RegionCode; id: string },
): Promise<FindingView[]> {
  const village = await findVillageOf(context.tx, household);
  if (village === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(context.officer, village);
  return await viewsOf(context, await readHouseholdFindings(context.tx, household, context.today));
}

export async function viewsOf(
  { tx }: Pick<Context, 'tx'>,
  rows: readonly FindingViewRow[],
): Promise<FindingView[]> {
  const names = await regionNames(
    tx,
    rows.map((row) => row.village_code),
  );
  return rows.map((row) => viewOf(row, names.get(row.village_code)?.name ?? row.village_code));
}

function viewOf(row: FindingViewRow, villageName: string): FindingView {
  return {
    county: row.county_code,
    id: row.id,
    household: {
      id: row.household_id,
      number: row.number,
      headName: row.head_name,
      villageCode: row.village_code,
      villageName,
    },
    ruleId: row.rule_id,
    level: row.level,
    subject: row.subject,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    surveyYear: row.survey_year,
    fields: row.fields,
    text: row.sentence,
    details: row.details,
    foundOn: row.found_on,
    state: row.state,
    explanation: explanationOf(row),
    exemption: exemptionOf(row),
  };
}

function explanationOf(row: FindingViewRow): FindingView['explanation'] {
  const { explained_reason: reason, explained_by: by, explained_at: at } = row;
  return reason === null || at === null ? null : { reason, by, at };
}

/** Only one that holds; an exemption that is over is history. */
function exemptionOf(row: FindingViewRow): FindingView['exemption'] {
  const { exemption_id: id, exempted_reason: reason, exempted_from: from } = row;
  if (row.state !== 'exempted' || id === null || reason === null || from === null) return null;
  return { id, reason, by: row.exempted_by, from, until: row.exempted_until };
}
