/**
 * Household cards to PDF: our pipeline (records → card → sheet → typesetter's thread → bound file)
 * beside the typesetter alone on the same cards already written out, in one document and one call,
 * and beside pdfkit drawing the same values (target ≥ 0.8 × its pages a second). Then a village of
 * 400 households from the database to a sealed file (target < 30 s).
 *
 *     node bench/cards.ts [cards] [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Ledger } from '../src/features/ledgers/model/ledger.ts';
import { buildCard } from '../src/features/ledgers/server/build-card.ts';
import { readFonts } from '../src/features/ledgers/server/font-files.ts';
import { HOUSEHOLDS_AT_ONCE } from '../src/features/ledgers/server/open-ledger.ts';
import { pagesIn } from '../src/features/ledgers/server/pdf-binder.ts';
import { PrintDesk } from '../src/features/ledgers/server/print-desk.ts';
import { setLedgers } from '../src/features/ledgers/server/set-ledgers.ts';
import { sheetOf } from '../src/features/ledgers/server/sheet.ts';
import { insertFamily, northGate } from '../src/features/ledgers/server/testing/willow-store.ts';
import { Typesetter } from '../src/features/ledgers/server/typesetter.ts';
import { wordsIn } from '../src/features/ledgers/server/words.ts';
import { loadFictionalDivisions } from '../src/features/regions/server/index.ts';
import { plainDate } from '../src/kernel/plain-date.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { newKeyRing } from '../src/platform/server/crypto/key-ring.ts';
import { createSealer } from '../src/platform/server/crypto/sealer.ts';
import { connect } from '../src/platform/server/database/connect.ts';
import { databaseOn } from '../src/platform/server/database/database.ts';
import { migrate } from '../src/platform/server/database/migrate-store.ts';
import { startEmbedded } from '../src/platform/server/embedded/start-embedded.ts';
import { noFacts } from '../src/platform/server/facts/facts.ts';
import { newId } from '../src/platform/server/identifiers.ts';
import { drawWithPdfkit } from './card-pdfkit.ts';
import { sampleHousehold } from './card-samples.ts';
import { median, printMachine, rssMiB, timeOnce } from './measure.ts';

const CARDS = Number(process.argv[2] ?? 1000);
const ROUNDS = Number(process.argv[3] ?? 3);
const AT_LEAST = 0.8;
const VILLAGE = 400;
const PLACE = '示范省　示范市　柳溪县　城关镇　北门村';

const today = plainDate('2026-11-23');
const words = wordsIn('zh-CN');
const imprint = {
  number: '20261123-0000BE7C',
  printedOn: today,
  printedBy: '陶远',
  purpose: undefined,
};
const options = { words, imprint, counted: false };
const households = Array.from({ length: CARDS }, (_, index) => sampleHousehold(index));
const cards = households.map((household) => buildCard(household, { words, place: PLACE, today }));
const written = sheetOf(cards, options);
const fonts = readFonts();

const typesetter = new Typesetter();

async function* chunksOfCards(): AsyncGenerator<Ledger[]> {
  for (let at = 0; at < CARDS; at += HOUSEHOLDS_AT_ONCE) {
    // The next page of the register arrives while the one before is being set.
    await nextTurn();
    const page = households.slice(at, at + HOUSEHOLDS_AT_ONCE);
    yield page.map((household) => buildCard(household, { words, place: PLACE, today }));
  }
}

async function ours(): Promise<number> {
  let bytes = 0;
  const { pages } = await setLedgers(chunksOfCards(), {
    words,
    imprint,
    typesetter,
    output: {
      write: (piece) => {
        bytes += piece.length;
        return Promise.resolve();
      },
      report: () => undefined,
    },
  });
  if (pages !== CARDS) throw new Error(`${pages} pages for ${CARDS} cards`);
  return bytes;
}

const templates = join(import.meta.dirname, '../src/features/ledgers/server/templates');
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: readFonts() }],
});

function bareTypst(): Promise<number> {
  const by = { mainFilePath: join(templates, 'card.typ'), inputs: { data: written.json } };
  const pdf = compiler.pdf(by, { pdfStandard: 'a-2b', pdfTags: false });
  compiler.evictCache(0);
  if (pagesIn(pdf) !== CARDS) throw new Error('The peer made another number of pages');
  return Promise.resolve(pdf.length);
}

async function pdfkit(): Promise<number> {
  return (await drawWithPdfkit(cards, fonts)).length;
}

type Way = { name: string; work: () => Promise<number> };

async function compareWays(ways: readonly Way[]): Promise<void> {
  const walls = new Map<string, number[]>();
  const cpus = new Map<string, number[]>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { name, work } of ways) {
      const { wallMs, cpuMs } = await timeOnce(work);
      if (round < 0) continue;
      walls.set(name, [...(walls.get(name) ?? []), wallMs]);
      cpus.set(name, [...(cpus.get(name) ?? []), cpuMs]);
    }
  }
  const rate = (times: Map<string, number[]>, name: string): number =>
    (1000 * CARDS) / median(times.get(name) ?? []);
  for (const { name } of ways) {
    const wallRatio = rate(walls, 'ours') / rate(walls, name);
    const cpuRatio = rate(cpus, 'ours') / rate(cpus, name);
    console.log(
      `${name.padEnd(14)} ${rate(walls, name).toFixed(0).padStart(5)} pages/s` +
        `  ${rate(cpus, name).toFixed(0).padStart(5)} pages per CPU second` +
        (name === 'ours'
          ? ''
          : `  ours is × ${wallRatio.toFixed(2)} of it (CPU × ${cpuRatio.toFixed(2)}; ≥ ${AT_LEAST}: ${wallRatio >= AT_LEAST ? 'met' : 'MISSED'})`),
    );
  }
}

async function printVillage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const cluster = await startEmbedded({ dataFolder: folder, database: 'cards' });
  const owner = connect(cluster.target, { max: 2 });
  const app = connect(cluster.target, { role: 'mingbai_app', max: 4 });
  const sealer = createSealer(newKeyRing());
  try {
    await migrate(owner);
    await owner.begin(async (tx) => {
      await loadFictionalDivisions(tx, '2026-11-23T04:00:00.000Z');
      for (let index = 0; index < VILLAGE; index += 1) {
        await insertFamily(tx, sealer, {
          number: `V${String(index).padStart(6, '0')}`,
          members: 2 + (index % 5),
        });
      }
    });
    const desk = new PrintDesk({
      database: databaseOn(app),
      clock: () => new Date('2026-11-23T04:00:00.000Z'),
      sealer,
      facts: noFacts,
      dataFolder: folder,
      reportFault: (thrown) => console.error(thrown),
    });
    const before = rssMiB();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, rssMiB());
    }, 20);
    const accountId = newId();
    const { wallMs } = await timeOnce(async () => {
      const id = await orderVillage(desk, accountId);
      desk.begin(id);
      await desk.settled();
      const job = await desk.find(accountId, id);
      console.log(`village: ${job?.state}, ${job?.pages} pages, ${job?.bytes} bytes`);
    });
    clearInterval(watch);
    console.log(
      `village of ${VILLAGE} households from the database to a sealed file: ${(wallMs / 1000).toFixed(1)} s (< 30 s),` +
        ` memory ${before} → at most ${most} MiB`,
    );
    await desk.close();
  } finally {
    await Promise.all([owner.end(), app.end()]);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function orderVillage(desk: PrintDesk, accountId: string): Promise<string> {
  const id = newId();
  const now = '2026-11-23T04:00:00.000Z';
  await desk.order(
    {
      id,
      accountId,
      kind: 'card',
      region: northGate,
      regionName: '北门村',
      household: null,
      format: 'pdf',
      clear: false,
      number: imprint.number,
      fileName: 'cards.pdf',
      orderedAt: now,
      total: VILLAGE,
      state: 'queued',
      done: 0,
      pages: null,
      bytes: null,
      missing: [],
      problem: null,
      heardAt: now,
    },
    {
      kind: 'card',
      region: regionCode(northGate),
      household: null,
      format: 'pdf',
      imprint,
      language: 'zh-CN',
      now,
      today,
      accountId,
      postingId: null,
    },
  );
  return id;
}

printMachine();
await printVillage();
await compareWays([
  { name: 'ours', work: ours },
  { name: 'typst, bare', work: bareTypst },
  { name: 'pdfkit, bare', work: pdfkit },
]);
await typesetter.close();
printMachine();
