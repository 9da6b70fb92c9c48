import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { shippedLibrary } from '../../packs/server/index.ts';
import type { BehindAnswer, ReportBody, StatusAnswer } from '../model/contract.ts';
import { eventKinds } from './testing/policies-store.ts';
import { buildWillow, get, onStage, type Stage, threeHouseholds } from './testing/stage.ts';

beforeAll(async () => {
  await buildWillow((await workerDatabase()).owner);
  shippedLibrary();
});

const tapWater = '/api/policies/willow/indicators/tapWaterShare';

function bodyOf(changed: Partial<ReportBody> = {}): ReportBody {
  return {
    requestId: newId(),
    region: '990101',
    period: '2019',
    value: 92.5,
    department: 'waterResources',
    evidence: '县水利局2019年统计年报',
    ...changed,
  };
}

async function report(stage: Stage, changed: Partial<ReportBody> = {}, who: 'lin' | 'mei' = 'lin') {
  const client = await stage.server.as(who);
  const answer = await client.send('POST', `${tapWater}/reports`, bodyOf(changed));
  return { status: answer.statusCode, ...answer.json<{ id?: string; code?: string }>() };
}

async function target(stage: Stage) {
  const { targets } = await get<StatusAnswer>(stage, 'lin', '/api/policies/willow');
  return targets.find(({ id }) => id === 'tapWater2019');
}

describe('a report of an indicator', () => {
  it('gives the value against which the target is judged', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const { id = '' } = await report(stage);
      expect(await target(stage)).toMatchObject({ actual: 92.5, light: 'met' });
      expect(await eventKinds(stage.tx, id)).toEqual(['policy.reported']);
    });
  });

  it('of the latest period counts, whenever it was sent', async () => {
    await onStage(threeHouseholds, async (stage) => {
      await report(stage, { period: '2025', value: 96 });
      await report(stage, { period: '2018', value: 71 });
      expect(await target(stage)).toMatchObject({ actual: 96 });
    });
  });

  it('sent twice is recorded once', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const requestId = newId();
      const first = await report(stage, { requestId });
      expect((await report(stage, { requestId })).id).toBe(first.id);
      const { reports } = await get<BehindAnswer>(stage, 'lin', tapWater);
      expect(reports).toHaveLength(1);
    });
  });

  it('is corrected by another one, which says why; the first stays on record', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const { id = '' } = await report(stage);
      expect(await report(stage, { value: 89 })).toMatchObject({
        status: 409,
        code: 'reportThereAlready',
      });
      await report(stage, { value: 89, replaces: id, reason: '分母算错' });
      expect(await target(stage)).toMatchObject({ actual: 89, light: 'overdue' });
      const { reports } = await get<BehindAnswer>(stage, 'lin', tapWater);
      expect(reports.map(({ value, state }) => `${value} ${state}`).toSorted()).toEqual([
        '89 inForce',
        '92.5 replaced',
      ]);
      expect(await report(stage, { value: 88, replaces: id })).toMatchObject({
        status: 409,
        code: 'reportEnded',
      });
    });
  });

  it('is withdrawn with a reason, and then there is no value again', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const { id = '' } = await report(stage);
      const lin = await stage.server.as('lin');
      const url = `/api/indicator-reports/${id}/withdrawal`;
      expect((await lin.send('POST', url, { reason: '报错了县' })).statusCode).toBe(200);
      expect(await target(stage)).toMatchObject({ actual: null, light: 'noData' });
      expect(await eventKinds(stage.tx, id)).toEqual(['policy.reported', 'policy.reportWithdrawn']);
      const hua = await stage.server.as('hua');
      expect((await hua.send('POST', url, { reason: '不是本县' })).statusCode).toBe(404);
    });
  });

  it.each([
    [{ period: '2019-Q1' }, 'periodOfOtherLength'],
    [{ period: '2027' }, 'periodNotBegun'],
    [{ department: 'education' }, 'departmentDoesNotReport'],
  ])('that does not fit is refused: %o', async (changed, code) => {
    await onStage(threeHouseholds, async (stage) => {
      expect(await report(stage, changed)).toMatchObject({ status: 422, code });
    });
  });

  it('is refused for what the register computes, for another county, and from a village', async () => {
    await onStage(threeHouseholds, async (stage) => {
      const lin = await stage.server.as('lin');
      const url = '/api/policies/willow/indicators/poorHouseholds/reports';
      expect((await lin.send('POST', url, bodyOf())).json()).toMatchObject({
        code: 'indicatorFromRegister',
      });
      expect(await report(stage, { region: '990102' })).toMatchObject({ status: 404 });
      expect(await report(stage, {}, 'mei')).toMatchObject({ status: 403 });
    });
  });
});
