import type { ActContent } from '../audit/leaf.ts';
import type { Transaction } from '../database/connect.ts';

/** An act as it stands in the table, without the transaction number that PostgreSQL adds. */
export type ActRow = ActContent & { leaf_hash: Buffer };

export async function findActOfRequest(
  tx: Transaction,
  countyCode: string,
  requestId: string,
): Promise<{ kind: string; account_id: string } | undefined> {
  const [row] = await tx<{ kind: string; account_id: string }[]>`
    select kind, account_id from act
     where county_code = ${countyCode} and request_id = ${requestId} and ordinal = 0`;
  return row;
}

/**
 * Inserts the acts of a request and tells how many. None, if the same request came twice in the same
 * instant and the other one was first: then this waits until the other is committed.
 */
export async function insertActs(tx: Transaction, rows: readonly ActRow[]): Promise<number> {
  const values = rows.map((row) => ({
    ...row,
    before: row.before === null ? null : tx.json(row.before as never),
    after: row.after === null ? null : tx.json(row.after as never),
  }));
  const result = await tx`
    insert into act ${tx(values as never)} on conflict (county_code, request_id, ordinal) do nothing`;
  return result.count;
}

export async function insertChanges(
  tx: Transaction,
  rows: readonly { id: string; at: string; county_code: string; household_id: string | null }[],
): Promise<void> {
  if (rows.length > 0) await tx`insert into change_log ${tx(rows as never)}`;
}
