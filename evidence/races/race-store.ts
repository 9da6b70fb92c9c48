import type { Sql, Transaction } from '../../src/platform/server/database/connect.ts';

export async function countActsOf(owner: Sql, requestId: string): Promise<number> {
  const [row] = await owner<{ acts: number }[]>`
    select count(*) as acts from act where request_id = ${requestId}`;
  return row?.acts ?? 0;
}

export async function countHouseholds(owner: Sql): Promise<number> {
  const [row] = await owner<{ n: number }[]>`select count(*) as n from household`;
  return row?.n ?? 0;
}

export async function readHousehold(
  owner: Sql,
  id: string,
): Promise<{ version: number; status: string; member_count: number; merged_into: string | null }> {
  const [row] = await owner<
    { version: number; status: string; member_count: number; merged_into: string | null }[]
  >`select version, status, member_count, merged_into from household where id = ${id}`;
  if (row === undefined) throw new Error('There is no such household');
  return row;
}

/** Tables of the controls: a number and a register of claims that nothing protects. */
export async function createUnprotected(owner: Sql): Promise<void> {
  await owner`create table unprotected_count (n integer not null)`;
  await owner`insert into unprotected_count values (0)`;
  await owner`create table unprotected_claim (number text not null, holder text not null)`;
  await owner`grant select, insert, update on unprotected_count, unprotected_claim to mingbai_app`;
}

export async function readCount(tx: Transaction): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select n from unprotected_count`;
  return row?.n ?? 0;
}

export async function writeCount(tx: Transaction, n: number): Promise<void> {
  await tx`update unprotected_count set n = ${n}`;
}

export async function isClaimed(tx: Transaction, number: string): Promise<boolean> {
  const held = await tx`select from unprotected_claim where number = ${number}`;
  return held.length > 0;
}

export async function insertClaim(
  tx: Transaction,
  claim: { number: string; holder: string },
): Promise<void> {
  await tx`insert into unprotected_claim ${tx(claim)}`;
}

export async function lockHousehold(tx: Transaction, id: string): Promise<void> {
  await tx`select id from household where county_code = '990101' and id = ${id} for update`;
}
