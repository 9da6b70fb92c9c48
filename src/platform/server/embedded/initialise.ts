import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../http/problem.ts';
import type { Installation } from './installation.ts';
import { endMakers } from './processes.ts';
import { giveTo } from './service-account.ts';

const execute = promisify(execFile);
const unfinishedPrefix = 'cluster.new-';
const passwordName = 'password';

/** The database's own superuser; the application's login has fewer rights. */
export const superuser = 'mingbai';

/**
 * Makes the cluster if there is none. It is made under another name and renamed when it is complete
 * and on disk, so that a start which is killed leaves nothing that looks finished.
 */
export async function initialiseCluster(
  installation: Installation,
  progress: () => void,
): Promise<void> {
  const { home, cluster, account, binaries } = installation;
  for (const name of readdirSync(home)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    await endMakers(join(home, name));
    rmSync(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(cluster)) return checkVersion(installation);
  progress();
  const unfinished = mkdtempSync(join(home, unfinishedPrefix));
  giveTo(account, unfinished);
  writePassword(installation);
  const settings = [
    ...localeSettings(),
    '--encoding=UTF8',
    '--data-checksums',
    // Whoever gets into the socket's private folder is trusted; a loopback port asks everybody.
    '--auth-local=trust',
    '--auth-host=scram-sha-256',
    `--pwfile=${join('..', passwordName)}`,
    `--username=${superuser}`,
  ];
  try {
    await execute(binaries.initdb, ['-D', installation.nameFrom(unfinished), ...settings], {
      ...account,
      cwd: unfinished,
      env: installation.environment,
      windowsHide: true,
    });
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Problem(503, 'embeddedDatabaseNotStarted', { lastLines: said.trim() });
  }
  renameSync(unfinished, cluster);
  flushFolder(home);
}

/** The password of the superuser; asked for only on a loopback port. */
export function readPassword(home: string): string {
  return readFileSync(join(home, passwordName), 'utf8');
}

function writePassword({ home, account }: Installation): void {
  const file = join(home, passwordName);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, password, { mode: 0o600, flush: true });
  giveTo(account, file);
}

function checkVersion({ dataFolder, cluster, binaries }: Installation): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return;
  throw new Problem(503, 'dataFolderOtherVersion', { dataFolder, found, needed: binaries.major });
}

/**
 * Text sorts by code point, by PostgreSQL's own tables, so that an update of the machine's C
 * library cannot put an index out of order. What is a letter the C library says: pg_trgm asks it,
 * and in the locale C it would not know a single Chinese character.
 */
function localeSettings(): string[] {
  const builtIn = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (process.platform === 'linux') return [...builtIn, '--locale=C.UTF-8'];
  if (process.platform === 'darwin') return [...builtIn, '--locale=C', '--lc-ctype=en_US.UTF-8'];
  return [...builtIn, '--locale=C'];
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
