import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { testSealer } from '../../../platform/server/testing/people.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';
import { buildWillow, inPrintRoom } from './testing/print-room.ts';
import {
  chensVillage,
  FAMILY_ACCOUNT,
  FAMILY_ADDRESS,
  FAMILY_PHONE,
  type Family,
  insertFamily,
  northGate,
} from './testing/willow-store.ts';

const cardsOfVillage = { kind: 'card', region: northGate, format: 'pdf' };

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

let families: Family[] = [];

async function threeFamilies(tx: Transaction): Promise<void> {
  families = [];
  for (const headName of ['李建国', '周云', '王小梅']) {
    families.push(await insertFamily(tx, testSealer, { headName, number: `W-${families.length}` }));
  }
}

async function eventsOf(tx: Transaction): Promise<Record<string, unknown>[]> {
  return await tx`
    select account_id, kind, region_code, subject, subject_id, purpose, detail
      from audit_event where kind = 'ledger.print' order by at, id`;
}

describe('a print', () => {
  it('has the cards of a whole village in one file, a page for each household', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print, tx }) => {
      const tao = await server.as('tao');
      const job = await print(tao, cardsOfVillage);
      expect(job).toMatchObject({ state: 'done', done: 3, total: 3, pages: 3, problemText: null });
      const file = await tao.get(`/api/ledgers/prints/${job.id}/file`);
      expect(file.headers['content-type']).toBe('application/pdf');
      expect(file.rawPayload.length).toBe(job['bytes']);
      const pages = pagesOfPdf(file.rawPayload);
      expect(pages).toHaveLength(3);
      expect(pages[0]).toContain('李建国');
      expect(pages[2]).toContain('王小梅');
      expect(pages[0]).toContain('第1页');
      const [event] = await eventsOf(tx);
      expect(event).toEqual({
        account_id: tao.accountId,
        kind: 'ledger.print',
        region_code: northGate,
        subject: 'ledger',
        subject_id: null,
        purpose: null,
        detail: {
          ledger: 'card',
          format: 'pdf',
          number: job['number'],
          households: 3,
          pages: 3,
          clear: false,
        },
      });
    });
  });

  it('shows no whole ID number, phone, account or address unless a purpose was stated', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print }) => {
      const tao = await server.as('tao');
      const job = await print(tao, cardsOfVillage);
      const text = await textOfPrint(tao, job.id);
      const documents = families.flatMap((family) => family.documents);
      const secrets = [...documents, FAMILY_PHONE, FAMILY_ACCOUNT, FAMILY_ADDRESS, '慢性病'];
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
      expect(text).toContain(`${documents[0]?.slice(0, 14)}****`);
    });
  });

  it('shows them for a purpose, which stands on the page and in the audit event', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print, tx }) => {
      const tao = await server.as('tao');
      const [family] = families;
      const job = await print(tao, {
        kind: 'card',
        household: { county: '990101', id: family?.id },
        format: 'pdf',
        purpose: '入户核对证件',
      });
      expect(job).toMatchObject({ state: 'done', clear: true, pages: 1 });
      const text = await textOfPrint(tao, job.id);
      expect(text).toContain(family?.documents[0]);
      expect(text).toContain(FAMILY_PHONE);
      expect(text).toContain('仅用于：入户核对证件');
      const [event] = await eventsOf(tx);
      expect(event).toMatchObject({
        subject: 'household',
        subject_id: family?.id,
        purpose: '入户核对证件',
        detail: { clear: true, households: 1 },
      });
    });
  });

  it('shows clear values to nobody who may not see them, nor in a workbook to one who may not export', async () => {
    await inPrintRoom(threeFamilies, async ({ server }) => {
      const order = { ...cardsOfVillage, purpose: '入户核对证件' };
      const mei = await server.as('mei');
      const refused = await mei.send('POST', '/api/ledgers/prints', order);
      expect(refused.json()).toMatchObject({
        code: 'roleLacksPermission',
        details: { permission: 'household.unmask' },
      });
      const wen = await server.as('wen');
      expect((await wen.send('POST', '/api/ledgers/prints', order)).statusCode).toBe(403);
      const book = { kind: 'village', region: northGate, format: 'pdf', purpose: '入户核对证件' };
      const tao = await server.as('tao');
      expect((await tao.send('POST', '/api/ledgers/prints', book)).statusCode).toBe(400);
    });
  });

  it('is sealed on the disk and belongs to the officer who ordered it', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print, folder }) => {
      const tao = await server.as('tao');
      const job = await print(tao, cardsOfVillage);
      const kept = readdirSync(join(folder, 'prints'))
        .map((name) => readFileSync(join(folder, 'prints', name), 'latin1'))
        .join('');
      expect(kept).not.toContain('%PDF');
      expect(Buffer.from(kept, 'latin1').includes('李建国')).toBe(false);
      const lin = await server.as('lin');
      for (const path of ['', '/file']) {
        expect((await lin.get(`/api/ledgers/prints/${job.id}${path}`)).statusCode).toBe(404);
      }
      expect((await lin.get('/api/ledgers/prints')).json()).toEqual({ prints: [] });
      expect((await tao.get('/api/ledgers/prints')).json().prints).toHaveLength(1);
    });
  });

  it('can be thrown away', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print, folder }) => {
      const tao = await server.as('tao');
      const { id } = await print(tao, cardsOfVillage);
      expect((await tao.send('DELETE', `/api/ledgers/prints/${id}`)).statusCode).toBe(200);
      expect((await tao.get(`/api/ledgers/prints/${id}`)).statusCode).toBe(404);
      expect(readdirSync(join(folder, 'prints'))).toEqual([]);
    });
  });

  it('names the characters that the font lacks, counts them, and leaves their place visible', async () => {
    const rare = async (tx: Transaction): Promise<void> => {
      await insertFamily(tx, testSealer, { headName: '\u{20BB7}野', number: 'W-9' });
    };
    await inPrintRoom(rare, async ({ server, print }) => {
      const tao = await server.as('tao');
      const job = await print(tao, cardsOfVillage);
      expect(job['missing']).toEqual([{ codePoint: 'U+20BB7', count: 2 }]);
      const text = await textOfPrint(tao, job.id);
      expect(text).toContain('U+20BB7');
      expect(text).toContain('字库缺2处');
    });
  });
});

