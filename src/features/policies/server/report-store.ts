import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

export const reportStates = ['inForce', 'replaced', 'withdrawn'] as const;
export type ReportState = (typeof reportStates)[number];

/** What a department reported of an indicator for a region and a period. */
export type ReportRow = {
  readonly id: string;
  readonly region: RegionCode;
  readonly packId: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly periodEnd: PlainDate;
  readonly value: number;
  readonly department: string;
  readonly evidence: string;
  readonly requestId: string;
  readonly reportedBy: string;
  readonly reportedByName: string;
  readonly reportedAt: string;
  readonly state: ReportState;
  readonly endedByName: string | null;
  readonly endedBecause: string | null;
};

function columns(tx: Transaction) {
  return tx`
    id, region_code as region, pack_id as "packId", indicator_id as "indicatorId", period,
    period_end as "periodEnd", value, department, evidence, request_id as "requestId",
    reported_by as "reportedBy",
    coalesce((select display_name from account where account.id = reported_by), '') as "reportedByName",
    reported_at as "reportedAt", state,
    (select display_name from account where account.id = ended_by) as "endedByName",
    ended_because as "endedBecause"`;
}

/** The reports in force for a region, of every indicator the earliest period first. */
export async function findReportsInForce(
  tx: Transaction,
  region: RegionCode,
  packs: readonly string[],
): Promise<ReportRow[]> {
  return await tx<ReportRow[]>`
    select ${columns(tx)} from indicator_report
     where region_code = ${region} and pack_id = any(${[...packs]}) and state = 'inForce'
     order by period_end, period, id`;
}

/** Every report of one indicator for a region, ended ones included, the newest first. */
export async function findReportsOf(
  tx: Transaction,
  of: { region: RegionCode; packId: string; indicatorId: string },
): Promise<ReportRow[]> {
  return await tx<ReportRow[]>`
    select ${columns(tx)} from indicator_report
     where region_code = ${of.region} and pack_id = ${of.packId}
       and indicator_id = ${of.indicatorId}
     order by period_end desc, reported_at desc, id desc limit 200`;
}

/** Values in force for one indicator in the divisions of a region, the latest period of each. */
export async function findValuesWithin(
  tx: Transaction,
  of: { codes: readonly RegionCode[]; packId: string; indicatorId: string },
): Promise<{ region: RegionCode; value: number }[]> {
  return await tx<{ region: RegionCode; value: number }[]>`
    select distinct on (region_code) region_code as region, value from indicator_report
     where region_code = any(${[...of.codes]}) and pack_id = ${of.packId}
       and indicator_id = ${of.indicatorId} and state = 'inForce'
     order by region_code, period_end desc, period desc`;
}

export async function findReportForUpdate(
  tx: Transaction,
  id: string,
): Promise<ReportRow | undefined> {
  const [row] = await tx<ReportRow[]>`
    select ${columns(tx)} from indicator_report where id = ${id} for update`;
  return row;
}

export async function findReportOfRequest(
  tx: Transaction,
  requestId: string,
): Promise<ReportRow | undefined> {
  const [row] = await tx<ReportRow[]>`
    select ${columns(tx)} from indicator_report where request_id = ${requestId}`;
  return row;
}

export type NewReport = Omit<
  ReportRow,
  'reportedByName' | 'state' | 'endedByName' | 'endedBecause'
>;

/** False if the period has a report in force already. */
export async function insertReport(tx: Transaction, row: NewReport): Promise<boolean> {
  const result = await tx`
    insert into indicator_report
      (id, region_code, pack_id, indicator_id, period, period_end, value, department, evidence,
       request_id, reported_by, reported_at)
    values (${row.id}, ${row.region}, ${row.packId}, ${row.indicatorId}, ${row.period},
            ${row.periodEnd}, ${row.value}, ${row.department}, ${row.evidence}, ${row.requestId},
            ${row.reportedBy}, ${row.reportedAt})
    on conflict (region_code, pack_id, indicator_id, period) where state = 'inForce' do nothing`;
  return result.count === 1;
}

export async function endReport(
  tx: Transaction,
  id: string,
  end: { state: Exclude<ReportState, 'inForce'>; by: string; at: string; because: string },
): Promise<void> {
  await tx`
    update indicator_report
       set state = ${end.state}, ended_by = ${end.by}, ended_at = ${end.at},
           ended_because = ${end.because}
     where id = ${id}`;
}
