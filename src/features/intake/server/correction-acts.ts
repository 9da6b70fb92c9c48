import { leafHashOfAct } from '../../../platform/server/audit/leaf.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type ActKind, type FieldSubject, fields } from '../../households/model/index.ts';
import { isSealed } from '../../households/server/index.ts';
import type { StatedFields } from './change-store.ts';
import {
  actColumns,
  type ChangedRow,
  createStagedActs,
  insertStagedActs,
  readChanged,
} from './correction-store.ts';
import type { Taking } from './creation-acts-store.ts';
import { copyLines } from './quarantine/copy-in-store.ts';

type Values = Record<string, unknown>;
type Difference = { readonly before: Values; readonly after: Values };

/**
 * Writes an act for every record that is about to change, with the fields that differ, before and
 * after. Must run before the records are written.
 */
export async function recordCorrections(
  tx: Transaction,
  taking: Taking,
  by: { readonly ordinal: number; readonly stated: Readonly<Record<FieldSubject, StatedFields>> },
): Promise<void> {
  await createStagedActs(tx);
  let { ordinal } = by;
  for (const subject of ['household', 'person', 'survey'] as const) {
    for await (const rows of readChanged(tx, subject)) {
      const lines: string[] = [];
      for (const row of rows) {
        const difference = differenceOf(row, subject, by.stated[subject]);
        if (Object.keys(difference.after).length === 0) continue;
        lines.push(lineOf(row, { subject, difference, ordinal, taking }));
        ordinal += 1;
      }
      if (lines.length === 0) continue;
      const text = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
      await copyLines(tx, { table: 'stage_act', columns: actColumns }, text);
    }
  }
  await insertStagedActs(tx);
}

function differenceOf(row: ChangedRow, subject: FieldSubject, stated: StatedFields): Difference {
  const before: Values = {};
  const after: Values = {};
  const note = (key: string, old: unknown, now: unknown): void => {
    if (isSame(old, now)) return;
    before[key] = old ?? null;
    after[key] = now ?? null;
  };
  const statedKeys = new Set((stated.get(row.source ?? -1) ?? []).map(({ key }) => key));
  for (const field of fields[subject]) {
    const old = row[`old_${field.column}`];
    const now = row[`new_${field.column}`];
    if (isSealed(field)) {
      const replaces = statedKeys.has(field.key) && row[`differs_${field.column}`] === true;
      if (replaces && !(field.type === 'documentNumber' && now === null))
        note(field.key, sealedValue(old), sealedValue(now));
    } else if (subject === 'person' && toldByNumber.has(field.key) && !statedKeys.has(field.key)) {
      if (now !== null && !(field.key === 'sex' && now === '9')) note(field.key, old, now);
    } else if (isTaken(subject, field.key, statedKeys)) note(field.key, old, now);
  }
  if (subject === 'household') noteHousehold(row, note);
  if (subject === 'person') {
    note('status', row['old_status'], row['new_status']);
    note('householdId', row['old_household'], row['household_id']);
  }
  return { before, after };
}

const toldByNumber: ReadonlySet<string> = new Set(['birthDay', 'sex', 'documentKind']);

function isTaken(subject: FieldSubject, key: string, stated: ReadonlySet<string>): boolean {
  // Worked out from the members below.
  if (subject === 'household' && (key === 'number' || key === 'headName' || key === 'memberCount'))
    return false;
  return stated.has(key) || (subject === 'person' && (key === 'leaveReason' || key === 'leftOn'));
}

function noteHousehold(
  row: ChangedRow,
  note: (key: string, old: unknown, now: unknown) => void,
): void {
  note('villageCode', row['old_village'], row.village_code);
  note('memberCount', row['old_member_count'], row['new_member_count']);
  note('headName', row['old_head_name'], row['new_head_name']);
}

/** Sealed values stay sealed in an act, as everywhere. */
function sealedValue(value: unknown): unknown {
  return value instanceof Uint8Array ? { sealed: Buffer.from(value).toString('base64') } : null;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => value === other[index]);
  }
  return (one ?? null) === (other ?? null);
}

function kindOf(subject: FieldSubject, row: ChangedRow, { after }: Difference): ActKind {
  if (subject === 'household') return 'household.correct';
  if (subject === 'survey') return 'survey.record';
  if ('householdId' in after) return 'person.move';
  if (!('status' in after)) return 'person.correct';
  if (after['status'] === 'present') return 'person.arrive';
  return row['new_leave_reason'] === 'death' ? 'person.die' : 'person.leave';
}

function lineOf(
  row: ChangedRow,
  of: {
    readonly subject: FieldSubject;
    readonly difference: Difference;
    readonly ordinal: number;
    readonly taking: Taking;
  },
): string {
  const { subject, difference, ordinal, taking } = of;
  const act = {
    county_code: row.county_code,
    id: newId(),
    village_code: row.village_code,
    household_id: row.household_id,
    kind: kindOf(subject, row, difference),
    subject,
    subject_id: row.id,
    request_id: taking.runId,
    ordinal,
    account_id: taking.accountId,
    posting_id: taking.postingId,
    device: null,
    happened_on: taking.today,
    recorded_at: taking.now,
    reason: row.source === null ? null : `${taking.labels[row.source] ?? ''} #${row.row_number}`,
    before: difference.before,
    after: difference.after,
    batch_id: taking.runId,
    batch_row: row.row_number,
  };
  const values: Values = { ...act, leaf_hash: `\\x${leafHashOfAct(act).toString('hex')}` };
  return actColumns.map((column) => copyValue(values[column])).join('\t');
}

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}
