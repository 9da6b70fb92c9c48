import { deadCitation } from '../citation.ts';
import type { PackErrorCode } from '../error-codes.ts';
import { inside, itemKinds, type ListKind, type PackError, type Place } from '../pack.ts';
import { nearestWord } from '../suggestion.ts';
import { type Checking, fault } from './context.ts';

/** Ids that are used twice, citations that lead nowhere, departments that nobody knows. */
export function checkNames(checking: Checking): PackError[] {
  return [...checkIds(checking), ...checkWords(checking)];
}

const kindsWithIds: readonly ListKind[] = ['departments', 'clauses', ...itemKinds];

function checkIds({ pack }: Checking): PackError[] {
  return kindsWithIds.flatMap((kind) => {
    const seen = new Set<string>();
    return pack[kind].flatMap((entry) => {
      const { id } = entry.value as { id: string };
      if (seen.has(id)) return [fault(inside(entry.at, 'id'), 'idTwice', { id })];
      seen.add(id);
      return [];
    });
  });
}

const departmentKeys = new Set(['lead', 'supporting', 'reportedBy', 'who', 'toWhom', 'by']);

function checkWords(checking: Checking): PackError[] {
  return (['clauses', ...itemKinds] as const).flatMap((kind) =>
    checking.pack[kind].flatMap(({ value, at }) => wordsIn(value, at, checking)),
  );
}

/** Goes through an item of whatever kind: `cites` and the keys of departments mean the same everywhere. */
function wordsIn(value: unknown, at: Place, checking: Checking): PackError[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const here = inside(at, step);
    if (key === 'cites') return eachWord(part, here, (word) => citationFault(word, checking));
    if (departmentKeys.has(key) && Array.isArray(part)) {
      return eachWord(part, here, (word) => departmentFault(word, checking));
    }
    return wordsIn(part, here, checking);
  });
}

type WordFault =
  | { readonly code: PackErrorCode; readonly details: Readonly<Record<string, unknown>> }
  | undefined;

function eachWord(part: unknown, at: Place, judge: (word: string) => WordFault): PackError[] {
  return (part as string[]).flatMap((word, place) => {
    const found = judge(word);
    return found === undefined ? [] : [fault(inside(at, place), found.code, found.details)];
  });
}

function citationFault(citation: string, checking: Checking): WordFault {
  return deadCitation(citation, checking.pack, checking);
}

function departmentFault(id: string, { departments }: Checking): WordFault {
  if (departments.has(id)) return undefined;
  const suggestion = nearestWord(id, departments.keys()) ?? '–';
  return { code: 'departmentNotKnown', details: { id, suggestion } };
}
