import { expect, it } from 'vitest';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import {
  type Client,
  type TestServer,
  testServer,
} from '../../../platform/server/testing/people.ts';
import type { Checking } from './change-household.ts';
import { declareHouseholdCorrecting } from './correcting-routes.ts';
import { declareHouseholdRestructuring } from './restructuring-routes.ts';
import { declareHouseholdReading } from './routes.ts';
import { liFamily } from './testing/families.ts';

const unchecked: Checking = async () => async () => undefined;
const routes = [
  declareHouseholdReading,
  declareHouseholdCorrecting(unchecked),
  declareHouseholdRestructuring(unchecked),
];

async function willow(test: (server: TestServer, tao: Client) => Promise<void>): Promise<void> {
  await inRollback(async (database, tx) => {
    const server = await testServer(database, tx, routes);
    await test(server, await server.as('tao'));
  });
}

const at = (id: string): string => `/api/households/990101/${id}`;

async function add(client: Client, family = liFamily()) {
  const answer = await client.send('POST', '/api/households', family.body);
  expect(answer.statusCode, answer.body).toBe(200);
  return family;
}

it('adds a household, and its page shows who did it', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const page = (await tao.get(at(li.id))).json();
    expect(page.household).toMatchObject({
      headName: '李强',
      memberCount: 3,
      mainCause: 'illness',
      version: 1,
    });
    expect(page.persons.map((person: { birthDay: string }) => person.birthDay)).toEqual([
      '1975-03-12',
      '1978-08-01',
      '2006-05-20',
    ]);
    const { acts } = (await tao.get(`${at(li.id)}/acts`)).json();
    expect(acts).toHaveLength(4);
    expect(acts[0]).toMatchObject({ kind: 'household.add', by: '陶远' });
  });
});

it('records a request once, however often it is sent', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    for (let time = 0; time < 20; time++) await add(tao, li);
    expect((await tao.get(`${at(li.id)}/acts`)).json().acts).toHaveLength(4);
  });
});

it('refuses a request number that was used for something else', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const body = { requestId: li.body.requestId, version: 1, changes: { address: '村东头' } };
    expect((await tao.send('PATCH', at(li.id), body)).json().code).toBe('requestReusedForOther');
  });
});

it('corrects a field, keeps before and after, and counts the version', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const body = {
      requestId: newId(),
      version: 1,
      reason: '入户核实',
      changes: { mainCause: 'schooling' },
    };
    expect((await tao.send('PATCH', at(li.id), body)).statusCode).toBe(200);
    const { acts } = (await tao.get(`${at(li.id)}/acts`)).json();
    expect(acts[0]).toMatchObject({
      reason: '入户核实',
      changes: [{ field: 'mainCause', sensitive: false, before: 'illness', after: 'schooling' }],
    });
    expect((await tao.get(at(li.id))).json().household.version).toBe(2);
  });
});

it('refuses a correction made on an older version, and says which is current', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const change = (mainCause: string) =>
      tao.send('PATCH', at(li.id), { requestId: newId(), version: 1, changes: { mainCause } });
    await change('schooling');
    const late = await change('disability');
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'changedMeanwhile', details: { version: 2 } });
  });
});

it('lets one of two officers who correct the same member pass', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const correct = (education: string) =>
      tao.send('PATCH', `${at(li.id)}/persons/${li.wife}`, {
        requestId: newId(),
        version: 1,
        changes: { education },
      });
    expect((await correct('70')).statusCode).toBe(200);
    expect((await correct('80')).json()).toMatchObject({
      code: 'changedMeanwhile',
      details: { version: 2 },
    });
  });
});

it('does not show an old phone number in the history', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    await tao.send('PATCH', at(li.id), {
      requestId: newId(),
      version: 1,
      changes: { phone: '13900005678' },
    });
    const history = await tao.get(`${at(li.id)}/acts`);
    expect(history.json().acts[0].changes).toEqual([
      { field: 'phone', sensitive: true, before: null, after: null },
    ]);
    expect(history.body).not.toMatch(/13800001234|13900005678/);
  });
});

