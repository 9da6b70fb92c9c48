import type { Sql } from '../../database/connect.ts';
import { newId } from '../../identifiers.ts';
import type { FactTable } from '../fact-table.ts';

/** A table with a column of each type, over the register's households. */
export const sampleTable: FactTable = {
  name: 'household',
  base: 'household',
  from: 'household h',
  countyCode: 'h.county_code',
  villageCode: 'h.village_code',
  householdId: 'h.id',
  columns: [
    { name: 'head_name', type: 'text', sql: 'h.head_name' },
    {
      name: 'main_cause',
      type: 'code',
      codes: ['illness', 'disaster', 'schooling'],
      sql: 'h.main_cause',
    },
    { name: 'other_causes', type: 'codes', sql: 'h.other_causes' },
    { name: 'relocated', type: 'boolean', sql: 'h.relocated' },
    { name: 'area_sqm', type: 'decimal', sql: 'h.resettlement_area_sqm' },
    { name: 'wage_fen', type: 'money', sql: 'h.identified_wage_fen' },
    { name: 'closed_on', type: 'day', sql: 'h.closed_on' },
    { name: 'updated_at', type: 'instant', sql: 'h.updated_at' },
  ],
};

export const willowVillage = '990101100201';
export const nextTownship = '990101101201';

type New = { village?: string; headName?: string; mainCause?: string; values?: object };

/** A household without its row in the change log, as if it had been there before. */
export async function insertHousehold(
  sql: Sql,
  { village = willowVillage, headName = '梅', mainCause, values }: New,
) {
  const id = newId();
  await sql`insert into household ${sql({
    county_code: village.slice(0, 6),
    id,
    village_code: village,
    number: id,
    head_name: headName,
    head_initials: 'M',
    main_cause: mainCause ?? null,
    ...values,
  } as never)}`;
  return id;
}

/** Tells the followers of a change. */
export async function logChange(sql: Sql, id: string, village = willowVillage): Promise<void> {
  await sql`insert into change_log (id, at, county_code, household_id)
    values (${newId()}, now(), ${village.slice(0, 6)}, ${id})`;
}

/** A new household with its row in the change log, as every use case writes them: together. */
export async function add(sql: Sql, household: New = {}): Promise<string> {
  const id = await insertHousehold(sql, household);
  await logChange(sql, id, household.village);
  return id;
}
