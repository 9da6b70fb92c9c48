import { type ExpectedSubject, expectedKeys } from '../model/expected-fields.ts';
import { type Field, fieldOfKey } from '../model/index.ts';

/** How the SQL of the facts calls a record's table: the household, its latest survey, the person. */
export const alias: Record<ExpectedSubject, string> = { household: 'h', survey: 's', person: 'p' };

export function columnOf(subject: ExpectedSubject, key: string): string {
  return fieldOf(subject, key).column;
}

function fieldOf(subject: ExpectedSubject, key: string): Field {
  const field = fieldOfKey(subject, key);
  if (field === undefined) throw new Error(`The dictionary has no ${subject}.${key}`);
  return field;
}

/** Expected of some only: a cause of those who were poor, what a survey says of those who had one. */
const onlyIf: Readonly<Record<string, string>> = {
  'household.mainCause': ` AND h.household_type IN ('poor', 'exited')`,
  'household.povertyStatus': ` AND h.household_type IN ('poor', 'exited')`,
  'survey.incomePerHeadFen': ' AND s.year IS NOT NULL',
  'survey.safeWater': ' AND s.year IS NOT NULL',
  'survey.dangerousHouse': ' AND s.year IS NOT NULL',
  'survey.roadKind': ' AND s.year IS NOT NULL',
};

/** True where the expected field of that key is not stated. */
function isMissing(fullKey: string): string {
  const [subject, key] = fullKey.split('.') as [ExpectedSubject, string];
  const value = `${alias[subject]}.${columnOf(subject, key)}`;
  const absent =
    fieldOf(subject, key).type === 'codes' ? `cardinality(${value}) = 0` : `${value} IS NULL`;
  return `${absent}${onlyIf[fullKey] ?? ''}`;
}

/** The keys of what is expected and not stated, of a record for which `live` holds. */
export function missingList(of: keyof typeof expectedKeys, live: string): string {
  const found = expectedKeys[of].map((key) => `CASE WHEN ${isMissing(key)} THEN '${key}' END`);
  return `CASE WHEN ${live} THEN array_remove(ARRAY[${found.join(', ')}]::text[], NULL) ELSE '{}'::text[] END`;
}

/** The same as a number whose n-th bit stands for the n-th key. */
export function missingBits(of: keyof typeof expectedKeys, live: string): string {
  const bits = expectedKeys[of].map(
    (key, index) => `CASE WHEN ${isMissing(key)} THEN ${2 ** index} ELSE 0 END`,
  );
  return `CASE WHEN ${live} THEN ${bits.join(' + ')} ELSE 0 END`;
}
