import type { Context } from '../../../platform/server/http/endpoint.ts';
import {
  type FieldSubject,
  fields,
  type Household,
  type Person,
  type Survey,
} from '../model/index.ts';
import { type LoadedHousehold, spellRecord } from './load-whole.ts';
import { getHousehold } from './open-household.ts';
import { isSealed, recordOfRow } from './record-columns.ts';
import { findPersons, findSpells, findSurveys, type Key, type RecordRow } from './store.ts';

/**
 * A household as rules are asked about it, if the officer may see it; refuses as "not found"
 * otherwise. Numbers, phones and accounts stay sealed and are left out; what is sensitive but not
 * sealed is clear, so whoever shows it has to mask it.
 */
export async function readForRules(context: Context, key: Key): Promise<LoadedHousehold> {
  const { tx } = context;
  const row = await getHousehold(context, key);
  const [persons, surveys, spells] = await Promise.all([
    findPersons(tx, key),
    findSurveys(tx, key),
    findSpells(tx, key),
  ]);
  return {
    household: { ...recordWithoutSealed('household', row), status: row.status } as Household,
    persons: persons.map(
      (person) =>
        ({
          ...recordWithoutSealed('person', person),
          householdId: key.id,
          status: person.status,
        }) as Person,
    ),
    surveys: surveys.map(
      (survey) => ({ ...recordWithoutSealed('survey', survey), householdId: key.id }) as Survey,
    ),
    spells: spells.map((spell) => spellRecord(spell, key.id)),
  };
}

function recordWithoutSealed(of: FieldSubject, row: RecordRow): Record<string, unknown> {
  const record = recordOfRow(of, row);
  for (const field of fields[of]) if (isSealed(field)) record[field.key] = null;
  return {
    ...record,
    id: row.id,
    countyCode: row.county_code,
    villageCode: row.village_code,
    version: row.version,
  };
}
