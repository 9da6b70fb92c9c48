import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { recordEvent } from '../../../platform/server/acts/record-event.ts';
import type { Sealer } from '../../../platform/server/crypto/sealer.ts';
import type { Transaction } from '../../../platform/server/database/connect.ts';
import type { Facts } from '../../../platform/server/facts/facts.ts';
import type { Language } from '../../../platform/server/http/problem-catalogue.ts';
import type { Ledger, LedgerKind } from '../model/ledger.ts';
import { type HouseholdKey, openBook, openCard, openCards, type Reading } from './open-ledger.ts';
import { householdsIn, type PrintOutput, type PrintResult, setLedgers } from './set-ledgers.ts';
import type { Imprint } from './sheet.ts';
import type { Typesetter } from './typesetter.ts';
import { wordsIn } from './words.ts';
import { LedgerWorkbook } from './workbook.ts';

export type PrintFormat = 'pdf' | 'xlsx';

/** What is to be printed, for whom. That the orderer reaches the region was checked before. */
export type PrintOrder = {
  readonly kind: LedgerKind;
  /** The region; of a single card the household's village. */
  readonly region: RegionCode;
  readonly household: HouseholdKey | null;
  readonly format: PrintFormat;
  readonly imprint: Imprint;
  readonly language: Language;
  readonly now: string;
  readonly today: PlainDate;
  readonly accountId: string | null;
  readonly postingId: string | null;
};

export type PrintServices = {
  readonly tx: Transaction;
  readonly facts: Facts;
  readonly sealer: Sealer;
  readonly typesetter: Typesetter;
};

/**
 * Makes a print in one transaction whose scope is the region printed: reads page by page, sets, hands
 * the bytes on, and at the end writes the audit event that says what, how many and what for. Nothing
 * may be given out before the transaction is committed: no event, no print.
 */
export async function makePrint(
  services: PrintServices,
  order: PrintOrder,
  output: PrintOutput,
): Promise<PrintResult> {
  const words = wordsIn(order.language);
  const reading: Reading = { ...services, words, today: order.today };
  const cards = ledgersOf(reading, order);
  const work: Work = { services, order, output, words };
  const result =
    order.format === 'pdf'
      ? await setLedgers(cards, {
          ...work,
          imprint: order.imprint,
          typesetter: services.typesetter,
        })
      : await printWorkbook(work, cards);
  await recordEvent(services.tx, order.now, {
    kind: 'ledger.print',
    accountId: order.accountId,
    postingId: order.postingId,
    region: order.region,
    subject: order.household === null ? 'ledger' : 'household',
    subjectId: order.household?.id,
    purpose: order.imprint.purpose,
    detail: {
      ledger: order.kind,
      format: order.format,
      number: order.imprint.number,
      households: result.households,
      pages: result.pages,
      clear: order.imprint.purpose !== undefined,
    },
  });
  return result;
}

type Work = {
  services: PrintServices;
  order: PrintOrder;
  output: PrintOutput;
  words: ReturnType<typeof wordsIn>;
};

async function* ledgersOf(reading: Reading, order: PrintOrder): AsyncGenerator<Ledger[]> {
  const clear = order.imprint.purpose !== undefined;
  if (order.kind !== 'card') yield [await openBook(reading, order.kind, order.region)];
  else if (order.household !== null) yield [await openCard(reading, order.household, clear)];
  else yield* openCards(reading, order.region, clear);
}

async function printWorkbook(
  { order, output, words }: Work,
  chunks: AsyncGenerator<Ledger[]>,
): Promise<PrintResult> {
  const workbook = new LedgerWorkbook(words, order.imprint);
  let households = 0;
  for await (const ledgers of chunks) {
    for (const ledger of ledgers) workbook.add(ledger);
    households += householdsIn(ledgers);
    output.report(households);
  }
  await output.write(await workbook.write());
  return { households, pages: null, missing: [] };
}
