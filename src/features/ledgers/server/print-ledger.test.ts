import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { noFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import { type LedgerRequest, printLedger } from './print-ledger.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';
import { buildWillow } from './testing/print-room.ts';
import { insertFamily, northGate } from './testing/willow-store.ts';

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

type Printing = {
  folder: string;
  tx: Transaction;
  print: (changes: Partial<LedgerRequest>) => ReturnType<typeof printLedger>;
};

async function onCommandLine(test: (printing: Printing) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-print-'));
  await inRollback(async (database, tx) => {
    await insertFamily(tx, testSealer, { headName: '李建国' });
    const print: Printing['print'] = async (changes) =>
      await printLedger(
        { database, sealer: testSealer, openFacts: () => Promise.resolve(noFacts) },
        {
          kind: 'card',
          region: northGate,
          out: join(folder, 'cards.pdf'),
          purpose: undefined,
          language: 'zh-CN',
          now: NOON,
          today: plainDate('2026-11-23'),
          by: { accountId: newId(), postingId: newId(), name: 'lin' },
          report: () => undefined,
          ...changes,
        },
      );
    await test({ folder, tx, print });
  });
  rmSync(folder, { recursive: true, force: true });
}

it('writes the cards of a village into a file and records it', async () => {
  await onCommandLine(async ({ folder, tx, print }) => {
    const printed = await print({});
    expect(printed).toMatchObject({ households: 1, pages: 1, missing: [] });
    const file = readFileSync(join(folder, 'cards.pdf'));
    expect(file.length).toBe(printed.bytes);
    expect(pagesOfPdf(file)[0]?.replaceAll('\n', '')).toContain(printed.number);
    expect(readdirSync(folder)).toEqual(['cards.pdf']);
    const [event] = await tx`select kind, detail from audit_event`;
    expect(event).toMatchObject({ kind: 'ledger.print', detail: { number: printed.number } });
  });
});

it('refuses what it cannot print, and leaves no file behind', async () => {
  await onCommandLine(async ({ folder, tx, print }) => {
    const refusals: [Partial<LedgerRequest>, string][] = [
      [{ kind: 'province' }, 'ledgerUnknown'],
      [{ region: '990101100' }, 'ledgerOfOtherLevel'],
      [{ region: 'willow' }, 'ledgerOfOtherLevel'],
      [{ region: '990101100202' }, 'nothingToPrint'],
      [{ out: join(folder, 'cards.doc') }, 'ledgerFormatUnknown'],
      [{ kind: 'village', purpose: '核对' }, 'onlyCardsAreClear'],
      [{ kind: 'village' }, 'factsNotReady'],
    ];
    for (const [changes, code] of refusals) {
      await expect(print(changes), code).rejects.toMatchObject({ code });
    }
    expect(existsSync(join(folder, 'cards.pdf'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    expect(await tx`select id from audit_event`).toHaveLength(0);
  });
});
