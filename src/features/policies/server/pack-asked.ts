import type { PlainDate } from '../../../kernel/plain-date.ts';
import {
  ancestorAt,
  contains,
  levels,
  NATION,
  type RegionCode,
  regionCode,
} from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import {
  NATION_IN_ADDRESS,
  type Pack,
  type ParameterTable,
  parametersInForce,
  parameterTables,
} from '../../packs/model/index.ts';
import {
  type Followed,
  followedPack,
  type PackLibrary,
  parametersFollowedWithin,
  shippedLibrary,
} from '../../packs/server/index.ts';
import type { ParametersInForce } from '../../rules/model/index.ts';

/** A pack at a place on a day: what it says, and the values that hold there. */
export type PackAsked = {
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly pack: Pack;
  /** The pack and those that it extends, nearest first. */
  readonly chain: readonly Pack[];
  readonly library: PackLibrary;
  /** What holds in the region today; perhaps another pack. */
  readonly followed: Followed | undefined;
  readonly tables: ReadonlyMap<string, ParameterTable>;
  readonly parameters: ParametersInForce;
  /** Where the pack holds, as far as the officer reaches. */
  readonly regions: readonly RegionCode[];
  /** The divisions for which the numbers of its targets are meant. */
  readonly homes: readonly RegionCode[];
};

/** The region of an address, or all that the officer reaches; what lies outside is not there. */
export function askedRegion({ officer }: Context, region: string | undefined): RegionCode {
  if (region === undefined) return reachOf(officer);
  const code = region === NATION_IN_ADDRESS ? NATION : regionCode(region);
  requireWithinReach(officer, code);
  return code;
}

/**
 * A pack as it stands for a region: the one asked for, else the first of the pack's own regions that
 * the officer reaches, else the officer's own. Where another pack is followed, this one is shown as
 * if it held here, without what offices have set.
 */
export async function packAsked(
  context: Context,
  { id, region: wished }: { id: string; region: string | undefined },
): Promise<PackAsked> {
  const { tx, today: on } = context;
  const library = shippedLibrary();
  const shipped = library.find(id);
  if (shipped === undefined) throw new Problem(404, 'packNotThere', { id });
  const regions = regionsWithin(shipped, reachOf(context.officer));
  const region =
    wished === undefined ? (regions[0] ?? reachOf(context.officer)) : askedRegion(context, wished);
  const followed = await followedPack(tx, region, on);
  if (followed !== undefined && followed.pack.head.value.id === id) {
    const tables = await parametersFollowedWithin(tx, followed);
    const { pack, chain, adoption } = followed;
    const homes = [...pack.head.value.regions, ...(adoption === null ? [] : [adoption.region])];
    return {
      region,
      on,
      pack,
      chain,
      library: followed.library,
      followed,
      tables,
      regions,
      homes,
      parameters: parametersInForce(tables, on),
    };
  }
  const chain = library.set.chainOf(shipped);
  const tables = parameterTables(chain, { followedIn: region });
  const homes = shipped.head.value.regions;
  return {
    region,
    on,
    pack: shipped,
    chain,
    library,
    followed,
    tables,
    regions,
    homes,
    parameters: parametersInForce(tables, on),
  };
}

function regionsWithin(pack: Pack, reach: RegionCode): RegionCode[] {
  return pack.head.value.regions.flatMap((own) => {
    if (contains(reach, own)) return [own];
    return contains(own, reach) ? [reach] : [];
  });
}

/** The region and those around it, from the nation down. */
export function regionsAround(region: RegionCode): RegionCode[] {
  return levels.flatMap((level) => ancestorAt(region, level) ?? []);
}
