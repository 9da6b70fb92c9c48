import { open, rename, rm } from 'node:fs/promises';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { levelOf, parseRegionCode, type RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { type Facts, noFacts } from '../../../platform/server/facts/facts.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Language } from '../../../platform/server/http/problem-catalogue.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { type LedgerKind, ledgerKinds, levelOfKind } from '../model/ledger.ts';
import { countHouseholds } from './ledger-store.ts';
import { makePrint, type PrintFormat, type PrintOrder } from './make-print.ts';
import { printNumber } from './order-print.ts';
import type { PrintResult } from './set-ledgers.ts';
import { Typesetter } from './typesetter.ts';

/** What `mingbai ledger print` was asked for, by an officer whose reach and rights were checked. */
export type LedgerRequest = {
  readonly kind: string;
  readonly region: string;
  /** Path of the file; its name ends in `.pdf` or `.xlsx`. */
  readonly out: string;
  /** Why sensitive values shall stand in it; undefined if they are masked. */
  readonly purpose: string | undefined;
  readonly language: Language;
  readonly now: string;
  readonly today: PlainDate;
  readonly by: { readonly accountId: string; readonly postingId: string; readonly name: string };
  readonly report: (households: number, total: number) => void;
};

export type LedgerServices = {
  readonly database: Database;
  readonly sealer: Sealer;
  /** Opened when they are needed: cards are printed without them. */
  readonly openFacts: () => Promise<Facts>;
};

/**
 * Prints a ledger into a file, with its audit event. The file appears under its name when the print is
 * whole and the event is committed. Refuses a kind, region or format that does not fit.
 */
export async function printLedger(
  services: LedgerServices,
  request: LedgerRequest,
): Promise<PrintResult & { number: string; bytes: number }> {
  const order = orderOf(request);
  const typesetter = new Typesetter();
  const aside = `${request.out}.part`;
  const file = await open(aside, 'w', 0o600);
  let bytes = 0;
  try {
    const facts = await factsFor(services, order);
    const result = await services.database.transaction(async (tx) => {
      await enterScope(tx, order.region);
      const total = await totalOf(order, async () => await countHouseholds(tx, order.region));
      return await makePrint({ tx, facts, sealer: services.sealer, typesetter }, order, {
        write: async (piece) => {
          await file.write(piece);
          bytes += piece.length;
        },
        report: (households) => request.report(households, total),
      });
    });
    await file.close();
    await rename(aside, request.out);
    return { ...result, number: order.imprint.number, bytes };
  } finally {
    await file.close().catch(() => undefined);
    await rm(aside, { force: true });
    await typesetter.close();
  }
}

async function totalOf(order: PrintOrder, count: () => Promise<number>): Promise<number> {
  if (order.kind !== 'card' && order.kind !== 'village') return 1;
  const total = await count();
  if (total === 0 && order.kind === 'card') throw new Problem(422, 'nothingToPrint');
  return total;
}

async function factsFor({ openFacts }: LedgerServices, { kind }: PrintOrder): Promise<Facts> {
  return kind === 'card' ? noFacts : await openFacts();
}

function orderOf(request: LedgerRequest): PrintOrder {
  const { now, today, language, by } = request;
  const { kind, region } = kindAndRegion(request);
  return {
    kind,
    region,
    household: null,
    format: formatOf(request.out),
    imprint: {
      number: printNumber(today, newId()),
      printedOn: today,
      printedBy: by.name,
      purpose: request.purpose,
    },
    language,
    now,
    today,
    accountId: by.accountId,
    postingId: by.postingId,
  };
}

function kindAndRegion(request: LedgerRequest): { kind: LedgerKind; region: RegionCode } {
  const kind = ledgerKinds.find((known) => known === request.kind);
  const region = parseRegionCode(request.region);
  if (kind === undefined) throw new Problem(400, 'ledgerUnknown', { kinds: ledgerKinds.join(' ') });
  if (region === undefined || levelOf(region) !== levelOfKind[kind]) {
    throw new Problem(422, 'ledgerOfOtherLevel', { kind });
  }
  if (request.purpose !== undefined && kind !== 'card') throw new Problem(422, 'onlyCardsAreClear');
  return { kind, region };
}

function formatOf(out: string): PrintFormat {
  if (out.endsWith('.pdf')) return 'pdf';
  if (out.endsWith('.xlsx')) return 'xlsx';
  throw new Problem(400, 'ledgerFormatUnknown');
}
