import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, type RegionCode } from '../../../kernel/region-code.ts';
import type { Result } from '../../../kernel/result.ts';
import { wasRecorded } from '../../../platform/server/acts/record-acts.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { RequestSays } from '../model/contract.ts';
import type { ActKind, Change, HouseholdProblem } from '../model/index.ts';
import { applyChanges } from './apply-changes.ts';
import { type LoadedHousehold, lockWholeHousehold } from './load-whole.ts';
import { type Key, touchHousehold } from './store.ts';

type Decision = Result<readonly Change[], HouseholdProblem>;

/**
 * Looks at what a change would leave behind, and refuses it by throwing; answers what is to be done
 * in the same transaction once the change stands. The data rules are judged by a feature that knows
 * of households, so it is handed in where the product is put together.
 */
export type Checking = (
  context: Context,
  before: readonly LoadedHousehold[],
  changes: readonly Change[],
  reason: string | undefined,
) => Promise<Aftermath>;

export type Aftermath = () => Promise<void>;

export type HouseholdRequest = {
  key: Key;
  kind: ActKind;
  says: RequestSays;
  /** The version of the household that the sender saw. */
  version: number;
  /** Other households that the decision needs, locked in the order of their ids against deadlock. */
  others?: readonly Key[];
};

/**
 * Changes households in five beats: load and lock, access, (already recorded?), decide, save. A
 * request that was recorded before is answered with the present state.
 */
export async function changeHousehold(
  context: Context,
  request: HouseholdRequest,
  check: Checking,
  decide: (household: LoadedHousehold, others: readonly LoadedHousehold[]) => Decision,
): Promise<void> {
  const keys = [request.key, ...(request.others ?? [])];
  const loaded = new Map<string, LoadedHousehold>();
  for (const key of keys.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    loaded.set(key.id, await lockWholeHousehold(context, key));
  }
  const [household, ...others] = keys.flatMap((key) => loaded.get(key.id) ?? []);
  if (household === undefined) throw new Problem(404, 'notFound');
  if (await isRepeated(context, request.key.county, request)) return;
  if (household.household.version !== request.version) {
    throw new Problem(409, 'changedMeanwhile', { version: household.household.version });
  }
  const changes = changesOrRefuse(decide(household, others));
  const settle = await check(context, [household, ...others], changes, request.says.reason);
  await applyChanges(context, saysOf(request.says), changes);
  await countOn(context, household, changes);
  await settle();
}

/**
 * What belongs to a household counts its version on too: whoever corrects a member having seen an
 * older state is told so.
 */
async function countOn(
  context: Context,
  { household }: LoadedHousehold,
  changes: readonly Change[],
): Promise<void> {
  const counted = changes.some(({ subject, id }) => subject === 'household' && id === household.id);
  if (counted || changes.length === 0) return;
  const { countyCode: county, id, version } = household;
  await touchHousehold(context.tx, { county, id, version }, context.now);
}

/** True if this very request was recorded earlier. */
export async function isRepeated(
  context: Context,
  county: RegionCode,
  request: { kind: ActKind; says: RequestSays },
): Promise<boolean> {
  return await wasRecorded(context.tx, {
    county_code: county,
    request_id: request.says.requestId,
    kind: request.kind,
    account_id: context.officer.accountId,
  });
}

export function changesOrRefuse(decision: Decision): readonly Change[] {
  if (decision.ok) return decision.value;
  const { code, ...details } = decision.problem;
  throw new Problem(422, code, details);
}

export function saysOf(says: RequestSays): {
  requestId: string;
  reason?: string;
  happenedOn?: PlainDate;
} {
  return {
    requestId: says.requestId,
    ...(says.reason === undefined ? {} : { reason: says.reason }),
    ...(says.happenedOn === undefined ? {} : { happenedOn: says.happenedOn as PlainDate }),
  };
}

export function countyOfVillage(villageCode: string): RegionCode {
  const county = ancestorAt(villageCode as RegionCode, 'county');
  if (county === undefined)
    throw new Problem(400, 'inputNotUnderstood', { place: 'villageCode', reason: '' });
  return county;
}
