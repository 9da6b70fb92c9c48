import type { Transaction } from '../../../../platform/server/database/connect.ts';

/** How often a version of a pack is kept. */
export async function countVersions(tx: Transaction, hash: string): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from pack_version where hash = ${hash}`;
  return row?.count ?? 0;
}

/** Keeps what was adopted under another version, in which one text of one file is another. */
export async function keepChanged(
  tx: Transaction,
  change: { file: string; from: string; to: string; hash: string },
): Promise<void> {
  await tx`
    insert into pack_version (hash, pack_id, files, kept_at)
    select ${change.hash}, pack_id,
           jsonb_set(files, array[${change.file}],
                     to_jsonb(replace(files->>${change.file}, ${change.from}, ${change.to}))),
           kept_at
      from pack_version`;
  await tx`update pack_adoption set pack_hash = ${change.hash}`;
}

/** What the audit log tells of one thing, in order. */
export async function findEvents(
  tx: Transaction,
  subjectId: string,
): Promise<{ kind: string; detail: unknown }[]> {
  return await tx<{ kind: string; detail: unknown }[]>`
    select kind, detail from audit_event where subject_id = ${subjectId} order by at, id`;
}
