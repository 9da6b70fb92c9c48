import type { Writable } from 'node:stream';
import type { Sql, Transaction } from '../../../../platform/server/database/connect.ts';

/**
 * Why this is ugly: postgres.js (3.4.9) hands out a COPY as a stream and loses an error that the
 * server reports after the last byte was sent — a bad value, a full disk, a cancelled statement.
 * The stream then never finishes. The error still reaches the query's own `reject`, which by then
 * has nobody to tell; so that function is replaced by one that tells us. The test beside this file
 * fails if a new version of the driver no longer works like that.
 */
type CopyQuery = {
  writable(): Promise<Writable>;
  reject: (reason: unknown) => void;
};

/** Sends lines in the text form of COPY. They stand in the table when this returns. */
export async function copyLines(
  connection: Sql | Transaction,
  into: { readonly table: string; readonly columns: readonly string[] },
  lines: Buffer,
): Promise<void> {
  const query = connection.unsafe(
    `copy ${into.table} (${into.columns.join(', ')}) from stdin`,
  ) as unknown as CopyQuery;
  const opened = query.reject;
  let fail: (reason: unknown) => void = opened;
  query.reject = (reason) => fail(reason);
  const stream = await query.writable();
  await new Promise<void>((resolve, reject) => {
    fail = reject;
    stream.once('error', reject);
    stream.once('finish', resolve);
    stream.end(lines);
  });
}
