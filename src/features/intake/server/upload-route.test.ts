import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { databaseOn } from '../../../platform/server/database/database.ts';
import { SESSION_COOKIE } from '../../../platform/server/http/endpoint.ts';
import { workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import {
  NOON,
  people,
  type TestServer,
  testServer,
} from '../../../platform/server/testing/people.ts';
import { insertSignedIn } from '../../../platform/server/testing/people-store.ts';
import { intakeRoutes } from './routes.ts';
import { type Desk, openDesk } from './testing/willow-desk.ts';
import { forgetPeople } from './testing/willow-desk-store.ts';

let desk: Desk;
let server: TestServer;
let database: ReturnType<typeof databaseOn>;
let address: string;

beforeAll(async () => {
  desk = await openDesk();
  await forgetPeople(desk.owner, [people.lin.userName]);
  database = databaseOn((await workerDatabase()).app);
  server = await testServer(database, desk.owner as unknown as Transaction, [intakeRoutes], {
    dataFolder: desk.folder,
    clock: () => new Date(NOON),
  });
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await forgetPeople(desk.owner, [people.lin.userName]);
  await server.app.close();
  await database.end();
  desk.close();
});

const MEBIBYTE = 2 ** 20;
const SENT = 24 * MEBIBYTE;

function part(name: string): string {
  return `--willow\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
}

/** Sends as browsers do: everything first, and only then looks for the answer. */
async function sendAllThenRead(
  cookie: string,
  before = '',
): Promise<{ status: number; body: string }> {
  return await new Promise((resolve, reject) => {
    const sending = request(`${address}/api/intake/files`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=willow', cookie },
    });
    sending.on('error', reject);
    sending.on('response', (answer) => {
      const sentAll = sending.writableFinished;
      let body = '';
      answer.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      answer.on('end', () => {
        if (sentAll) resolve({ status: answer.statusCode ?? 0, body });
        else reject(new Error(`answered with ${answer.statusCode} before all was sent`));
      });
    });
    sending.write(`${before}${part('big.csv')}`);
    let left = SENT;
    const more = (): void => {
      for (; left > 0; left -= MEBIBYTE)
        if (!sending.write(Buffer.alloc(MEBIBYTE, 'a,b\n'))) {
          left -= MEBIBYTE;
          sending.once('drain', more);
          return;
        }
      sending.end('\r\n--willow--\r\n');
    };
    more();
  });
}

it('tells who is not signed in so, after having heard a large file out', async () => {
  const { status, body } = await sendAllThenRead('mingbai_session=nobody');
  expect({ status, code: (JSON.parse(body) as { code: string }).code }).toEqual({
    status: 401,
    code: 'notSignedIn',
  });
});

it('tells who sends too many files so, after having heard the rest out', async () => {
  const { token } = await desk.owner.begin(
    async (tx) => await insertSignedIn(tx, people.lin, NOON),
  );
  const twenty = Array.from({ length: 20 }, (_, n) => `${part(`${n}.csv`)}户编号\r\n`).join('');
  const { status } = await sendAllThenRead(`${SESSION_COOKIE}=${token}`, twenty);
  expect(status).toBe(413);
});
