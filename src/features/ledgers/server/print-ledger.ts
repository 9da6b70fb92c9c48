import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { isRole, type Permission, permissionsOf } from '../../../kernel/access.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, contains, levelOf, type RegionCode } from '../../../kernel/region-code.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Database } from '../../../platform/server/database/database.ts';
import { enterScope } from '../../../platform/server/database/scope-store.ts';
import { type Facts, noFacts } from '../../../platform/server/facts/facts.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import type { Language } from '../../../platform/server/http/problem-catalogue.ts';
import { newId } from '../../../platform/server/identifiers.ts';
import { Purpose } from '../model/contract.ts';
import { type LedgerKind, ledgerKinds, levelOfKind } from '../model/ledger.ts';
import { countHouseholds, findHouseholdByNumber } from './ledger-store.ts';
import { makePrint, type PrintFormat, type PrintOrder } from './make-print.ts';
import type { HouseholdKey } from './open-ledger.ts';
import { printNumber } from './order-print.ts';
import type { PrintResult } from './set-ledgers.ts';
import { Typesetter } from './typesetter.ts';

/** In whose name the command line prints. */
export type Orderer = {
  readonly userName: string;
  readonly displayName: string;
  readonly accountId: string;
  readonly postingId: string;
  readonly region: RegionCode;
  readonly role: string;
};

/** What `mingbai ledger print` was asked for. */
export type LedgerRequest = {
  readonly kind: string;
  readonly region: RegionCode;
  /** Number of the household whose card it is, somewhere in the region; undefined for a whole region. */
  readonly household: string | undefined;
  /** Path of the file; its name ends in `.pdf` or `.xlsx`. */
  readonly out: string;
  /** Why sensitive values shall stand in it; undefined if they are masked. */
  readonly purpose: string | undefined;
  readonly language: Language;
  readonly now: string;
  readonly today: PlainDate;
  readonly by: Orderer;
  readonly report: (households: number, total: number) => void;
};

export type LedgerServices = {
  readonly database: Database;
  readonly sealer: Sealer;
  /** Opened when they are needed: cards are printed without them. */
  readonly openFacts: () => Promise<Facts>;
};

export type PrintedLedger = PrintResult & {
  readonly region: RegionCode;
  readonly number: string;
  readonly bytes: number;
};

/**
 * Prints a ledger into a file, with its audit event. The file appears under its name when the print is
 * whole and the event is committed. Refuses an orderer who may not print it, and a kind, region,
 * household or format that does not fit.
 */
export async function printLedger(
  services: LedgerServices,
  request: LedgerRequest,
): Promise<PrintedLedger> {
  const kind = kindOf(request);
  const format = formatOf(request.out);
  requireMayPrint(request, format);
  const printed = await services.database.read(async (tx) => {
    await enterScope(tx, request.region);
    return await whatIsPrinted(tx, kind, request);
  });
  const order = { ...orderOf(request), ...printed, kind, format };
  const typesetter = new Typesetter();
  const facts = await factsFor(services, order);
  const file = await PartFile.create(request.out);
  try {
    const result = await services.database.transaction(async (tx) => {
      await enterScope(tx, order.region);
      return await makePrint({ tx, facts, sealer: services.sealer, typesetter }, order, {
        write: async (piece) => await file.write(piece),
        report: (households) => request.report(households, printed.total),
      });
    });
    await file.finish();
    return { ...result, region: order.region, number: order.imprint.number, bytes: file.bytes };
  } finally {
    await file.abandon();
    await typesetter.close();
  }
}

/** Written aside and renamed when it is whole, so that nobody takes half a print for one. */
class PartFile {
  readonly #handle: FileHandle;
  readonly #path: string;
  #bytes = 0;

  private constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  static async create(path: string): Promise<PartFile> {
    try {
      return new PartFile(await open(partOf(path), 'w', 0o600), path);
    } catch {
      throw new Problem(400, 'ledgerFileRefused', { out: path });
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  async write(piece: Buffer): Promise<void> {
    await this.#handle.write(piece);
    this.#bytes += piece.length;
  }

  async finish(): Promise<void> {
    await this.#handle.close();
    await rename(partOf(this.#path), this.#path);
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(partOf(this.#path), { force: true });
  }
}

function partOf(path: string): string {
  return `${path}.part`;
}

type Printed = { region: RegionCode; household: HouseholdKey | null; total: number };

async function whatIsPrinted(
  tx: Transaction,
  kind: LedgerKind,
  { region, household: number }: LedgerRequest,
): Promise<Printed> {
  if (number !== undefined) {
    const county = ancestorAt(region, 'county');
    if (county === undefined) throw new Problem(422, 'householdNeedsCounty');
    const found = await findHouseholdByNumber(tx, county, number);
    if (found === undefined) throw new Problem(404, 'householdNotThere');
    return { region: found.villageCode, household: { county, id: found.id }, total: 1 };
  }
  if (levelOf(region) !== levelOfKind[kind]) throw new Problem(422, 'ledgerOfOtherLevel', { kind });
  if (kind !== 'card' && kind !== 'village') return { region, household: null, total: 1 };
  const total = await countHouseholds(tx, region);
  if (total === 0 && kind === 'card') throw new Problem(422, 'nothingToPrint');
  return { region, household: null, total: Math.max(total, 1) };
}

async function factsFor({ openFacts }: LedgerServices, { kind }: PrintOrder): Promise<Facts> {
  return kind === 'card' ? noFacts : await openFacts();
}

function orderOf({
  now,
  today,
  language,
  by,
  purpose,
}: LedgerRequest): Omit<PrintOrder, keyof Printed | 'kind' | 'format'> {
  return {
    imprint: {
      number: printNumber(today, newId()),
      printedOn: today,
      printedBy: by.displayName,
      purpose,
    },
    language,
    now,
    today,
    accountId: by.accountId,
    postingId: by.postingId,
  };
}

function requireMayPrint({ by, region, purpose }: LedgerRequest, format: PrintFormat): void {
  const needed: Permission[] = ['ledger.print'];
  if (purpose !== undefined) needed.push('household.unmask');
  if (purpose !== undefined && format === 'xlsx') needed.push('household.export');
  const granted = isRole(by.role) ? permissionsOf[by.role] : [];
  if (!contains(by.region, region) || needed.some((permission) => !granted.includes(permission))) {
    throw new Problem(403, 'mayNotPrint', { userName: by.userName });
  }
}

function kindOf({ kind, household, purpose }: LedgerRequest): LedgerKind {
  const known = ledgerKinds.find((each) => each === kind);
  if (known === undefined)
    throw new Problem(400, 'ledgerUnknown', { kinds: ledgerKinds.join(' ') });
  if (known !== 'card' && household !== undefined) throw new Problem(422, 'onlyCardsOfHouseholds');
  if (known !== 'card' && purpose !== undefined) throw new Problem(422, 'onlyCardsAreClear');
  if (purpose !== undefined && !Purpose.safeParse(purpose).success) {
    throw new Problem(400, 'ledgerPurposeUnclear');
  }
  return known;
}

function formatOf(out: string): PrintFormat {
  if (out.endsWith('.pdf')) return 'pdf';
  if (out.endsWith('.xlsx')) return 'xlsx';
  throw new Problem(400, 'ledgerFormatUnknown');
}
