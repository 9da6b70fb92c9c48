import { loseTheDatabase, losses } from './database-gone/lose-the-database.ts';
import { fillTheDisk } from './full-disk/fill-the-disk.ts';
import { whyNoSmallDisk } from './full-disk/small-disk.ts';
import type { Verdict } from './kill/judge.ts';
import { killDuringEdits } from './kill/kill-during-edits.ts';
import { killDuringImport } from './kill/kill-during-import.ts';
import { killFirstStart, noticesAMissingRow } from './kill/kill-first-start.ts';
import type { Product } from './kill/product-process.ts';
import { sendMalformed } from './malformed/send-malformed.ts';
import { sendRawBytes } from './malformed/send-raw-bytes.ts';
import { runRaces, wrongInRaces } from './races/run-races.ts';

/** What a run showed, in the words of the table. */
export type Found = {
  /** What was done, and how often. */
  readonly runs: string;
  readonly result: string;
  /** What breaks the promise on purpose, and how it was noticed. */
  readonly control: string;
  readonly isKept: boolean;
  readonly isControlNoticed: boolean;
  readonly details: unknown;
};

export type Order = { readonly seed: number; readonly size: number; say(text: string): void };

export type Piece = {
  readonly name: string;
  /** One line for the table. */
  readonly work: string;
  /** Kills, rounds or requests at release size. */
  readonly size: number;
  /** Why it cannot be run on this machine, if so. */
  readonly whyNot?: () => string | undefined;
  run(order: Order): Promise<Found>;
};

export const pieces: readonly Piece[] = [
  {
    name: 'kill-edits',
    work: 'kill -9 of the application, the postmaster, a backend or everything amid edits',
    size: 40,
    run: killEdits,
  },
  {
    name: 'kill-first-start',
    work: 'kill -9 amid the first start, divisions and accounts',
    size: 24,
    run: async (order) => await killStarts(order, 'small'),
  },
  {
    name: 'kill-demonstration',
    work: 'kill -9 amid the first start of the whole product with its demonstration',
    size: 20,
    run: async (order) => await killStarts(order, 'whole'),
  },
  {
    name: 'kill-import',
    work: 'kill -9 of the application, the postmaster, a backend or everything amid an import',
    size: 24,
    run: killImports,
  },
  {
    name: 'database-gone',
    work: 'PostgreSQL stopped, killed or frozen under requests',
    size: 4,
    run: loseDatabases,
  },
  {
    name: 'full-disk',
    work: 'the disk full under edits, uploads and a start',
    size: 10,
    whyNot: whyNoSmallDisk,
    run: fillDisks,
  },
  {
    name: 'malformed',
    work: 'requests made from the OpenAPI document and spoiled',
    size: 12_000,
    run: malformed,
  },
  { name: 'raw-bytes', work: 'bytes that are no HTTP', size: 3_000, run: rawBytes },
  {
    name: 'races',
    work: '200 at once with one request; one version; crossing merges; one ID number',
    size: 50,
    run: races,
  },
];

function wrongOf(verdict: Verdict): string {
  const { lost, differing, halfApplied, auditLog, facts } = verdict;
  return (
    `${lost} acknowledged writes lost, ${differing} differing, ${halfApplied.length} half applied, ` +
    `${auditLog.length} faults of the audit log, ${facts.length} of the facts`
  );
}

function isClean(verdict: Verdict): boolean {
  const { lost, differing, halfApplied, auditLog, facts } = verdict;
  return lost + differing + halfApplied.length + auditLog.length + facts.length === 0;
}

