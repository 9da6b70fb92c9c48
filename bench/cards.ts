/**
 * Household cards to PDF: our pipeline (records → card → sheet → typesetter's thread → bound file)
 * beside the typesetter alone on the same cards already written out, in one document and one call,
 * and beside pdfkit drawing the same values (target ≥ 0.8 × its pages a second). Then a village of
 * 400 households from the database to a sealed file (target < 30 s).
 *
 *     node bench/cards.ts [cards] [rounds]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrintDesk } from '../src/features/ledgers/server/print-desk.ts';
import { insertFamily, northGate } from '../src/features/ledgers/server/testing/willow-store.ts';
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
import { stateFigure } from './figure.ts';
import { median, printMachine, rssMiB, timeOnce } from './measure.ts';

const CARDS = Number(process.argv[2] ?? 1000);
const ROUNDS = Number(process.argv[3] ?? 3);
const AT_LEAST = 0.8;
const VILLAGE = 400;

const today = plainDate('2026-11-23');
const imprint = {
  number: '20261123-0000BE7C',
  printedOn: today,
  printedBy: '陶远',
  purpose: undefined,
};
const ways = {
  ours: 'ours',
  bareTypst: 'typst, bare',
  pdfkit: 'pdfkit, bare',
} as const;
type Way = keyof typeof ways;

type Took = { wallMs: number; cpuMs: number; rss: number };

/** Each way in its own process, taking turns. */
async function compareWays(): Promise<void> {
  const names = Object.keys(ways) as Way[];
  const children = new Map<Way, ChildProcess>();
  for (const way of names) {
    const child = fork(join(import.meta.dirname, 'card-way.ts'), [way, String(CARDS)]);
    await once(child, 'message');
    children.set(way, child);
  }
  const took = new Map<Way, Took[]>(names.map((way) => [way, []]));
  // The first round does not count.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [way, child] of children) {
      child.send('run');
      const [answer] = (await once(child, 'message')) as [Took];
      if (round > 0) took.get(way)?.push(answer);
    }
  }
  for (const child of children.values()) child.disconnect();
  const rate = (way: Way, of: 'wallMs' | 'cpuMs'): number =>
    (1000 * CARDS) / median((took.get(way) ?? []).map((each) => each[of]));
  for (const way of names) {
    const rss = Math.max(...(took.get(way) ?? []).map((each) => each.rss));
    const wallRatio = rate('ours', 'wallMs') / rate(way, 'wallMs');
    const cpuRatio = rate('ours', 'cpuMs') / rate(way, 'cpuMs');
    const verdict = wallRatio >= AT_LEAST ? 'met' : 'MISSED';
    console.log(
      `${ways[way].padEnd(14)} ${rate(way, 'wallMs').toFixed(0).padStart(5)} pages/s` +
        `  ${rate(way, 'cpuMs').toFixed(0).padStart(5)} pages per CPU second  ${rss} MiB` +
        (way === 'ours'
          ? ''
          : `  ours is × ${wallRatio.toFixed(2)} of it (CPU × ${cpuRatio.toFixed(2)}; ≥ ${AT_LEAST}: ${verdict})`),
    );
    if (way !== 'ours')
      stateFigure({
        figure: `${CARDS} household cards to PDF, pages a second`,
        value: wallRatio,
        unit: '×',
        peer: ways[way],
        atLeast: AT_LEAST,
      });
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
    stateFigure({
      figure: `cards of a village of ${VILLAGE} households to one file`,
      value: wallMs / 1000,
      unit: 's',
      atMost: 30,
    });
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
await compareWays();
printMachine();
