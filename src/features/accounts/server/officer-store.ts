import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

export type OfficerOnRecord = { accountId: string; postingId: string; region: RegionCode };

/** Under which posting an active account acts on a day, for work that the command line does in its name. */
export async function findOfficer(
  tx: Transaction,
  userName: string,
  day: string,
): Promise<(OfficerOnRecord & { role: string }) | undefined> {
  const [row] = await tx<(OfficerOnRecord & { role: string })[]>`
    select a.id as "accountId", p.id as "postingId", p.region_code as region, p.role
      from account a
      join posting p on p.account_id = a.id and p.from_day <= ${day}
       and (p.until_day is null or p.until_day >= ${day})
     where a.user_name = ${userName} and a.status = 'active'
     order by p.from_day desc limit 1`;
  return row;
}
