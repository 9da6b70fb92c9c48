import type { Step, StepKind } from '../format/procedure.ts';
import { placeLevels } from '../format/words.ts';
import { type EntryOf, inside, type PackError, type Place } from '../pack.ts';
import { type Checking, fault } from './context.ts';

/** Procedures that no case could go through, or that would let somebody approve what they proposed. */
export function checkProcedures({ pack }: Checking): PackError[] {
  return pack.procedures.flatMap(({ value, at }) => checkProcedure(value, at));
}

type Where = { readonly steps: readonly Step[]; readonly place: number; readonly at: Place };

function checkProcedure(procedure: EntryOf<'procedures'>, at: Place): PackError[] {
  const { steps } = procedure;
  const seen = new Set<string>();
  return steps.flatMap((step, place) => {
    const where = { steps, place, at: inside(at, 'steps', place) };
    const faults = [...checkByKind(step, where), ...checkOrder(step, where)];
    if (seen.has(step.id)) faults.push(fault(inside(where.at, 'id'), 'idTwice', { id: step.id }));
    seen.add(step.id);
    if (step.majority !== undefined && step.kind !== 'assemblyVote') {
      faults.push(
        fault(inside(where.at, 'majority'), 'onlyForVotes', { step: step.id, key: 'majority' }),
      );
    }
    if (step.quorum !== undefined && step.kind !== 'assemblyVote') {
      faults.push(
        fault(inside(where.at, 'quorum'), 'onlyForVotes', { step: step.id, key: 'quorum' }),
      );
    }
    return faults;
  });
}

function checkByKind(step: Step, { at }: Where): PackError[] {
  const id = { step: step.id };
  switch (step.kind) {
    case 'notice':
      return (step.days ?? 0) < 1 ? [fault(at, 'noticeWithoutDays', id)] : [];
    case 'assemblyVote':
      return [
        ...checkShare(step, 'quorum', at),
        ...checkShare(step, 'majority', at),
        ...checkVoteLevel(step, at),
      ];
    case 'comparison':
      return step.by === undefined ? [fault(at, 'comparisonWithoutPartner', id)] : [];
    case 'application':
    case 'verification':
    case 'decision':
    case 'announcement':
    case 'filing':
    case 'evaluation':
    case 'marking':
    case 'signature':
      return [];
  }
}

function checkShare(step: Step, key: 'quorum' | 'majority', at: Place): PackError[] {
  const share = step[key];
  if (share === undefined) {
    return key === 'quorum' ? [fault(at, 'voteWithoutQuorum', { step: step.id })] : [];
  }
  const possible = share > 0 && share <= 100;
  return possible ? [] : [fault(inside(at, key), 'shareImpossible', { step: step.id, key, share })];
}

function checkVoteLevel(step: Step, at: Place): PackError[] {
  const level = placeLevels.indexOf(step.level);
  const possible = level <= placeLevels.indexOf('township');
  return possible ? [] : [fault(inside(at, 'level'), 'voteTooHigh', { step: step.id })];
}

/** What prepares a decision, and whoever does it proposes. */
const proposing: ReadonlySet<StepKind> = new Set(['application', 'verification', 'assemblyVote']);
/** What can only go up the levels, or stay. */
const rising: ReadonlySet<StepKind> = new Set(['decision', 'filing', 'evaluation']);

function checkOrder(step: Step, { steps, place, at }: Where): PackError[] {
  const before = steps.slice(0, place);
  const faults: PackError[] = [];
  const id = { step: step.id };
  if (step.kind === 'application' && place > 0) faults.push(fault(at, 'applicationNotFirst', id));
  if (step.kind === 'notice' && place === steps.length - 1)
    faults.push(fault(at, 'noticeLast', id));
  if (step.kind === 'decision') {
    if (before.some(({ kind }) => kind === 'marking')) faults.push(fault(at, 'decidedTooLate', id));
    const proposer = before.find((earlier) => proposes(earlier, step));
    if (proposer !== undefined) {
      faults.push(fault(at, 'proposerApproves', { ...id, proposal: proposer.id }));
    }
  }
  const higher = rising.has(step.kind)
    ? before.find((earlier) => isHigher(earlier, step))
    : undefined;
  if (higher !== undefined) {
    faults.push(fault(inside(at, 'level'), 'levelFalls', { ...id, higher: higher.id }));
  }
  return faults;
}

function proposes(earlier: Step, decision: Step): boolean {
  if (!proposing.has(earlier.kind) || earlier.level !== decision.level) return false;
  return (earlier.by ?? []).some((party) => decision.by?.includes(party) === true);
}

function isHigher(earlier: Step, step: Step): boolean {
  const level = placeLevels.indexOf(step.level);
  return rising.has(earlier.kind) && placeLevels.indexOf(earlier.level) > level;
}
