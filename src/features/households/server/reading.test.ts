import { expect, it } from 'vitest';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { testSealer, testServer } from '../../../platform/server/testing/people.ts';
import { columnsOfValues } from './record-columns.ts';
import { declareHouseholdReading } from './routes.ts';
import { claimDocument, insertRecord } from './store.ts';

const VILLAGE = '990101100201';
const ID_NUMBER = '990101197503120018';

async function insertLiHousehold(tx: Transaction): Promise<{ household: string; person: string }> {
  await enterScope(tx, regionCode('990101'));
  const place = { county_code: '990101', village_code: VILLAGE };
  const household = { ...place, id: newId() };
  const person = { ...place, id: newId(), household_id: household.id };
  await insertRecord(tx, 'household', {
    ...household,
    head_initials: 'lq',
    ...columnsOfValues(
      'household',
      { number: 'W-0001', headName: '李强', phone: '13800001234' },
      testSealer,
    ),
  });
  await insertRecord(tx, 'person', {
    ...person,
    name_initials: 'lq',
    ...columnsOfValues(
      'person',
      {
        name: '李强',
        sex: '1',
        relation: '02',
        birthDay: '1975-03-12',
        documentNumber: ID_NUMBER,
        health: ['chronicIllness'],
      },
      testSealer,
    ),
  });
  await claimDocument(tx, testSealer.blindIndex('document', ID_NUMBER), {
    county: regionCode('990101'),
    id: person.id,
  });
  return { household: household.id, person: person.id };
}

it('shows a household to the officer of its township, sensitive values masked', async () => {
  await inRollback(async (database, tx) => {
    const { household } = await insertLiHousehold(tx);
    const server = await testServer(database, tx, [declareHouseholdReading]);
    const tao = await server.as('tao');
    const answer = await tao.get(`/api/households/990101/${household}`);
    expect(answer.statusCode, answer.body).toBe(200);
    const page = answer.json();
    expect(page.household.headName).toBe('李强');
    expect(page.household.phone).toEqual({ masked: true, shown: '138****' });
    expect(page.persons[0]).toMatchObject({
      age: 51,
      documentNumber: { masked: true, shown: '99010119750312****' },
      health: { masked: true, shown: '****' },
    });
    expect(answer.body).not.toContain(ID_NUMBER);
  });
});

it('answers the officer of the next township as if the household were not there', async () => {
  await inRollback(async (database, tx) => {
    const { household } = await insertLiHousehold(tx);
    const server = await testServer(database, tx, [declareHouseholdReading]);
    const chen = await server.as('chen');
    const hidden = await chen.get(`/api/households/990101/${household}`);
    const absent = await chen.get(`/api/households/990101/${newId()}`);
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe(absent.body);
  });
});

it('shows the values for a purpose, and records who looked and why', async () => {
  await inRollback(async (database, tx) => {
    const { household, person } = await insertLiHousehold(tx);
    const server = await testServer(database, tx, [declareHouseholdReading]);
    const tao = await server.as('tao');
    const answer = await tao.send('POST', `/api/households/990101/${household}/unmask`, {
      purpose: '核对低保名单',
    });
    expect(answer.json().persons).toEqual([
      {
        id: person,
        values: {
          documentNumber: ID_NUMBER,
          phone: null,
          health: ['chronicIllness'],
          disabilityGrade: null,
        },
      },
    ]);
    const [event] = await tx`select account_id, kind, purpose, subject_id from audit_event`;
    expect(event).toEqual({
      account_id: tao.accountId,
      kind: 'household.unmask',
      purpose: '核对低保名单',
      subject_id: household,
    });
  });
});

it('shows nothing to a village cadre who may not unmask, and nothing without a session', async () => {
  await inRollback(async (database, tx) => {
    const { household } = await insertLiHousehold(tx);
    const server = await testServer(database, tx, [declareHouseholdReading]);
    const url = `/api/households/990101/${household}/unmask`;
    const mei = await server.as('mei');
    expect((await mei.send('POST', url, { purpose: '走访' })).json().code).toBe(
      'roleLacksPermission',
    );
    expect((await server.anonymous.send('POST', url, { purpose: '走访' })).statusCode).toBe(401);
    const sys = await server.as('sys');
    expect((await sys.get(`/api/households/990101/${household}`)).statusCode).toBe(403);
  });
});
