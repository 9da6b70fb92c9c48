import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { EntryOf } from '../../packs/model/index.ts';
import { itemsOf } from '../../packs/model/index.ts';
import type { ReportBody } from '../model/contract.ts';
import { daysOfPeriod, isPeriodOf } from '../model/period.ts';
import type { Indicator } from './measures.ts';
import { askedRegion, packAsked } from './pack-asked.ts';
import {
  endReport,
  findReportForUpdate,
  findReportOfRequest,
  insertReport,
  type ReportRow,
} from './report-store.ts';

type Asked = { pack: string; indicator: string; body: ReportBody };

/**
 * A department reports an indicator for a region and a period, or corrects what it reported. The same
 * request sent twice is done once; two who correct the same report: the second is told so.
 */
export async function reportIndicator(context: Context, asked: Asked): Promise<string> {
  const { tx, officer, now } = context;
  const { body } = asked;
  const earlier = await findReportOfRequest(tx, body.requestId);
  const before =
    body.replaces === undefined ? undefined : await findReportForUpdate(tx, body.replaces);

  const region = askedRegion(context, body.region);
  if (earlier !== undefined) {
    if (earlier.reportedBy === officer.accountId) return earlier.id;
    throw new Problem(409, 'requestReusedForOther');
  }
  const indicator = await reportedIndicator(context, asked, region);
  checkReport(indicator.value, body, context.today);
  const place = { region, packId: indicator.pack, indicatorId: indicator.value.id };
  if (body.replaces !== undefined) checkReplaced(before, { ...place, body });

  const id = newId();
  const { period, value, department, evidence } = body;
  const detail = { ...place, period, value, department, evidence, replaces: before?.id ?? null };
  const kind = before === undefined ? 'policy.reported' : 'policy.reportCorrected';
  await event(context, kind, { region, id, detail });
  if (before !== undefined) {
    const because = body.reason ?? evidence;
    await endReport(tx, before.id, { state: 'replaced', by: officer.accountId, at: now, because });
  }
  const { last: periodEnd } = daysOfPeriod(period);
  const row = { ...place, id, period, periodEnd, value, department, evidence };
  const isNew = await insertReport(tx, {
    ...row,
    requestId: body.requestId,
    reportedBy: officer.accountId,
    reportedAt: now,
  });
  if (!isNew) throw new Problem(409, 'reportThereAlready', { period });
  return id;
}

type Reported = Extract<EntryOf<'indicators'>, { source: 'reported' }>;
type ReportedIndicator = Indicator & { readonly value: Reported };

async function reportedIndicator(
  context: Context,
  { pack, indicator }: Asked,
  region: RegionCode,
): Promise<ReportedIndicator> {
  const { chain } = await packAsked(context, {
    id: pack,
    region: region === '' ? 'nation' : region,
  });
  const found = itemsOf(chain, 'indicators').find(({ value }) => value.id === indicator);
  if (found === undefined) throw new Problem(404, 'indicatorNotThere', { id: indicator });
  if (!isReported(found)) throw new Problem(422, 'indicatorFromRegister', { id: indicator });
  return found;
}

function isReported(indicator: Indicator): indicator is ReportedIndicator {
  return indicator.value.source === 'reported';
}

function checkReport(item: Reported, body: ReportBody, today: string): void {
  const { period, value, department } = body;
  if (!isPeriodOf(period, item.every)) {
    throw new Problem(422, 'periodOfOtherLength', { period, every: item.every });
  }
  if (daysOfPeriod(period).first > today) throw new Problem(422, 'periodNotBegun', { period });
  if (!item.reportedBy.includes(department)) {
    throw new Problem(422, 'departmentDoesNotReport', { department });
  }
  if (item.unit === 'done' && value !== 0 && value !== 1) {
    throw new Problem(422, 'doneOrNot', { value });
  }
}

function checkReplaced(
  before: ReportRow | undefined,
  {
    region,
    packId,
    indicatorId,
    body,
  }: Pick<ReportRow, 'region' | 'packId' | 'indicatorId'> & {
    body: ReportBody;
  },
): asserts before is ReportRow {
  const isSame =
    before?.region === region &&
    before.packId === packId &&
    before.indicatorId === indicatorId &&
    before.period === body.period;
  if (!isSame) throw new Problem(404, 'notFound');
  if (before.state !== 'inForce') throw new Problem(409, 'reportEnded', { state: before.state });
}

/** Takes a report back, with the reason; the value of the period before it holds again. */
export async function withdrawReport(context: Context, id: string, reason: string): Promise<void> {
  const { tx, officer, now } = context;
  const report = await findReportForUpdate(tx, id);

  if (report === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, report.region);
  if (report.state === 'withdrawn') return;
  if (report.state !== 'inForce') throw new Problem(409, 'reportEnded', { state: report.state });

  const { region, packId, indicatorId, period, value } = report;
  const detail = { packId, indicatorId, period, value, reason };
  await event(context, 'policy.reportWithdrawn', { region, id, detail });
  await endReport(tx, id, {
    state: 'withdrawn',
    by: officer.accountId,
    at: now,
    because: reason,
  });
}

async function event(
  { tx, officer, now }: Context,
  kind: string,
  of: { region: RegionCode; id: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordEvent(tx, now, {
    kind,
    accountId: officer.accountId,
    postingId: officer.posting?.id ?? null,
    region: of.region,
    subject: 'indicatorReport',
    subjectId: of.id,
    detail: of.detail,
  });
}
