import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { openFacts } from '../../../../platform/server/facts/facts.ts';
import { newId } from '../../../../platform/server/identifiers.ts';
import { inRollback } from '../../../../platform/server/testing/database-fixture.ts';
import {
  type Client,
  type TestServer,
  testServer,
} from '../../../../platform/server/testing/people.ts';
import { makeIdNumber } from '../../../households/model/index.ts';
import {
  declareHouseholdCorrecting,
  declareHouseholdReading,
  householdFactTables,
} from '../../../households/server/index.ts';
import { packRoutes } from '../../../packs/server/index.ts';
import { entitlementRoutes } from '../routes.ts';

export const VILLAGE = '990101100201';

let sequence = 0;
export function member(name: string, facts: Readonly<Record<string, unknown>>) {
  const { birthDay, ...rest } = facts;
  sequence += 2;
  const number = makeIdNumber({
    area: '990101' as never,
    birthDay: birthDay as never,
    sequence,
  });
  return { id: newId(), facts: { name, documentNumber: number, health: ['healthy'], ...rest } };
}

type Given = {
  household?: Readonly<Record<string, unknown>>;
  survey?: Readonly<Record<string, unknown>>;
  persons: ReturnType<typeof member>[];
  village?: string;
};

async function added(client: Client, given: Given): Promise<string> {
  const id = newId();
  const body = {
    requestId: newId(),
    id,
    villageCode: given.village ?? VILLAGE,
    facts: { number: `W-${newId().slice(-8)}`, ...given.household },
    persons: given.persons,
  };
  const answer = await client.send('POST', '/api/households', body);
  expect(answer.statusCode, answer.body).toBe(200);
  if (given.survey !== undefined) {
    const survey = await client.send('PUT', `/api/households/990101/${id}/surveys/2018`, {
      requestId: newId(),
      surveyId: newId(),
      version: 1,
      facts: given.survey,
    });
    expect(survey.statusCode, survey.body).toBe(200);
  }
  return id;
}

/** The Wang family: poor, a child in kindergarten, nobody who can work. */
export async function wangs(client: Client, given: Partial<Given> = {}): Promise<string> {
  return await added(client, {
    household: { povertyStatus: 'notExited', householdType: 'poor' },
    persons: [
      member('王老根', { relation: '02', birthDay: '1950-03-01', labourSkill: 'lost' }),
      member('王小满', {
        relation: '42',
        birthDay: '2022-05-01',
        labourSkill: 'none',
        schoolStatus: 'preschool',
      }),
    ],
    ...given,
  });
}

export async function served(
  test: (server: TestServer, refresh: () => Promise<void>, tx: Transaction) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-entitlements-'));
  await inRollback(async (database, tx) => {
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: (thrown) => {
        throw thrown;
      },
    });
    const routes = [
      packRoutes,
      declareHouseholdReading,
      declareHouseholdCorrecting(async () => async () => undefined),
      entitlementRoutes,
    ];
    const server = await testServer(database, tx, routes, { facts });
    await test(server, async () => await facts.rebuild(), tx);
    await facts.stop();
  });
  rmSync(folder, { recursive: true, force: true });
}

export async function read<Answer>(client: Client, url: string): Promise<Answer> {
  const answer = await client.get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Answer>();
}

export async function adopted(server: TestServer, packId: string): Promise<void> {
  const wen = await server.as('wen');
  const answer = await wen.send('POST', '/api/pack-adoptions', {
    requestId: newId(),
    region: '990101',
    packId,
    from: '2017-01-01',
    reason: '县政府常务会议决定',
  });
  expect(answer.statusCode, answer.body).toBe(200);
}
