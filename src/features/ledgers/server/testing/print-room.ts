import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regionCode } from '../../../../kernel/region-code.ts';
import type { Sql, Transaction } from '../../../../platform/server/database/connect.ts';
import { enterScope } from '../../../../platform/server/database/scope-store.ts';
import { openFacts } from '../../../../platform/server/facts/facts.ts';
import { inRollback } from '../../../../platform/server/testing/database-fixture.ts';
import {
  type Client,
  NOON,
  type TestServer,
  testServer,
} from '../../../../platform/server/testing/people.ts';
import { householdFactTables } from '../../../households/server/index.ts';
import { loadFictionalDivisions } from '../../../regions/server/index.ts';
import { PrintDesk } from '../print-desk.ts';
import { ledgerRoutesAt } from '../routes.ts';

export type PrintRoom = {
  readonly server: TestServer;
  readonly tx: Transaction;
  readonly folder: string;
  /** Orders a print and waits until it is made; answers what became of it. */
  print(client: Client, order: object): Promise<Record<string, unknown> & { id: string }>;
};

/** The divisions of Willow, which every test needs and none changes. */
export async function buildWillow(owner: Sql): Promise<void> {
  await owner.begin(async (tx) => await loadFictionalDivisions(tx, NOON));
}

/** A server with a desk for prints and facts built from what `seed` inserted. */
export async function inPrintRoom(
  seed: (tx: Transaction) => Promise<void>,
  test: (room: PrintRoom) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-prints-'));
  await inRollback(async (database, tx) => {
    await enterScope(tx, regionCode(''));
    await seed(tx);
    const facts = openFacts({
      database,
      folder,
      tables: householdFactTables,
      reportFault: fail,
      settings: { memoryBytes: 200 * 1_048_576, threads: 1 },
    });
    await facts.rebuild();
    const desks: PrintDesk[] = [];
    const routes = ledgerRoutesAt((services) => {
      const desk = new PrintDesk(services);
      desks.push(desk);
      return desk;
    });
    const server = await testServer(database, tx, [routes], { facts, dataFolder: folder });
    const settled = async (): Promise<void> => {
      for (const desk of desks) await desk.settled();
    };
    try {
      await test({ server, tx, folder, print: printing(settled) });
    } finally {
      await server.app.close();
      await facts.stop();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

function printing(settled: () => Promise<void>): PrintRoom['print'] {
  return async (client, order) => {
    const ordered = await client.send('POST', '/api/ledgers/prints', order);
    if (ordered.statusCode !== 200) throw new Error(ordered.body);
    await settled();
    return (await client.get(`/api/ledgers/prints/${ordered.json().id}`)).json();
  };
}

function fail(thrown: unknown): never {
  throw thrown;
}
