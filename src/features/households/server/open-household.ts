import { ageOn, type PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { FieldSubject } from '../model/index.ts';
import { maskRecord } from './mask.ts';
import { recordOfRow } from './record-columns.ts';
import {
  findHousehold,
  findPersons,
  findSpells,
  findSurveys,
  type HouseholdRow,
  type Key,
  type RecordRow,
  type SpellRow,
} from './store.ts';

/** The household if the officer may see it; refuses as "not found" otherwise. */
export async function getHousehold(context: Context, key: Key): Promise<HouseholdRow> {
  const household = await findHousehold(context.tx, key);
  if (household === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(context.officer, household.village_code as RegionCode);
  return household;
}

/** One page of all that the register knows of a household, sensitive values masked. */
export async function openHousehold(context: Context, key: Key) {
  const { tx, services } = context;
  const [household, persons, surveys, spells] = await Promise.all([
    getHousehold(context, key),
    findPersons(tx, key),
    findSurveys(tx, key),
    findSpells(tx, key),
  ]);
  // A record has sixty values and more: it is added to, not copied for each addition.
  const shown = (of: FieldSubject, row: RecordRow, more: object): Record<string, unknown> =>
    Object.assign(maskRecord(of, recordOfRow(of, row), services.sealer), placeOf(row), more);
  return {
    household: shown('household', household, {
      status: household.status,
      closedOn: household.closed_on,
      closeReason: household.close_reason,
      mergedInto: household.merged_into,
    }),
    persons: persons.map((row) =>
      shown('person', row, {
        householdId: row.household_id,
        status: row.status,
        age:
          typeof row['birth_day'] === 'string'
            ? ageOn(row['birth_day'] as PlainDate, context.today)
            : null,
      }),
    ),
    surveys: surveys.map((row) => shown('survey', row, { householdId: row.household_id })),
    spells: spells.map(spellOf),
  };
}

function placeOf(row: RecordRow) {
  return {
    id: row.id,
    countyCode: row.county_code,
    villageCode: row.village_code,
    version: row.version,
  };
}

function spellOf(row: SpellRow) {
  return {
    ...placeOf(row),
    kind: row.kind,
    startedOn: row.started_on,
    startReason: row.start_reason,
    endedOn: row.ended_on,
    endReason: row.end_reason,
  };
}
