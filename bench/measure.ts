import { loadavg } from 'node:os';

/**
 * How benchmarks measure here: our way and the peer's in turns in the same run, medians of both, and
 * the ratio. Seconds alone say little on a machine that others use too; the CPU ratio stands beside
 * the wall ratio for when the machine is busy.
 */
export type Timed = { wallMs: number; cpuMs: number };

export type Comparison = {
  name: string;
  ours: Timed;
  peer: Timed;
  wallRatio: number;
  cpuRatio: number;
};

/** Runs the work once; CPU is that of this process with all its threads. */
export async function timeOnce(work: () => Promise<unknown>): Promise<Timed> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const wallMs = performance.now() - began;
  const used = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (used.user + used.system) / 1000 };
}

/** Runs both in turns, after one turn of each that does not count. */
export async function compare(
  name: string,
  works: { ours: () => Promise<unknown>; peer: () => Promise<unknown> },
  rounds = 7,
): Promise<Comparison> {
  await works.ours();
  await works.peer();
  const ours: Timed[] = [];
  const peer: Timed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await timeOnce(works.ours));
    peer.push(await timeOnce(works.peer));
  }
  const both = { ours: medianOf(ours), peer: medianOf(peer) };
  return {
    name,
    ...both,
    wallRatio: both.ours.wallMs / both.peer.wallMs,
    cpuRatio: both.ours.cpuMs / both.peer.cpuMs,
  };
}

function medianOf(times: readonly Timed[]): Timed {
  return {
    wallMs: median(times.map(({ wallMs }) => wallMs)),
    cpuMs: median(times.map(({ cpuMs }) => cpuMs)),
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which that share of the values lies, without interpolation. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[at] ?? Number.NaN;
}

/** Prints one comparison on a line, with the target it is held against. */
export function printComparison(found: Comparison, atMost: number): void {
  const verdict = found.wallRatio <= atMost ? 'met' : 'MISSED';
  console.log(
    `${found.name.padEnd(52)} ours ${text(found.ours)}  peer ${text(found.peer)}` +
      `  wall × ${found.wallRatio.toFixed(2)}  cpu × ${found.cpuRatio.toFixed(2)}  (≤ ${atMost}: ${verdict})`,
  );
}

function text({ wallMs, cpuMs }: Timed): string {
  return `${wallMs.toFixed(1).padStart(7)} ms (cpu ${cpuMs.toFixed(1).padStart(7)})`;
}

/** What else the machine was doing; a wall ratio taken on a busy machine says little. */
export function printMachine(): void {
  const [minute = 0] = loadavg();
  console.log(`Node ${process.version}, load ${minute.toFixed(2)}, RSS ${rssMiB()} MiB`);
}

export function rssMiB(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576);
}
