import type { PlainDate } from '../../../kernel/plain-date.ts';
import { contains, type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type ParameterTable, parameterTables } from '../model/parameter-values.ts';
import { findAdoptionsWithin } from './adoption-store.ts';
import { type Followed, followedPack, officeValues, regionsAround } from './follow-pack.ts';
import { shippedLibrary } from './library.ts';
import { findApproved, findApprovedWithin } from './parameter-store.ts';

/** Where one pack is followed: a division, without the divisions in it that follow on their own. */
export type FollowedPart = {
  readonly region: RegionCode;
  readonly without: readonly RegionCode[];
  /** Undefined where nobody has adopted a pack and none was written for the place. */
  readonly followed: Followed | undefined;
};

/**
 * A region cut into the parts that each follow one pack on a day, so that a question about a
 * province is answered by the rules of each county that has its own.
 */
export async function packsFollowedWithin(
  tx: Transaction,
  region: RegionCode,
  on: PlainDate,
): Promise<FollowedPart[]> {
  const adopted = await findAdoptionsWithin(tx, rangeOf(region));
  const claimed = shippedLibrary().packs.flatMap(({ head }) => head.value.regions);
  const inner = [...adopted, ...claimed].filter(
    (code) => code !== region && contains(region, code),
  );
  const divisions = [region, ...new Set(inner)].toSorted();
  const parts: FollowedPart[] = [];
  for (const division of divisions) {
    parts.push({
      region: division,
      without: divisions.filter((other) => other !== division && contains(division, other)),
      followed: await followedPack(tx, division, on),
    });
  }
  return parts;
}

/** The parameters of a division with what the offices around it and within it have set. */
export async function parametersFollowedWithin(
  tx: Transaction,
  { chain, region, adoption }: Pick<Followed, 'chain' | 'region' | 'adoption'>,
): Promise<ReadonlyMap<string, ParameterTable>> {
  const around = await findApproved(tx, regionsAround(region));
  const within = await findApprovedWithin(tx, rangeOf(region));
  const seen = new Set(around.map(({ id }) => id));
  const offices = officeValues([...around, ...within.filter(({ id }) => !seen.has(id))]);
  return parameterTables(chain, {
    offices,
    ...(adoption === null ? {} : { followedIn: adoption.region }),
  });
}
