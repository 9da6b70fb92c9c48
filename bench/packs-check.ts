/**
 * How long the check of all packs takes, as `mingbai packs check` does it: reading, format, sense,
 * rules, stories. Promised: at most 3 seconds, the start of the program included.
 *
 *     node bench/packs-check.ts [rounds]
 */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  checkPacks,
  loadPacks,
  reportOf,
  shippedPacks,
} from '../src/features/packs/server/index.ts';
import { stateFigure } from './figure.ts';
import { printMachine } from './measure.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const MOST_SECONDS = 3;

function secondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function times(work: () => void): number[] {
  return Array.from({ length: ROUNDS }, () => secondsOf(work));
}

printMachine();
const command = join(import.meta.dirname, '../src/entry/cli.ts');
const whole = times(() => {
  try {
    execFileSync(process.execPath, [command, 'packs', 'check', '--json'], { stdio: 'pipe' });
  } catch {
    // Packs with errors end the command with 1; how long it took counts all the same.
  }
});
const start = times(() => {
  execFileSync(process.execPath, [command, '--version'], { stdio: 'pipe' });
});
const inside = times(() => {
  checkPacks(loadPacks(shippedPacks));
});

const { packs } = reportOf(checkPacks(loadPacks(shippedPacks)), 'en');
const items = packs.flatMap((pack) => Object.values(pack.items));
const clauses = sum(packs.map((pack) => pack.clauses));
const errors = sum(packs.map((pack) => pack.errors.length));
console.log(
  `${packs.length} packs, ${clauses} clauses, ${sum(items)} items, ${errors} errors; once warm, the check alone takes ${middleOf(inside).toFixed(2)} s`,
);
stateFigure({
  figure: 'mingbai packs check, all packs, the start of the program included',
  value: middleOf(whole),
  unit: 's',
  peer: `mingbai --version: ${middleOf(start).toFixed(2)} s`,
  atMost: MOST_SECONDS,
});
