import { levelOf, NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { NATION_IN_ADDRESS } from '../../packs/model/index.ts';
import { findPath, regionNames } from '../../regions/server/index.ts';
import type { SummaryAnswer } from '../model/contract.ts';

type Region = SummaryAnswer['region'];

/** The region of the address, or all that the officer reaches; what lies outside is not there. */
export function askedRegion(context: Context, region: string | undefined): RegionCode {
  if (region === undefined) return reachOf(context.officer);
  const code = region === NATION_IN_ADDRESS ? NATION : regionCode(region);
  requireWithinReach(context.officer, code);
  return code;
}

/** Regions by name, in the order given. */
export async function named(tx: Transaction, codes: readonly RegionCode[]): Promise<Region[]> {
  const names = await regionNames(tx, codes);
  return codes.map((code) => ({
    code,
    name: names.get(code)?.name ?? code,
    level: levelOf(code),
  }));
}

/** The way down to a region from where the officer's reach begins, the region included. */
export async function wayTo({ tx, officer }: Context, region: RegionCode): Promise<Region[]> {
  const reach = reachOf(officer);
  const around = (await findPath(tx, region)).map(({ code }) => code);
  const codes = [...around.filter((code) => code !== region), region];
  return await named(
    tx,
    codes.filter((code) => code.length >= reach.length),
  );
}
