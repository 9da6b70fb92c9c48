import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../http/problem.ts';
import { type Binaries, readyBinaries } from './binaries.ts';
import { giveTo, type ServiceAccount, serviceAccountFor } from './service-account.ts';

/** The programs, the folders and the account of one embedded server. */
export type Installation = {
  dataFolder: string;
  /** Everything of PostgreSQL: the cluster, its socket, its log, its password. */
  home: string;
  cluster: string;
  log: string;
  account: ServiceAccount | undefined;
  binaries: Binaries;
  environment: NodeJS.ProcessEnv;
  /** A folder's name for a program that was started in it. */
  nameFrom: (folder: string) => string;
};

/** Makes the data folder, private to its owner. Throws `dataFolderNotWritable`. */
export function makeDataFolder(path: string): string {
  const dataFolder = resolve(path);
  try {
    mkdirSync(join(dataFolder, 'postgres'), { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    throw new Problem(503, 'dataFolderNotWritable', { dataFolder, reason });
  }
  return dataFolder;
}

export function openInstallation(dataFolder: string): Installation {
  const home = join(dataFolder, 'postgres');
  const cluster = join(home, 'cluster');
  const account = serviceAccountFor(cluster);
  if (account !== undefined && statSync(home).uid !== account.uid) giveTo(account, home);
  return {
    dataFolder,
    home,
    cluster,
    log: join(home, 'postgres.log'),
    account,
    binaries: readyBinaries(account, home),
    environment: environment(),
    // Another account may not be able to get there by name, past a home folder with mode 700. But
    // a program can always name the folder that it was started in.
    nameFrom: (folder) =>
      account !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : folder,
  };
}

/** PGDATA, PGPORT, LD_LIBRARY_PATH and the like of the person who starts us must not count. */
function environment(): NodeJS.ProcessEnv {
  const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];
  return Object.fromEntries(
    needed.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
