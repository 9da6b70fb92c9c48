import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a pack, by its name within the pack: `rules/aid.yaml`. */
export type StoredFile = { readonly name: string; readonly size: number; read(): Uint8Array };

/** The files of one pack, on disk or kept in the database. */
export type PackFolder = { readonly folder: string; readonly files: readonly StoredFile[] };

/** A pack with those that it extends, file by file, `willow/rules/aid.yaml`, as text. */
export type KeptFiles = Readonly<Record<string, string>>;

/** The folders of packs in a folder, with everything that lies in them but hidden files. */
export function packFoldersIn(root: string): PackFolder[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ folder: name, files: filesIn(join(root, name), '') }))
    .sort((one, other) => (one.folder < other.folder ? -1 : 1));
}

const DEEPEST = 2;

function filesIn(path: string, before: string): StoredFile[] {
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const name = `${before}${entry.name}`;
      const file = join(path, entry.name);
      const isFolder = entry.isDirectory() && name.split('/').length < DEEPEST;
      if (isFolder) return filesIn(file, `${name}/`);
      // What is neither file nor folder, such as a link, is never read: its name is refused.
      const size = entry.isFile() ? lstatSync(file).size : Number.POSITIVE_INFINITY;
      return [{ name, size, read: () => readFileSync(file) }];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Packs as they were kept. */
export function keptFolders(kept: KeptFiles): PackFolder[] {
  const folders = new Map<string, StoredFile[]>();
  for (const [path, text] of Object.entries(kept)) {
    const cut = path.indexOf('/');
    const bytes = new TextEncoder().encode(text);
    const file = { name: path.slice(cut + 1), size: bytes.byteLength, read: () => bytes };
    const folder = path.slice(0, cut);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([folder, files]) => ({ folder, files }));
}

/** SHA-256 over the names and contents of files, in hexadecimal digits. */
export function hashOfFiles(files: readonly { name: string; bytes: Uint8Array }[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) {
    hash.update(`${name}\n${bytes.byteLength}\n`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}