it('lets an ID number stand once in the nation', async () => {
  await willow(async (server, tao) => {
    const li = await add(tao);
    const lin = await server.as('lin');
    const twin = liFamily();
    twin.body.persons = twin.body.persons.map((person, place) => ({
      ...person,
      facts: {
        ...person.facts,
        documentNumber: li.body.persons[place]?.facts.documentNumber ?? '',
      },
    }));
    expect((await lin.send('POST', '/api/households', twin.body)).json().code).toBe(
      'documentHeldByAnother',
    );
    expect((await lin.get(at(twin.id))).statusCode).toBe(404);
  });
});

it('records a death and hands the household to the next head', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const body = {
      requestId: newId(),
      version: 1,
      how: 'death',
      on: '2026-11-20',
      succession: { headId: li.wife, relations: { [li.daughter]: '30' } },
    };
    const answer = await tao.send('POST', `${at(li.id)}/persons/${li.head}/leave`, body);
    expect(answer.statusCode, answer.body).toBe(200);
    const page = (await tao.get(at(li.id))).json();
    expect(page.household).toMatchObject({ headName: '周云', memberCount: 2 });
    expect(page.persons.find((person: { id: string }) => person.id === li.head)).toMatchObject({
      status: 'left',
      leaveReason: 'death',
    });
  });
});

it('splits a household, merges it back, and keeps both histories', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const newHouseholdId = newId();
    const split = {
      requestId: newId(),
      version: 1,
      newHouseholdId,
      number: 'W-split',
      personIds: [li.daughter],
      headId: li.daughter,
      relations: {},
      on: '2026-11-22',
    };
    const answer = await tao.send('POST', `${at(li.id)}/split`, split);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await tao.get(at(newHouseholdId))).json().household).toMatchObject({
      headName: '李小兰',
      memberCount: 1,
      phone: null,
    });
    const merge = {
      requestId: newId(),
      version: 2,
      absorbed: newHouseholdId,
      relations: { [li.daughter]: '30' },
      on: '2026-11-23',
    };
    const merged = await tao.send('POST', `${at(li.id)}/merge`, merge);
    expect(merged.statusCode, merged.body).toBe(200);
    expect((await tao.get(at(li.id))).json().household.memberCount).toBe(3);
    expect((await tao.get(at(newHouseholdId))).json().household).toMatchObject({
      status: 'closed',
      closeReason: 'merged',
    });
  });
});

it('records a birth and a survey whose totals are worked out', async () => {
  await willow(async (_server, tao) => {
    const li = await add(tao);
    const birth = {
      requestId: newId(),
      version: 1,
      how: 'birth',
      person: {
        id: newId(),
        facts: { name: '李冬', sex: '1', relation: '20', birthDay: '2026-11-11' },
      },
    };
    expect((await tao.send('POST', `${at(li.id)}/persons`, birth)).statusCode).toBe(200);
    const survey = {
      requestId: newId(),
      version: 2,
      surveyId: newId(),
      facts: { populationAtYearEnd: 4, wageWorkFen: 2_000_000, transferPensionFen: 40_000 },
    };
    const answer = await tao.send('PUT', `${at(li.id)}/surveys/2026`, survey);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await tao.get(at(li.id))).json().surveys[0]).toMatchObject({
      year: 2026,
      wageFen: 2_000_000,
      netIncomeFen: 2_040_000,
      incomePerHeadFen: 510_000,
    });
  });
});

it('keeps the officer of another township from adding or changing anything here', async () => {
  await willow(async (server, tao) => {
    const li = await add(tao);
    const chen = await server.as('chen');
    expect((await chen.send('POST', '/api/households', liFamily().body)).statusCode).toBe(404);
    const change = { requestId: newId(), version: 1, changes: { mainCause: 'schooling' } };
    expect((await chen.send('PATCH', at(li.id), change)).statusCode).toBe(404);
  });
});
