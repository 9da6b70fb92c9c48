import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type FieldSubject, fields } from '../../households/model/index.ts';
import { comparedColumn } from './register-columns.ts';
import { stageOf } from './stage-store.ts';

export type ChangedRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly county_code: string;
  readonly household_id: string;
  readonly village_code: string;
  readonly source: number | null;
  readonly row_number: number | null;
};

const changedTable: Record<FieldSubject, string> = {
  household: 'changed_household',
  person: 'changed_person',
  survey: 'changed_survey',
};
const table: Record<FieldSubject, string> = {
  household: 'household',
  person: 'person',
  survey: 'household_survey',
};

/** Beside the fields: what else a change of a record may change, old and new. */
const beside: Record<FieldSubject, string> = {
  household: `c.id as household_id, c.existing_village as old_village, c.old_member_count, c.member_count as new_member_count,
              c.old_head_name, c.head_name as new_head_name`,
  person: `c.household_id, m.status as old_status, c.status as new_status, m.household_id as old_household`,
  survey: 'c.household_id',
};

/** Values of a record as the register has them (`old_…`) and as the file states them (`new_…`). */
function valueColumns(subject: FieldSubject): string {
  return fields[subject]
    .filter((field) => !(subject === 'household' && field.key === 'number'))
    .map((field) => {
      const compared = comparedColumn(field);
      const values = `m.${field.column} as old_${field.column}, s.${field.column} as new_${field.column}`;
      return compared === field.column
        ? values
        : `${values}, s.${compared} is distinct from m.${compared} as differs_${field.column}`;
    })
    .join(', ');
}

const FETCHED_AT_ONCE = 1_000;

/** The records that are about to change, portion by portion, before they do. */
export async function* readChanged(
  tx: Transaction,
  subject: FieldSubject,
): AsyncGenerator<readonly ChangedRow[]> {
  await tx.unsafe(
    `declare changed_rows no scroll cursor for
     select c.id, c.county_code, c.village_code, c.source, c.row_number, ${beside[subject]}, ${valueColumns(subject)}
       from ${changedTable[subject]} c
       join ${table[subject]} m on m.county_code = c.county_code and m.id = c.id
       left join ${stageOf[subject]} s on s.source = c.source and s.row_number = c.row_number`,
  );
  for (;;) {
    const rows = await tx.unsafe<ChangedRow[]>(`fetch ${FETCHED_AT_ONCE} from changed_rows`);
    if (rows.length === 0) break;
    yield rows;
  }
  await tx`close changed_rows`;
}

export const actColumns = [
  'county_code',
  'id',
  'village_code',
  'household_id',
  'kind',
  'subject',
  'subject_id',
  'request_id',
  'ordinal',
  'account_id',
  'posting_id',
  'happened_on',
  'recorded_at',
  'reason',
  'before',
  'after',
  'batch_id',
  'batch_row',
  'leaf_hash',
] as const;

/** COPY is not allowed into a table under row-level security, so acts wait beside it. */
export async function createStagedActs(tx: Transaction): Promise<void> {
  await tx`create temp table stage_act on commit drop as select ${tx(actColumns)} from act with no data`;
}

export async function insertStagedActs(tx: Transaction): Promise<void> {
  const columns = actColumns.join(', ');
  await tx.unsafe(`insert into act (${columns}) select ${columns} from stage_act`);
}
