import { beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { type Client, NOON } from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { synthesise } from '../../synth/model/index.ts';
import type { FindingView, SummaryAnswer } from '../model/contract.ts';
import type { WholeFacts } from './testing/register-store.ts';
import { onStage, type Stage } from './testing/stage.ts';

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

function cleanHousehold(): WholeFacts {
  const [whole] = synthesise({
    seed: 'settling',
    villages: [regionCode('990101100201')],
    households: 1,
    on: plainDate('2026-11-23'),
    surveyYears: [2025],
  });
  if (whole === undefined) throw new Error('none');
  return whole;
}

const findingsAt = (id: string): string => `/api/households/990101/${id}/findings`;

async function findingOf(client: Client, household: string, rule: string): Promise<FindingView> {
  const { findings } = (await client.get(findingsAt(household))).json<{
    findings: FindingView[];
  }>();
  const found = findings.find(({ ruleId }) => ruleId === rule);
  if (found === undefined) throw new Error(`No ${rule} in ${JSON.stringify(findings)}`);
  return found;
}

/** A household without a phone (R014, W) whose head has a wrong birthday (R006, E). */
async function doubted({ insert, recheck }: Stage): Promise<string> {
  const whole = cleanHousehold();
  const [head, ...others] = whole.persons;
  if (head === undefined) throw new Error('none');
  const [inserted] = await insert([
    {
      ...whole,
      household: { ...whole.household, phone: null },
      persons: [{ ...head, birthDay: plainDate('1951-02-03') }, ...others],
    },
  ]);
  await recheck();
  return inserted?.id ?? '';
}

const explain = async (client: Client, finding: FindingView, requestId = newId()) =>
  await client.send('POST', `/api/quality/findings/990101/${finding.id}/explain`, {
    requestId,
    reason: '村里无信号，户主不用电话',
  });

const exempt = async (
  client: Client,
  finding: FindingView,
  { until = null, requestId = newId() }: { until?: string | null; requestId?: string } = {},
) =>
  await client.send('POST', '/api/quality/exemptions', {
    requestId,
    county: '990101',
    findingId: finding.id,
    reason: '派出所正在更正身份信息',
    until,
  });

describe('an explanation', () => {
  it('settles a warning, is kept when nothing changed, and says who gave it', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const mei = await stage.server.as('mei');
      const requestId = newId();
      const open = await findingOf(mei, id, 'R014');
      for (let time = 0; time < 3; time++)
        expect((await explain(mei, open, requestId)).statusCode).toBe(200);
      await stage.moveTo('2026-11-25T04:00:00.000Z');
      await stage.recheck();
      const settled = await findingOf(mei, id, 'R014');
      expect(settled).toMatchObject({
        id: open.id,
        state: 'explained',
        foundOn: '2026-11-23',
        explanation: { reason: '村里无信号，户主不用电话', by: '梅小草', at: NOON },
      });
      const events = await stage.tx`select from audit_event where kind = 'quality.explain'`;
      expect(events).toHaveLength(1);
    });
  });

  it('is not taken for an error, which has to be put right', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const tao = await stage.server.as('tao');
      const answer = await explain(tao, await findingOf(tao, id, 'R006'));
      expect(answer.json()).toMatchObject({ status: 422, code: 'onlyWarningsAreExplained' });
    });
  });
});

describe('an exemption', () => {
  it('from an error is granted by the county, not by the township or the village', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const [mei, tao, lin] = await Promise.all([
        stage.server.as('mei'),
        stage.server.as('tao'),
        stage.server.as('lin'),
      ]);
      const error = await findingOf(tao, id, 'R006');
      const warning = await findingOf(tao, id, 'R014');
      expect((await exempt(tao, error)).json().code).toBe('exemptionNeedsHigherOffice');
      expect((await exempt(mei, warning)).json().code).toBe('exemptionNeedsHigherOffice');
      expect((await exempt(tao, warning)).statusCode).toBe(200);
      expect((await exempt(lin, error)).statusCode).toBe(200);
      expect(await findingOf(tao, id, 'R006')).toMatchObject({
        state: 'exempted',
        exemption: {
          reason: '派出所正在更正身份信息',
          by: '林岚',
          from: '2026-11-23',
          until: null,
        },
      });
    });
  });

  it('is recorded once however often it is sent, and not granted twice', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const lin = await stage.server.as('lin');
      const error = await findingOf(lin, id, 'R006');
      const requestId = newId();
      const first = (await exempt(lin, error, { requestId })).json();
      expect((await exempt(lin, error, { requestId })).json()).toEqual(first);
      expect((await exempt(lin, error)).json().code).toBe('alreadyExempted');
      const tao = await stage.server.as('tao');
      expect((await exempt(tao, error, { requestId })).json().code).toBe('requestReusedForOther');
      const events = await stage.tx`select from audit_event where kind = 'quality.exempt'`;
      expect(events).toHaveLength(1);
    });
  });

  it('holds through its last day, survives a recheck, and no longer', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const lin = await stage.server.as('lin');
      const error = await findingOf(lin, id, 'R006');
      expect((await exempt(lin, error, { until: '2026-11-22' })).json().code).toBe(
        'exemptionEndsInPast',
      );
      await exempt(lin, error, { until: '2026-11-24' });
      const openErrors = async (): Promise<number> => {
        await stage.catchUp();
        const tao = await stage.server.as('tao');
        return (await tao.get('/api/quality/summary')).json<SummaryAnswer>().levels.E.open;
      };
      await stage.recheck();
      await stage.server.as('tao');
      await stage.moveTo('2026-11-23T20:00:00.000Z'); // four in the morning of the 24th in China
      expect(await openErrors()).toBe(0);
      expect((await findingOf(lin, id, 'R006')).state).toBe('exempted');
      await stage.moveTo('2026-11-24T16:00:00.000Z'); // midnight there
      expect(await openErrors()).toBe(1);
      expect(await findingOf(lin, id, 'R006')).toMatchObject({ state: 'open', exemption: null });
    });
  });

  it('ends today when it is withdrawn, once', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const lin = await stage.server.as('lin');
      const granted = (await exempt(lin, await findingOf(lin, id, 'R006'))).json();
      const end = `/api/quality/exemptions/990101/${granted.id}/end`;
      const mei = await stage.server.as('mei');
      const chen = await stage.server.as('chen');
      const body = { requestId: newId() };
      expect((await mei.send('POST', end, body)).statusCode).toBe(403);
      expect((await chen.send('POST', end, body)).statusCode).toBe(404);
      for (let time = 0; time < 2; time++)
        expect((await lin.send('POST', end, body)).statusCode).toBe(200);
      expect((await findingOf(lin, id, 'R006')).state).toBe('open');
      await stage.recheck();
      expect((await findingOf(lin, id, 'R006')).state).toBe('open');
      const events = await stage.tx`select from audit_event where kind = 'quality.endExemption'`;
      expect(events).toHaveLength(1);
    });
  });

  it('covers the fault again when it was put right and comes back', async () => {
    await onStage(async (stage) => {
      const id = await doubted(stage);
      const lin = await stage.server.as('lin');
      const error = await findingOf(lin, id, 'R006');
      await exempt(lin, error);
      await stage.tx`select app_enter_scope('0', ':')`;
      await stage.tx`delete from quality_finding`;
      await stage.recheck();
      expect((await findingOf(lin, id, 'R006')).state).toBe('exempted');
    });
  });
});
