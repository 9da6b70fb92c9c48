import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../src/platform/server/database/connect.ts';
import { type Dice, diceOf } from '../dice.ts';
import { type Spreadsheets, spreadsheetsOf, upload } from './import-files.ts';
import { openOwner } from './judge.ts';
import { type Officer, signIn } from './officer.ts';
import {
  type ProductProcess,
  startProductProcess,
  type Victim,
  victims,
} from './product-process.ts';
import { countImported, takeOnePersonOut } from './register-store.ts';

export type ImportKillOptions = {
  runs: number;
  seed: number;
  report?: (run: number, wrong: string[]) => void;
};

export type ImportKillOutcome = {
  runs: number;
  seed: number;
  kills: Record<Victim, number>;
  /** How far the imports were when they were killed. */
  killedAt: Record<string, number>;
  /** How they ended; `failed` took nothing and said so. */
  ended: Record<string, number>;
  householdsTaken: number;
  wrong: string[];
  /** The control: whether a register in which one person is missing was told from a whole one. */
  halfNoticed: boolean;
  seconds: number;
};

const HOUSEHOLDS = 600;
const POLL_MS = 25;
const PATIENCE_MS = 120_000;

/**
 * A county officer uploads two spreadsheets and starts the import; at a random moment of that
 * something is killed. At every look the register holds all rows of a file or none; what the officer
 * was told is there; and in the end, without anybody doing anything, all of it is taken.
 */
export async function killDuringImport(options: ImportKillOptions): Promise<ImportKillOutcome> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-import-kill-'));
  const stage = await openStage(options.seed, join(folder, 'data'));
  const outcome = emptyOutcome(options);
  try {
    const undisturbed = nextSheets(stage);
    const started = performance.now();
    await importUntilOver(stage, undisturbed, newTelling());
    stage.wholeMs = performance.now() - started;
    for (let run = 0; run < options.runs; run += 1) {
      const victim = victims[run % victims.length] ?? 'everything';
      outcome.kills[victim] += 1;
      const wrong = await killOnce(stage, victim, outcome);
      outcome.wrong.push(...wrong.map((what) => `kill ${run} (${victim}): ${what}`));
      options.report?.(run, wrong);
    }
    outcome.halfNoticed = await noticesHalf(stage);
  } finally {
    await stage.product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...outcome, seconds: Math.round((performance.now() - began) / 1000) };
}

type Stage = {
  dice: Dice;
  product: ProductProcess;
  officer: Officer;
  /** Households in the files made so far. */
  made: number;
  /** How long an import takes that nobody disturbs. */
  wholeMs: number;
};

async function openStage(seed: number, dataFolder: string): Promise<Stage> {
  const product = await startProductProcess('small', dataFolder);
  await product.ready();
  const officer = await signIn(product.url, 'lin');
  return { dice: diceOf(seed), product, officer, made: 0, wholeMs: 0 };
}

function nextSheets(stage: Stage): Spreadsheets {
  const sheets = spreadsheetsOf(HOUSEHOLDS, stage.made);
  stage.made += HOUSEHOLDS;
  return sheets;
}

/** What the officer has been told so far, to which the register is held. */
type Telling = { uploaded: boolean; started: boolean; state: string };

function newTelling(): Telling {
  return { uploaded: false, started: false, state: 'nothing' };
}

async function killOnce(
  stage: Stage,
  victim: Victim,
  outcome: ImportKillOutcome,
): Promise<string[]> {
  const sheets = nextSheets(stage);
  const told = newTelling();
  const importing = importUntilOver(stage, sheets, told);
  await pause(stage.dice.between(0, Math.round(stage.wholeMs)));
  count(outcome.killedAt, told.state);
  const before = { ...told };
  await stage.product.kill(victim);
  if (!stage.product.isAlive()) stage.product = await startAgain(stage.product);
  await stage.product.ready();
  const owner = openOwner(stage.product.dataFolder);
  try {
    const wrong = await brokenPromises(stage, owner, sheets, before);
    const over = { now: false };
    const ended = importing.finally(() => {
      over.now = true;
    });
    while (!over.now) {
      wrong.push(...(await halves(owner, sheets)));
      await pause(POLL_MS);
    }
    const state = await ended;
    count(outcome.ended, state);
    const whole = await howMuch(owner, sheets);
    const wanted = state === 'done' ? 'everything' : 'nothing';
    if (whole !== wanted) wrong.push(`${state}, but ${whole} is there`);
    if (whole === 'everything') outcome.householdsTaken += sheets.households;
    return [...new Set(wrong)];
  } finally {
    await owner.end({ timeout: 1 });
  }
}

