import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Dice, diceOf } from '../dice.ts';
import { openOwner } from './judge.ts';
import { signIn } from './officer.ts';
import { type Product, startProductProcess, type Victim } from './product-process.ts';
import { countRows, takeOneAccountOut } from './register-store.ts';

export type FirstStartOptions = {
  runs: number;
  seed: number;
  product: Product;
  report?: (run: number, at: number, wrong: string[]) => void;
};

export type FirstStartOutcome = {
  runs: number;
  seed: number;
  kills: number;
  /** How long a first start takes that nobody disturbs; the kills are spread over it. */
  undisturbedMs: number;
  rows: number;
  /** Starts after which something was missing, doubled, left over, or nobody could sign in. */
  wrong: string[];
  seconds: number;
};

/** Drafts that only a start under way may have lying about. */
const unfinished = /^cluster\.new-|^keys\.json\.|\.new$/;

/**
 * The first start of all is killed at moments spread over its whole length, some of them twice. The
 * next start must come up with everything that a start makes which was left alone: as many rows in
 * every table, one set of accounts, and nothing half made left lying about.
 */
export async function killFirstStart(options: FirstStartOptions): Promise<FirstStartOutcome> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-first-'));
  const dice = diceOf(options.seed);
  try {
    const whole = await startUndisturbed(options.product, join(folder, 'whole'));
    const wrong: string[] = [];
    let kills = 0;
    for (let run = 0; run < options.runs; run += 1) {
      const share = (run + dice.next()) / options.runs;
      const at = Math.round(share * whole.undisturbedMs);
      const moments = run % 3 === 2 ? [at, dice.between(0, at)] : [at];
      kills += moments.length;
      const dataFolder = join(folder, String(run));
      const found = await killedAt(options.product, dataFolder, {
        moments,
        dice,
        rows: whole.rows,
      });
      wrong.push(...found.map((what) => `killed after ${moments.join(' and ')} ms: ${what}`));
      options.report?.(run, at, found);
      rmSync(dataFolder, { recursive: true, force: true });
    }
    return {
      runs: options.runs,
      seed: options.seed,
      kills,
      undisturbedMs: whole.undisturbedMs,
      rows: [...whole.rows.values()].reduce((sum, rows) => sum + rows, 0),
      wrong,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The control: whether a register in which one row of a start is missing is told from a whole one. */
export async function noticesAMissingRow(product: Product): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-first-'));
  const dataFolder = join(folder, 'data');
  const running = await startProductProcess(product, dataFolder);
  try {
    await running.ready();
    const whole = await rowsIn(dataFolder);
    const owner = openOwner(dataFolder);
    try {
      await takeOneAccountOut(owner);
    } finally {
      await owner.end({ timeout: 1 });
    }
    return differences(whole, await rowsIn(dataFolder)).length > 0;
  } finally {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startUndisturbed(
  product: Product,
  dataFolder: string,
): Promise<{ undisturbedMs: number; rows: Map<string, number> }> {
  const began = performance.now();
  const running = await startProductProcess(product, dataFolder);
  try {
    await running.ready();
    const undisturbedMs = Math.round(performance.now() - began);
    return { undisturbedMs, rows: await rowsIn(dataFolder) };
  } finally {
    await running.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function killedAt(
  product: Product,
  dataFolder: string,
  plan: { moments: number[]; dice: Dice; rows: Map<string, number> },
): Promise<string[]> {
  for (const moment of plan.moments) {
    const starting = await startProductProcess(product, dataFolder);
    await pause(moment);
    await starting.kill(plan.dice.pick<Victim>(['application', 'everything']));
  }
  const running = await startProductProcess(product, dataFolder);
  try {
    await running.ready();
    return [
      ...differences(plan.rows, await rowsIn(dataFolder)),
      ...leftovers(dataFolder),
      ...(await signIn(running.url, 'tao').then(
        () => [],
        () => ['nobody can sign in'],
      )),
    ];
  } catch (error) {
    return [String(error)];
  } finally {
    await running.stop();
  }
}

async function rowsIn(dataFolder: string): Promise<Map<string, number>> {
  const owner = openOwner(dataFolder);
  try {
    return await countRows(owner);
  } finally {
    await owner.end({ timeout: 1 });
  }
}

export function differences(
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): string[] {
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((table) => wanted.get(table) !== found.get(table))
    .map((table) => `${table} has ${found.get(table)} rows, not ${wanted.get(table)}`);
}

function leftovers(dataFolder: string): string[] {
  return [dataFolder, join(dataFolder, 'postgres')]
    .flatMap((folder) => readdirSync(folder))
    .filter((name) => unfinished.test(name))
    .map((name) => `left over: ${name}`);
}
