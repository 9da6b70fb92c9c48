import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type Browser, browserOf } from '../../../platform/server/testing/browser.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { type Name, NOON, people, testServer } from '../../../platform/server/testing/people.ts';
import { insertSignedIn } from '../../../platform/server/testing/people-store.ts';
import type {
  DocumentAnswer,
  DocumentsAnswer,
  OriginalClause,
  UploadAnswer,
} from '../model/contract.ts';
import type { PackOutline } from '../model/match.ts';
import { documentRoutes } from './routes.ts';
import { eventsOf } from './testing/event-store.ts';

const willow: PackOutline = {
  id: 'willow',
  title: { zh: '柳溪县方案', en: 'Willow plan' },
  clauses: [
    { id: '1', number: '一、', summary: { zh: '帮扶措施', en: 'Measures' } },
    {
      id: '1.1',
      number: '（一）',
      parent: '1',
      summary: { zh: '两年内把通村道路全部硬化', en: 'Roads' },
    },
    {
      id: '1.2',
      number: '（二）',
      parent: '1',
      summary: { zh: '自来水普及率到九成以上', en: 'Water' },
    },
  ],
};

const plan = [
  '柳溪县帮扶工作实施方案',
  '为做好帮扶工作，制定本方案。',
  '一、帮扶措施',
  '（一）道路建设。两年内硬化全部通村道路，由交通部门牵头。',
  '（二）饮水安全。接通自来水管网，普及率达到九成以上。',
  '分享到',
].join('\n');

type Desk = {
  tx: Transaction;
  as(name: Name): Promise<Browser>;
};

async function atDesk(test: (desk: Desk) => Promise<void>): Promise<void> {
  await inRollback(async (database, tx) => {
    const server = await testServer(database, tx, [documentRoutes(async () => [willow])]);
    const as = async (name: Name): Promise<Browser> => {
      const { token } = await insertSignedIn(tx, people[name], NOON);
      return browserOf(server.app, { [SESSION_COOKIE]: token });
    };
    await test({ tx, as });
    await server.app.close();
  });
}

async function upload(client: Browser, content: string, requestId: string = newId()) {
  const boundary = 'willow';
  const part = (head: string, value: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const body = `${part('name="requestId"', requestId)}${part('name="file"; filename="方案.txt"', content)}--${boundary}--\r\n`;
  return await client.send('POST', '/api/documents/files', body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  });
}

async function uploaded(client: Browser, content: string): Promise<DocumentAnswer> {
  const answer = await upload(client, content);
  expect(answer.statusCode, answer.body).toBe(200);
  const [first] = answer.json<UploadAnswer>().documents;
  return await read(client, first?.id ?? '');
}

