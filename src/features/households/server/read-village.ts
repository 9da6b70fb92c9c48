import { ancestorAt, type RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type {
  FieldSubject,
  HouseholdFacts,
  PersonFacts,
  RegistrationSpell,
  SurveyFacts,
} from '../model/index.ts';
import { type Masked, maskRecord, unmaskValues } from './mask.ts';
import { recordOfRow } from './record-columns.ts';
import {
  findHousehold,
  type HouseholdRow,
  type Key,
  type RecordRow,
  type SpellRow,
} from './store.ts';
import {
  findHouseholdsOfVillage,
  findLatestSurveysOfMany,
  findPersonsOfMany,
  findSpellsOfMany,
} from './village-store.ts';

type SensitiveKey = 'address' | 'phone' | 'bankAccount' | 'documentNumber' | 'health';

/** A record as it may be shown: sensitive values masked, or clear where a purpose was stated. */
export type Shown<Facts> = Omit<Facts, SensitiveKey> & {
  readonly [Key in Extract<keyof Facts, SensitiveKey>]: Facts[Key] | Masked;
};

/** A household with its present members, latest surveys (newest first) and registration spells. */
export type ShownHousehold = {
  readonly id: string;
  readonly villageCode: RegionCode;
  readonly facts: Shown<HouseholdFacts>;
  readonly persons: readonly Shown<PersonFacts>[];
  readonly surveys: readonly SurveyFacts[];
  readonly spells: readonly Pick<
    RegistrationSpell,
    'kind' | 'startedOn' | 'startReason' | 'endedOn' | 'endReason'
  >[];
};

export type Showing = { readonly sealer: Sealer; readonly clear: boolean; readonly years: number };

/**
 * A page of the households of a village in the order of their numbers, after the number `after`,
 * as far as the transaction's scope reaches. Closed households are left out.
 */
export async function readVillage(
  tx: Transaction,
  page: { village: RegionCode; after: string; limit: number },
  showing: Showing,
): Promise<ShownHousehold[]> {
  const county = ancestorAt(page.village, 'county');
  if (county === undefined) return [];
  const rows = await findHouseholdsOfVillage(tx, { ...page, county });
  return await withAll(tx, { county, rows }, showing);
}

/** The same of one household; undefined if it lies beyond the transaction's scope. */
export async function readWholeHousehold(
  tx: Transaction,
  key: Key,
  showing: Showing,
): Promise<ShownHousehold | undefined> {
  const row = await findHousehold(tx, key);
  if (row === undefined) return undefined;
  const [found] = await withAll(tx, { county: key.county, rows: [row] }, showing);
  return found;
}

async function withAll(
  tx: Transaction,
  { county, rows }: { county: RegionCode; rows: readonly HouseholdRow[] },
  showing: Showing,
): Promise<ShownHousehold[]> {
  if (rows.length === 0) return [];
  const of = { county, ids: rows.map(({ id }) => id) };
  const [persons, surveys, spells] = await Promise.all([
    findPersonsOfMany(tx, of),
    findLatestSurveysOfMany(tx, { ...of, years: showing.years }),
    findSpellsOfMany(tx, of),
  ]);
  const personsOf = Map.groupBy(persons, (row) => row.household_id);
  const surveysOf = Map.groupBy(surveys, (row) => row.household_id);
  const spellsOf = Map.groupBy(spells, (row) => row.household_id);
  return rows.map((row) => ({
    id: row.id,
    villageCode: row.village_code as RegionCode,
    facts: shown('household', row, showing),
    persons: (personsOf.get(row.id) ?? []).map((person) => shown('person', person, showing)),
    surveys: (surveysOf.get(row.id) ?? []).map((survey) => shown('survey', survey, showing)),
    spells: (spellsOf.get(row.id) ?? []).map(spellOf),
  }));
}

function spellOf(row: SpellRow): ShownHousehold['spells'][number] {
  const spell = {
    kind: row.kind,
    startedOn: row.started_on,
    startReason: row.start_reason,
    endedOn: row.ended_on,
    endReason: row.end_reason,
  };
  return spell as ShownHousehold['spells'][number];
}

function shown<Record>(of: FieldSubject, row: RecordRow, { sealer, clear }: Showing): Record {
  const record = recordOfRow(of, row);
  return (
    clear ? { ...record, ...unmaskValues(of, record, sealer) } : maskRecord(of, record, sealer)
  ) as Record;
}
