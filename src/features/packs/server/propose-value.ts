import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, NATION, type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { ProposalView } from '../model/contract.ts';
import { readParameterValue } from '../model/format/figures.ts';
import type { ParameterValue } from '../model/parameter-values.ts';
import { followedPack, parametersFollowed } from './follow-pack.ts';
import {
  decideProposal,
  findProposalForUpdate,
  findProposalOfRequest,
  findProposals,
  insertProposal,
  type ProposalRow,
  type ProposalState,
} from './parameter-store.ts';

export type NewValue = {
  readonly requestId: string;
  readonly parameterId: string;
  readonly region: RegionCode;
  readonly from: PlainDate;
  readonly until?: PlainDate | undefined;
  readonly value: ParameterValue;
  readonly clause: string;
  readonly reason: string;
};

/**
 * Proposals for a region and those within it, the newest first: of the officer's own region and
 * what lies in it, and of those above. What is in force is public; what is only thought of is not.
 */
export async function listProposals(
  { tx, officer }: Context,
  region: RegionCode,
  state: ProposalState | undefined,
): Promise<ProposalView[]> {
  const rows = await findProposals(tx, rangeOf(region), state);
  // The range of the nation is everything, its own code included.
  const asked = region === NATION ? rows : rows.filter((row) => contains(region, row.region));
  const reach = reachOf(officer);
  const shown = asked.filter((row) => contains(reach, row.region) || contains(row.region, reach));
  return shown.map((row) => viewOf(row, officer.accountId));
}

function viewOf(row: ProposalRow, asking: string): ProposalView {
  const { id, parameterId, region, from, until, value, unit, clause, reason } = row;
  const { state, proposedAt, decidedAt, decidedBecause } = row;
  return {
    id,
    parameterId,
    region,
    from,
    until,
    unit,
    clause,
    reason,
    value: typeof value === 'object' ? [...value] : value,
    proposedBy: row.proposedByName,
    proposedAt,
    mine: row.proposedBy === asking,
    state,
    decidedBy: row.decidedByName,
    decidedAt,
    decidedBecause,
  };
}

/** An office proposes a value of a parameter for its region. The same request sent twice is done once. */
export async function proposeValue(context: Context, asked: NewValue): Promise<string> {
  const { tx, officer, now } = context;
  const { parameterId, region, from, until } = asked;
  const earlier = await findProposalOfRequest(tx, asked.requestId);

  requireWithinReach(officer, region);
  if (earlier !== undefined) {
    if (earlier.proposedBy === officer.accountId) return earlier.id;
    throw new Problem(409, 'requestReusedForOther');
  }

  if (until !== undefined && until < from)
    throw new Problem(422, 'valueEndsBeforeItBegins', { from });
  const { value, unit } = await readAsked(context, asked);

  const id = newId();
  const detail = {
    parameterId,
    from,
    until: until ?? null,
    value,
    clause: asked.clause,
    reason: asked.reason,
  };
  await event(context, 'policy.valueProposed', { region, id, detail });
  const isNew = await insertProposal(tx, {
    ...asked,
    id,
    value,
    unit,
    until: until ?? null,
    proposedBy: officer.accountId,
    proposedAt: now,
  });
  if (!isNew) throw new Problem(409, 'valueProposedAlready', { parameterId, from });
  return id;
}

async function readAsked(
  { tx }: Context,
  { parameterId, region, from, value }: NewValue,
): Promise<{ value: ParameterValue; unit: string }> {
  const followed = await followedPack(tx, region, from);
  const tables = followed === undefined ? undefined : await parametersFollowed(tx, followed);
  const table = tables?.get(parameterId);
  if (table === undefined) throw new Problem(422, 'parameterNotThere', { parameterId });
  const written = typeof value === 'number' ? String(value) : value;
  const read = readParameterValue(table.unit, written);
  if (read === undefined)
    throw new Problem(422, 'valueOfOtherUnit', { parameterId, unit: table.unit });
  return { value: read, unit: table.unit };
}

export type Verdict = {
  readonly state: Exclude<ProposalState, 'proposed'>;
  readonly reason?: string | undefined;
};

const eventOf: Record<Verdict['state'], string> = {
  approved: 'policy.valueApproved',
  refused: 'policy.valueRefused',
  withdrawn: 'policy.valueWithdrawn',
};

/**
 * A second person approves or refuses what the first proposed; the proposer alone may withdraw it.
 * Deciding the same again is no change; deciding otherwise is refused.
 */
export async function decideValue(context: Context, id: string, verdict: Verdict): Promise<void> {
  const { tx, officer, now } = context;
  const proposal = await findProposalForUpdate(tx, id);

  if (proposal === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, proposal.region);
  const isProposer = proposal.proposedBy === officer.accountId;
  if (isProposer && verdict.state !== 'withdrawn') throw new Problem(403, 'proposerMayNotDecide');
  if (!isProposer && verdict.state === 'withdrawn') throw new Problem(403, 'onlyProposerWithdraws');

  const isSame = proposal.state === verdict.state && proposal.decidedBy === officer.accountId;
  if (isSame) return;
  if (proposal.state !== 'proposed') {
    throw new Problem(409, 'valueDecidedAlready', { state: proposal.state });
  }
  if (verdict.state === 'refused' && verdict.reason === undefined) {
    throw new Problem(422, 'refusalNeedsReason');
  }

  const because = verdict.reason ?? null;
  const detail = {
    parameterId: proposal.parameterId,
    from: proposal.from,
    value: proposal.value,
    because,
  };
  await event(context, eventOf[verdict.state], { region: proposal.region, id, detail });
  await decideProposal(tx, id, { state: verdict.state, by: officer.accountId, at: now, because });
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
    subject: 'parameterValue',
    subjectId: of.id,
    detail: of.detail,
  });
}
