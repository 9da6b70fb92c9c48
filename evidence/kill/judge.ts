import { setTimeout as pause } from 'node:timers/promises';
import { verifyLog } from '../../src/platform/server/audit/verify-log.ts';
import { connect, type Sql } from '../../src/platform/server/database/connect.ts';
import { findRunningInstance } from '../../src/platform/server/embedded/instance-lock.ts';
import type { Editor, Notes } from './editor.ts';
import { VILLAGE } from './families.ts';
import type { Officer } from './officer.ts';
import {
  countActsByRequest,
  countByCause,
  findHalfApplied,
  readHouseholds,
} from './register-store.ts';

/** What was found wrong after a kill; all of it is to be empty. */
export type Verdict = {
  /** Requests that were answered with 200 and of which nothing, or not everything, is there. */
  lost: number;
  /** Households that are not what the last acknowledged request made of them. */
  differing: number;
  halfApplied: string[];
  auditLog: string[];
  facts: string[];
};

/** The database of a running product, opened as the owner of its tables. */
export function openOwner(dataFolder: string): Sql {
  const target = findRunningInstance(dataFolder)?.target;
  if (target === undefined) throw new Error('No database runs on the data folder');
  return connect(target, { max: 2 });
}

/** Judged before anything is sent again, for sending again would heal what was lost. */
export async function findLost(owner: Sql, { acknowledged }: Notes): Promise<number> {
  const acts = await countActsByRequest(owner);
  return acknowledged.filter((write) => acts.get(write.requestId) !== write.acts).length;
}

/** Judged after everything that was in the air has been settled. */
export async function judge(
  owner: Sql,
  told: { officer: Officer; editors: readonly Editor[] },
): Promise<Omit<Verdict, 'lost'>> {
  const households = await readHouseholds(owner);
  const lastWrites = told.editors.flatMap((editor) => editor.last() ?? []);
  const differing = lastWrites.filter((write) => {
    const now = households.get(write.household);
    return now?.version !== write.version || now.mainCause !== write.mainCause;
  });
  return {
    differing: differing.length,
    halfApplied: (await findHalfApplied(owner)).map(({ rule, records }) => `${rule}: ${records}`),
    auditLog: await findAuditProblems(owner),
    facts: await findBehind(owner, told.officer),
  };
}

const CATCH_UP_MS = 15_000;

/** The log vouches for every act, and nothing stands in it that is not in the register. */
async function findAuditProblems(owner: Sql): Promise<string[]> {
  const until = performance.now() + CATCH_UP_MS;
  for (;;) {
    const verdict = await verifyLog(owner);
    if (!verdict.ok) return verdict.problems.map(({ code }) => code);
    if (verdict.waiting === 0) return [];
    if (performance.now() > until) return [`${verdict.waiting} rows wait for the log`];
    await pause(200);
  }
}

/** Causes of which the facts count other households than the register, once they had time to follow. */
async function findBehind(owner: Sql, officer: Officer): Promise<string[]> {
  const until = performance.now() + CATCH_UP_MS;
  const register = await countByCause(owner, VILLAGE);
  let behind: string[] = [];
  do {
    behind = [];
    for (const [cause, households] of register) {
      const filters = `household.mainCause:in:${cause}`;
      const query = `size=1&region=${VILLAGE}&filters=${filters}`;
      const answer = await officer.send('GET', `/api/households?${query}`);
      if (answer?.body.total !== households) behind.push(cause);
    }
    if (behind.length > 0) await pause(200);
  } while (behind.length > 0 && performance.now() < until);
  return behind;
}
