import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import {
  type Client,
  NOON,
  type TestServer,
  testServer,
} from '../../../platform/server/testing/people.ts';
import { loadFictionalDivisions } from '../../regions/server/index.ts';
import { declareHouseholdCorrecting } from './correcting-routes.ts';
import { declareHouseholdRestructuring } from './restructuring-routes.ts';
import { declareHouseholdReading } from './routes.ts';
import { declareHouseholdSpells } from './spell-routes.ts';
import { liFamily } from './testing/families.ts';

const anyThing = async () => async () => undefined;
const features = [
  declareHouseholdReading,
  declareHouseholdCorrecting(anyThing),
  declareHouseholdRestructuring(anyThing),
  declareHouseholdSpells(anyThing),
];

beforeAll(async () => {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
});

const SECOND_VILLAGE = '990101100202';
const NEXT_TOWNSHIP = '990101101201';

type Desk = { server: TestServer; tao: Client; li: ReturnType<typeof liFamily>; path: string };

/** Tao's desk, with the Lis on the register in the first village of the township. */
async function atDesk(test: (desk: Desk) => Promise<void>): Promise<void> {
  await inRollback(async (database, tx) => {
    const server = await testServer(database, tx, features);
    const tao = await server.as('tao');
    const li = liFamily();
    const added = await tao.send('POST', '/api/households', li.body);
    expect(added.statusCode, added.body).toBe(200);
    await test({ server, tao, li, path: `/api/households/990101/${li.id}` });
  });
}

function says(version: number, more: object): object {
  return { requestId: newId(), version, reason: '入户核实', ...more };
}

it('moves a household with its members to the next village', async () => {
  await atDesk(async ({ server, tao, path }) => {
    const move = says(1, { to: SECOND_VILLAGE, on: '2026-11-20' });
    const answer = await tao.send('POST', `${path}/village`, move);
    expect(answer.statusCode, answer.body).toBe(200);
    const { household, persons } = (await tao.get(path)).json();
    expect(household).toMatchObject({ villageCode: SECOND_VILLAGE, version: 2 });
    expect(persons.map((person: { villageCode: string }) => person.villageCode)).toEqual([
      SECOND_VILLAGE,
      SECOND_VILLAGE,
      SECOND_VILLAGE,
    ]);
    const { acts } = (await tao.get(`${path}/acts`)).json();
    expect(acts[0]).toMatchObject({ kind: 'household.move', reason: '入户核实' });
    // Mei works in the village that it left.
    expect((await (await server.as('mei')).get(path)).statusCode).toBe(404);
    expect((await tao.send('POST', `${path}/village`, move)).statusCode).toBe(200);
    expect((await tao.get(path)).json().household.version).toBe(2);
  });
});

it('moves it beyond the township only in the hands of the county', async () => {
  await atDesk(async ({ server, tao, path }) => {
    const move = says(1, { to: NEXT_TOWNSHIP, on: '2026-11-20' });
    expect((await tao.send('POST', `${path}/village`, move)).statusCode).toBe(404);
    expect((await tao.get(path)).json().household.version).toBe(1);
    const lin = await server.as('lin');
    const answer = await lin.send('POST', `${path}/village`, { ...move, requestId: newId() });
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await tao.get(path)).statusCode).toBe(404);
    expect((await (await server.as('chen')).get(path)).statusCode).toBe(200);
  });
});

it('finds a village there', async () => {
  await atDesk(async ({ tao, path }) => {
    const nowhere = says(1, { to: '990101100999', on: '2026-11-20' });
    const refusal = await tao.send('POST', `${path}/village`, nowhere);
    expect([refusal.statusCode, refusal.json().code]).toEqual([422, 'noSuchVillage']);
  });
});

it('says the way to another county, and asks why in any case', async () => {
  await atDesk(async ({ server, path }) => {
    const lin = await server.as('lin');
    const elsewhere = says(1, { to: '990102100200', on: '2026-11-20' });
    const refusal = await lin.send('POST', `${path}/village`, elsewhere);
    expect([refusal.statusCode, refusal.json().code]).toEqual([422, 'movesToOtherCounty']);
    expect(refusal.json().title ?? refusal.body).toContain('迁入县');
    const { reason: _reason, ...silent } = says(1, { to: SECOND_VILLAGE, on: '2026-11-20' }) as {
      reason: string;
    };
    expect((await lin.send('POST', `${path}/village`, silent)).statusCode).toBe(400);
  });
});

const since2014 = {
  kind: 'registered',
  startedOn: '2014-05-01',
  startReason: 'identified',
  endedOn: null,
  endReason: null,
};

it('adds, ends and corrects a registration spell, each an act with its reason', async () => {
  await atDesk(async ({ tao, path }) => {
    const spellId = newId();
    const spells = async () => (await tao.get(path)).json().spells;
    const added = await tao.send('POST', `${path}/spells`, says(1, { spellId, facts: since2014 }));
    expect(added.statusCode, added.body).toBe(200);
    expect(await spells()).toMatchObject([{ id: spellId, ...since2014 }]);

    const end = { on: '2019-12-20', how: 'exited' };
    const ended = await tao.send('POST', `${path}/spells/${spellId}/end`, says(2, end));
    expect(ended.statusCode, ended.body).toBe(200);
    expect(await spells()).toMatchObject([{ endedOn: '2019-12-20', endReason: 'exited' }]);

    const changes = { startReason: 'lookBack', endedOn: null, endReason: null };
    const corrected = await tao.send('PATCH', `${path}/spells/${spellId}`, says(3, { changes }));
    expect(corrected.statusCode, corrected.body).toBe(200);
    expect(await spells()).toMatchObject([{ ...since2014, ...changes, version: 3 }]);

    const { acts } = (await tao.get(`${path}/acts`)).json();
    expect(
      acts.slice(0, 3).map(({ kind, reason }: { kind: string; reason: string }) => [kind, reason]),
    ).toEqual([
      ['spell.correct', '入户核实'],
      ['spell.end', '入户核实'],
      ['spell.add', '入户核实'],
    ]);
  });
});

it('refuses a second spell at the same time, a stale version, and who may only correct', async () => {
  await atDesk(async ({ server, tao, path }) => {
    const add = (version: number) => says(version, { spellId: newId(), facts: since2014 });
    expect((await tao.send('POST', `${path}/spells`, add(1))).statusCode).toBe(200);
    expect((await tao.send('POST', `${path}/spells`, add(1))).statusCode).toBe(409);
    const twice = await tao.send('POST', `${path}/spells`, add(2));
    expect([twice.statusCode, twice.json().code]).toEqual([422, 'spellsOverlap']);
    expect(twice.body).toContain('建档立卡');
    const mei = await server.as('mei');
    expect((await mei.send('POST', `${path}/spells`, add(2))).json().code).toBe(
      'roleLacksPermission',
    );
    const chen = await server.as('chen');
    expect((await chen.send('POST', `${path}/spells`, add(2))).statusCode).toBe(404);
  });
});
