/** Where an import stands. The table of states in the README is made from these. */
export const runStates = [
  'mapping',
  'queued',
  'checking',
  'taking',
  'done',
  'refused',
  'cancelled',
  'failed',
] as const;
export type RunState = (typeof runStates)[number];

export const runActions = ['addFile', 'map', 'start', 'cancel'] as const;
export type RunAction = (typeof runActions)[number];

/** What an officer may do with an import in each state. */
export const actionsIn: Record<RunState, readonly RunAction[]> = {
  mapping: ['addFile', 'map', 'start', 'cancel'],
  queued: ['cancel'],
  checking: ['cancel'],
  taking: ['cancel'],
  done: [],
  refused: [],
  cancelled: [],
  failed: [],
};

export function mayDo(state: RunState, action: RunAction): boolean {
  return actionsIn[state].includes(action);
}

/** True once nothing more happens to it. */
export function isOver(state: RunState): boolean {
  return actionsIn[state].length === 0;
}

/** How often an interrupted import is begun again by itself before it is given up. */
export const MOST_ATTEMPTS = 3;
