import type { LightMyRequestResponse } from 'fastify';
import { generateSync } from 'otplib';
import type { Role } from '../../../../kernel/access.ts';
import { regionCode } from '../../../../kernel/region-code.ts';
import type { Transaction } from '../../../../platform/server/database/connect.ts';
import { SESSION_COOKIE } from '../../../../platform/server/http/endpoint.ts';
import type { Services } from '../../../../platform/server/services.ts';
import { type Browser, browserOf } from '../../../../platform/server/testing/browser.ts';
import {
  inRollback,
  workerDatabase,
} from '../../../../platform/server/testing/database-fixture.ts';
import { NOON, type TestServer, testServer } from '../../../../platform/server/testing/people.ts';
import { insertSignedIn } from '../../../../platform/server/testing/people-store.ts';
import { loadFictionalDivisions } from '../../../regions/server/index.ts';
import { accountRoutes } from '../routes.ts';

/** Willow's office on a test's transaction, with a clock that can be moved. */
export type Office = {
  tx: Transaction;
  server: TestServer;
  browser: () => Browser;
  /** Moves the clock on. */
  wait: (minutes: number) => void;
  now: () => string;
  /** Kinds of the events in the log so far, in order. */
  kinds: () => Promise<string[]>;
};

/** Loads the fictional divisions into this worker's database, once for a test file. */
export async function loadWillow(): Promise<void> {
  const { owner } = await workerDatabase();
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
}

export async function inOffice(
  test: (office: Office) => Promise<void>,
  services: Partial<Services> = {},
): Promise<void> {
  await inRollback(async (database, tx) => {
    let time = Date.parse(NOON);
    const clock = (): Date => new Date(time);
    const server = await testServer(database, tx, [accountRoutes], { clock, ...services });
    await test({
      tx,
      server,
      browser: () => browserOf(server.app),
      wait: (minutes) => {
        time += minutes * 60_000;
      },
      now: () => clock().toISOString(),
      kinds: async () =>
        (await tx<{ kind: string }[]>`select kind from audit_event order by xid, id`).map(
          ({ kind }) => kind,
        ),
    });
  });
}

/** Makes an account as the system administrator does; answers its id and one-time password. */
export async function makeAccount(
  { server }: Office,
  userName: string,
  displayName: string,
): Promise<{ id: string; password: string }> {
  const sys = await server.as('sys');
  const answer = await sys.send('POST', '/api/accounts', { userName, displayName });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const { account, oneTimePassword } = answer.json();
  return { id: account.id, password: oneTimePassword };
}

export const PASSWORD = 'river-under-stone-bridge';

/** An account that has its own password already, signed in at a browser. */
export async function makeSignedIn(
  office: Office,
  userName: string,
  displayName: string,
): Promise<{ id: string; browser: Browser }> {
  const { id, password } = await makeAccount(office, userName, displayName);
  const browser = office.browser();
  await browser.send('POST', '/api/session', { userName, password });
  const changed = await browser.send('POST', '/api/account/password', {
    current: password,
    next: PASSWORD,
  });
  if (changed.statusCode !== 200) throw new Error(changed.body);
  return { id, browser };
}

/** Switches the second factor on; answers the secret in the authenticator app. */
export async function enrol(office: Office, browser: Browser): Promise<string> {
  const { secret } = (await browser.send('POST', '/api/account/second-factor/start')).json();
  const confirmed = await browser.send('POST', '/api/account/second-factor/confirm', {
    code: codeOf(secret, office.now()),
  });
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body);
  return secret;
}

/** What the authenticator app shows. */
export function codeOf(secret: string, now: string): string {
  return generateSync({ secret, epoch: Math.floor(Date.parse(now) / 1000) });
}

export const county = {
  role: 'countyOfficer',
  regionCode: '990101',
  fromDay: '2026-11-23',
} as const;

/** Asks for a posting as the security administrator: county officer of Willow unless said otherwise. */
export async function grant(
  office: Office,
  accountId: string,
  posting: object = {},
): Promise<LightMyRequestResponse> {
  const sec = await office.server.as('sec');
  return await sec.send('POST', '/api/postings', { ...county, accountId, ...posting });
}

/** Someone with a role at a region, signed in. */
export async function makePosted(
  office: Office,
  person: { userName: string; role: Role; region: string },
): Promise<{ accountId: string; browser: Browser }> {
  const { token, accountId } = await insertSignedIn(
    office.tx,
    { ...person, displayName: person.userName, region: regionCode(person.region) },
    NOON,
  );
  return { accountId, browser: browserOf(office.server.app, { [SESSION_COOKIE]: token }) };
}
