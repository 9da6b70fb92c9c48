import type { PlainDate } from '../../../kernel/plain-date.ts';
import { levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { mayExempt, type RuleId, type RuleLevel } from '../model/index.ts';
import {
  endExemption,
  findExemptionForUpdate,
  findExemptionOfRequest,
  insertExemption,
  isExempted,
} from './exemption-store.ts';
import { type FindingRow, findFindingForUpdate, saveExplanation } from './finding-store.ts';
import { tellFollowers } from './keep-findings.ts';

type Key = { county: RegionCode; id: string };

/** Says why a record is right although a rule doubts it. Only what needs an explanation takes one. */
export async function explainFinding(
  context: Context,
  key: Key,
  said: { requestId: string; reason: string },
): Promise<void> {
  const { tx, officer, now } = context;
  const finding = await getFinding(context, key);
  if (finding.explained_request === said.requestId) return;
  if (finding.level !== 'W') throw new Problem(422, 'onlyWarningsAreExplained');
  await saveExplanation(tx, key, { ...said, by: officer.accountId, at: now });
  await record(context, 'quality.explain', { about: finding, detail: { reason: said.reason } });
  await tellFollowers(tx, { county: key.county, now }, [finding.household_id]);
}

/** Allows a record to differ from a rule, from today until a day. Answers the exemption's id. */
export async function grantExemption(
  context: Context,
  key: Key,
  granted: { requestId: string; reason: string; until: PlainDate | null },
): Promise<string> {
  const { tx, officer, now, today } = context;
  const { county } = key;
  const { requestId, reason, until } = granted;
  const earlier = await findExemptionOfRequest(tx, { county, requestId });
  if (earlier !== undefined) {
    if (earlier.granted_by !== officer.accountId) throw new Problem(409, 'requestReusedForOther');
    return earlier.id;
  }
  const finding = await getFinding(context, key);
  requireOfficeFor(context, finding.level);
  if (until !== null && until < today) throw new Problem(422, 'exemptionEndsInPast');
  const { rule_id: ruleId, subject_id: subjectId } = finding;
  if (await isExempted(tx, { county, ruleId, subjectId }, today))
    throw new Problem(409, 'alreadyExempted');
  const id = newId();
  await insertExemption(tx, {
    county_code: county,
    id,
    village_code: finding.village_code,
    household_id: finding.household_id,
    rule_id: ruleId,
    subject: finding.subject,
    subject_id: subjectId,
    reason,
    from_day: today,
    until_day: until,
    granted_by: officer.accountId,
    granted_at: now,
    request_id: requestId,
  });
  await record(context, 'quality.exempt', {
    about: finding,
    detail: { exemption: id, reason, until },
  });
  await tellFollowers(tx, { county, now }, [finding.household_id]);
  return id;
}

/** Ends an exemption today: what it covered is open again. Ending it twice changes nothing. */
export async function withdrawExemption(context: Context, key: Key): Promise<void> {
  const { tx, officer, now, today } = context;
  const exemption = await findExemptionForUpdate(tx, key);
  if (exemption === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, exemption.village_code as RegionCode);
  requireOfficeFor(context, 'W');
  if (exemption.until_day !== null && exemption.until_day < today) return;
  await endExemption(tx, key, { on: today, by: officer.accountId, at: now });
  await record(context, 'quality.endExemption', {
    about: exemption,
    detail: { exemption: key.id },
  });
  await tellFollowers(tx, { county: key.county, now }, [exemption.household_id]);
}

async function getFinding(context: Context, key: Key): Promise<FindingRow> {
  const finding = await findFindingForUpdate(context.tx, key);
  if (finding === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(context.officer, finding.village_code as RegionCode);
  return finding;
}

function requireOfficeFor({ officer }: Context, severity: RuleLevel): void {
  if (!mayExempt(levelOf(reachOf(officer)), severity))
    throw new Problem(403, 'exemptionNeedsHigherOffice');
}

type Subject = {
  village_code: string;
  rule_id: RuleId;
  subject: string;
  subject_id: string;
  household_id: string;
};

/** Findings come and go; what was decided about them stays in the log. */
async function record(
  { tx, officer, now }: Context,
  kind: string,
  { about, detail }: { about: Subject; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordEvent(tx, now, {
    kind,
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: about.village_code as RegionCode,
    subject: about.subject,
    subjectId: about.subject_id,
    detail: { ruleId: about.rule_id, household: about.household_id, ...detail },
  });
}
