import type { FactConnection } from '../../../../platform/server/facts/fact-file.ts';
import { createStatement } from '../../../../platform/server/facts/fact-table.ts';
import { factFieldOf } from '../../../households/model/index.ts';
import { householdFactTables } from '../../../households/server/index.ts';
import type { FactValue } from '../../model/rule-case.ts';
import { sqlText } from '../sql-values-store.ts';
import { type RandomHousehold, type RandomRecord, storedNames } from './random-register.ts';

/** Puts random households into empty fact tables, as a build from the register would. */
export async function writeFacts(
  connection: FactConnection,
  households: readonly RandomHousehold[],
): Promise<void> {
  for (const table of householdFactTables) await connection.run(createStatement(table));
  const rows = households.map((each) => ({
    ...place(each.village),
    household_id: sqlText(each.id),
    status: `'active'`,
    present_members: String(each.persons.length),
    monitored: String(
      (each.household['monitoredCategory'] ?? null) !== null &&
        each.household['riskEliminated'] !== true,
    ),
    ...columns('household', each.household),
    ...columns('survey', each.survey),
  }));
  await insert(connection, 'household_fact', rows);
  const persons = households.flatMap((each) =>
    each.persons.map((person) => ({
      ...place(each.village),
      household_id: sqlText(each.id),
      id: sqlText(person.id),
      status: `'present'`,
      ...columns('person', person),
    })),
  );
  await insert(connection, 'person_fact', persons);
}

function place(village: string): Record<string, string> {
  return {
    village,
    township: village.slice(0, 9),
    county: village.slice(0, 6),
    prefecture: village.slice(0, 4),
    province: village.slice(0, 2),
  };
}

function columns(
  of: 'household' | 'survey' | 'person',
  record: RandomRecord,
): Record<string, string> {
  return Object.fromEntries(
    storedNames(of).flatMap(({ name }) => {
      const field = factFieldOf(`${of}.${name}`);
      return field === undefined ? [] : [[field.column, literal(record[name] ?? null)]];
    }),
  );
}

function literal(value: FactValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return sqlText(value);
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  return `[${value.map(sqlText).join(', ')}]`;
}

async function insert(
  connection: FactConnection,
  table: string,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const names = Object.keys(first);
  const values = rows.map((row) => `(${names.map((name) => row[name] ?? 'NULL').join(', ')})`);
  await connection.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${values.join(', ')}`);
}
