import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { regionNames } from '../../regions/server/index.ts';

/**
 * Looks up the names of the regions of these things at once; a code without a name stands for itself,
 * as in a database whose list of divisions is not loaded yet.
 */
export async function findRegionNames(
  tx: Transaction,
  things: readonly { regionCode: RegionCode }[],
): Promise<(code: RegionCode) => string> {
  const names = await regionNames(
    tx,
    things.map(({ regionCode }) => regionCode),
  );
  return (code) => names.get(code)?.name ?? code;
}
