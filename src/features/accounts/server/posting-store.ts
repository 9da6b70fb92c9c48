import type { Role } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';

export type HeldPosting = {
  id: string;
  accountId: string;
  role: Role;
  regionCode: RegionCode;
  fromDay: PlainDate;
  untilDay: PlainDate | null;
  grantedBy: string | null;
  grantedAt: string;
};

/** All postings of these accounts, ended ones included, by their first day. */
export async function findPostingsOf(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<HeldPosting[]> {
  return await tx<HeldPosting[]>`
    select ${columns(tx)} from posting
     where account_id = any(${accountIds as string[]}) order by from_day, id`;
}

export async function findPostingForUpdate(
  tx: Transaction,
  id: string,
): Promise<HeldPosting | undefined> {
  const [row] = await tx<
    HeldPosting[]
  >`select ${columns(tx)} from posting where id = ${id} for update`;
  return row;
}

function columns(tx: Transaction) {
  return tx`
    id, account_id as "accountId", role, region_code as "regionCode", from_day as "fromDay",
    until_day as "untilDay", granted_at as "grantedAt",
    (select g.display_name from account g where g.id = posting.granted_by) as "grantedBy"`;
}

export async function insertPosting(
  tx: Transaction,
  posting: Omit<HeldPosting, 'grantedBy'> & { seesRegister: boolean; grantedBy: string | null },
): Promise<void> {
  await tx`
    insert into posting (id, account_id, role, region_code, sees_register, from_day, until_day, granted_by, granted_at)
    values (${posting.id}, ${posting.accountId}, ${posting.role}, ${posting.regionCode}, ${posting.seesRegister},
            ${posting.fromDay}, ${posting.untilDay}, ${posting.grantedBy}, ${posting.grantedAt})`;
}

export async function savePostingEnd(
  tx: Transaction,
  id: string,
  untilDay: PlainDate,
): Promise<void> {
  await tx`update posting set until_day = ${untilDay}, version = version + 1 where id = ${id}`;
}
