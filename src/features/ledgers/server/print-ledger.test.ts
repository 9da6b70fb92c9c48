import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { plainDate } from '../../../kernel/plain-date.ts';
import { regionCode } from '../../../kernel/region-code.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import { noFacts } from '../../../platform/server/facts/facts.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { inRollback, workerDatabase } from '../../../platform/server/testing/database-fixture.ts';
import { NOON, testSealer } from '../../../platform/server/testing/people.ts';
import { type LedgerRequest, type Orderer, printLedger } from './print-ledger.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';
import { buildWillow } from './testing/print-room.ts';
import { insertFamily, northGate } from './testing/willow-store.ts';

beforeAll(async () => await buildWillow((await workerDatabase()).owner));

const lin: Orderer = {
  userName: 'lin',
  displayName: '林岚',
  accountId: newId(),
  postingId: newId(),
  region: regionCode('990101'),
  role: 'countyOfficer',
};

type Printing = {
  folder: string;
  tx: Transaction;
  print: (changes: Partial<LedgerRequest>) => ReturnType<typeof printLedger>;
};

async function onCommandLine(test: (printing: Printing) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-print-'));
  await inRollback(async (database, tx) => {
    await insertFamily(tx, testSealer, { headName: '李建国', number: 'W-7' });
    const print: Printing['print'] = async (changes) =>
      await printLedger(
        { database, sealer: testSealer, openFacts: () => Promise.resolve(noFacts) },
        {
          kind: 'card',
          region: regionCode(northGate),
          household: undefined,
          out: join(folder, 'cards.pdf'),
          purpose: undefined,
          language: 'zh-CN',
          now: NOON,
          today: plainDate('2026-11-23'),
          by: lin,
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
    expect(pagesOfPdf(file)[0]?.replaceAll('\n', '')).toMatch(
      new RegExp(`打印人：林岚.*${printed.number}`),
    );
    expect(readdirSync(folder)).toEqual(['cards.pdf']);
    const [event] = await tx`select kind, detail from audit_event`;
    expect(event).toMatchObject({ kind: 'ledger.print', detail: { number: printed.number } });
  });
});

it('writes the card of one household, found by its number anywhere in the county', async () => {
  await onCommandLine(async ({ folder, tx, print }) => {
    await insertFamily(tx, testSealer, { headName: '周云', number: 'W-8' });
    const region = regionCode('990101');
    const printed = await print({ household: 'W-8', region });
    expect(printed).toMatchObject({ households: 1, pages: 1, region: northGate });
    expect(pagesOfPdf(readFileSync(join(folder, 'cards.pdf')))[0]).toContain('周云');
    const out = join(folder, 'card.xlsx');
    expect(await print({ household: 'W-8', region, out })).toMatchObject({ pages: null });
    expect(readFileSync(out).toString('latin1', 0, 2)).toBe('PK');
    const events = await tx`select subject, region_code from audit_event`;
    expect(events).toEqual(Array(2).fill({ subject: 'household', region_code: northGate }));
  });
});

it('refuses what it cannot print, and leaves no file behind', async () => {
  await onCommandLine(async ({ folder, tx, print }) => {
    const refusals: [Partial<LedgerRequest>, string][] = [
      [{ kind: 'province' }, 'ledgerUnknown'],
      [{ region: regionCode('990101100') }, 'ledgerOfOtherLevel'],
      [{ region: regionCode('990101100202') }, 'nothingToPrint'],
      [{ out: join(folder, 'cards.doc') }, 'ledgerFormatUnknown'],
      [{ out: join(folder, 'absent', 'cards.pdf') }, 'ledgerFileRefused'],
      [{ household: 'W-7', kind: 'village' }, 'onlyCardsOfHouseholds'],
      [
        { household: 'W-7', region: regionCode('9901'), by: { ...lin, region: regionCode('99') } },
        'householdNeedsCounty',
      ],
      [{ household: 'W-8', region: regionCode('990101') }, 'householdNotThere'],
      [{ household: 'W-7', region: regionCode('990101101') }, 'householdNotThere'],
      [{ kind: 'village', purpose: '核对' }, 'onlyCardsAreClear'],
      [{ purpose: ' x ' }, 'ledgerPurposeUnclear'],
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

it('prints for nobody beyond the reach, and clear values for nobody without the right', async () => {
  await onCommandLine(async ({ folder, tx, print }) => {
    const out = join(folder, 'cards.xlsx');
    const purpose = '入户核对证件';
    const refused: Partial<LedgerRequest>[] = [
      { by: { ...lin, region: regionCode('990102') } },
      { by: { ...lin, region: regionCode('990101100202') } },
      { by: { ...lin, role: 'auditor' } },
      { by: { ...lin, role: 'unheardOf' } },
      { by: { ...lin, role: 'villageCadre' }, purpose },
      { by: { ...lin, role: 'inspector' }, purpose, out },
    ];
    for (const changes of refused) {
      await expect(print(changes)).rejects.toMatchObject({ code: 'mayNotPrint' });
    }
    expect(readdirSync(folder)).toEqual([]);
    expect(await print({ by: { ...lin, role: 'inspector' }, purpose })).toMatchObject({ pages: 1 });
    expect(await print({ purpose, out })).toMatchObject({ households: 1 });
    const events = await tx`select purpose from audit_event`;
    expect(events).toEqual([{ purpose }, { purpose }]);
  });
});
