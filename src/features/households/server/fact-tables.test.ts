import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type Facts, openFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { householdFactTables } from './fact-tables-store.ts';

const county = '990101';
const village = '990101100201';

async function withFacts(test: (tx: Transaction, facts: Facts) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-facts-'));
  await inRollback(async (database, tx) => {
    await tx`select app_enter_scope('0', ':')`;
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    try {
      await test(tx, facts);
    } finally {
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

async function insert(tx: Transaction, table: string, values: object): Promise<string> {
  const id = newId();
  await tx`insert into ${tx(table)} ${tx({ county_code: county, id, village_code: village, ...values } as never)}`;
  return id;
}

it('gives each household its latest survey, its latest spells and its present members', async () => {
  await withFacts(async (tx, facts) => {
    const household = await insert(tx, 'household', {
      number: 'H1',
      head_name: '梅小草',
      head_initials: 'MXC',
      household_type: 'poor',
      main_cause: 'illness',
    });
    const of = { household_id: household };
    await insert(tx, 'household_survey', { ...of, year: 2024, net_income_fen: 100 });
    await insert(tx, 'household_survey', { ...of, year: 2025, net_income_fen: 900 });
    const spell = { ...of, kind: 'registered', start_reason: 'identified' };
    await insert(tx, 'registration_spell', {
      ...spell,
      started_on: '2014-05-01',
      ended_on: '2016-12-31',
      end_reason: 'exited',
    });
    await insert(tx, 'registration_spell', {
      ...spell,
      started_on: '2018-03-01',
      start_reason: 'returned',
    });
    const person = { ...of, name: '梅小草', name_initials: 'MXC', sex: '2' };
    await insert(tx, 'person', {
      ...person,
      birth_day: '1990-01-02',
      health: ['disabled', 'chronic'],
    });
    await insert(tx, 'person', {
      ...person,
      status: 'left',
      left_on: '2020-01-01',
      leave_reason: 'death',
    });
    await facts.rebuild();
    const scope = regionCode('990101100');
    const [row] = await facts.query(
      scope,
      `select household_id as id, number, head_name, main_cause, survey_year, survey_net_income_fen, present_members,
              registered_on, registered_until, monitored_on, status, list_sort(missing) as missing from household`,
    );
    expect(row).toEqual({
      id: household,
      number: 'H1',
      head_name: '梅小草',
      main_cause: 'illness',
      survey_year: 2025,
      survey_net_income_fen: 900,
      present_members: 1,
      registered_on: '2018-03-01',
      registered_until: null,
      monitored_on: null,
      status: 'active',
      missing: [
        'household.bankAccount',
        'household.identifiedMonth',
        'household.memberCount',
        'household.phone',
        'household.povertyStatus',
        'survey.dangerousHouse',
        'survey.incomePerHeadFen',
        'survey.roadKind',
        'survey.safeWater',
      ],
    });
    const persons = await facts.query(
      scope,
      'select status, birth_day, health, len(missing) as missing from person order by status',
    );
    expect(persons).toEqual([
      { status: 'present', birth_day: '1990-01-02', health: ['disabled', 'chronic'], missing: 7 },
      { status: 'left', birth_day: null, health: [], missing: 0 },
    ]);
  });
});

it('expects no cause of a household that was never poor, and a survey of everyone', async () => {
  await withFacts(async (tx, facts) => {
    await insert(tx, 'household', {
      number: 'H2',
      head_name: '陶远',
      head_initials: 'TY',
      household_type: 'monitored',
      phone_sealed: Buffer.from('x'),
      bank_account_sealed: Buffer.from('x'),
      member_count: 1,
      identified_month: '2021-03',
    });
    await facts.rebuild();
    const [row] = await facts.query(regionCode(county), 'select missing from household');
    expect(row).toEqual({ missing: ['survey.year'] });
  });
});
