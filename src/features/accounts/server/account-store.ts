import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Attempts } from '../model/lockout.ts';

/** An account as sign-in and its administrators need it. */
export type Account = {
  id: string;
  userName: string;
  displayName: string;
  regionCode: RegionCode;
  passwordHash: string | null;
  passwordChangedAt: string | null;
  mustChangePassword: boolean;
  secretSealed: Buffer | null;
  secondFactorAt: string | null;
  lastCodeStep: number | null;
  failedAttempts: number;
  lockedUntil: string | null;
  status: 'active' | 'disabled';
  demonstration: boolean;
  createdBy: string | null;
  version: number;
};

/**
 * Lets one attempt after the other through for a user name, known or not: guesses sent side by side
 * count one by one, and the waiting does not tell whether the name exists.
 */
export async function lockUserName(tx: Transaction, userName: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended('sign-in ' || ${userName}, 0))`;
}

export async function findAccountByUserNameForUpdate(
  tx: Transaction,
  userName: string,
): Promise<Account | undefined> {
  const [row] = await tx<Account[]>`
    select ${columns(tx)} from account where user_name = ${userName} for update`;
  return row;
}

export async function findAccountForUpdate(
  tx: Transaction,
  id: string,
): Promise<Account | undefined> {
  const [row] = await tx<Account[]>`select ${columns(tx)} from account where id = ${id} for update`;
  return row;
}

/** The account of someone who is signed in; it cannot be missing, for accounts are never deleted. */
export async function getAccountForUpdate(tx: Transaction, id: string): Promise<Account> {
  const account = await findAccountForUpdate(tx, id);
  if (account === undefined) throw new Error(`No account ${id}`);
  return account;
}

export async function getAccount(tx: Transaction, id: string): Promise<Account> {
  const [row] = await tx<Account[]>`select ${columns(tx)} from account where id = ${id}`;
  if (row === undefined) throw new Error(`No account ${id}`);
  return row;
}

function columns(tx: Transaction) {
  return tx`
    id, user_name as "userName", display_name as "displayName", region_code as "regionCode",
    password_hash as "passwordHash", password_changed_at as "passwordChangedAt",
    must_change_password as "mustChangePassword", totp_secret_sealed as "secretSealed",
    totp_confirmed_at as "secondFactorAt", totp_last_step as "lastCodeStep",
    failed_attempts as "failedAttempts", locked_until as "lockedUntil", status, demonstration,
    created_by as "createdBy", version`;
}

export async function saveAttempts(tx: Transaction, id: string, attempts: Attempts): Promise<void> {
  await tx`
    update account set failed_attempts = ${attempts.failedAttempts}, locked_until = ${attempts.lockedUntil}
     where id = ${id}`;
}

export async function savePassword(
  tx: Transaction,
  id: string,
  password: { hash: string; changedAt: string; mustChange: boolean },
): Promise<void> {
  await tx`
    update account
       set password_hash = ${password.hash}, password_changed_at = ${password.changedAt},
           must_change_password = ${password.mustChange}
     where id = ${id}`;
}

export async function saveMustChangePassword(tx: Transaction, id: string): Promise<void> {
  await tx`update account set must_change_password = true where id = ${id}`;
}

/** `secret` null takes the second factor away; `since` null waits for its first code. */
export async function saveSecondFactor(
  tx: Transaction,
  id: string,
  factor: { secret: Buffer | null; since: string | null; lastStep: number | null },
): Promise<void> {
  await tx`
    update account
       set totp_secret_sealed = ${factor.secret}, totp_confirmed_at = ${factor.since},
           totp_last_step = ${factor.lastStep}
     where id = ${id}`;
}

export async function saveLastCodeStep(tx: Transaction, id: string, step: number): Promise<void> {
  await tx`update account set totp_last_step = ${step} where id = ${id}`;
}

export type NewAccount = {
  id: string;
  userName: string;
  displayName: string;
  regionCode: string;
  passwordHash: string;
  mustChangePassword: boolean;
  demonstration: boolean;
  createdBy: string | null;
  createdAt: string;
};

/** False if the user name is taken. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<boolean> {
  const inserted = await tx`
    insert into account (id, user_name, display_name, region_code, password_hash, password_changed_at,
                         must_change_password, demonstration, created_by, created_at)
    values (${account.id}, ${account.userName}, ${account.displayName}, ${account.regionCode},
            ${account.passwordHash}, ${account.createdAt}, ${account.mustChangePassword},
            ${account.demonstration}, ${account.createdBy}, ${account.createdAt})
    on conflict on constraint account_user_name_key do nothing`;
  return inserted.count === 1;
}

export async function saveAdministered(
  tx: Transaction,
  account: { id: string; displayName: string; status: 'active' | 'disabled'; version: number },
): Promise<void> {
  await tx`
    update account
       set display_name = ${account.displayName}, status = ${account.status}, version = ${account.version}
     where id = ${account.id}`;
}

export async function disableDemonstration(tx: Transaction): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update account set status = 'disabled', version = version + 1
     where demonstration and status = 'active' returning id`;
  return rows.map(({ id }) => id);
}

/** How many accounts there are of each kind; waits until nobody else makes the first ones. */
export async function countForFirstStart(
  tx: Transaction,
): Promise<{ all: number; demonstration: number; active: number }> {
  await tx`select pg_advisory_xact_lock(hashtextextended('first accounts', 0))`;
  const [row] = await tx<{ all: number; demonstration: number; active: number }[]>`
    select count(*)::int as "all", count(*) filter (where status = 'active')::int as active,
           count(*) filter (where demonstration and status = 'active')::int as demonstration
      from account`;
  return row ?? { all: 0, demonstration: 0, active: 0 };
}

/** User names of the demonstration accounts that are open. */
export async function findDemonstrationUserNames(tx: Transaction): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select user_name as name from account where demonstration and status = 'active'`;
  return rows.map(({ name }) => name);
}
