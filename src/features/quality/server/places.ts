import { levelOf, NATION, type RegionCode, regionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { reachOf, requireWithinReach } from '../../../platform/server/identity/officer.ts';
import { findPath, regionNames } from '../../regions/server/index.ts';
import { NATION_IN_ADDRESS, type SummaryAnswer } from '../model/contract.ts';

/** The region of the address, or all that the officer reaches; what lies outside is not there. */
export function askedRegion(context: Context, region: string | undefined): RegionCode {
  if (region === undefined) return reachOf(context.officer);
  const code = region === NATION_IN_ADDRESS ? NATION : regionCode(region);
  requireWithinReach(context.officer, code);
  return code;
}

/** The region, and the way down to it from where the officer's reach begins. */
export async function wayTo(
  { tx, officer }: Context,
  region: RegionCode,
): Promise<Pick<SummaryAnswer, 'region' | 'path'>> {
  const reach = reachOf(officer);
  const path = await findPath(tx, region);
  const names = await regionNames(tx, [region]);
  const here = {
    code: region,
    name: names.get(region)?.name ?? region,
    level: levelOf(region),
  };
  const above = path.filter(({ code }) => code.length >= reach.length && code !== region);
  return {
    region: here,
    path: [...above.map(({ code, name, level }) => ({ code, name, level })), here],
  };
}
