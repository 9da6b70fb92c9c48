import type { RunAnswer } from '../../model/contract.ts';

export const steps = ['upload', 'mapping', 'checking', 'taking', 'done'] as const;
export type Step = (typeof steps)[number];
export type StepState = 'done' | 'current' | 'stopped' | 'ahead';

type Standing = Pick<RunAnswer, 'state' | 'startedAt'>;

/** The way of a run as the officer sees it: which steps lie behind, where it is or where it stopped. */
export function stepsOf(run: Standing): readonly { step: Step; state: StepState }[] {
  const here = steps.indexOf(stepOf(run));
  const isStopped = run.state === 'refused' || run.state === 'cancelled' || run.state === 'failed';
  return steps.map((step, index) => ({ step, state: stateOf(index - here, { run, isStopped }) }));
}

function stateOf(
  distance: number,
  { run, isStopped }: { run: Standing; isStopped: boolean },
): StepState {
  if (distance < 0) return 'done';
  if (distance > 0) return 'ahead';
  if (isStopped) return 'stopped';
  return run.state === 'done' ? 'done' : 'current';
}

function stepOf({ state, startedAt }: Standing): Step {
  switch (state) {
    case 'mapping':
      return 'mapping';
    case 'queued':
    case 'checking':
      return 'checking';
    case 'taking':
      return 'taking';
    case 'done':
      return 'done';
    case 'refused':
    case 'cancelled':
    case 'failed':
      return startedAt === null ? 'mapping' : 'checking';
  }
}
