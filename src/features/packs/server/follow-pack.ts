import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, levels, type RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { packFollowed } from '../model/followed.ts';
import type { Pack } from '../model/pack.ts';
import {
  type DatedValue,
  type OfficeValues,
  type ParameterTable,
  parameterTables,
} from '../model/parameter-values.ts';
import { type AdoptionRow, findAdoptions, findVersion } from './adoption-store.ts';
import { keptLibrary, type PackLibrary, shippedLibrary } from './library.ts';
import { findApproved, type ProposalRow } from './parameter-store.ts';

/** What a region follows on a day. */
export type Followed = {
  readonly region: RegionCode;
  readonly on: PlainDate;
  readonly pack: Pack;
  /** The pack and those that it extends, nearest first. */
  readonly chain: readonly Pack[];
  readonly version: string;
  readonly library: PackLibrary;
  /** Null if the pack was written for the region. */
  readonly adoption: AdoptionRow | null;
};

/** The region and those around it, from the nation down. */
export function regionsAround(region: RegionCode): RegionCode[] {
  return levels.flatMap((level) => ancestorAt(region, level) ?? []);
}

/** The pack that a region follows on a day, in the version it began with; undefined if none. */
export async function followedPack(
  tx: Transaction,
  region: RegionCode,
  on: PlainDate,
): Promise<Followed | undefined> {
  const library = shippedLibrary();
  const adoptions = await findAdoptions(tx, regionsAround(region));
  const following = packFollowed(region, on, { adoptions, packs: library.packs });
  if (following === undefined) return undefined;
  if (following.by === 'claim') {
    return followedIn(library, { region, on, pack: following.pack, adoption: null });
  }
  const adoption = adoptions.find(({ id }) => id === following.adoption.id) ?? null;
  const { packId, packHash } = following.adoption;
  const current = library.find(packId);
  if (current !== undefined && library.versionOf(current) === packHash) {
    return followedIn(library, { region, on, pack: current, adoption });
  }
  const files = await findVersion(tx, packHash);
  const kept = files === undefined ? undefined : keptLibrary(packHash, files);
  const pack = kept?.find(packId);
  // The version is kept by the act that adopts it, and nothing takes it away.
  if (kept === undefined || pack === undefined) throw new Error(`No pack is kept as ${packHash}`);
  return followedIn(kept, { region, on, pack, adoption });
}

function followedIn(
  library: PackLibrary,
  found: Pick<Followed, 'region' | 'on' | 'pack' | 'adoption'>,
): Followed {
  const { id } = found.pack.head.value;
  // Without what could not be read, every number would be a guess.
  if (!library.isReadable(found.pack)) throw new Problem(503, 'packNotReadable', { id });
  return {
    ...found,
    chain: library.set.chainOf(found.pack),
    version: library.versionOf(found.pack),
    library,
  };
}

/** Every parameter that holds where a pack is followed: of the packs, and what offices have set. */
export async function parametersFollowed(
  tx: Transaction,
  { chain, region, adoption }: Pick<Followed, 'chain' | 'region' | 'adoption'>,
): Promise<ReadonlyMap<string, ParameterTable>> {
  const offices = officeValues(await findApproved(tx, regionsAround(region)));
  return parameterTables(chain, {
    offices,
    ...(adoption === null ? {} : { followedIn: adoption.region }),
  });
}

/** What offices set, by parameter; of two values for one region and day the one approved later first. */
export function officeValues(rows: readonly ProposalRow[]): OfficeValues {
  const values = new Map<string, DatedValue[]>();
  for (const row of rows) {
    const { value, from, until, clause } = row;
    const dated = { value, region: row.region, from, until, cites: [clause], pack: null, at: null };
    values.set(row.parameterId, [...(values.get(row.parameterId) ?? []), dated]);
  }
  return values;
}
