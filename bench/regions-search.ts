/**
 * How long a key press in the region search takes over all divisions of the country:
 *
 *   node bench/regions-search.ts [queries]
 *
 * Random queries of one to four characters: parts of names, initials, digits of codes; a third of
 * them with an officer's own county, a tenth within one county. No database: the shipped list.
 */
import { setTimeout } from 'node:timers/promises';
import type { Division } from '../src/features/regions/model/division.ts';
import { parseDivisions } from '../src/features/regions/model/division-file.ts';
import type { KnownDivision } from '../src/features/regions/model/edition.ts';
import type { RegionQuery } from '../src/features/regions/model/search.ts';
import {
  buildDivisionIndex,
  type DivisionIndex,
} from '../src/features/regions/server/division-index.ts';
import { shippedList } from '../src/features/regions/server/load-divisions.ts';
import { searchDivisions } from '../src/features/regions/server/search-divisions.ts';
import { regionCode } from '../src/kernel/region-code.ts';
import { stateFigure } from './figure.ts';

const QUERIES = Number(process.argv[2] ?? 2000);
const TARGET_MS = 50;

/** Numbers from 0 up to 1, the same at every run (mulberry32, seed 1). */
function repeatableDice(): () => number {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function* inBatches(divisions: readonly Division[]): AsyncGenerator<KnownDivision[]> {
  for (let at = 0; at < divisions.length; at += 5000) {
    yield divisions.slice(at, at + 5000).map((division) => ({ ...division, ended: false }));
    await setTimeout(0);
  }
}

type Kind = 'part of a name' | 'initials' | 'code';

function queriesOver(
  divisions: readonly Division[],
  count: number,
): { kind: Kind; query: RegionQuery }[] {
  const dice = repeatableDice();
  const pick = (below: number): number => Math.floor(dice() * below);
  const some = (): Division =>
    divisions[pick(divisions.length)] ?? { code: regionCode('11'), name: '', class: null };
  return Array.from({ length: count }, () => {
    const { code, name } = some();
    const length = 1 + pick(4);
    const roll = dice();
    const at = pick(Math.max(1, name.length - length + 1));
    const letters = Array.from({ length }, () => String.fromCharCode(97 + pick(26))).join('');
    const asked: [Kind, string] =
      roll < 0.9 ? ['initials', letters] : ['code', code.slice(0, length)];
    const [kind, text]: [Kind, string] =
      roll < 0.7 ? ['part of a name', name.slice(at, at + length)] : asked;
    const county = some().code.slice(0, 6);
    const scope = county.length === 6 && dice() < 0.33 ? { scope: regionCode(county) } : {};
    const within = county.length === 6 && dice() < 0.1 ? { within: regionCode(county) } : {};
    return { kind, query: { text, limit: 20, ...scope, ...within } };
  });
}

function percentile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

function heldMegabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

async function build(): Promise<{ index: DivisionIndex; queries: ReturnType<typeof queriesOver> }> {
  const divisions = [...parseDivisions(await shippedList.readText())];
  const queries = queriesOver(divisions, QUERIES);
  const began = performance.now();
  const index = await buildDivisionIndex(inBatches(divisions));
  console.log(
    `index of ${index.count} divisions built in ${((performance.now() - began) / 1000).toFixed(2)} s`,
  );
  return { index, queries };
}

const before = heldMegabytes();
const { index, queries } = await build();
console.log(
  `index and queries hold ${(heldMegabytes() - before).toFixed(0)} MB (exact with --expose-gc)`,
);

for (const { query } of queries.slice(0, 100)) searchDivisions(index, query);
const timings = queries.map(({ kind, query }) => {
  const began = performance.now();
  searchDivisions(index, query);
  return { kind, text: query.text, ms: performance.now() - began };
});
for (const kind of ['part of a name', 'initials', 'code', undefined] as const) {
  const sorted = timings
    .filter((timing) => kind === undefined || timing.kind === kind)
    .map(({ ms }) => ms)
    .sort((one, other) => one - other);
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(sorted, share));
  console.log(
    `${(kind ?? 'all').padEnd(15)} ${sorted.length} queries: p50 ${p50} ms, p95 ${p95} ms, most ${most} ms`,
  );
}
const slowest = timings.toSorted((one, other) => other.ms - one.ms).slice(0, 5);
console.log(`slowest: ${slowest.map(({ text, ms }) => `${text} ${ms.toFixed(1)} ms`).join(', ')}`);
const all = timings.map(({ ms }) => ms).sort((one, other) => one - other);
stateFigure({
  figure: `a key press in the search of ${index.count} divisions, p95`,
  value: Number(percentile(all, 0.95)),
  unit: 'ms',
  atMost: TARGET_MS,
});
