import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/server/identifiers.ts';
import { type Dice, diceOf } from '../dice.ts';
import { type Editor, editorOf, type Notes, namedSurprises, newNotes } from '../kill/editor.ts';
import { findLost, judge, openOwner, type Verdict } from '../kill/judge.ts';
import { type Officer, signIn } from '../kill/officer.ts';
import { type ProductProcess, startProductProcess } from '../kill/product-process.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

export type FullDiskOptions = {
  runs: number;
  seed: number;
  /** The control: the product answers before it commits, and must lose what it acknowledged. */
  answersEarly?: boolean;
  report?: (run: number, verdict: Verdict) => void;
};

export type FullDiskOutcome = Omit<Verdict, 'lost'> & {
  runs: number;
  seed: number;
  acknowledged: number;
  lost: number;
  refusedForNow: Notes['refusedForNow'];
  /** What uploading a file and reading a list were answered while the disk was full. */
  uploads: Record<string, number>;
  readings: Record<string, number>;
  surprises: string[];
  /** What a product that is started on the full disk says before it gives up, if it does. */
  startOnFullDisk: string;
  seconds: number;
};

const DISK_MEBIBYTES = 400;
const EDITORS = 6;
const MOST_LEFT_BYTES = 3 * 1024 * 1024;
const FULL_FOR_MS = 2_500;
const PATIENCE_MS = 60_000;

/**
 * The disk under the data folder fills up while officers edit. What cannot be kept is refused with
 * 503 and nothing else; when there is room again everything goes on, and all that was acknowledged
 * is there. In every second run the product is also killed and started anew while the disk is full.
 */
export async function fillTheDisk(options: FullDiskOptions): Promise<FullDiskOutcome> {
  const began = performance.now();
  const disk = mountSmallDisk(mkdtempSync(join(tmpdir(), 'mingbai-full-')), DISK_MEBIBYTES);
  const stage = await openStage(options, disk);
  const outcome = emptyOutcome(options);
  try {
    for (let run = 0; run < options.runs; run += 1) {
      const verdict = await fillOnce(
        stage,
        outcome,
        run % 2 === 1 && options.answersEarly !== true,
      );
      options.report?.(run, verdict);
      outcome.lost += verdict.lost;
      outcome.differing += verdict.differing;
      for (const kind of ['halfApplied', 'auditLog', 'facts'] as const)
        outcome[kind].push(...verdict[kind]);
    }
  } finally {
    await stage.product.stop();
    disk.remove();
    rmSync(stage.log, { force: true });
  }
  return {
    ...outcome,
    acknowledged: stage.notes.acknowledged.length,
    refusedForNow: stage.notes.refusedForNow,
    surprises: namedSurprises(stage.notes),
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

type Stage = {
  options: FullDiskOptions;
  disk: SmallDisk;
  /** Beside the disk, so that it can be read what was said while it was full. */
  log: string;
  dice: Dice;
  product: ProductProcess;
  officer: Officer;
  editors: Editor[];
  notes: Notes;
};

async function openStage(options: FullDiskOptions, disk: SmallDisk): Promise<Stage> {
  const dice = diceOf(options.seed);
  const log = `${disk.folder}.log`;
  const args = options.answersEarly === true ? ['--answer-early'] : [];
  const product = await startProductProcess('small', join(disk.folder, 'data'), { log, args });
  await product.ready();
  const officer = await signIn(product.url, 'lin');
  const notes = newNotes();
  const editors = Array.from({ length: EDITORS }, () =>
    editorOf(officer, notes, diceOf(dice.between(0, 2 ** 32 - 1))),
  );
  return { options, disk, log, dice, product, officer, editors, notes };
}

async function fillOnce(
  stage: Stage,
  outcome: FullDiskOutcome,
  startAnew: boolean,
): Promise<Verdict> {
  const { disk, dice, notes, editors } = stage;
  const over = new AbortController();
  const edits = editors.map(async (editor) => await editor.edit(over.signal));
  await pause(300);
  const refusedBefore = sum(notes.refusedForNow);
  disk.fill(dice.between(0, MOST_LEFT_BYTES));
  const until = performance.now() + PATIENCE_MS;
  while (sum(notes.refusedForNow) === refusedBefore && performance.now() < until) {
    if (notes.acknowledged.length % 50 === 49) disk.fill(0);
    await pause(20);
  }
  await useOtherwise(stage, outcome);
  if (startAnew) outcome.startOnFullDisk = await startOnFullDisk(stage);
  disk.free();
  if (!stage.product.isAlive()) stage.product = await startAgain(stage);
  await stage.product.ready();
  over.abort();
  await Promise.all(edits);
  return await judged(stage);
}

/** Reads and uploads for a while: these too may be refused, but not fail otherwise. */
async function useOtherwise(stage: Stage, outcome: FullDiskOutcome): Promise<void> {
  const until = performance.now() + FULL_FOR_MS;
  while (performance.now() < until) {
    const reading = await stage.officer.send('GET', '/api/households?size=5');
    count(outcome.readings, reading);
    count(outcome.uploads, await upload(stage));
    await pause(100);
  }
}

async function upload({ officer }: Stage): ReturnType<Officer['send']> {
  const form = new FormData();
  form.set('requestId', newId());
  // More than any remainder of the disk: 4 MB of a table that nobody will ever take.
  form.set('file', new Blob(['户编号,户主姓名\n', '1,李强\n'.repeat(400_000)]), '户.csv');
  return await officer.sendForm('/api/intake/files', form);
}

function count(
  into: Record<string, number>,
  answer: { status: number; body: { code?: string } } | undefined,
): void {
  const name =
    answer === undefined ? 'no answer' : `${answer.status} ${answer.body.code ?? ''}`.trim();
  into[name] = (into[name] ?? 0) + 1;
}

/** What it says last, or that it started all the same. */
async function startOnFullDisk(stage: Stage): Promise<string> {
  const { product, disk, log } = stage;
  await product.kill('everything');
  const logged = readFileSync(log, 'utf8').length;
  stage.product = await startAgain(stage);
  const until = performance.now() + 20_000;
  const isUp = await Promise.race([
    stage.product.ready().then(
      () => true,
      () => false,
    ),
    pause(until - performance.now(), false),
  ]);
  if (isUp) return 'started all the same';
  const said = readFileSync(log, 'utf8').slice(logged).trim();
  return /Problem: (\w+)/.exec(said)?.[1] ?? said.slice(0, 400).replaceAll(disk.folder, '');
}

async function startAgain({ product, log }: Stage): Promise<ProductProcess> {
  const port = Number(new URL(product.url).port);
  return await startProductProcess('small', product.dataFolder, { port, log });
}

async function judged(stage: Stage): Promise<Verdict> {
  const owner = openOwner(stage.product.dataFolder);
  try {
    const lost = await findLost(owner, stage.notes);
    if (stage.options.answersEarly === true)
      return { lost, differing: 0, halfApplied: [], auditLog: [], facts: [] };
    await Promise.all(stage.editors.map(async (editor) => await editor.settle()));
    return { lost, ...(await judge(owner, stage)) };
  } finally {
    await owner.end({ timeout: 1 });
  }
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}

function emptyOutcome({ runs, seed }: FullDiskOptions): FullDiskOutcome {
  return {
    runs,
    seed,
    acknowledged: 0,
    lost: 0,
    refusedForNow: {},
    uploads: {},
    readings: {},
    surprises: [],
    startOnFullDisk: 'not tried',
    differing: 0,
    halfApplied: [],
    auditLog: [],
    facts: [],
    seconds: 0,
  };
}