async function killEdits({ seed, size, say }: Order): Promise<Found> {
  const report = (run: number): void => say(`kill ${run + 1} of ${size}`);
  const found = await killDuringEdits({ runs: size, seed, product: 'small', report });
  const few = { runs: Math.max(2, Math.round(size / 10)), seed, product: 'small' } as const;
  say('control: answers before it commits');
  const early = await killDuringEdits({ ...few, control: 'answerEarly' });
  say('control: synchronous_commit = off');
  const late = await killDuringEdits({ ...few, control: 'noWaitingForDisk' });
  return {
    runs: `${size} kills, ${found.acknowledged} acknowledged edits`,
    result: `${wrongOf(found)}, ${found.surprises.length} unexpected answers`,
    control:
      `answering before the commit: ${early.lost} lost in ${early.runsWithLoss} of ${early.runs} kills; ` +
      `synchronous_commit=off: ${late.lost} lost in ${late.runsWithLoss} of ${late.runs}`,
    isKept: isClean(found) && found.surprises.length === 0,
    isControlNoticed: early.lost > 0 && late.lost > 0,
    details: { found, early, late },
  };
}

async function killStarts({ seed, size, say }: Order, product: Product): Promise<Found> {
  const report = (run: number): void => say(`start ${run + 1} of ${size}`);
  const found = await killFirstStart({ runs: size, seed, product, report });
  say('control: a row is taken out');
  const noticed = await noticesAMissingRow('small');
  return {
    runs: `${found.kills} kills in ${size} starts of ${found.undisturbedMs} ms`,
    result: `${found.wrong.length} starts afterwards incomplete, doubled or with leftovers (${found.rows} rows each)`,
    control: `one account taken out by hand: ${noticed ? 'noticed' : 'NOT noticed'}`,
    isKept: found.wrong.length === 0,
    isControlNoticed: noticed,
    details: found,
  };
}

async function killImports({ seed, size, say }: Order): Promise<Found> {
  const report = (run: number): void => say(`kill ${run + 1} of ${size}`);
  const found = await killDuringImport({ runs: size, seed, report });
  return {
    runs: `${size} kills (${countsText(found.killedAt)})`,
    result: `${found.wrong.length} taken by half, lost or forgotten; ended by themselves: ${countsText(found.ended)}`,
    control: `one person taken out by hand: ${found.halfNoticed ? 'noticed' : 'NOT noticed'}`,
    isKept: found.wrong.length === 0,
    isControlNoticed: found.halfNoticed,
    details: found,
  };
}

async function loseDatabases({ size, say }: Order): Promise<Found> {
  const outcomes = [];
  for (let round = 1; round <= size; round += 1) {
    const report = ({ loss }: { loss: string }): void => say(`${loss}, round ${round} of ${size}`);
    outcomes.push(...(await loseTheDatabase({ goneForMs: { frozen: 8_000 }, report })));
  }
  say('control: answers before it commits');
  const [early] = await loseTheDatabase({
    goneForMs: {},
    losses: ['killed'],
    answersEarly: true,
  });
  const verdict = summed(outcomes);
  const answers = addedUp(outcomes.map((one) => one.answers));
  const odd = Object.keys(answers).filter((what) => !/^(200|503)/.test(what));
  const unexpected = outcomes.flatMap(({ surprises }) => surprises).length + odd.length;
  const slowestBack = Math.max(...outcomes.map(({ backAfterMs }) => backAfterMs));
  const acknowledged = outcomes.reduce((sum, one) => sum + one.edits, 0);
  return {
    runs: `${size} times ${losses.join(', ')}; ${acknowledged} acknowledged edits`,
    result: `${wrongOf(verdict)}; ${unexpected} answers other than 200 and 503; back ≤ ${slowestBack} ms after the database`,
    control: `answering before the commit: ${early?.lost} lost`,
    isKept: isClean(verdict) && unexpected === 0,
    isControlNoticed: (early?.lost ?? 0) > 0,
    details: outcomes,
  };
}

