import { householdFactTables } from '../src/features/households/server/index.ts';
import type { FactConnection } from '../src/platform/server/facts/fact-file.ts';
import { createStatement } from '../src/platform/server/facts/fact-table.ts';

/**
 * A province straight in the facts: 10 prefectures × 10 counties × 15 townships × 16 villages, as
 * many households as asked for, three persons to each, the same at every run of the same seed.
 */
export async function fillProvince(
  connection: FactConnection,
  size: { households: number; seed: number },
): Promise<void> {
  for (const table of householdFactTables) await connection.run(createStatement(table));
  await connection.run(householdSql(size));
  await connection.run(personSql(size));
  await connection.run('CHECKPOINT');
}

const VILLAGES = 24_000;

const causes = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'lackOfSkill',
  'lackOfLabour',
  'lackOfFunds',
  'lackOfDrive',
];
const statuses = [
  'exitedEarlier',
  'exitedEarlier',
  'exitedEarlier',
  'notExited',
  'returned',
  'newlyExited',
];
const kinds = ['general', 'subsistenceAllowance', 'extremePoverty'];

function pick(values: readonly string[], dice: string): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}][(1 + (${dice}) % ${values.length})::BIGINT]`;
}

/** Villages in order, so that the rows lie as a build from the register lays them. */
function householdSql({ households, seed }: { households: number; seed: number }): string {
  const dice = (part: number): string => `hash(i, ${seed}, ${part})`;
  return `INSERT INTO household_fact BY NAME SELECT * EXCLUDE (income_fen) FROM (
    SELECT village, village // 1000 AS township, village // 1000000 AS county, village // 100000000 AS prefecture,
           village // 10000000000 AS province, md5(concat(i, '-', ${seed}))::UUID AS household_id,
           'B' || lpad(i::VARCHAR, 8, '0') AS number,
           ${pick(['王', '李', '张', '刘', '陈', '杨'], dice(1))} || ${pick(['伟', '芳', '娜', '秀英', '敏'], dice(2))} AS head_name,
           'W' AS head_initials,
           'active' AS status,
           (1 + ${dice(3)} % 6)::INTEGER AS present_members,
           (1 + ${dice(3)} % 6)::INTEGER AS member_count,
           'poor' AS household_type,
           ${pick(statuses, dice(4))} AS poverty_status,
           ${pick(kinds, dice(5))} AS poor_household_kind,
           ${pick(causes, dice(6))} AS main_cause,
           CASE WHEN ${dice(7)} % 12 = 0 THEN ${pick(['unstable', 'borderline', 'suddenHardship'], dice(8))} END AS monitored_category,
           ${dice(9)} % 3 = 0 AS risk_eliminated,
           CASE WHEN ${dice(10)} % 5 = 0 THEN ['household.phone'] ELSE [] END AS missing,
           (2013 + ${dice(11)} % 5)::VARCHAR || '-05' AS identified_month,
           2025 AS survey_year,
           (${dice(12)} % 2500000)::BIGINT AS income_fen, income_fen AS survey_income_per_head_fen,
           (income_fen // 100000)::INTEGER AS income_band,
           income_fen * present_members AS members_income_fen,
           present_members AS members_with_income,
           len(missing) = 0 AS complete,
           len(missing)::INTEGER AS missing_bits,
           (16 * (${dice(14)} % 4 // 3))::INTEGER AS members_missing_bits,
           monitored_category IS NOT NULL AND NOT risk_eliminated AS monitored,
           (${dice(13)} % 9000000)::BIGINT AS survey_net_income_fen
      FROM (SELECT i, 990000000000 + (1 + v // 2400) * 100000000 + (1 + (v // 240) % 10) * 1000000
                   + (100 + (v // 16) % 15) * 1000 + 200 + v % 16 AS village
              FROM (SELECT i, (i * ${VILLAGES}) // ${households} AS v FROM range(${households}) t(i))))`;
}

function personSql({ seed }: { households: number; seed: number }): string {
  const dice = (part: number): string => `hash(household_id, n, ${seed}, ${part})`;
  return `INSERT INTO person_fact BY NAME
    SELECT village, township, county, prefecture, province, household_id,
           md5(concat(household_id, n))::UUID AS id, 'present' AS status,
           (1 + ${dice(1)} % 2)::VARCHAR AS sex,
           DATE '1935-01-01' + (${dice(2)} % 32000)::INTEGER AS birth_day,
           ${pick(['10', '20', '60', '70', '80', '90'], dice(3))} AS education,
           [${pick(['healthy', 'healthy', 'healthy', 'chronic', 'seriousIllness', 'disabled'], dice(4))}] AS health,
           ${pick(['ordinary', 'skilled', 'none', 'lost'], dice(5))} AS labour_skill,
           CASE WHEN ${dice(6)} % 9 = 0 THEN ['person.education'] ELSE [] END AS missing,
           (16 * len(missing))::INTEGER AS missing_bits
      FROM household_fact, range(3) m(n) ORDER BY village`;
}
