import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../http/problem.ts';
import { type KeyRing, keyRingSchema, newKeyRing } from './key-ring.ts';

const OWNER_ONLY = 0o600;

/**
 * The keys of this installation, from `keys.json` in the data folder; made there at the first start.
 * `MINGBAI_KEYS` names another file, as several servers that share a database need; that one must
 * exist, for a server that made keys of its own would seal what the others cannot open.
 * Refuses with `keyFileMissing` or `keyFileDamaged`.
 */
export function loadKeys(
  dataFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): KeyRing {
  const shared = environment['MINGBAI_KEYS'];
  if (shared !== undefined && shared !== '') {
    const keys = readKeyFile(shared);
    if (keys === undefined) throw new Problem(500, 'keyFileMissing', { file: shared });
    return keys;
  }
  const file = join(dataFolder, 'keys.json');
  const keys = readKeyFile(file);
  if (keys !== undefined) return keys;
  mkdirSync(dataFolder, { recursive: true });
  createKeyFile(file, newKeyRing());
  return loadKeys(dataFolder, {});
}

function readKeyFile(file: string): KeyRing | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  try {
    return keyRingSchema.parse(JSON.parse(text));
  } catch {
    // What exactly is wrong is not said: it might quote a secret.
    throw new Problem(500, 'keyFileDamaged', { file });
  }
}

/**
 * Writes keys to a file that does not exist yet, readable by its owner only. A power cut leaves the
 * whole file or none, and of two processes that start at once the first wins: the finished file is
 * linked to its name, which fails if the name is taken. An existing file is left as it is.
 */
export function createKeyFile(file: string, keys: KeyRing): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    writeDurably(draft, `${JSON.stringify(keys, undefined, 2)}\n`);
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(file));
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', OWNER_ONLY);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The name of a new file survives a power cut only once its folder is written out as well. */
function syncFolder(folder: string): void {
  // Windows has no handle for a folder; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
