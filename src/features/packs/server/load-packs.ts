import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PackFile } from '../model/format/pack-file.ts';
import { formatErrors } from '../model/format-errors.ts';
import {
  inFolders,
  type ListKind,
  type Lists,
  listFormats,
  type Pack,
  type PackError,
  type Placed,
} from '../model/pack.ts';
import { nearestWord } from '../model/suggestion.ts';
import { hashOfFiles, type PackFolder, packFoldersIn, type StoredFile } from './pack-files.ts';
import { fileTooBig, MOST_BYTES, readYaml, type YamlFile } from './read-yaml.ts';

/** The packs that come with the product. */
export const shippedPacks = join(import.meta.dirname, '../../../../packs');

/** Packs as they were read, with what was wrong in the reading. */
export type LoadedPacks = {
  readonly packs: readonly Pack[];
  /** Folders of packs, also of those that could not be read. */
  readonly folders: readonly string[];
  readonly errors: readonly PackError[];
  /** Every file by its name, seen from the folder of all packs. */
  readonly files: ReadonlyMap<string, YamlFile>;
};

type Reading = { readonly files: Map<string, YamlFile>; readonly errors: PackError[] };

/** Reads every pack in a folder. Errors are collected, not thrown; what is well formed is kept. */
export function loadPacks(root: string): LoadedPacks {
  return readPacks(packFoldersIn(root));
}

/** Reads packs wherever their files are. */
export function readPacks(folders: readonly PackFolder[]): LoadedPacks {
  const reading: Reading = { files: new Map(), errors: [] };
  return loaded(
    folders,
    folders.flatMap((folder) => readPack(folder, reading)),
    reading,
  );
}

/** The same, one pack at a time, so that a server goes on answering in between. */
export async function readPacksInTurns(folders: readonly PackFolder[]): Promise<LoadedPacks> {
  const reading: Reading = { files: new Map(), errors: [] };
  const packs: Pack[] = [];
  for (const folder of folders) {
    packs.push(...readPack(folder, reading));
    await setImmediate();
  }
  return loaded(folders, packs, reading);
}

function loaded(
  folders: readonly PackFolder[],
  packs: readonly Pack[],
  { errors, files }: Reading,
): LoadedPacks {
  return { packs, folders: folders.map(({ folder }) => folder), errors, files };
}

const listKinds = Object.keys(listFormats) as ListKind[];
const MOST_FILES = 300;
const MOST_BYTES_OF_PACK = 8 * 1024 * 1024;

function readPack({ folder, files }: PackFolder, reading: Reading): Pack[] {
  const headFile = `${folder}/pack.yaml`;
  const known = files.filter((file) => isKnown(file, folder, reading));
  if (known.length > MOST_FILES || bytesOf(known) > MOST_BYTES_OF_PACK) {
    const details = { files: MOST_FILES, megabytes: MOST_BYTES_OF_PACK / 1024 / 1024 };
    reading.errors.push({ at: { file: headFile, path: [] }, code: 'packTooBig', details });
    return [];
  }
  const contents: { name: string; bytes: Uint8Array }[] = [];
  const lists = Object.fromEntries(listKinds.map((kind) => [kind, [] as Placed<unknown>[]]));
  let head: Placed<PackFile> | undefined;
  for (const file of known) {
    const name = `${folder}/${file.name}`;
    const bytes = file.size > MOST_BYTES ? undefined : file.read();
    const read = bytes === undefined ? fileTooBig(file.size) : readYaml(bytes);
    note(name, read, reading);
    contents.push({ name: file.name, bytes: bytes ?? new Uint8Array() });
    const kind = kindOf(file.name);
    if (kind === undefined) head = readHead(name, read, reading);
    else lists[kind]?.push(...readList(name, { kind, read, reading }));
  }
  if (!known.some(({ name }) => name === 'pack.yaml')) {
    reading.errors.push({ at: { file: headFile, path: [] }, code: 'packFileMissing', details: {} });
  }
  if (head === undefined) return [];
  // Each list was filled with entries of its own format.
  return [{ folder, head, hash: hashOfFiles(contents), ...(lists as unknown as Lists) }];
}

function note(file: string, read: YamlFile, { files, errors }: Reading): void {
  files.set(file, read);
  for (const { line, code, details } of read.faults) {
    errors.push({ at: { file, path: [] }, code, details, line });
  }
}

function bytesOf(files: readonly StoredFile[]): number {
  // A file that is too big is refused by itself.
  return files.reduce((sum, { size }) => sum + Math.min(size, MOST_BYTES), 0);
}

const expectedFiles = [
  'pack.yaml',
  ...listKinds.filter((kind) => !inFolders.has(kind)).map((kind) => `${kind}.yaml`),
];

/** Whatever else lies in a pack is an error: a file of the wrong name would be passed over in silence. */
function isKnown({ name }: StoredFile, folder: string, { errors }: Reading): boolean {
  const [first = '', second] = name.split('/');
  const isExpected =
    second === undefined
      ? expectedFiles.includes(first)
      : (inFolders as ReadonlySet<string>).has(first) && second.endsWith('.yaml');
  if (isExpected || name === 'README.md') return isExpected;
  const suggestion = nearestWord(first, [...expectedFiles, ...inFolders]) ?? '–';
  const known = [...expectedFiles, ...[...inFolders].map((each) => `${each}/*.yaml`)].join(', ');
  const details = { name, suggestion, known };
  errors.push({ at: { file: `${folder}/${name}`, path: [] }, code: 'unknownFile', details });
  return false;
}

/** What a file is a list of; undefined for `pack.yaml`, which is none. */
function kindOf(name: string): ListKind | undefined {
  const [first = ''] = name.split('/');
  return listKinds.find((kind) => kind === first || `${kind}.yaml` === first);
}

function readHead(
  file: string,
  { value, faults }: YamlFile,
  reading: Reading,
): Placed<PackFile> | undefined {
  if (value === undefined && faults.length > 0) return undefined;
  const at = { file, path: [] };
  const found = PackFile.safeParse(value ?? {});
  if (found.success) return { value: found.data, at };
  reading.errors.push(
    ...formatErrors(found.error.issues, { schema: PackFile, value: value ?? {}, at }),
  );
  return undefined;
}

type ListReading = {
  readonly kind: ListKind;
  readonly read: YamlFile;
  readonly reading: Reading;
};

function readList(file: string, { kind, read, reading }: ListReading): Placed<unknown>[] {
  const { value, faults } = read;
  if (value === undefined) {
    if (faults.length === 0) {
      reading.errors.push({ at: { file, path: [] }, code: 'fileEmpty', details: {} });
    }
    return [];
  }
  if (!Array.isArray(value)) {
    reading.errors.push({ at: { file, path: [] }, code: 'listWanted', details: { written: '' } });
    return [];
  }
  const schema = listFormats[kind];
  return value.flatMap((entry: unknown, place) => {
    const at = { file, path: [place] };
    const found = schema.safeParse(entry);
    if (found.success) return [{ value: found.data, at }];
    reading.errors.push(...formatErrors(found.error.issues, { schema, value: entry, at }));
    return [];
  });
}
