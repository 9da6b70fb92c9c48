import type { CodeEntry, CodeList } from './code-lists/code-list.ts';
import { ethnicity } from './code-lists/ethnicity.ts';
import * as householdLists from './code-lists/household-lists.ts';
import * as livingLists from './code-lists/living-lists.ts';
import * as personLists from './code-lists/person-lists.ts';
import * as personStandards from './code-lists/person-standards.ts';
import { relation } from './code-lists/relation.ts';

export type { CodeEntry, CodeList } from './code-lists/code-list.ts';

/**
 * Every code list of the register. Stored are the codes of national standards where there is one,
 * and meaningful words where there is none. Files bring names, because the order numbers of the
 * national poverty system differ from the standards and from one another.
 */
export const codeLists = {
  ...personStandards,
  relation,
  ethnicity,
  ...personLists,
  ...householdLists,
  ...livingLists,
} as const;

export type CodeListId = keyof typeof codeLists;

/** A stored code of one list, as a union of its codes. */
export type CodeOf<Id extends CodeListId> = (typeof codeLists)[Id]['entries'][number]['code'];

const noise = /[\s"'“”‘’.。]/gu;

type Index = {
  readonly byName: ReadonlyMap<string, CodeEntry>;
  readonly byCode: ReadonlyMap<string, CodeEntry>;
};

function indexOf(list: CodeList): Index {
  const byName = new Map<string, CodeEntry>();
  const byCode = new Map<string, CodeEntry>();
  for (const entry of list.entries) {
    byCode.set(entry.code, entry);
    for (const name of [entry.zh, ...entry.aliases]) byName.set(plainName(name), entry);
  }
  return { byName, byCode };
}

const indexes = new Map<CodeListId, Index>(
  (Object.keys(codeLists) as CodeListId[]).map((id) => [id, indexOf(codeLists[id])]),
);

/** A name without what differs between writers: width of characters, spaces, quotation marks. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(noise, '');
}

/** The code that a Chinese name stands for, in any of its old and new forms. */
export function codeNamed<Id extends CodeListId>(id: Id, name: string): CodeOf<Id> | undefined {
  const names = indexes.get(id)?.byName;
  return (names?.get(name) ?? names?.get(plainName(name)))?.code as CodeOf<Id> | undefined;
}

export function isCodeOf<Id extends CodeListId>(id: Id, code: string): code is CodeOf<Id> {
  return indexes.get(id)?.byCode.has(code) === true;
}

/** The entry of a code; undefined if the list has no such code. */
export function codeEntry(id: CodeListId, code: string): CodeEntry | undefined {
  return indexes.get(id)?.byCode.get(code);
}

/** All codes of a list in the order of the list, as screens offer them. */
export function codesOf<Id extends CodeListId>(id: Id): readonly CodeEntry<CodeOf<Id>>[] {
  return codeLists[id].entries as readonly CodeEntry<CodeOf<Id>>[];
}
