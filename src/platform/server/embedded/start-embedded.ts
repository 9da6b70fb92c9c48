import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabaseIfMissing } from './database-store.ts';
import { initialiseCluster, readPassword, superuser } from './initialise.ts';
import { type Installation, makeDataFolder, openInstallation } from './installation.ts';
import { type EmbeddedTarget, type InstanceLock, lockDataFolder } from './instance-lock.ts';
import { chooseListening } from './listening.ts';
import { startPostmaster, stopPostmaster } from './postmaster.ts';
import { stopOrphans } from './processes.ts';
import { memoryOfThisMachine, settingsFor } from './settings.ts';

/** What takes time; texts: `messages/<language>/embedded.json` under `step`. */
type EmbeddedStep = 'initialising' | 'stoppingOrphan' | 'starting';

/** What an operator may want to know afterwards. */
export type EmbeddedEvent =
  | { event: 'embeddedOrphansStopped'; processes: number }
  | { event: 'embeddedDatabaseStarted'; milliseconds: number }
  | { event: 'embeddedDatabaseLost'; exit: number | string | null }
  | { event: 'embeddedDatabaseRestartFailed'; reason: string };

export type EmbeddedOptions = {
  dataFolder: string;
  /** The database that is made and named in the target. */
  database?: string;
  /** PostgreSQL settings that differ from `settingsFor`. */
  settings?: Record<string, string>;
  log?: (event: EmbeddedEvent) => void;
  progress?: (step: EmbeddedStep) => void;
};

export type EmbeddedDatabase = { target: EmbeddedTarget; stop: () => Promise<void> };

/**
 * Serves a real PostgreSQL out of the data folder until `stop`. It is made if it is not there yet,
 * recovers if it was killed, is started again if it ends by itself, and ends with this process
 * unless this process is killed; then the next start finds and stops it.
 *
 * Throws the problems `dataFolderInUse`, `dataFolderNotWritable`, `dataFolderOtherVersion`,
 * `embeddedDatabaseMissing`, `embeddedDatabaseNotStarted`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataFolder = makeDataFolder(options.dataFolder);
  const lock = lockDataFolder(dataFolder);
  try {
    return await startLocked(openInstallation(dataFolder), lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  installation: Installation,
  lock: InstanceLock,
  options: EmbeddedOptions,
): Promise<EmbeddedDatabase> {
  const { progress = () => undefined, log = () => undefined } = options;
  const begun = performance.now();
  await initialiseCluster(installation, () => progress('initialising'));
  const listening = await chooseListening(installation.home, installation.account);
  const settings = {
    ...settingsFor(memoryOfThisMachine()),
    ...options.settings,
    ...listening.settings,
  };
  const start = async (): Promise<ChildProcess> => {
    const processes = await stopOrphans(installation.cluster, () => progress('stoppingOrphan'));
    if (processes > 0) log({ event: 'embeddedOrphansStopped', processes });
    progress('starting');
    return await startPostmaster(installation, settings);
  };
  const target: EmbeddedTarget = {
    ...listening.target,
    user: superuser,
    password: readPassword(installation.home),
    database: options.database ?? 'mingbai',
  };
  const supervised = await keepRunning(start, installation, log);
  try {
    await createDatabaseIfMissing(target);
  } catch (error) {
    await supervised.stop();
    throw error;
  }
  lock.publish(target);
  log({ event: 'embeddedDatabaseStarted', milliseconds: Math.round(performance.now() - begun) });
  return {
    target,
    stop: async () => {
      await supervised.stop();
      listening.tidyUp();
      lock.release();
    },
  };
}

const longestPauseMilliseconds = 30_000;

/** Starts the server, and again whenever it ends without having been asked to. */
async function keepRunning(
  start: () => Promise<ChildProcess>,
  installation: Installation,
  log: (event: EmbeddedEvent) => void,
): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController();
  let child = await start();

  const restart = async (): Promise<void> => {
    for (
      let wait = 100;
      !stopping.signal.aborted;
      wait = Math.min(wait * 2, longestPauseMilliseconds)
    ) {
      await pause(wait, undefined, { signal: stopping.signal });
      try {
        child = await start();
        return;
      } catch (error) {
        log({ event: 'embeddedDatabaseRestartFailed', reason: String(error) });
      }
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const [code, signal] = await once(child, 'exit', { signal: stopping.signal });
      log({ event: 'embeddedDatabaseLost', exit: code ?? signal });
      await restart();
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  // Should this process end without `stop`, the server still gets the word.
  const lastWord = (): boolean => child.kill('SIGINT');
  process.once('exit', lastWord);

  return {
    stop: async () => {
      stopping.abort();
      await watching;
      await stopPostmaster(child, installation);
      process.off('exit', lastWord);
    },
  };
}