describe('an officer of the next township', () => {
  it('gets neither ledger nor print nor bytes of what lies beyond the reach', async () => {
    await inPrintRoom(threeFamilies, async ({ server, print, tx }) => {
      const tao = await server.as('tao');
      const job = await print(tao, cardsOfVillage);
      const chen = await server.as('chen');
      const [family] = families;
      const absent = newId();
      for (const [hidden, missing] of [
        [`villages/${northGate}`, `villages/990101109999`],
        [`household/990101/${family?.id}`, `household/990101/${absent}`],
        [`townships/990101100`, `townships/990101999`],
        [`counties/990101`, `counties/990199`],
        [`prints/${job.id}`, `prints/${absent}`],
        [`prints/${job.id}/file`, `prints/${absent}/file`],
      ]) {
        const answer = await chen.get(`/api/ledgers/${hidden}`);
        expect(answer.statusCode, hidden).toBe(404);
        expect(answer.body).toBe((await chen.get(`/api/ledgers/${missing}`)).body);
      }
      for (const order of [
        cardsOfVillage,
        { kind: 'village', region: northGate, format: 'xlsx' },
        { kind: 'township', region: '990101100', format: 'pdf' },
        { kind: 'card', household: { county: '990101', id: family?.id }, format: 'pdf' },
      ]) {
        const answer = await chen.send('POST', '/api/ledgers/prints', order);
        expect(answer.statusCode).toBe(404);
      }
      expect(await eventsOf(tx)).toHaveLength(1);
    });
  });

  it('prints the own villages', async () => {
    const there = async (tx: Transaction): Promise<void> => {
      await insertFamily(tx, testSealer, { village: chensVillage });
    };
    await inPrintRoom(there, async ({ server, print }) => {
      const chen = await server.as('chen');
      expect(await print(chen, { ...cardsOfVillage, region: chensVillage })).toMatchObject({
        state: 'done',
        done: 1,
      });
    });
  });
});

describe('an order', () => {
  it('is refused where nothing is to print and where the region does not fit the ledger', async () => {
    const nobody = (): Promise<void> => Promise.resolve();
    await inPrintRoom(nobody, async ({ server }) => {
      const tao = await server.as('tao');
      const code = async (order: object): Promise<string> =>
        (await tao.send('POST', '/api/ledgers/prints', order)).json().code;
      expect(await code(cardsOfVillage)).toBe('nothingToPrint');
      expect(await code({ ...cardsOfVillage, region: '990101100' })).toBe('ledgerOfOtherLevel');
      expect(await code({ kind: 'county', region: '990101100', format: 'pdf' })).toBe(
        'ledgerOfOtherLevel',
      );
      expect(await code({ kind: 'village', format: 'pdf' })).toBe('inputNotUnderstood');
      expect((await tao.get(`/api/ledgers/prints/${newId()}/file`)).statusCode).toBe(404);
      const sys = await server.as('sys');
      expect((await sys.send('POST', '/api/ledgers/prints', cardsOfVillage)).statusCode).toBe(403);
    });
  });
});

async function textOfPrint(
  client: { get(url: string): Promise<{ rawPayload: Buffer }> },
  id: string,
): Promise<string> {
  const file = await client.get(`/api/ledgers/prints/${id}/file`);
  return pagesOfPdf(file.rawPayload).join('\n').replaceAll('\n', '');
}
