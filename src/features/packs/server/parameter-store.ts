import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { ParameterValue } from '../model/parameter-values.ts';

export const proposalStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A value that an office wants to set or has set. */
export type ProposalRow = {
  readonly id: string;
  readonly parameterId: string;
  readonly region: RegionCode;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly value: ParameterValue;
  readonly unit: string;
  readonly clause: string;
  readonly reason: string;
  readonly requestId: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedAt: string;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decidedBecause: string | null;
};

function columns(tx: Transaction) {
  return tx`
    id, parameter_id as "parameterId", region_code as region, from_day as "from", until_day as until,
    value, unit, clause, reason, request_id as "requestId", proposed_by as "proposedBy",
    coalesce((select display_name from account where account.id = proposed_by), '') as "proposedByName",
    proposed_at as "proposedAt", state, decided_by as "decidedBy",
    (select display_name from account where account.id = decided_by) as "decidedByName",
    decided_at as "decidedAt",
    decided_because as "decidedBecause"`;
}

/** What these regions have set, the value approved last first. */
export async function findApproved(
  tx: Transaction,
  regions: readonly RegionCode[],
): Promise<ProposalRow[]> {
  return await tx<ProposalRow[]>`
    select ${columns(tx)} from parameter_value
     where state = 'approved' and region_code = any(${[...regions]})
     order by decided_at desc, id desc`;
}

/** What regions of a range of codes have set, the value approved last first. */
export async function findApprovedWithin(
  tx: Transaction,
  within: { from: string; to: string },
): Promise<ProposalRow[]> {
  return await tx<ProposalRow[]>`
    select ${columns(tx)} from parameter_value
     where state = 'approved' and region_code >= ${within.from} and region_code < ${within.to}
     order by decided_at desc, id desc`;
}

/** Proposals of a region and those within it, the newest first. */
export async function findProposals(
  tx: Transaction,
  within: { from: string; to: string },
  state: ProposalState | undefined,
): Promise<ProposalRow[]> {
  const wanted = state === undefined ? tx`` : tx`and state = ${state}`;
  return await tx<ProposalRow[]>`
    select ${columns(tx)} from parameter_value
     where ((region_code >= ${within.from} and region_code < ${within.to})
        or (region_code = '' and ${within.from} = '0')) ${wanted}
     order by proposed_at desc, id desc limit 500`;
}

export async function findProposalForUpdate(
  tx: Transaction,
  id: string,
): Promise<ProposalRow | undefined> {
  const [row] = await tx<ProposalRow[]>`
    select ${columns(tx)} from parameter_value where id = ${id} for update`;
  return row;
}

export async function findProposalOfRequest(
  tx: Transaction,
  requestId: string,
): Promise<ProposalRow | undefined> {
  const [row] = await tx<ProposalRow[]>`
    select ${columns(tx)} from parameter_value where request_id = ${requestId}`;
  return row;
}

export type NewProposal = Omit<
  ProposalRow,
  'proposedByName' | 'state' | 'decidedBy' | 'decidedByName' | 'decidedAt' | 'decidedBecause'
>;

/** False if the region has an open proposal for this parameter and day already. */
export async function insertProposal(tx: Transaction, row: NewProposal): Promise<boolean> {
  const result = await tx`
    insert into parameter_value
      (id, parameter_id, region_code, from_day, until_day, value, unit, clause, reason, request_id,
       proposed_by, proposed_at)
    values (${row.id}, ${row.parameterId}, ${row.region}, ${row.from}, ${row.until},
            ${tx.json(row.value as never)}, ${row.unit}, ${row.clause}, ${row.reason},
            ${row.requestId}, ${row.proposedBy}, ${row.proposedAt})
    on conflict (parameter_id, region_code, from_day) where state = 'proposed' do nothing`;
  return result.count === 1;
}

export async function decideProposal(
  tx: Transaction,
  id: string,
  decision: { state: ProposalState; by: string; at: string; because: string | null },
): Promise<void> {
  await tx`
    update parameter_value
       set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.at},
           decided_because = ${decision.because}
     where id = ${id}`;
}
