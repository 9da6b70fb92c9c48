import { checkingOf, checkPack, packSet } from '../model/check/check-pack.ts';
import { checkSet } from '../model/check/set.ts';
import { type PackSet } from '../model/citation.ts';
import type { Pack, PackError } from '../model/pack.ts';
import { checkRules, nearestRules, type SoundRule } from './check-rules.ts';
import type { LoadedPacks } from './load-packs.ts';
import { runStories } from './run-stories.ts';

/** An error with the line in its file, sorted as the reader goes through the files. */
export type LocatedError = {
  readonly file: string;
  readonly line: number;
  readonly code: PackError['code'];
  readonly details: Readonly<Record<string, unknown>>;
};

export type CheckedPacks = {
  readonly set: PackSet;
  /** By folder; a folder whose pack.yaml cannot be read has errors but no pack. */
  readonly packs: readonly {
    readonly folder: string;
    readonly pack: Pack | undefined;
    readonly errors: readonly LocatedError[];
  }[];
};

/** Checks every pack that was loaded: its format, its sense, its rules, its stories. */
export function checkPacks(loaded: LoadedPacks): CheckedPacks {
  const set = packSet(loaded.packs);
  const errors = [
    ...loaded.errors,
    ...checkSet(loaded.packs, set.packs),
    ...checkEach(loaded.packs, set),
  ];
  const located = errors.map((error) => locate(error, loaded));
  return {
    set,
    packs: loaded.folders.map((folder) => ({
      folder,
      pack: loaded.packs.find((pack) => pack.folder === folder),
      errors: located
        .filter(({ file }) => file.startsWith(`${folder}/`))
        .toSorted((one, other) => compareText(one.file, other.file) || one.line - other.line),
    })),
  };
}

function checkEach(packs: readonly Pack[], set: PackSet): PackError[] {
  const checkings = packs.map((pack) => checkingOf(pack, set));
  const sound = new Map<Pack, readonly SoundRule[]>();
  const errors = checkings.flatMap((checking) => {
    const found = checkRules(checking);
    sound.set(checking.pack, found.rules);
    return found.errors;
  });
  const stories = checkings.flatMap((checking) =>
    runStories(checking, nearestRules(checking.chain.map((pack) => sound.get(pack) ?? []))),
  );
  return [...checkings.flatMap(checkPack), ...errors, ...stories];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function locate(
  { at, code, details, inText, line }: PackError,
  { files }: LoadedPacks,
): LocatedError {
  const file = files.get(at.file);
  const found = inText === undefined ? file?.lineOf(at.path) : file?.lineInText(at.path, inText);
  return { file: at.file, line: line ?? found ?? 1, code, details };
}