async function read(client: Browser, id: string): Promise<DocumentAnswer> {
  const answer = await client.get(`/api/documents/${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<DocumentAnswer>();
}

const clauseOf = (document: DocumentAnswer, path: string): string =>
  document.clauseList.find((clause) => clause.path === path)?.id ?? newId();

describe('an upload', () => {
  it('is cut, matched to the pack it fits, and listed', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      expect(document).toMatchObject({
        title: '柳溪县帮扶工作实施方案',
        fileName: '方案.txt',
        packId: 'willow',
        clauses: 4,
        matched: 3,
        version: 1,
        mayChange: true,
        leftOut: [{ line: 6, text: '分享到', reason: 'webPage' }],
      });
      expect(document.clauseList.map(({ path, match }) => [path, match?.packClauseId])).toEqual([
        ['preamble', undefined],
        ['1', '1'],
        ['1.1', '1.1'],
        ['1.2', '1.2'],
      ]);
      const list = (await lin.get('/api/documents?text=帮扶')).json<DocumentsAnswer>();
      expect(list).toMatchObject({ total: 1, rows: [{ id: document.id, uploadedBy: '林岚' }] });
      expect((await lin.get('/api/documents?text=%25')).json<DocumentsAnswer>().total).toBe(0);
    });
  });

  it('sent twice is kept once', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const requestId = newId();
      const first = await upload(lin, plan, requestId);
      const second = await upload(lin, plan, requestId);
      expect(second.json()).toEqual(first.json());
      expect((await lin.get('/api/documents')).json<DocumentsAnswer>().total).toBe(1);
    });
  });

  it('of a file that is there already is refused, and says where it is', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const again = await upload(lin, plan);
      expect(again.statusCode).toBe(409);
      expect(again.json()).toMatchObject({
        code: 'documentAlreadyThere',
        details: { file: '方案.txt', day: '2026-11-23' },
      });
      const withdrawal = { version: 1, reason: '编号有误' };
      await lin.send('POST', `/api/documents/${document.id}/withdrawal`, withdrawal);
      expect((await upload(lin, plan)).statusCode).toBe(200);
    });
  });

  it.each([
    ['prose', '今天走访了三户。', 'documentWithoutClauses'],
    ['a web page', '<html><body>一、目标</body></html>', 'documentWebPage'],
    ['nothing', '', 'documentFileEmpty'],
  ])('of %s is refused with the cure, and leaves nothing', async (_, content, code) => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const answer = await upload(lin, content);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
      expect((await lin.get('/api/documents')).json<DocumentsAnswer>().total).toBe(0);
    });
  });

  it('without a file is refused', async () => {
    await atDesk(async ({ as }) => {
      const answer = await (await as('lin')).send('POST', '/api/documents/files', {});
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        415,
        'documentNeedsFile',
      ]);
    });
  });

  it('is for county, prefecture and province officers; everyone reads', async () => {
    await atDesk(async ({ as }) => {
      const document = await uploaded(await as('lin'), plan);
      const mei = await as('mei');
      expect((await upload(mei, plan)).json()).toMatchObject({ code: 'roleLacksPermission' });
      expect((await read(mei, document.id)).mayChange).toBe(false);
    });
  });
});

describe('putting a cut right', () => {
  it('joins, splits and renumbers; each is on record, and matches stay with their clauses', async () => {
    await atDesk(async ({ tx, as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const url = `/api/documents/${document.id}/corrections`;
      const roads = clauseOf(document, '1.1');
      const split = {
        kind: 'split',
        clause: roads,
        at: '两年内硬化全部通村道路，'.length,
        number: '',
      };
      const first = await lin.send('POST', url, { version: 1, correction: split });
      expect(first.statusCode, first.body).toBe(200);
      const afterSplit = first.json<DocumentAnswer>();
      expect(
        afterSplit.clauseList.map(({ path, match }) => [path, match?.packClauseId ?? null]),
      ).toEqual([
        ['preamble', null],
        ['1', '1'],
        ['1.1', '1.1'],
        ['1.2', null],
        ['1.2b', '1.2'],
      ]);
      const renumber = { kind: 'renumber', clause: clauseOf(afterSplit, '1.2b'), number: '（三）' };
      const second = await lin.send('POST', url, { version: 2, correction: renumber });
      const afterRenumber = second.json<DocumentAnswer>();
      const join = { kind: 'join', clause: clauseOf(afterRenumber, '1.2') };
      const third = (
        await lin.send('POST', url, { version: 3, correction: join })
      ).json<DocumentAnswer>();
      expect(third.clauseList.map(({ path }) => path)).toEqual(['preamble', '1', '1.1', '1.3']);
      expect(third.version).toBe(4);
      const events = await eventsOf(tx, document.id);
      expect(events.map(({ kind }) => kind)).toEqual(
        Array.from({ length: 3 }, () => 'documents.correct'),
      );
    });
  });

  it('is refused over what somebody else changed meanwhile', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const url = `/api/documents/${document.id}/corrections`;
      const correction = { kind: 'join', clause: clauseOf(document, '1.2') };
      expect((await lin.send('POST', url, { version: 1, correction })).statusCode).toBe(200);
      expect((await lin.send('POST', url, { version: 1, correction })).json()).toMatchObject({
        code: 'documentChangedMeanwhile',
      });
    });
  });

  it.each([
    [
      'a clause that is gone',
      { kind: 'join', clause: '00000000-0000-7000-8000-000000000000' },
      404,
      'clauseNotFound',
    ],
    ['a number that is none', { kind: 'renumber', number: '通水' }, 422, 'numberNotUnderstood'],
    ['a place outside the text', { kind: 'split', at: 9_999, number: '' }, 422, 'splitOutsideText'],
  ])('is refused for %s', async (_, correction, status, code) => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const answer = await lin.send('POST', `/api/documents/${document.id}/corrections`, {
        version: 1,
        correction: { clause: clauseOf(document, '1.2'), ...correction },
      });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    });
  });

  it('is not for another office; the one above may', async () => {
    await atDesk(async ({ as }) => {
      const document = await uploaded(await as('lin'), plan);
      const url = `/api/documents/${document.id}/corrections`;
      const body = { version: 1, correction: { kind: 'join', clause: clauseOf(document, '1.2') } };
      expect((await (await as('hua')).send('POST', url, body)).json()).toMatchObject({
        code: 'documentOfOtherOffice',
      });
      expect((await (await as('wen')).send('POST', url, body)).statusCode).toBe(200);
    });
  });
});

describe('matching', () => {
  it('of a clause can be set by hand, also to none', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const url = `/api/documents/${document.id}/clauses/${clauseOf(document, '1.1')}/match`;
      const other = await lin.send('PUT', url, { version: 1, packClauseId: '1.2' });
      const none = await lin.send('PUT', url, { version: 2, packClauseId: null });
      const matchIn = (answer: typeof none) =>
        answer.json<DocumentAnswer>().clauseList.find(({ path }) => path === '1.1')?.match;
      expect(matchIn(other)).toEqual({ packClauseId: '1.2', score: null, basis: 'hand' });
      expect(matchIn(none)).toEqual({ packClauseId: null, score: null, basis: 'hand' });
      const unknown = await lin.send('PUT', url, { version: 3, packClauseId: '99' });
      expect(unknown.json()).toMatchObject({ code: 'packClauseUnknown' });
    });
  });

  it('needs a pack, which can be taken away and chosen again', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const url = `/api/documents/${document.id}`;
      const without = (
        await lin.send('PUT', `${url}/pack`, { version: 1, packId: null })
      ).json<DocumentAnswer>();
      expect(without).toMatchObject({ packId: null, pack: null, matched: 0 });
      const match = await lin.send('PUT', `${url}/clauses/${clauseOf(document, '1.1')}/match`, {
        version: 2,
        packClauseId: '1.1',
      });
      expect(match.json()).toMatchObject({ code: 'documentHasNoPack' });
      const unknown = await lin.send('PUT', `${url}/pack`, { version: 2, packId: 'none' });
      expect(unknown.json()).toMatchObject({ code: 'packUnknown' });
      const chosen = await lin.send('PUT', `${url}/pack`, { version: 2, packId: 'willow' });
      expect(chosen.json()).toMatchObject({ matched: 3, packScore: null, version: 3 });
    });
  });

  it('gives the texts that stand beside a pack, none of a withdrawn document', async () => {
    await atDesk(async ({ as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const originals = async (): Promise<OriginalClause[]> =>
        (await lin.get('/api/documents/originals/willow')).json<{ originals: OriginalClause[] }>()
          .originals;
      expect(await originals()).toMatchObject([
        { packClauseId: '1', number: '一、', heading: '帮扶措施', text: '' },
        { packClauseId: '1.1', documentId: document.id, heading: '道路建设' },
        { packClauseId: '1.2', path: '1.2' },
      ]);
      const withdrawal = { version: 1, reason: '已有新文件' };
      await lin.send('POST', `/api/documents/${document.id}/withdrawal`, withdrawal);
      expect(await originals()).toEqual([]);
    });
  });

  it('may begin with a draft of a pack', async () => {
    await atDesk(async ({ as }) => {
      const mei = await as('mei');
      const document = await uploaded(await as('lin'), plan);
      const answer = await mei.get(`/api/documents/${document.id}/clauses.yaml`);
      expect(answer.headers['content-type']).toContain('yaml');
      expect(answer.body).toContain('- id: "1.1"\n  number: "（一）"\n  parent: "1"\n');
    });
  });
});

describe('a document that was withdrawn', () => {
  it('is out of the list, still readable with the reason, and never changed again', async () => {
    await atDesk(async ({ tx, as }) => {
      const lin = await as('lin');
      const document = await uploaded(lin, plan);
      const url = `/api/documents/${document.id}`;
      await lin.send('POST', `${url}/withdrawal`, { version: 1, reason: '传错了文件' });
      expect((await lin.get('/api/documents')).json<DocumentsAnswer>().total).toBe(0);
      expect((await lin.get('/api/documents?withdrawn=true')).json<DocumentsAnswer>().total).toBe(
        1,
      );
      expect(await read(lin, document.id)).toMatchObject({
        withdrawnBecause: '传错了文件',
        mayChange: false,
      });
      const change = await lin.send('PUT', `${url}/pack`, { version: 2, packId: null });
      expect(change.json()).toMatchObject({ code: 'documentWithdrawn' });
      expect((await eventsOf(tx, document.id)).at(-1)).toMatchObject({
        kind: 'documents.withdraw',
        detail: { reason: '传错了文件' },
      });
    });
  });

  it('that never was is not found', async () => {
    await atDesk(async ({ as }) => {
      expect((await (await as('lin')).get(`/api/documents/${newId()}`)).statusCode).toBe(404);
    });
  });
});
