import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import { NOON } from '../../../../platform/server/testing/people.ts';

type Values = Record<string, unknown>;
type NewHousehold = { village: string; values?: Values; survey?: Values; members?: Values[] };

let count = 0;

/** A household with members and, if wanted, a survey, straight into the tables. */
export async function insertHousehold(tx: Transaction, made: NewHousehold): Promise<string> {
  const id = newId();
  count += 1;
  const place = { county_code: made.village.slice(0, 6), village_code: made.village };
  const insert = async (table: string, values: Values): Promise<void> => {
    await tx`insert into ${tx(table)} ${tx({ ...place, id: newId(), ...values } as never)}`;
  };
  await insert('household', {
    id,
    number: `W${count}`,
    head_name: '梅小草',
    head_initials: 'MXC',
    ...made.values,
  });
  for (const member of made.members ?? [{}, {}]) {
    await insert('person', {
      household_id: id,
      name: '梅小草',
      name_initials: 'MXC',
      sex: '2',
      ...member,
    });
  }
  if (made.survey !== undefined) {
    await insert('household_survey', { household_id: id, year: 2025, ...made.survey });
  }
  return id;
}

/** An act of a household, as if it had been recorded so many days before noon. */
export async function insertAct(
  tx: Transaction,
  of: { village: string; household: string },
  act: { kind: string; daysAgo: number; batch?: string; ordinal?: number },
): Promise<void> {
  const at = new Date(Date.parse(NOON) - act.daysAgo * 86_400_000).toISOString();
  await tx`insert into act ${tx({
    county_code: of.village.slice(0, 6),
    id: newId(),
    village_code: of.village,
    household_id: of.household,
    kind: act.kind,
    subject: 'household',
    subject_id: of.household,
    request_id: newId(),
    ordinal: act.ordinal ?? 0,
    account_id: newId(),
    happened_on: at.slice(0, 10),
    recorded_at: at,
    batch_id: act.batch ?? null,
    leaf_hash: Buffer.alloc(32),
  } as never)}`;
}

/** What an office stated of a village's agricultural population. */
export async function insertPopulation(
  tx: Transaction,
  village: string,
  stated: { year: number; population: number },
): Promise<void> {
  await tx`insert into village_population ${tx({
    county_code: village.slice(0, 6),
    village_code: village,
    year: stated.year,
    agricultural_population: stated.population,
    source: '统计年报',
    stated_by: newId(),
    stated_at: NOON,
  } as never)}`;
}

/** All villages of a region in the order of their codes. */
export async function villagesIn(tx: Transaction, region: string): Promise<string[]> {
  const rows = await tx<{ code: string }[]>`
    select code from village where code like ${`${region}%`} order by code`;
  return rows.map(({ code }) => code);
}

/** Opens every household to the test, which then inserts where it likes. */
export async function enterNation(tx: Transaction): Promise<void> {
  await tx`select app_enter_scope('0', ':')`;
}

/** The kinds of audit events so far. */
export async function eventKinds(tx: Transaction): Promise<string[]> {
  const rows = await tx<{ kind: string }[]>`select kind from audit_event order by id`;
  return rows.map(({ kind }) => kind);
}

/** A finding of a data rule about a household; explained or exempted if said so. */
export async function insertFinding(
  tx: Transaction,
  of: { village: string; household: string },
  finding: { rule: string; level: string; explained?: boolean; exemptedUntil?: string },
): Promise<void> {
  const explained = finding.explained === true;
  const exempted = finding.exemptedUntil !== undefined;
  await tx`insert into quality_finding ${tx({
    county_code: of.village.slice(0, 6),
    id: newId(),
    village_code: of.village,
    household_id: of.household,
    rule_id: finding.rule,
    level: finding.level,
    subject: 'household',
    subject_id: of.household,
    fields: [],
    sentence: finding.rule,
    details: tx.json({}),
    found_on: '2026-11-20',
    explained_reason: explained ? '已核实' : null,
    explained_by: explained ? newId() : null,
    explained_at: explained ? NOON : null,
    exemption_id: exempted ? newId() : null,
    exempted_until: finding.exemptedUntil ?? null,
  } as never)}`;
}
