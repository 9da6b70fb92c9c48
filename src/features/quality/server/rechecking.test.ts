import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { NATION, regionCode } from '../../../kernel/region-code.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { synthesise } from '../../synth/model/index.ts';
import type { FindingView } from '../model/contract.ts';
import { findingId } from './finding-id.ts';
import { recheckHouseholds } from './recheck.ts';
import type { WholeFacts } from './testing/register-store.ts';
import { onStage } from './testing/stage.ts';

const willow = regionCode('990101');
const village = regionCode('990101100201');
const on = plainDate('2026-11-23');

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

function withoutPhones(count: number): WholeFacts[] {
  return [
    ...synthesise({
      seed: 'rechecking',
      villages: [village, regionCode('990101101200')],
      households: count,
      on,
      surveyYears: [2025],
    }),
  ].map((whole) => ({ ...whole, household: { ...whole.household, phone: null } }));
}

const by = { sealer: testSealer, today: on, now: NOON };

describe('checking again', () => {
  it('the named households, leaves the others as they are', async () => {
    await onStage(async ({ insert, tx, stored }) => {
      const [first, second] = await insert(withoutPhones(2));
      await enterScope(tx, NATION);
      const named = { county: willow, householdIds: [first?.id ?? ''] };
      const done = await recheckHouseholds(tx, by, named);
      expect(done.households).toBe(1);
      const found = (await stored()).filter(({ rule_id }) => rule_id === 'R014');
      expect(found.map(({ household_id }) => household_id)).toEqual([first?.id]);
      expect(found[0]?.household_id).not.toBe(second?.id);
    });
  });

  it('a region, leaves the next one as it is', async () => {
    await onStage(async ({ insert, recheck, stored }) => {
      const [taos, chens] = await insert(withoutPhones(2));
      await recheck(regionCode('990101100'));
      const found = (await stored()).map(({ household_id }) => household_id);
      expect(found).toContain(taos?.id);
      expect(found).not.toContain(chens?.id);
    });
  });

  it('goes on where one transaction ends, and finds no household twice or not at all', async () => {
    await onStage(async ({ insert, recheck, stored }) => {
      const inserted = await insert(withoutPhones(501));
      await recheck();
      const found = (await stored()).filter(({ rule_id }) => rule_id === 'R014');
      expect(found.map(({ household_id }) => household_id).sort()).toEqual(
        inserted.map(({ id }) => id).sort(),
      );
    });
  });

  it('tells the facts which households have other findings, and only once', async () => {
    await onStage(async ({ insert, recheck, tx }) => {
      const inserted = await insert(withoutPhones(3));
      const told = async (): Promise<number> =>
        (await tx`select from change_log where household_id is not null`).length;
      await recheck();
      const first = await told();
      expect(first).toBe(inserted.length);
      await recheck();
      expect(await told()).toBe(first);
    });
  });
});

it('a household added by hand comes with its findings, explained by the reason given', async () => {
  await onStage(async ({ server }) => {
    const [whole] = withoutPhones(1);
    if (whole === undefined) throw new Error('none');
    const tao = await server.as('tao');
    const { headName: _head, memberCount: _count, ...facts } = whole.household;
    const id = newId();
    const body = {
      requestId: newId(),
      id,
      villageCode: village,
      reason: '户主不用电话',
      facts,
      persons: whole.persons.map((person) => ({ id: newId(), facts: person })),
    };
    const answer = await tao.send('POST', '/api/households', body);
    expect(answer.statusCode, answer.body).toBe(200);
    const { findings } = (await tao.get(`/api/households/990101/${id}/findings`)).json<{
      findings: FindingView[];
    }>();
    const found = findings.find(({ ruleId }) => ruleId === 'R014');
    expect(found).toMatchObject({
      state: 'explained',
      explanation: { reason: '户主不用电话', by: '陶远' },
    });
  });
});

describe('the id of a finding', () => {
  const finding = {
    ruleId: 'R026' as const,
    subjectId: newId(),
    text: 'text',
    fields: ['memberCount'],
    details: { stated: 3, counted: 2 },
  };

  it('is the same for the same fault, in whatever order its details come', () => {
    const details = { counted: 2, stated: 3 };
    expect(findingId({ ...finding, details })).toBe(findingId(finding));
    expect(findingId(finding)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
  });

  it('is another for another fault, record or rule', () => {
    const others = [
      { ...finding, details: { stated: 4, counted: 2 } },
      { ...finding, subjectId: newId() },
      { ...finding, ruleId: 'R027' as const },
      { ...finding, text: 'empty' },
    ];
    expect(others.map(findingId)).not.toContain(findingId(finding));
  });
});