/** Uploads, starts and waits, and begins again where it was whenever it is not answered. */
async function importUntilOver(stage: Stage, sheets: Spreadsheets, told: Telling): Promise<string> {
  const { officer } = stage;
  const path = `/api/intake/runs/${sheets.run}`;
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    if (!told.uploaded) {
      const answer = await upload(officer, sheets);
      told.uploaded = answer?.status === 200;
      if (told.uploaded) told.state = 'uploaded';
    } else if (!told.started) {
      const answer = await officer.send('POST', `${path}/start`);
      // Told so only the second time if the first answer was lost.
      told.started = answer?.status === 200 || answer?.body.code === 'importStateForbids';
      if (told.started) told.state = 'queued';
    } else {
      const { state } = (await officer.send('GET', path))?.body ?? {};
      if (state !== undefined) told.state = state;
      if (state === 'done' || state === 'failed' || state === 'refused') return state;
    }
    await pause(POLL_MS);
  }
  return `not over: ${told.state}`;
}

async function brokenPromises(
  { officer }: Stage,
  owner: Sql,
  sheets: Spreadsheets,
  told: Telling,
): Promise<string[]> {
  const wrong = await halves(owner, sheets);
  const answer = await officer.send('GET', `/api/intake/runs/${sheets.run}`);
  const state = answer?.body.state;
  if (told.uploaded && answer?.status !== 200) wrong.push(`the upload is gone: ${answer?.status}`);
  if (told.started && state === 'mapping') wrong.push('the start is forgotten');
  if (told.state === 'done' && (await howMuch(owner, sheets)) !== 'everything')
    wrong.push('was done, and is not');
  return wrong;
}

async function halves(owner: Sql, sheets: Spreadsheets): Promise<string[]> {
  return (await howMuch(owner, sheets)) === 'half' ? ['half of it is there'] : [];
}

async function howMuch(
  owner: Sql,
  sheets: Spreadsheets,
): Promise<'nothing' | 'everything' | 'half'> {
  const { acts, households, persons, cards, changes, done } = await countImported(
    owner,
    sheets.run,
  );
  const counts = [acts, households, persons, cards];
  if (counts.every((n) => n === 0) && changes === 0 && !done) return 'nothing';
  const isAll = counts.every((n) => n === sheets.households) && changes === 1 && done;
  return isAll ? 'everything' : 'half';
}

async function noticesHalf(stage: Stage): Promise<boolean> {
  const sheets = nextSheets(stage);
  await importUntilOver(stage, sheets, newTelling());
  const owner = openOwner(stage.product.dataFolder);
  try {
    const before = await howMuch(owner, sheets);
    await takeOnePersonOut(owner, sheets.run);
    return before === 'everything' && (await howMuch(owner, sheets)) === 'half';
  } finally {
    await owner.end({ timeout: 1 });
  }
}

async function startAgain({ url, dataFolder }: ProductProcess): Promise<ProductProcess> {
  return await startProductProcess('small', dataFolder, { port: Number(new URL(url).port) });
}

function count(into: Record<string, number>, what: string): void {
  into[what] = (into[what] ?? 0) + 1;
}

function emptyOutcome({ runs, seed }: ImportKillOptions): ImportKillOutcome {
  return {
    runs,
    seed,
    kills: { application: 0, postmaster: 0, backend: 0, everything: 0 },
    killedAt: {},
    ended: {},
    householdsTaken: 0,
    wrong: [],
    halfNoticed: false,
    seconds: 0,
  };
}