async function fillDisks({ seed, size, say }: Order): Promise<Found> {
  const report = (run: number): void => say(`disk ${run + 1} of ${size}`);
  const found = await fillTheDisk({ runs: size, seed, report });
  say('control: answers before it commits');
  const early = await fillTheDisk({ runs: 4, seed, answersEarly: true });
  const { uploads, readings, refusedForNow } = found;
  const odd = Object.keys({ ...uploads, ...readings }).filter((what) => !/^(200|503)/.test(what));
  return {
    runs: `${size} times full, ${found.acknowledged} acknowledged edits, ${sumOf(refusedForNow)} refused with 503`,
    result: `${wrongOf(found)}; other answers than 200 and 503: ${odd.length + found.surprises.length}`,
    control: `answering before the commit: ${early.lost} lost`,
    isKept: isClean(found) && odd.length + found.surprises.length === 0,
    isControlNoticed: early.lost > 0,
    details: { found, early },
  };
}

async function malformed({ seed, size, say }: Order): Promise<Found> {
  const progress = (sent: number): void => {
    if (sent % 1_000 === 0) say(`${sent} of ${size} requests`);
  };
  const found = await sendMalformed({ requests: size, seed, progress });
  say('control: an operation that trusts what it is sent');
  const faulty = await sendMalformed({ requests: 3_000, seed, withFaultyOperation: true });
  const isNoticed = faulty.complaints.some(({ probe }) => probe.operation === 'POST /api/faulty');
  return {
    runs: `${size} requests to ${found.operationsReached} of ${found.operations} operations`,
    result:
      `${found.complaints.length} answers of 500 and above, over 5 s, or that show the inside; ` +
      `slowest ${found.slowestMs} ms; ${countsText(found.statuses)}`,
    control: `an operation that throws: ${isNoticed ? 'noticed' : 'NOT noticed'}`,
    isKept: found.complaints.length === 0 && found.operationsReached === found.operations,
    isControlNoticed: isNoticed,
    details: found,
  };
}

async function rawBytes({ seed, size }: Order): Promise<Found> {
  const found = await sendRawBytes({ connections: size, seed });
  const faulty = await sendRawBytes({ connections: 300, seed, failing: true });
  return {
    runs: `${size} connections`,
    result: `${found.complaints.length} answers of 500 and above or over 5 s; slowest ${found.slowestMs} ms`,
    control: `a server that fails on every request: ${faulty.complaints.length > 0 ? 'noticed' : 'NOT noticed'}`,
    isKept: found.complaints.length === 0,
    isControlNoticed: faulty.complaints.length > 0,
    details: found,
  };
}

async function races({ size }: Order): Promise<Found> {
  const found = await runRaces(size);
  const { wrong, controlsBroken } = wrongInRaces(found);
  return {
    runs: `200 at once twice, 50 of one version, ${size} merges and ${size} claims crosswise`,
    result: wrong.length === 0 ? 'each exactly once, nobody’s work overwritten' : wrong.join('; '),
    control:
      `50 counts without a version: ${found.control50WithoutVersion.counted} kept; ` +
      `looking before claiming: ${found.controlClaimWithoutKey.twice} of ${size} claimed twice; locks crosswise: ${found.controlCrossingLocks.answers.join(' and ')}`,
    isKept: wrong.length === 0,
    isControlNoticed: controlsBroken,
    details: found,
  };
}

function summed(verdicts: readonly Verdict[]): Verdict {
  const count = (key: 'lost' | 'differing'): number =>
    verdicts.reduce((sum, verdict) => sum + verdict[key], 0);
  return {
    lost: count('lost'),
    differing: count('differing'),
    halfApplied: verdicts.flatMap(({ halfApplied }) => halfApplied),
    auditLog: verdicts.flatMap(({ auditLog }) => auditLog),
    facts: verdicts.flatMap(({ facts }) => facts),
  };
}

function addedUp(all: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all)
    for (const [what, n] of Object.entries(counts)) sums[what] = (sums[what] ?? 0) + n;
  return sums;
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

function countsText(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([what, n]) => `${n} × ${what}`)
    .join(', ');
}
