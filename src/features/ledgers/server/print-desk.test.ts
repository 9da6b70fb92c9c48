import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { noFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import type { Services } from '../../../platform/server/services.ts';
import { inRollback } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import type { PrintOrder } from './make-print.ts';
import { PrintDesk } from './print-desk.ts';
import type { PrintJob } from './print-folder.ts';
import { insertFamily, northGate } from './testing/willow-store.ts';

const taoId = newId();

function jobOf(): PrintJob {
  return {
    id: newId(),
    accountId: taoId,
    kind: 'card',
    region: northGate,
    regionName: '北门村',
    household: null,
    format: 'pdf',
    clear: false,
    number: '20261123-00000001',
    fileName: 'cards.pdf',
    orderedAt: NOON,
    total: 2,
    state: 'queued',
    done: 0,
    pages: null,
    bytes: null,
    missing: [],
    problem: null,
    heardAt: NOON,
  };
}

function orderOf(changes: Partial<PrintOrder> = {}): PrintOrder {
  return {
    kind: 'card',
    region: regionCode(northGate),
    household: null,
    format: 'pdf',
    imprint: {
      number: '20261123-00000001',
      printedOn: plainDate('2026-11-23'),
      printedBy: '陶远',
      purpose: undefined,
    },
    language: 'zh-CN',
    now: NOON,
    today: plainDate('2026-11-23'),
    accountId: taoId,
    postingId: null,
    ...changes,
  };
}

type Stage = {
  desk: PrintDesk;
  tx: Transaction;
  folder: string;
  faults: unknown[];
  setClock: (instant: string) => void;
};

async function atDesk(
  test: (stage: Stage) => Promise<void>,
  changes: Partial<Services> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-desk-'));
  await inRollback(async (database, tx) => {
    await insertFamily(tx, testSealer);
    await insertFamily(tx, testSealer);
    let now = NOON;
    const faults: unknown[] = [];
    const desk = new PrintDesk({
      database,
      clock: () => new Date(now),
      sealer: testSealer,
      facts: noFacts,
      dataFolder: folder,
      reportFault: (thrown) => faults.push(thrown),
      ...changes,
    });
    try {
      await test({ desk, tx, folder, faults, setClock: (instant) => (now = instant) });
    } finally {
      await desk.close();
    }
  });
  rmSync(folder, { recursive: true, force: true });
}

async function eventsIn(tx: Transaction): Promise<number> {
  const [row] = await tx<
    { n: number }[]
  >`select count(*)::int as n from audit_event where account_id = ${taoId}`;
  return row?.n ?? 0;
}

it('makes nothing of a print that is cancelled before its turn', async () => {
  await atDesk(async ({ desk, tx }) => {
    const job = await desk.order(jobOf(), orderOf());
    await desk.cancel(job);
    desk.begin(job.id);
    await desk.settled();
    expect(await desk.find(taoId, job.id)).toMatchObject({ state: 'cancelled', bytes: null });
    expect(await eventsIn(tx)).toBe(0);
  });
});

it('stops in the middle, leaving neither file nor event', async () => {
  const stopping: { cancel?: () => Promise<void> } = {};
  const sealer = {
    ...testSealer,
    // The first sealed piece of the file is the middle of the work.
    seal: (text: string) => {
      void stopping.cancel?.();
      return testSealer.seal(text);
    },
  };
  await atDesk(
    async ({ desk, tx, folder }) => {
      const job = await desk.order(jobOf(), orderOf());
      stopping.cancel = async () => await desk.cancel(job);
      desk.begin(job.id);
      await desk.settled();
      expect(await desk.find(taoId, job.id)).toMatchObject({ state: 'cancelled' });
      expect(readdirSync(join(folder, 'prints'))).toEqual([`${job.id}.json`]);
      expect(await eventsIn(tx)).toBe(0);
    },
    { sealer },
  );
});

it('says why a print was not made, and notes a fault of our own', async () => {
  await atDesk(async ({ desk, faults }) => {
    const book = await desk.order({ ...jobOf(), kind: 'village' }, orderOf({ kind: 'village' }));
    const strange = await desk.order(jobOf(), orderOf({ language: 'xx' as never, now: 'never' }));
    desk.begin(book.id);
    desk.begin(strange.id);
    await desk.settled();
    expect(await desk.find(taoId, book.id)).toMatchObject({ state: 'failed' });
    expect(await desk.find(taoId, strange.id)).toMatchObject({
      state: 'failed',
      problem: 'printFailed',
    });
    expect(faults).toHaveLength(1);
  });
});

it('goes on with the next print after one that could not even be noted', async () => {
  await atDesk(async ({ desk, folder, faults }) => {
    const lost = await desk.order(jobOf(), orderOf());
    const prints = join(folder, 'prints');
    rmSync(prints, { recursive: true });
    writeFileSync(prints, 'in the way, as a full disk is');
    desk.begin(lost.id);
    await desk.settled();
    expect(faults.length).toBeGreaterThan(0);
    rmSync(prints);
    const next = await desk.order(jobOf(), orderOf());
    desk.begin(next.id);
    await desk.settled();
    expect(await desk.find(taoId, next.id)).toMatchObject({ state: 'done' });
  });
});

it('throws a print away after a day, and not before', async () => {
  await atDesk(async ({ desk, folder, setClock }) => {
    const old = await desk.order(jobOf(), orderOf());
    desk.begin(old.id);
    await desk.settled();
    const file = join(folder, 'prints', `${old.id}.sealed`);
    setClock('2026-11-24T03:59:00.000Z');
    await desk.order(jobOf(), orderOf());
    expect(existsSync(file)).toBe(true);
    setClock('2026-11-24T04:01:00.000Z');
    await desk.order(jobOf(), orderOf());
    expect(existsSync(file)).toBe(false);
    expect(await desk.find(taoId, old.id)).toBeUndefined();
  });
});

it('knows a print that another process left unfinished', async () => {
  await atDesk(async ({ desk, folder, setClock }) => {
    const job = await desk.order(jobOf(), orderOf());
    const later = new PrintDesk({
      database: { transaction: never, read: never },
      clock: () => new Date('2026-11-23T04:01:59.000Z'),
      sealer: testSealer,
      facts: noFacts,
      dataFolder: folder,
      reportFault: () => undefined,
    });
    expect(await later.find(taoId, job.id)).toMatchObject({ state: 'queued' });
    await later.close();
    setClock(NOON);
    const next = new PrintDesk({
      database: { transaction: never, read: never },
      clock: () => new Date('2026-11-23T04:02:01.000Z'),
      sealer: testSealer,
      facts: noFacts,
      dataFolder: folder,
      reportFault: () => undefined,
    });
    expect(await next.find(taoId, job.id)).toMatchObject({
      state: 'failed',
      problem: 'printInterrupted',
    });
    expect(await next.find(newId(), job.id)).toBeUndefined();
    await next.close();
  });
});

it('lets one officer have ten prints open, and others theirs', async () => {
  await atDesk(async ({ desk }) => {
    for (let open = 0; open < 10; open += 1) await desk.order(jobOf(), orderOf());
    await expect(desk.order(jobOf(), orderOf())).rejects.toMatchObject({ code: 'tooManyPrints' });
    await desk.order({ ...jobOf(), accountId: newId() }, orderOf());
  });
});

function never(): Promise<never> {
  return Promise.reject(new Error('Nothing is to be read'));
}
