import type { Context } from '../../../platform/server/http/endpoint.ts';
import { Problem } from '../../../platform/server/http/problem.ts';
import { requireWithinReach } from '../../../platform/server/identity/officer.ts';
import type { RunAnswer } from '../model/contract.ts';
import { mayDo, type RunAction } from '../model/states.ts';
import {
  endRun,
  findRun,
  findRunForUpdate,
  findSources,
  queueRun,
  type RunRow,
  requestCancel,
} from './run-store.ts';
import { isUnsettled, viewRun } from './run-view.ts';

/** The run, if it is in the officer's reach. */
export async function getRun(context: Context, id: string): Promise<RunRow> {
  const run = await findRun(context.tx, id);
  if (run === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(context.officer, run.region_code);
  return run;
}

/** The same, locked, and in a state in which this may be done. */
export async function getRunFor(context: Context, id: string, action: RunAction): Promise<RunRow> {
  const run = await findRunForUpdate(context.tx, id);
  if (run === undefined) throw new Problem(404, 'notFound');
  requireWithinReach(context.officer, run.region_code);
  if (!mayDo(run.state, action)) throw new Problem(409, 'importStateForbids', { state: run.state });
  return run;
}

/** Puts the run in the queue of its region. Every table must be readable as mapped, or left out. */
export async function startRun(context: Context, id: string): Promise<RunAnswer> {
  const run = await getRunFor(context, id, 'start');
  const sources = await findSources(context.tx, [id]);
  const unsettled = sources.find(isUnsettled);
  if (unsettled !== undefined)
    throw new Problem(422, 'importTableUnsettled', { file: unsettled.file_name });
  if (sources.every(({ left_out }) => left_out)) throw new Problem(422, 'importHasNoTable');
  await queueRun(context.tx, id, context.now);
  return await viewRun(context, { ...run, state: 'queued', queued_at: context.now });
}

/** Ends a run that has not begun; asks one that has to stop, which it does within two seconds. */
export async function cancelRun(context: Context, id: string): Promise<RunAnswer> {
  const run = await getRunFor(context, id, 'cancel');
  if (run.state === 'mapping' || run.state === 'queued') {
    await endRun(context.tx, id, { state: 'cancelled', now: context.now });
  } else {
    await requestCancel(context.tx, id, context.now);
  }
  return await viewRun(context, await getRun(context, id));
}
