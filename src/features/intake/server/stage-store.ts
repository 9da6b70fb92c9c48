import type { Sql } from '../../../platform/server/database/connect.ts';
import type { FieldSubject } from '../../households/model/index.ts';
import { columnsOf, stagedFields, tableOf } from './register-columns.ts';

/** A connection of its own, on which temporary tables live as long as it does. */
export type Connection = Sql;

export const stageOf: Record<FieldSubject, string> = {
  household: 'stage_household',
  person: 'stage_person',
  survey: 'stage_survey',
};

/** What stands in front of the register's columns in every staged row. */
export const stagedHead = [
  'source',
  'row_number',
  'id',
  'number_of_household',
  'warned',
  'content',
] as const;

/** The register's columns that a staged row of a kind has, without those in front. */
export function stagedColumns(subject: FieldSubject): readonly string[] {
  return stagedFields(subject).flatMap(columnsOf);
}

function columnList(subject: FieldSubject): string {
  const columns = stagedColumns(subject).join(', ');
  return subject === 'household' ? `village_code, ${columns}` : columns;
}

/**
 * Makes the tables in which rows wait until all are read. They are temporary: if this process or
 * its connection dies, they are gone with it, and no leftover can ever be taken for real.
 */
export async function createStage(connection: Connection): Promise<void> {
  await connection.unsafe(`set temp_buffers = '64MB'`);
  for (const subject of ['household', 'person', 'survey'] as const) {
    await connection.unsafe(
      `create temp table ${stageOf[subject]} as
         select 0::smallint as source, 0 as row_number, null::uuid as id, null::text collate "C" as number_of_household,
                false as warned, null::bytea as content, ${columnList(subject)}
           from ${tableOf[subject]} with no data`,
    );
  }
  // Rows that were refused while they were read: whose household has to wait for their correction.
  await connection.unsafe(
    `create temp table stage_fault (source smallint, row_number integer, number_of_household text collate "C", of_unit boolean)`,
  );
  await connection.unsafe(
    `create temp table stage_finding (
       source smallint, row_number integer, column_index integer, level text, code text, details jsonb)`,
  );
}

/**
 * Statistics, without which the joins that follow would be planned for empty tables; only of the
 * columns that they go by, for those of all columns take as long as the joins.
 */
export async function analyzeStage(connection: Connection): Promise<void> {
  const joined = 'source, row_number, number_of_household';
  await connection.unsafe(
    `analyze stage_household (${joined}), stage_person (${joined}, document_hash), stage_survey (${joined}, year), stage_fault`,
  );
}
