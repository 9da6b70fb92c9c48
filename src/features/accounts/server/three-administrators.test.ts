import { beforeAll, describe, expect, it } from 'vitest';
import { county, grant, inOffice, loadWillow, makeAccount } from './testing/office.ts';

beforeAll(loadWillow);

const NOBODY = '0192f3a0-0000-7000-8000-000000000000';

describe('the three administrators', () => {
  // The auditor's own act is reading the log; the matrix over all routes (src/entry) holds that.
  const acts = {
    sys: [
      ['POST', () => '/api/accounts', { userName: 'someone', displayName: '某人' }],
      ['PATCH', (id) => `/api/accounts/${id}`, { version: 1, resetPassword: true }],
    ],
    sec: [
      ['POST', () => '/api/postings', { ...county, accountId: NOBODY }],
      ['POST', (id) => `/api/postings/${id}/end`, { day: '2026-11-23' }],
    ],
  } satisfies Record<string, ['POST' | 'PATCH', (id: string) => string, object][]>;
  const pairs = [
    ['sys', 'sec'],
    ['sec', 'sys'],
    ['aud', 'sys'],
    ['aud', 'sec'],
  ] as const;

  it.each(pairs)('%s cannot do what %s does', async (who, whose) => {
    await inOffice(async (office) => {
      const { id } = await makeAccount(office, 'anning', '安宁');
      const client = await office.server.as(who);
      const codes = [];
      for (const [method, urlOf, body] of acts[whose]) {
        const answer = await client.send(method, urlOf(id), body);
        codes.push(answer.json().code);
      }
      expect(codes).toEqual(['roleLacksPermission', 'roleLacksPermission']);
    });
  });

  const administrators = ['systemAdministrator', 'securityAdministrator', 'auditor'] as const;
  const roles = administrators.flatMap((one) =>
    [...administrators, 'inspector' as const]
      .filter((other) => other !== one)
      .map((other) => [one, other] as const),
  );

  it.each(roles)('%s and %s are never the same person', async (one, other) => {
    await inOffice(async (office) => {
      const { id } = await makeAccount(office, 'anning', '安宁');
      expect((await grant(office, id, { role: one, regionCode: '' })).statusCode).toBe(200);
      expect((await grant(office, id, { role: other, regionCode: '990101' })).json().code).toBe(
        'administratorsAreSeparate',
      );
    });
  });
});
