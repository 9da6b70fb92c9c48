import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type Sql } from '../../src/platform/server/database/connect.ts';
import { diceOf } from '../dice.ts';
import { type Editor, editorOf, type Notes, namedSurprises, newNotes } from '../kill/editor.ts';
import { VILLAGE } from '../kill/families.ts';
import { findLost, judge, type Verdict } from '../kill/judge.ts';
import { type Officer, signIn } from '../kill/officer.ts';
import { type ProductProcess, startProductProcess } from '../kill/product-process.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

export const losses = ['stopped', 'killed', 'frozen'] as const;
export type Loss = (typeof losses)[number];

/** How the product answered while its database was gone in one way, and afterwards. */
export type LossOutcome = Verdict & {
  loss: Loss;
  goneForMs: number;
  /** By what was answered, how often. */
  answers: Record<string, number>;
  slowestMs: number;
  unanswered: number;
  /** From the return of the database to the first edit that succeeds. */
  backAfterMs: number;
  /** Edits acknowledged from just before the loss until it was over. */
  edits: number;
  surprises: string[];
};

export type LossOptions = {
  goneForMs: Readonly<Partial<Record<Loss, number>>>;
  losses?: readonly Loss[];
  /** The control: the product answers before it commits, and must lose what it acknowledged. */
  answersEarly?: boolean;
  report?: (outcome: LossOutcome) => void;
};

/** Longer than the product may take to say that it cannot serve a request now. */
const PATIENCE_MS = 30_000;
const ASKERS = 4;

export type Asked = { what: string; ms: number };

/**
 * A product on a PostgreSQL server that stops, dies or falls silent for a while. It must say so
 * within seconds, with 503 and nothing else, and go on by itself when the server is back.
 */
export async function loseTheDatabase(options: LossOptions): Promise<LossOutcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-gone-'));
  const server = await startOwnServer(join(folder, 'server'));
  const product = await startProductProcess('small', join(folder, 'data'), {
    databaseUrl: server.url,
    args: options.answersEarly === true ? ['--answer-early'] : [],
  });
  const owner = connect({ url: server.url }, { max: 2 });
  const outcomes: LossOutcome[] = [];
  try {
    await product.ready();
    const officer = await signIn(product.url, 'lin');
    const notes = newNotes();
    for (const loss of options.losses ?? losses) {
      const stage = { product, server, owner, officer, notes };
      const outcome = await loseOnce(stage, loss, options);
      outcomes.push(outcome);
      options.report?.(outcome);
    }
    return outcomes;
  } finally {
    await owner.end({ timeout: 1 });
    await product.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Stage = {
  product: ProductProcess;
  server: OwnServer;
  owner: Sql;
  officer: Officer;
  notes: Notes;
};

async function loseOnce(stage: Stage, loss: Loss, options: LossOptions): Promise<LossOutcome> {
  const {
    answersEarly,
    goneForMs: { [loss]: goneForMs = 4_000 },
  } = options;
  const { server, notes, officer } = stage;
  const before = notes.acknowledged.length;
  const over = new AbortController();
  const asked: Asked[] = [];
  const editors: Editor[] = [1, 2, 3].map((seed) =>
    editorOf(timed(officer, asked), notes, diceOf(seed)),
  );
  const work = [
    ...editors.map(async (editor) => await editor.edit(over.signal)),
    ...Array.from(
      { length: ASKERS },
      async () => await keepAsking(timed(officer, asked), over.signal),
    ),
  ];
  await pause(500);
  await (loss === 'frozen' ? server.freeze() : server[loss === 'stopped' ? 'stop' : 'kill']());
  await pause(goneForMs);
  await (loss === 'frozen' ? server.thaw() : server.start());
  const back = performance.now();
  const edits = notes.acknowledged.length;
  while (notes.acknowledged.length === edits && performance.now() - back < PATIENCE_MS)
    await pause(10);
  const backAfterMs = Math.round(performance.now() - back);
  over.abort();
  await Promise.all(work);
  const lost = await findLost(stage.owner, notes);
  const others = answersEarly === true ? nothingElse : await settledAndJudged(stage, editors);
  return {
    lost,
    ...others,
    loss,
    goneForMs,
    answers: countOf(asked),
    slowestMs: Math.round(Math.max(...asked.map(({ ms }) => ms))),
    unanswered: asked.filter(({ what }) => what === 'nothing').length,
    backAfterMs,
    edits: notes.acknowledged.length - before,
    surprises: namedSurprises(notes),
  };
}

/** A control has shown what it should; what follows would only compare with a wrong past. */
const nothingElse = { differing: 0, halfApplied: [], auditLog: [], facts: [] };

async function settledAndJudged(
  { owner, officer }: Stage,
  editors: readonly Editor[],
): Promise<Omit<Verdict, 'lost'>> {
  await Promise.all(editors.map(async (editor) => await editor.settle()));
  return await judge(owner, { officer, editors });
}

/** Reads of both kinds (the register, the facts) and the question of whoever watches the process. */
async function keepAsking(officer: Officer, until: AbortSignal): Promise<void> {
  const paths = [`/api/households?size=1&region=${VILLAGE}`, '/api/session', '/health'];
  for (let turn = 0; !until.aborted; turn += 1) {
    await officer.send('GET', paths[turn % paths.length] ?? '/health');
    await pause(20);
  }
}

function timed(officer: Officer, asked: Asked[]): Officer {
  return {
    ...officer,
    send: async (method, path, body) => {
      const began = performance.now();
      const answer = await officer.send(method, path, body);
      const { code, database } = answer?.body ?? {};
      const what =
        answer === undefined ? 'nothing' : `${answer.status} ${code ?? database ?? ''}`.trim();
      asked.push({ what, ms: performance.now() - began });
      return answer;
    },
  };
}

function countOf(asked: readonly Asked[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { what } of asked) counts[what] = (counts[what] ?? 0) + 1;
  return counts;
}
