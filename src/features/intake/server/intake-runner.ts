import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { claimRun } from './lease-store.ts';
import { INCOMING, uploadFolder } from './sealed-file.ts';
import { type Supervision, superviseRun } from './supervise-run.ts';

const LOOK_EVERY_MS = 1_000;
const LEFTOVER_AFTER_MS = 6 * 3_600_000;

export type IntakeRunner = {
  /** Looks for work now instead of at the next tick. */
  nudge: () => void;
  stop: () => Promise<void>;
};

/**
 * Carries out waiting imports, one at a time in this process. The queue is the table of runs itself,
 * so that a run's place in it and its end are written in the same transaction as its rows; several
 * processes share it by leases. A run whose process was killed is begun again when its lease ends.
 */
export function startIntake(supervision: Omit<Supervision, 'onSign'>): IntakeRunner {
  const ending = new AbortController();
  let wake: () => void = () => undefined;
  const work = async (): Promise<void> => {
    await removeLeftovers(supervision.dataFolder).catch(() => undefined);
    while (!ending.signal.aborted) {
      const began = await workOnce(supervision, ending.signal);
      if (began) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LOOK_EVERY_MS).unref();
      });
    }
  };
  const working = work();
  return {
    nudge: () => wake(),
    stop: async () => {
      ending.abort();
      wake();
      await working;
    },
  };
}

async function workOnce(
  supervision: Omit<Supervision, 'onSign'>,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const claim = await supervision.database.transaction(async (tx) => await claimRun(tx));
    if (claim === undefined) return false;
    await superviseRun(supervision, claim, signal);
    return true;
  } catch (error) {
    if (!signal.aborted) supervision.reportFault(error, 'intake');
    return false;
  }
}

/** Uploads that broke off leave a file under a passing name. */
async function removeLeftovers(dataFolder: string): Promise<void> {
  const folder = uploadFolder(dataFolder);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(INCOMING)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > LEFTOVER_AFTER_MS) await rm(join(folder, name), { force: true });
  }
}
