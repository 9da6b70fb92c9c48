/**
 * One way of making cards, in a process of its own so that no way pays for the memory of another.
 * Runs once for each message and answers with what it took. Started by bench/cards.ts.
 */
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Ledger } from '../src/features/ledgers/model/ledger.ts';
import { buildCard } from '../src/features/ledgers/server/build-card.ts';
import { readFonts } from '../src/features/ledgers/server/font-files.ts';
import { HOUSEHOLDS_AT_ONCE } from '../src/features/ledgers/server/open-ledger.ts';
import { pagesIn } from '../src/features/ledgers/server/pdf-binder.ts';
import { setLedgers } from '../src/features/ledgers/server/set-ledgers.ts';
import { sheetOf } from '../src/features/ledgers/server/sheet.ts';
import { Typesetter } from '../src/features/ledgers/server/typesetter.ts';
import { wordsIn } from '../src/features/ledgers/server/words.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { drawWithPdfkit } from './card-pdfkit.ts';
import { sampleHousehold } from './card-samples.ts';
import { rssMiB, timeOnce } from './measure.ts';

const [way, count] = process.argv.slice(2);
const cardCount = Number(count);
const place = '示范省　示范市　柳溪县　城关镇　北门村';
const today = plainDate('2026-11-23');
const words = wordsIn('zh-CN');
const imprint = {
  number: '20261123-0000BE7C',
  printedOn: today,
  printedBy: '陶远',
  purpose: undefined,
};
const households = Array.from({ length: cardCount }, (_, index) => sampleHousehold(index));

function cardsOf(page: typeof households): Ledger[] {
  return page.map((household) => buildCard(household, { words, place, today }));
}

async function* chunksOfCards(): AsyncGenerator<Ledger[]> {
  for (let at = 0; at < cardCount; at += HOUSEHOLDS_AT_ONCE) {
    // The next page of the register arrives while the one before is being set.
    await nextTurn();
    yield cardsOf(households.slice(at, at + HOUSEHOLDS_AT_ONCE));
  }
}

function ours(): () => Promise<void> {
  const typesetter = new Typesetter();
  return async () => {
    const { pages } = await setLedgers(chunksOfCards(), {
      words,
      imprint,
      typesetter,
      output: { write: async () => await Promise.resolve(), report: () => undefined },
    });
    if (pages !== cardCount) throw new Error(`${pages} pages for ${cardCount} cards`);
  };
}

/** The cards already written out and laid out, in one document and one call. */
function bareTypst(): () => Promise<void> {
  const templates = join(import.meta.dirname, '../src/features/ledgers/server/templates');
  const compiler = NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontBlobs: readFonts() }],
  });
  const data = sheetOf(cardsOf(households), { words, imprint, counted: false }).json;
  return async () => {
    const by = { mainFilePath: join(templates, 'card.typ'), inputs: { data } };
    const pdf = compiler.pdf(by, { pdfStandard: 'a-2b', pdfTags: false });
    compiler.evictCache(0);
    if (pagesIn(pdf) !== cardCount) throw new Error('The peer made another number of pages');
    await Promise.resolve();
  };
}

function pdfkit(): () => Promise<void> {
  const cards = cardsOf(households);
  const fonts = readFonts();
  return async () => {
    await drawWithPdfkit(cards, fonts);
  };
}

const ways = { ours, bareTypst, pdfkit };
const work = ways[way as keyof typeof ways]();
process.on('message', () => {
  void timeOnce(work).then((timed) => process.send?.({ ...timed, rss: rssMiB() }));
});
process.send?.('ready');
