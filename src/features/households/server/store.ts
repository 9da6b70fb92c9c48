import type { RegionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { columnsOf, type RecordSubject } from './record-columns.ts';

type Row = Record<string, unknown>;

/** Where a record is: the county that holds it, and its id there. */
export type Key = { county: RegionCode; id: string };

export type RecordRow = Row & {
  id: string;
  county_code: string;
  village_code: string;
  version: number;
};
export type HouseholdRow = RecordRow & {
  status: string;
  closed_on: string | null;
  close_reason: string | null;
  merged_into: string | null;
  updated_at: string;
};
export type PersonRow = RecordRow & { household_id: string; status: string };
export type SurveyRow = RecordRow & { household_id: string; year: number };
export type SpellRow = RecordRow & {
  household_id: string;
  kind: string;
  started_on: string;
  start_reason: string;
  ended_on: string | null;
  end_reason: string | null;
};

/** Put together once: to write sixty names anew for each reading costs as much as to ask for them. */
function selectList(...columns: readonly string[]): string {
  const all = new Set(['county_code', 'id', 'village_code', 'version', ...columns]);
  return [...all].join(', ');
}

const householdColumns = selectList(
  ...columnsOf.household,
  'status',
  'closed_on',
  'close_reason',
  'merged_into',
  'updated_at',
);
const personColumns = selectList('household_id', 'status', ...columnsOf.person);
const surveyColumns = selectList('household_id', ...columnsOf.survey);

/** The household, if it lies within the scope of the transaction. */
export async function findHousehold(tx: Transaction, key: Key): Promise<HouseholdRow | undefined> {
  const [row] = await tx<HouseholdRow[]>`
    select ${tx.unsafe(householdColumns)} from household
     where county_code = ${key.county} and id = ${key.id}`;
  return row;
}

/** The same, locked until the end of the transaction. */
export async function findHouseholdForUpdate(
  tx: Transaction,
  key: Key,
): Promise<HouseholdRow | undefined> {
  const [row] = await tx<HouseholdRow[]>`
    select ${tx.unsafe(householdColumns)} from household
     where county_code = ${key.county} and id = ${key.id} for update`;
  return row;
}

/** True if any household of the county lies in the scope of the transaction. */
export async function hasHouseholds(tx: Transaction, county: RegionCode): Promise<boolean> {
  const rows = await tx`select 1 from household where county_code = ${county} limit 1`;
  return rows.length > 0;
}

/** The persons of a household, who left included, the head first, then by age. */
export async function findPersons(tx: Transaction, household: Key): Promise<PersonRow[]> {
  return await tx<PersonRow[]>`
    select ${tx.unsafe(personColumns)} from person
     where county_code = ${household.county} and household_id = ${household.id}
     order by status desc, relation, birth_day, id`;
}

export async function findSurveys(tx: Transaction, household: Key): Promise<SurveyRow[]> {
  return await tx<SurveyRow[]>`
    select ${tx.unsafe(surveyColumns)} from household_survey
     where county_code = ${household.county} and household_id = ${household.id}
     order by year desc`;
}

export async function findSpells(tx: Transaction, household: Key): Promise<SpellRow[]> {
  return await tx<SpellRow[]>`
    select county_code, id, village_code, version, household_id, kind, started_on, start_reason,
           ended_on, end_reason
      from registration_spell
     where county_code = ${household.county} and household_id = ${household.id}
     order by started_on, kind`;
}

const tableOf: Record<RecordSubject, string> = {
  household: 'household',
  person: 'person',
  survey: 'household_survey',
  spell: 'registration_spell',
};

export async function insertRecord(
  tx: Transaction,
  subject: RecordSubject,
  row: Row,
): Promise<void> {
  await tx`insert into ${tx(tableOf[subject])} ${tx(row as never)}`;
}

/** Writes the columns and counts the version on; false if somebody else changed the row meanwhile. */
export async function updateRecord(
  tx: Transaction,
  subject: RecordSubject,
  change: { key: Key; version: number; columns: Row; now: string },
): Promise<boolean> {
  const columns = { ...change.columns, version: change.version + 1, updated_at: change.now };
  const result = await tx`
    update ${tx(tableOf[subject])} set ${tx(columns as never)}
     where county_code = ${change.key.county} and id = ${change.key.id} and version = ${change.version}`;
  return result.count === 1;
}

/** Counts the household's version on when something that belongs to it changed; false if it had moved on. */
export async function touchHousehold(
  tx: Transaction,
  household: Key & { version: number },
  now: string,
): Promise<boolean> {
  const result = await tx`
    update household set version = version + 1, updated_at = ${now}
     where county_code = ${household.county} and id = ${household.id} and version = ${household.version}`;
  return result.count === 1;
}

/** Claims a document number in the nation; false if another person holds it. */
export async function claimDocument(tx: Transaction, hash: Buffer, person: Key): Promise<boolean> {
  const result = await tx`
    insert into id_card (id_hash, county_code, person_id)
    values (${hash}, ${person.county}, ${person.id})
    on conflict on constraint id_card_pkey do nothing`;
  if (result.count === 1) return true;
  const [holder] = await tx<
    { person_id: string }[]
  >`select person_id from id_card where id_hash = ${hash}`;
  return holder?.person_id === person.id;
}

export async function releaseDocuments(
  tx: Transaction,
  person: Key,
  except: Buffer | null,
): Promise<void> {
  const [row] = await tx<{ document_hash: Buffer | null }[]>`
    select document_hash from person where county_code = ${person.county} and id = ${person.id}`;
  const held = row?.document_hash;
  if (held === null || held === undefined || (except !== null && held.equals(except))) return;
  await tx`delete from id_card where id_hash = ${held} and person_id = ${person.id}`;
}

export type HistoryRow = {
  id: string;
  kind: string;
  subject: string;
  subject_id: string;
  happened_on: string;
  recorded_at: string;
  reason: string | null;
  before: Row | null;
  after: Row | null;
  batch_id: string | null;
  batch_row: number | null;
  account_name: string | null;
};

/** What was done to a household, newest first, a page at a time. */
export async function findHistory(
  tx: Transaction,
  household: Key,
  page: { limit: number; offset: number },
): Promise<HistoryRow[]> {
  return await tx<HistoryRow[]>`
    select act.id, act.kind, act.subject, act.subject_id, act.happened_on, act.recorded_at, act.reason,
           act.before, act.after, act.batch_id, act.batch_row, account.display_name as account_name
      from act left join account on account.id = act.account_id
     where act.county_code = ${household.county} and act.household_id = ${household.id}
     order by act.recorded_at desc, act.id desc
     limit ${page.limit} offset ${page.offset}`;
}
