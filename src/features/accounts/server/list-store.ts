import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionCode, rangeOf } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { AccountsQuery } from '../model/contract.ts';

/** An account as its administrators see it: nothing that would help to sign in. */
export type ListedAccount = {
  id: string;
  userName: string;
  displayName: string;
  regionCode: RegionCode;
  status: 'active' | 'disabled';
  lockedUntil: string | null;
  mustChangePassword: boolean;
  secondFactor: boolean;
  demonstration: boolean;
  lastSignInAt: string | null;
  createdAt: string;
  version: number;
};

export type Listing = AccountsQuery & { reach: RegionCode; today: PlainDate };

export async function findListedAccounts(
  tx: Transaction,
  listing: Listing,
): Promise<ListedAccount[]> {
  const offset = (listing.page - 1) * listing.size;
  return await tx<ListedAccount[]>`
    select ${columns(tx)} from account where ${filter(tx, listing)}
     order by ${order(tx, listing.sort)}, id limit ${listing.size} offset ${offset}`;
}

export async function countListedAccounts(tx: Transaction, listing: Listing): Promise<number> {
  const [row] = await tx<{ total: number }[]>`
    select count(*)::int as total from account where ${filter(tx, listing)}`;
  return row?.total ?? 0;
}

export async function findListedAccount(
  tx: Transaction,
  id: string,
): Promise<ListedAccount | undefined> {
  const [row] = await tx<ListedAccount[]>`select ${columns(tx)} from account where id = ${id}`;
  return row;
}

function columns(tx: Transaction) {
  return tx`
    id, user_name as "userName", display_name as "displayName", region_code as "regionCode", status,
    locked_until as "lockedUntil", must_change_password as "mustChangePassword",
    totp_confirmed_at is not null as "secondFactor", demonstration, created_at as "createdAt", version,
    (select max(s.started_at) from session s where s.account_id = account.id and not s.awaits_second_factor)
      as "lastSignInAt"`;
}

function filter(tx: Transaction, { text, status, role, region, reach, today }: Listing) {
  const within = rangeOf(reach);
  const wanted = rangeOf((region ?? '') as RegionCode);
  // The nation's own accounts have the empty code, which lies in no range of digits.
  const reached =
    reach === '' ? tx`true` : tx`region_code >= ${within.from} and region_code < ${within.to}`;
  return tx`
    ${reached}
    and ${region === undefined ? tx`true` : tx`region_code >= ${wanted.from} and region_code < ${wanted.to}`}
    and ${text === undefined || text === '' ? tx`true` : tx`(user_name ilike ${like(text)} or display_name ilike ${like(text)})`}
    and ${status === undefined ? tx`true` : tx`status = ${status}`}
    and ${role === undefined ? tx`true` : tx`exists (${holding(tx, role, today)})`}`;
}

function holding(tx: Transaction, role: string, today: PlainDate) {
  return tx`
    select 1 from posting p
     where p.account_id = account.id and p.role = ${role} and p.from_day <= ${today}
       and (p.until_day is null or p.until_day >= ${today})`;
}

/** What was typed, anywhere in the column; % and _ stand for themselves. */
function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function order(tx: Transaction, sort: AccountsQuery['sort']) {
  const column = { userName: 'user_name', displayName: 'display_name', createdAt: 'created_at' }[
    sort.replace('-', '') as 'userName' | 'displayName' | 'createdAt'
  ];
  return sort.startsWith('-') ? tx`${tx(column)} desc` : tx`${tx(column)} asc`;
}
