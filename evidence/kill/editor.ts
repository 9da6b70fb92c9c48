import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '../../src/platform/server/identifiers.ts';
import type { Dice } from '../dice.ts';
import { familyOf } from './families.ts';
import type { Answer, Officer } from './officer.ts';

/** A request that changes the register, and what is to be found once it is answered with 200. */
export type Write = {
  readonly requestId: string;
  readonly household: string;
  /** Of the household, once this is done. */
  readonly version: number;
  readonly mainCause: string;
  readonly acts: number;
};

/** What the officers were told, which the register is held to afterwards. */
export type Notes = {
  readonly acknowledged: Write[];
  /** Answers that an edit may not get, whatever was killed. */
  readonly surprises: Answer[];
  /** How often a refusal came that means "not now", by its code. */
  readonly refusedForNow: Record<string, number>;
  families: number;
};

export type Editor = {
  /** Edits until it is told to stop or gets no answer any more. */
  edit(until: AbortSignal): Promise<void>;
  /** Sends what was never answered once more, until it is. */
  settle(): Promise<void>;
  /** What this editor's household must look like now. */
  last(): Write | undefined;
};

type Order = { write: Write; method: string; path: string; body: object };
type Standing = { write: Write; person: string };

const causes: [string, ...string[]] = [
  'illness',
  'schooling',
  'disability',
  'lackOfLabour',
  'disaster',
];
const SETTLE_MS = 60_000;

/**
 * One who adds households and corrects them, their members and their surveys, one request after
 * another; a request that was not answered is sent again under the same number before the next.
 */
export function editorOf(officer: Officer, notes: Notes, dice: Dice): Editor {
  let standing: Standing | undefined;
  let open: Order | undefined;
  let finished: Write | undefined;
  let heardLast = 'nothing';

  const next = (): Order => {
    if (standing === undefined || dice.next() < 0.05) {
      const order = adding(notes);
      standing = { write: order.write, person: order.person };
      return order;
    }
    const order = correcting(standing, dice);
    standing = { ...standing, write: order.write };
    return order;
  };
  const tryOnce = async (): Promise<'done' | 'later' | 'silence'> => {
    open ??= next();
    const answer = await officer.send(open.method, open.path, open.body);
    heardLast = answer === undefined ? 'nothing' : `${answer.status} ${answer.body.code ?? ''}`;
    if (answer === undefined) return 'silence';
    if (answer.status === 503) {
      const { code = '' } = answer.body;
      notes.refusedForNow[code] = (notes.refusedForNow[code] ?? 0) + 1;
      return 'later';
    }
    if (answer.status === 200) notes.acknowledged.push(open.write);
    else notes.surprises.push(answer);
    finished = open.write;
    open = undefined;
    return 'done';
  };
  return {
    edit: async (until) => {
      while (!until.aborted) {
        const outcome = await tryOnce();
        if (outcome === 'silence') return;
        if (outcome === 'later') await pause(50);
      }
    },
    settle: async () => {
      const until = performance.now() + SETTLE_MS;
      while (open !== undefined && performance.now() < until) {
        if ((await tryOnce()) !== 'done') await pause(50);
      }
      if (open !== undefined) throw new Error(`An edit came to nothing; heard last: ${heardLast}`);
    },
    last: () => finished,
  };
}

function adding(notes: Notes): Order & { person: string } {
  notes.families += 1;
  const { id, person, body } = familyOf(notes.families);
  const { requestId } = body;
  const write = { requestId, household: id, version: 1, mainCause: 'illness', acts: 2 };
  return { write, person, method: 'POST', path: '/api/households', body };
}

/** The household itself, a member's (sealed) phone, or the survey of a year. */
function correcting({ write, person }: Standing, dice: Dice): Order {
  const says = { requestId: newId(), version: write.version, reason: '入户核实' };
  const after = { ...write, requestId: says.requestId, version: write.version + 1, acts: 1 };
  const path = `/api/households/990101/${write.household}`;
  const digits = String(dice.between(0, 99_999_999)).padStart(8, '0');
  switch (dice.pick(['household', 'person', 'survey'])) {
    case 'person': {
      const body = { ...says, changes: { phone: `138${digits}` } };
      return { write: after, method: 'PATCH', path: `${path}/persons/${person}`, body };
    }
    case 'survey': {
      const facts = { populationAtYearEnd: 1, wageWorkFen: Number(digits) };
      const body = { ...says, surveyId: newId(), facts };
      return {
        write: after,
        method: 'PUT',
        path: `${path}/surveys/${dice.between(2015, 2025)}`,
        body,
      };
    }
    default: {
      const mainCause = dice.pick(
        causes.filter((cause) => cause !== write.mainCause) as typeof causes,
      );
      const body = { ...says, changes: { mainCause } };
      return { write: { ...after, mainCause }, method: 'PATCH', path, body };
    }
  }
}

export function newNotes(): Notes {
  return { acknowledged: [], surprises: [], refusedForNow: {}, families: 0 };
}

/** What was answered that may not be answered, each kind once. */
export function namedSurprises({ surprises }: Notes): string[] {
  return [...new Set(surprises.map(({ status, body }) => `${status} ${body.code}`))];
}
