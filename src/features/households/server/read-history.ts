import type { Context } from '../../../platform/server/http/endpoint.ts';
import { fieldOfKey } from '../model/index.ts';
import { getHousehold } from './open-household.ts';
import { findHistory, type HistoryRow, type Key } from './store.ts';

/** What was done to a household: who, when, why, and each changed field before and after. */
export async function readHistory(
  context: Context,
  key: Key,
  page: { limit: number; offset: number },
) {
  await getHousehold(context, key);
  const rows = await findHistory(context.tx, key, page);
  return {
    acts: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      subject: row.subject,
      subjectId: row.subject_id,
      by: row.account_name,
      happenedOn: row.happened_on,
      recordedAt: row.recorded_at,
      reason: row.reason,
      batchId: row.batch_id,
      batchRow: row.batch_row,
      isNew: row.before === null,
      changes: changesOf(row),
    })),
  };
}

/** The fields that differ. Of sensitive ones only that they changed: the page shows no old ID number. */
function changesOf(row: HistoryRow) {
  const before = row.before ?? {};
  const after = row.after ?? {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.map((field) => {
    const sensitive = fieldOfKey(row.subject, field)?.sensitive !== undefined;
    return sensitive
      ? { field, sensitive, before: null, after: null }
      : { field, sensitive, before: before[field] ?? null, after: after[field] ?? null };
  });
}
