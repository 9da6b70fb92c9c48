import fc from 'fast-check';
import { type Probe, probesOf } from './probes.ts';
import { openStage, type Stage } from './stage.ts';

export type MalformedOptions = {
  requests: number;
  seed: number;
  /** Adds an operation that fails on what it does not expect: a run must find it. */
  withFaultyOperation?: boolean;
  progress?: (sent: number) => void;
};

/** What was found: an answer that may not be, with what brings it about. */
export type Complaint = { what: string; probe: Probe; answer: string };

export type MalformedOutcome = {
  requests: number;
  seed: number;
  operations: number;
  operationsReached: number;
  /** Operations of which a valid request was carried out (2xx). */
  operationsCarriedOut: number;
  statuses: Record<string, number>;
  slowestMs: number;
  complaints: Complaint[];
  seconds: number;
};

const TOO_SLOW_MS = 5_000;
const BATCH = 200;
const MOST_COMPLAINTS = 40;
const SHOWN = 300;

/** Marks of a program that tells about its inside: places in the code, SQL, the driver's names. */
const inside =
  /\bat .{1,200}:\d+:\d+\)?|node_modules|PostgresError|\bsrc\/\w+\/|select .{1,80} from /i;

/**
 * Sends requests made from the published document, most of them spoiled, to the whole application.
 * Nothing that a client sends may be answered with 500 or above, take longer than five seconds,
 * show the inside of the program, or make it report a fault of its own.
 */
export async function sendMalformed(options: MalformedOptions): Promise<MalformedOutcome> {
  const began = performance.now();
  const stage = await openStage(options);
  const tally: Tally = {
    sent: 0,
    statuses: {},
    reached: new Set(),
    done: new Set(),
    slowestMs: 0,
    complaints: [],
  };
  try {
    const perOperation = stage.operations.map((operation) => probesOf(operation, stage.words));
    const probes = fc.oneof(...perOperation);
    for (let sent = 0; sent < options.requests; sent += BATCH) {
      const batch = fc.sample(probes, {
        seed: options.seed + sent,
        numRuns: Math.min(BATCH, options.requests - sent),
      });
      for (const probe of batch) await send(stage, probe, tally);
      options.progress?.(sent + batch.length);
    }
  } finally {
    await stage.close();
  }
  return {
    requests: options.requests,
    seed: options.seed,
    operations: stage.operations.length,
    operationsReached: tally.reached.size,
    operationsCarriedOut: tally.done.size,
    statuses: tally.statuses,
    slowestMs: Math.round(tally.slowestMs),
    complaints: tally.complaints,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

type Tally = {
  sent: number;
  statuses: Record<string, number>;
  reached: Set<string>;
  done: Set<string>;
  slowestMs: number;
  complaints: Complaint[];
};

async function send(stage: Stage, probe: Probe, tally: Tally): Promise<void> {
  const cookie = probe.who === undefined ? undefined : stage.cookieOf.get(probe.who);
  const faultsBefore = stage.faults.length;
  const began = performance.now();
  const answer = await stage.app.inject({
    method: probe.method as 'GET',
    url: probe.url,
    headers: { ...(cookie === undefined ? {} : { cookie }), ...probe.headers },
    // From everywhere: one address would soon be told that it asks too often.
    remoteAddress: `10.${tally.sent >> 16}.${(tally.sent >> 8) & 255}.${tally.sent & 255}`,
    ...(probe.payload === undefined ? {} : { payload: probe.payload }),
  });
  tally.sent += 1;
  const ms = performance.now() - began;
  const status = answer.statusCode;
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
  tally.slowestMs = Math.max(tally.slowestMs, ms);
  tally.reached.add(probe.operation);
  if (status < 300) tally.done.add(probe.operation);
  const complain = (what: string): void => {
    if (tally.complaints.length < MOST_COMPLAINTS)
      tally.complaints.push({
        what,
        probe: shortened(probe),
        answer: `${status} ${answer.body.slice(0, SHOWN)}`,
      });
  };
  if (status >= 500) complain('answered with 500 or above');
  if (ms > TOO_SLOW_MS) complain(`took ${Math.round(ms)} ms`);
  if (stage.faults.length > faultsBefore) complain(stage.faults.at(-1) ?? 'reported a fault');
  if (status >= 400) for (const what of problemFaults(answer)) complain(what);
}

/** What is wrong with the form of a refusal. */
function problemFaults(answer: { body: string; headers: Record<string, unknown> }): string[] {
  const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
  if (!isProblem) return ['a refusal that is no problem document'];
  const { code, title } = JSON.parse(answer.body) as { code?: string; title?: string };
  return [
    ...(code === undefined || title === undefined || title === code
      ? ['a refusal without words']
      : []),
    ...(inside.test(answer.body) ? ['a refusal that shows the inside of the program'] : []),
  ];
}

function shortened(probe: Probe): Probe {
  return {
    ...probe,
    url: probe.url.slice(0, SHOWN),
    payload: probe.payload?.slice(0, SHOWN),
    headers: Object.fromEntries(
      Object.entries(probe.headers).map(([name, value]) => [name, value.slice(0, SHOWN)]),
    ),
  };
}
