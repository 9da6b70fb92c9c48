import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, type RegionCode } from '../../../kernel/region-code.ts';
import { leafHashOfAct } from '../audit/leaf.ts';
import type { Transaction } from '../database/connect.ts';
import type { Context } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { newId } from '../identifiers.ts';
import { type ActRow, findActOfRequest, insertActs, insertChanges } from './act-store.ts';

/** One change of one thing, as a use case decided it. Sealed values stay sealed in before and after. */
export type Act = {
  kind: string;
  subject: 'household' | 'person' | 'survey' | 'spell';
  subjectId: string;
  householdId: string;
  villageCode: RegionCode;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
};

/** What the sender says of the whole request: its own number, why, on which day, from which device. */
export type RequestSays = {
  requestId: string;
  reason?: string | undefined;
  happenedOn?: PlainDate | undefined;
  device?: string | undefined;
};

/**
 * Records the acts of a request and tells the followers (facts) which households changed.
 * False if this request was recorded before: then nothing is written and the caller answers with
 * the present state. A request number that was used for another kind of act is refused.
 */
export async function recordActs(
  context: Context,
  says: RequestSays,
  acts: readonly Act[],
): Promise<boolean> {
  const rows = acts.map((act, ordinal) => rowOf(context, { says, act, ordinal }));
  const [first] = rows;
  if (first === undefined) return true;
  if (await wasRecorded(context.tx, first)) return false;
  const inserted = await insertActs(context.tx, rows);
  if (inserted === 0 && (await wasRecorded(context.tx, first))) return false;
  if (inserted < rows.length) throw new Problem(409, 'requestReusedForOther');
  const households = new Map(rows.map((row) => [row.household_id, row.county_code]));
  await insertChanges(
    context.tx,
    [...households].map(([household_id, county_code]) => ({
      id: newId(),
      at: context.now,
      county_code,
      household_id,
    })),
  );
  return true;
}

/**
 * True if the request was recorded before, so that a repeated request can be answered with the
 * present state before anything else is looked at (a retry after a lost answer sees a new version).
 */
export async function wasRecorded(
  tx: Transaction,
  request: { county_code: string; request_id: string; kind: string; account_id: string },
): Promise<boolean> {
  const earlier = await findActOfRequest(tx, request.county_code, request.request_id);
  if (earlier === undefined) return false;
  if (earlier.account_id !== request.account_id || earlier.kind !== request.kind) {
    throw new Problem(409, 'requestReusedForOther');
  }
  return true;
}

function rowOf(context: Context, from: { says: RequestSays; act: Act; ordinal: number }): ActRow {
  const { says, act, ordinal } = from;
  const county = ancestorAt(act.villageCode, 'county');
  if (county === undefined) throw new Error(`An act needs a village, not ${act.villageCode}`);
  const row = {
    county_code: county,
    id: newId(),
    village_code: act.villageCode,
    household_id: act.householdId,
    kind: act.kind,
    subject: act.subject,
    subject_id: act.subjectId,
    request_id: says.requestId,
    ordinal,
    account_id: context.officer.accountId,
    posting_id: context.officer.posting?.id ?? null,
    device: says.device ?? null,
    happened_on: says.happenedOn ?? context.today,
    recorded_at: context.now,
    reason: says.reason ?? null,
    before: act.before,
    after: act.after,
    batch_id: null,
    batch_row: null,
  };
  return { ...row, leaf_hash: leafHashOfAct(row) };
}
