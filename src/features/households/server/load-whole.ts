import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import {
  type FieldSubject,
  fields,
  type Household,
  type Person,
  type Survey,
  type WholeHousehold,
} from '../model/index.ts';
import { isSealed, recordOfRow } from './record-columns.ts';
import {
  findHouseholdForUpdate,
  findPersons,
  findSpells,
  findSurveys,
  type Key,
  type RecordRow,
  type SpellRow,
} from './store.ts';

export type LoadedHousehold = WholeHousehold & { surveys: readonly Survey[] };

/**
 * A household with all that belongs to it, locked until the end of the transaction, clear values
 * included, for decisions. What the officer may not see answers as if it were not there.
 */
export async function lockWholeHousehold(context: Context, key: Key): Promise<LoadedHousehold> {
  const { tx, services, officer } = context;
  const row = await findHouseholdForUpdate(tx, key);
  if (row === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(officer, row.village_code as RegionCode);
  const [persons, surveys, spells] = await Promise.all([
    findPersons(tx, key),
    findSurveys(tx, key),
    findSpells(tx, key),
  ]);
  const { sealer } = services;
  return {
    household: {
      ...clearRecord('household', row, sealer),
      status: row.status,
      closedOn: row.closed_on,
      closeReason: row.close_reason,
      mergedInto: row.merged_into,
    } as Household,
    persons: persons.map(
      (person) =>
        ({
          ...clearRecord('person', person, sealer),
          householdId: key.id,
          status: person.status,
        }) as Person,
    ),
    surveys: surveys.map(
      (survey) => ({ ...clearRecord('survey', survey, sealer), householdId: key.id }) as Survey,
    ),
    spells: spells.map((spell) => spellRecord(spell, key.id)),
  };
}

function clearRecord(of: FieldSubject, row: RecordRow, sealer: Sealer): Record<string, unknown> {
  const record = recordOfRow(of, row);
  for (const field of fields[of])
    if (isSealed(field)) record[field.key] = openValue(record[field.key], sealer);
  return {
    ...record,
    id: row.id,
    countyCode: row.county_code,
    villageCode: row.village_code,
    version: row.version,
  };
}

function openValue(value: unknown, sealer: Sealer): string | null {
  return value === null || value === undefined ? null : sealer.open(value as Uint8Array);
}

export function spellRecord(row: SpellRow, householdId: string): WholeHousehold['spells'][number] {
  return {
    id: row.id,
    countyCode: row.county_code,
    villageCode: row.village_code,
    version: row.version,
    householdId,
    kind: row.kind,
    startedOn: row.started_on,
    startReason: row.start_reason,
    endedOn: row.ended_on,
    endReason: row.end_reason,
  } as WholeHousehold['spells'][number];
}
