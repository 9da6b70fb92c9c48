import type { Database } from './database.ts';

const PATIENCE_MS = 2_000;

/** True if the database answers within two seconds. */
export async function isReachable(database: Database): Promise<boolean> {
  const answer = database
    .read(async (tx) => await tx`select 1`)
    .then(
      () => true,
      () => false,
    );
  const tooLate = new Promise<boolean>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, false).unref();
  });
  return await Promise.race([answer, tooLate]);
}
