import type { RegionCode } from '../../../../kernel/region-code.ts';
import type { Sealer } from '../../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import {
  type Field,
  type FieldSubject,
  fields,
  type HouseholdFacts,
  type PersonFacts,
  type SurveyFacts,
} from '../../../households/model/index.ts';
import { documentIndex, isSealed, tailOf } from '../../../households/server/index.ts';

export type WholeFacts = {
  villageCode: RegionCode;
  household: HouseholdFacts;
  persons: readonly PersonFacts[];
  surveys: readonly SurveyFacts[];
};

export type Inserted = { id: string; persons: string[]; surveys: string[] };

/** Puts households straight into the register's tables, as they are, faults included. */
export async function insertHouseholds(
  tx: Transaction,
  sealer: Sealer,
  households: readonly WholeFacts[],
): Promise<Inserted[]> {
  const rows: Record<FieldSubject, Row[]> = { household: [], person: [], survey: [] };
  const inserted = households.map((whole): Inserted => {
    const place = { county_code: whole.villageCode.slice(0, 6), village_code: whole.villageCode };
    const household_id = newId();
    const add = (of: FieldSubject, values: object, own: Row): string => {
      const id = of === 'household' ? household_id : newId();
      rows[of].push({ ...usual, ...place, ...columnsOf(of, values, sealer), ...own, id });
      return id;
    };
    add('household', whole.household, { head_initials: 'X', status: 'active' });
    return {
      id: household_id,
      persons: whole.persons.map((person) =>
        add('person', person, {
          household_id,
          name_initials: 'X',
          status: person.leftOn === null ? 'present' : 'left',
        }),
      ),
      surveys: whole.surveys.map((survey) => add('survey', survey, { household_id })),
    };
  });
  await tx`insert into household select * from jsonb_populate_recordset(null::household, ${tx.json(rows.household as never)})`;
  await tx`insert into person select * from jsonb_populate_recordset(null::person, ${tx.json(rows.person as never)})`;
  await tx`insert into household_survey select * from jsonb_populate_recordset(null::household_survey, ${tx.json(rows.survey as never)})`;
  return inserted;
}

type Row = Record<string, unknown>;

const usual: Row = { version: 1, updated_at: '2026-11-01T00:00:00Z' };

function columnsOf(of: FieldSubject, values: object, sealer: Sealer): Row {
  const stated = values as Row;
  return Object.assign(
    {},
    ...fields[of].map((field) => columnOf(field, stated[field.key] ?? null, sealer)),
  ) as Row;
}

function columnOf(field: Field, value: unknown, sealer: Sealer): Row {
  if (value === null || !isSealed(field))
    return { [field.column]: value ?? (field.type === 'codes' ? [] : null) };
  if (typeof value !== 'string') throw new Error(`Sealed values are texts: ${field.key}`);
  const text = value;
  const sealed = { [field.column]: hex(sealer.seal(text)) };
  switch (field.type) {
    case 'documentNumber':
      return {
        ...sealed,
        document_hash: hex(documentIndex(sealer, text)),
        document_tail_hash: String(sealer.tailIndex(tailOf(text))),
      };
    case 'phone':
      return { ...sealed, phone_hash: String(sealer.tailIndex(text)) };
    default:
      return { ...sealed, bank_account_hash: String(sealer.tailIndex(text)) };
  }
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

export type StoredFinding = {
  rule_id: string;
  level: string;
  subject_id: string;
  household_id: string;
  sentence: string;
  found_on: string;
  explained_reason: string | null;
  exemption_id: string | null;
};

export async function storedFindings(tx: Transaction): Promise<StoredFinding[]> {
  return await tx<StoredFinding[]>`
    select rule_id, level, subject_id, household_id, sentence, found_on, explained_reason, exemption_id
      from quality_finding order by household_id, rule_id, subject_id, sentence`;
}

/** Nobody has to sign in again because a test moved the clock. */
export async function keepSessions(tx: Transaction, instant: string): Promise<void> {
  await tx`update session set last_seen_at = ${instant}, ends_at = ${instant}::timestamptz + interval '1 hour'`;
}
