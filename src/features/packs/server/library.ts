import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { checkingOf, packSet } from '../model/check/check-pack.ts';
import { checkSet } from '../model/check/set.ts';
import type { PackSet } from '../model/citation.ts';
import type { Pack } from '../model/pack.ts';
import { type CheckedPacks, checkPacks, type LocatedError } from './check-packs.ts';
import { checkRules, nearestRules, type SoundRule } from './check-rules.ts';
import {
  type LoadedPacks,
  loadPacks,
  readPacks,
  readPacksInTurns,
  shippedPacks,
} from './load-packs.ts';
import { type KeptFiles, keptFolders, packFoldersIn } from './pack-files.ts';

/** Packs that can be asked: read once, rules read when they are first asked for. */
export type PackLibrary = {
  readonly packs: readonly Pack[];
  readonly set: PackSet;
  find(id: string): Pack | undefined;
  /** Of a pack with everything that it extends: what a case, a snapshot or an adoption names. */
  versionOf(pack: Pack): string;
  /** The sound rules that hold in a pack: its own, and those above whose ids it does not use. */
  rulesOf(pack: Pack): readonly SoundRule[];
  /** Everything that the check finds wrong with a pack or with one that it extends. */
  errorsOf(pack: Pack): readonly LocatedError[];
  /** True if every file of it and of those it extends was understood; stories and rules apart. */
  isReadable(pack: Pack): boolean;
};

function libraryOf(loaded: LoadedPacks): PackLibrary {
  const { packs } = loaded;
  const set = packSet(packs);
  const unreadable = [...loaded.errors, ...checkSet(packs, set.packs)].map(({ at }) => at.file);
  let checked: CheckedPacks | undefined;
  const own = new Map<Pack, readonly SoundRule[]>();
  const ownRules = (pack: Pack): readonly SoundRule[] => {
    const found = own.get(pack) ?? checkRules(checkingOf(pack, set)).rules;
    own.set(pack, found);
    return found;
  };
  return {
    packs,
    set,
    find: (id) => set.packs.get(id),
    versionOf: (pack) => versionOf(set.chainOf(pack)),
    rulesOf: (pack) => nearestRules(set.chainOf(pack).map(ownRules)),
    errorsOf: (pack) => {
      checked ??= checkPacks(loaded);
      const chain = new Set(set.chainOf(pack).map(({ folder }) => folder));
      return checked.packs.flatMap(({ folder, errors }) => (chain.has(folder) ? errors : []));
    },
    isReadable: (pack) =>
      set
        .chainOf(pack)
        .every(({ folder }) => !unreadable.some((file) => file.startsWith(`${folder}/`))),
  };
}

function versionOf(chain: readonly Pack[]): string {
  const hash = createHash('sha256');
  for (const { head, hash: own } of chain) hash.update(`${head.value.id} ${own}\n`);
  return hash.digest('hex');
}

let shipped: PackLibrary | undefined;

/** The packs that come with the product. */
export function shippedLibrary(): PackLibrary {
  shipped ??= libraryOf(loadPacks(shippedPacks));
  return shipped;
}

/** Reads the shipped packs while the server is idle, before anybody asks for them. */
export async function warmPacks(): Promise<void> {
  if (shipped !== undefined) return;
  const read = libraryOf(await readPacksInTurns(packFoldersIn(shippedPacks)));
  shipped ??= read;
  for (const pack of shipped.packs) {
    shipped.rulesOf(pack);
    await setImmediate();
  }
}

/** A pack with those above it, file by file, to be kept with whatever names its version. */
export function filesOfVersion(chain: readonly Pack[]): KeptFiles {
  const wanted = new Set(chain.map(({ folder }) => folder));
  const decoder = new TextDecoder();
  return Object.fromEntries(
    packFoldersIn(shippedPacks)
      .filter(({ folder }) => wanted.has(folder))
      .flatMap(({ folder, files }) =>
        files.map((file) => [`${folder}/${file.name}`, decoder.decode(file.read())]),
      ),
  );
}

const MOST_VERSIONS = 20;
const versions = new Map<string, PackLibrary>();

/** The packs of a version that was kept. */
export function keptLibrary(version: string, files: KeptFiles): PackLibrary {
  const found = versions.get(version) ?? libraryOf(readPacks(keptFolders(files)));
  versions.delete(version);
  versions.set(version, found);
  const [oldest] = versions.keys();
  if (versions.size > MOST_VERSIONS && oldest !== undefined) versions.delete(oldest);
  return found;
}
