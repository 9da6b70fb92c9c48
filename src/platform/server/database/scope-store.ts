import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from './connect.ts';

/** Opens a region's households to the rest of the transaction, as for background work. */
export async function enterScope(tx: Transaction, region: RegionCode): Promise<void> {
  const { from, to } = rangeOf(region);
  await tx`select app_enter_scope(${from}, ${to})`;
}
