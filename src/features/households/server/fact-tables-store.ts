import type { FactColumn, FactTable } from '../../../platform/server/facts/fact-table.ts';
import type { ExpectedSubject } from '../model/expected-fields.ts';
import {
  dictionaryFactFields,
  type FactField,
  type RecordFactKey,
  recordFactFields,
} from '../model/fact-fields.ts';
import { codesOf } from '../model/index.ts';
import { alias, columnOf, missingBits, missingList } from './missing-sql.ts';

function fromDictionary(field: FactField): FactColumn {
  const [subject, key] = field.key.split('.') as [ExpectedSubject, string];
  return { ...shapeOf(field), sql: `${alias[subject]}.${columnOf(subject, key)}` };
}

/** Name and type in the facts; a code is stored as one of its list. */
function shapeOf({ column, type, list }: FactField): Omit<FactColumn, 'sql'> {
  if (type !== 'code') return { name: column, type };
  if (list === undefined) throw new Error(`A code needs its list: ${column}`);
  return { name: column, type, codes: codesOf(list).map(({ code }) => code) };
}

const isOnRegister = `h.status = 'active'`;
const isPresent = `p.status = 'present'`;

const recordSql: Record<RecordFactKey, string> = {
  'household.status': 'h.status',
  'household.closedOn': 'h.closed_on',
  'household.closeReason': 'h.close_reason',
  'household.headInitials': 'h.head_initials',
  'household.presentMembers': 'm.present',
  'household.missing': missingList('household', isOnRegister),
  'household.complete': `${missingBits('household', isOnRegister)} = 0`,
  'household.monitored': 'h.monitored_category IS NOT NULL AND h.risk_eliminated IS NOT TRUE',
  'household.registeredOn': 'r.started_on',
  'household.registeredUntil': 'r.ended_on',
  'household.monitoredOn': 'w.started_on',
  'household.monitoredUntil': 'w.ended_on',
  'household.changedOn': `(h.updated_at AT TIME ZONE 'Asia/Shanghai')::date`,
  'act.kind': 'a.kind',
  'act.recordedOn': `(a.recorded_at AT TIME ZONE 'Asia/Shanghai')::date`,
  'act.batched': 'a.batch_id IS NOT NULL',
  'person.status': 'p.status',
  'person.missing': missingList('person', `${isPresent} AND ${isOnRegister}`),
};

function columnsOf(table: FactField['table']): FactColumn[] {
  return [
    ...dictionaryFactFields.filter((field) => field.table === table).map(fromDictionary),
    ...recordFactFields
      .filter((field) => field.table === table)
      .map((field) => ({ ...shapeOf({ ...field, filterable: true }), sql: recordSql[field.key] })),
  ];
}

const latestSpell = (kind: string): string =>
  `LEFT JOIN LATERAL (SELECT started_on, ended_on FROM registration_spell
     WHERE county_code = h.county_code AND household_id = h.id AND kind = '${kind}'
     ORDER BY started_on DESC LIMIT 1) `;

/** One row for each household: what is true now, its latest survey, its latest spells. */
const household: FactTable = {
  name: 'household',
  base: 'household',
  from: `household h
    LEFT JOIN LATERAL (SELECT * FROM household_survey
      WHERE county_code = h.county_code AND household_id = h.id ORDER BY year DESC LIMIT 1) s ON true
    ${latestSpell('registered')} r ON true
    ${latestSpell('monitored')} w ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS present, coalesce(bit_or(${missingBits('person', isOnRegister)}), 0) AS missing_bits
        FROM person p
       WHERE p.county_code = h.county_code AND p.household_id = h.id AND ${isPresent}) m ON true`,
  countyCode: 'h.county_code',
  villageCode: 'h.village_code',
  householdId: 'h.id',
  columns: [
    ...columnsOf('household'),
    { name: 'missing_bits', type: 'integer', sql: missingBits('household', isOnRegister) },
    { name: 'members_missing_bits', type: 'integer', sql: 'm.missing_bits' },
    // Worked out here, because to divide or multiply a million numbers costs more than to read them:
    // the income in whole thousands of yuan, and what the mean of a region is made of.
    {
      name: 'income_band',
      type: 'integer',
      sql: 'least(greatest(floor(s.income_per_head_fen / 100000.0), -1), 1000)::integer',
    },
    { name: 'members_income_fen', type: 'money', sql: 's.income_per_head_fen * m.present' },
    {
      name: 'members_with_income',
      type: 'integer',
      sql: 'CASE WHEN s.income_per_head_fen IS NOT NULL THEN m.present END',
    },
  ],
};

/** One row for each person, with those who left. No name and no number: a person is found elsewhere. */
const person: FactTable = {
  name: 'person',
  base: 'person',
  from: 'person p JOIN household h ON h.county_code = p.county_code AND h.id = p.household_id',
  countyCode: 'p.county_code',
  villageCode: 'p.village_code',
  householdId: 'p.household_id',
  columns: [
    { name: 'id', type: 'id', sql: 'p.id' },
    ...columnsOf('person'),
    {
      name: 'missing_bits',
      type: 'integer',
      sql: missingBits('person', `${isPresent} AND ${isOnRegister}`),
    },
  ],
};

/** One row for each act: what kind of change, of what, on which day. What was changed stays out. */
const act: FactTable = {
  name: 'act',
  base: 'act',
  from: '(SELECT * FROM act WHERE household_id IS NOT NULL) a',
  countyCode: 'a.county_code',
  villageCode: 'a.village_code',
  householdId: 'a.household_id',
  columns: [
    ...columnsOf('act'),
    // A decision may change several records, each with an act of its own; this counts it once.
    { name: 'decision', type: 'boolean', sql: 'a.batch_id IS NULL AND a.ordinal = 0' },
  ],
};

export const householdFactTables: readonly FactTable[] = [household, person, act];
