import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { findVillages } from '../../regions/server/index.ts';
import { type RuleContext, ruleContext } from '../model/index.ts';

/** Synthetic people live in this reserved province; their ID numbers begin with it. */
const RESERVED_PROVINCE = '99';

/**
 * What the rules need to know for records of a county on a business day. Whoever checks the same
 * record must use this, or findings would come and go with the way in which they were found.
 */
export async function rulesOfCounty(
  tx: Transaction,
  county: RegionCode,
  on: PlainDate,
): Promise<RuleContext> {
  const villages = new Set<string>(await findVillages(tx, county));
  return ruleContext({
    on,
    county,
    clear: true,
    reserved: county.startsWith(RESERVED_PROVINCE),
    // Without a division tree for the county the rule about villages stays silent.
    ...(villages.size === 0 ? {} : { knowsVillage: (code: string) => villages.has(code) }),
  });
}
