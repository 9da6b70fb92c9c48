import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../src/platform/server/database/connect.ts';
import { type Dice, diceOf } from '../dice.ts';
import { type Editor, editorOf, type Notes, namedSurprises, newNotes } from './editor.ts';
import { findLost, judge, openOwner, type Verdict } from './judge.ts';
import { type Officer, signIn } from './officer.ts';
import {
  type Product,
  type ProductProcess,
  startProductProcess,
  type Victim,
  victims,
} from './product-process.ts';
import { switchOffWaitingForDisk } from './register-store.ts';

/**
 * `answerEarly` answers before it commits; `noWaitingForDisk` is PostgreSQL with
 * synchronous_commit=off. Both must lose what they acknowledged, or the run proves nothing.
 */
export type Control = 'answerEarly' | 'noWaitingForDisk';

export type KillOptions = {
  runs: number;
  seed: number;
  product: Product;
  control?: Control;
  report?: (run: number, verdict: Verdict) => void;
};

export type KillOutcome = {
  runs: number;
  seed: number;
  kills: Record<Victim, number>;
  acknowledged: number;
  refusedForNow: Notes['refusedForNow'];
  surprises: string[];
  /** Runs in which something acknowledged was lost, and how many writes were lost in all. */
  runsWithLoss: number;
  lost: number;
  differing: number;
  halfApplied: string[];
  auditLog: string[];
  facts: string[];
  seconds: number;
};

const EDITORS = 6;
const MOST_EDITS = 80;
const MOST_MS_MORE = 12;
const EDITS_PATIENCE_MS = 10_000;

/** What a control kills: with the whole server gone nobody can commit or write late any more. */
const victimOfControl: Record<Control, Victim> = {
  answerEarly: 'application',
  noWaitingForDisk: 'everything',
};

/**
 * Officers edit as fast as they are answered; at a random moment something is killed. After each
 * kill everything acknowledged must be there and nothing half applied, everything that was in the
 * air must go through when it is sent again, and the audit log and the facts must catch up.
 */
export async function killDuringEdits(options: KillOptions): Promise<KillOutcome> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-kill-'));
  const stage = await openStage(options, join(folder, 'data'));
  const outcome = emptyOutcome(options);
  try {
    for (let run = 0; run < options.runs; run += 1) {
      const victim =
        options.control === undefined ? victimOf(run) : victimOfControl[options.control];
      outcome.kills[victim] += 1;
      const verdict = await killOnce(stage, victim);
      addVerdict(outcome, verdict);
      options.report?.(run, verdict);
      // A control has shown what it should; going on would only compare with a wrong past.
      if (options.control !== undefined) {
        outcome.acknowledged += stage.notes.acknowledged.length;
        forget(stage);
      }
    }
  } finally {
    await stage.product.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const { notes } = stage;
  return {
    ...outcome,
    acknowledged: outcome.acknowledged + notes.acknowledged.length,
    refusedForNow: notes.refusedForNow,
    surprises: namedSurprises(notes),
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

type Stage = {
  options: KillOptions;
  dice: Dice;
  product: ProductProcess;
  officer: Officer;
  editors: Editor[];
  notes: Notes;
};

async function openStage(options: KillOptions, dataFolder: string): Promise<Stage> {
  const dice = diceOf(options.seed);
  const product = await startProductProcess(options.product, dataFolder, argsOf(options));
  await product.ready();
  if (options.control === 'noWaitingForDisk')
    await withOwner(dataFolder, async (owner) => await switchOffWaitingForDisk(owner));
  const officer = await signIn(product.url, 'tao');
  const notes = newNotes();
  const stage = { options, dice, product, officer, editors: [], notes };
  forget(stage);
  return stage;
}

function argsOf({ control }: KillOptions): { args: string[] } {
  return { args: control === 'answerEarly' ? ['--answer-early'] : [] };
}

function victimOf(run: number): Victim {
  return victims[run % victims.length] ?? 'everything';
}

/** New editors, who have never been told anything. */
function forget(stage: Stage): void {
  const { officer, notes, dice } = stage;
  notes.acknowledged.length = 0;
  // Dice of their own: which editor throws first depends on the machine, the moments must not.
  stage.editors = Array.from({ length: EDITORS }, () =>
    editorOf(officer, notes, diceOf(dice.between(0, 2 ** 32 - 1))),
  );
}

async function killOnce(stage: Stage, victim: Victim): Promise<Verdict> {
  const over = new AbortController();
  const edits = stage.editors.map(async (editor) => await editor.edit(over.signal));
  await momentToKill(stage);
  await stage.product.kill(victim);
  if (!stage.product.isAlive()) stage.product = await startAgain(stage);
  await stage.product.ready();
  over.abort();
  await Promise.all(edits);
  return await withOwner(stage.product.dataFolder, async (owner) => {
    const lost = await findLost(owner, stage.notes);
    if (stage.options.control !== undefined)
      return { lost, differing: 0, halfApplied: [], auditLog: [], facts: [] };
    await Promise.all(stage.editors.map(async (editor) => await editor.settle()));
    return { lost, ...(await judge(owner, stage)) };
  });
}

/** After a number of edits, and then in the midst of one; counted, so that a slow machine edits too. */
async function momentToKill({ dice, notes }: Stage): Promise<void> {
  const enough = notes.acknowledged.length + dice.between(1, MOST_EDITS);
  const until = performance.now() + EDITS_PATIENCE_MS;
  while (notes.acknowledged.length < enough && performance.now() < until) await pause(1);
  await pause(dice.between(0, MOST_MS_MORE));
}

async function startAgain({ product, options }: Stage): Promise<ProductProcess> {
  const port = Number(new URL(product.url).port);
  return await startProductProcess(options.product, product.dataFolder, {
    ...argsOf(options),
    port,
  });
}

async function withOwner<Value>(
  dataFolder: string,
  work: (owner: Sql) => Promise<Value>,
): Promise<Value> {
  const owner = openOwner(dataFolder);
  try {
    return await work(owner);
  } finally {
    await owner.end({ timeout: 1 });
  }
}

function emptyOutcome({ runs, seed }: KillOptions): KillOutcome {
  return {
    runs,
    seed,
    kills: { application: 0, postmaster: 0, backend: 0, everything: 0 },
    acknowledged: 0,
    refusedForNow: {},
    surprises: [],
    runsWithLoss: 0,
    lost: 0,
    differing: 0,
    halfApplied: [],
    auditLog: [],
    facts: [],
    seconds: 0,
  };
}

function addVerdict(outcome: KillOutcome, verdict: Verdict): void {
  outcome.lost += verdict.lost;
  if (verdict.lost > 0) outcome.runsWithLoss += 1;
  outcome.differing += verdict.differing;
  outcome.halfApplied.push(...verdict.halfApplied);
  outcome.auditLog.push(...verdict.auditLog);
  outcome.facts.push(...verdict.facts);
}
