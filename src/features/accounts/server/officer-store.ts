import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

export type OfficerOnRecord = {
  accountId: string;
  postingId: string;
  region: RegionCode;
  displayName: string;
};

/** Under which posting an active account acts on a day, for work that the command line does in its name. */
export async function findOfficer(
  tx: Transaction,
  userName: string,
  day: string,
): Promise<(OfficerOnRecord & { role: string }) | undefined> {
  const [row] = await tx<(OfficerOnRecord & { role: string })[]>`
    select a.id as "accountId", p.id as "postingId", p.region_code as region, p.role,
           a.display_name as "displayName"
      from account a
      join posting p on p.account_id = a.id and p.from_day <= ${day}
       and (p.until_day is null or p.until_day >= ${day})
     where a.user_name = ${userName} and a.status = 'active'
     order by p.from_day desc limit 1`;
  return row;
}

/** Who acts on a day under a posting of one of these roles, by user name. */
export async function findOfficersOf(
  tx: Transaction,
  roles: readonly string[],
  day: string,
): Promise<{ userName: string; demonstration: boolean }[]> {
  return await tx<{ userName: string; demonstration: boolean }[]>`
    select distinct a.user_name as "userName", a.demonstration
      from account a
      join posting p on p.account_id = a.id and p.from_day <= ${day}
       and (p.until_day is null or p.until_day >= ${day})
     where p.role = any(${[...roles]}) and a.status = 'active'
     order by a.user_name`;
}
