import { type Language, text } from '../../../platform/server/http/problem-catalogue.ts';
import type { CodeListId } from '../../households/model/index.ts';

/** The words of a ledger in one language. */
export type Words = {
  readonly language: Language;
  /** A text of the ledgers' own message file. */
  readonly say: (key: string, values?: Record<string, unknown>) => string;
  /** The name of a code; null if nothing is stated. */
  readonly code: (list: CodeListId, code: string | null | undefined) => string | null;
  /** The names of several codes as one text; null if there are none. */
  readonly codes: (list: CodeListId, codes: readonly string[]) => string | null;
  /** The label of a register field, `person.birthDay`. */
  readonly field: (key: string) => string;
  readonly yesNo: (value: boolean | null | undefined) => string | null;
  /** Several words as one text; null if there are none. */
  readonly list: (words: readonly (string | null)[]) => string | null;
};

/** Looked up once each: a village's cards ask for the same hundred words again and again. */
export function wordsIn(language: Language): Words {
  const own = remembering((key) => text(language, `ledgers:${key}`));
  const fields = remembering((key) => text(language, `fields:${key}`));
  const lists = new Map<CodeListId, (code: string) => string>();
  const code: Words['code'] = (list, value) => {
    if (value === null || value === undefined) return null;
    const names = lists.get(list) ?? remembering((each) => text(language, `codes:${list}.${each}`));
    lists.set(list, names);
    return names(value);
  };
  const list: Words['list'] = (words) => {
    const stated = words.filter((word) => word !== null);
    return stated.length === 0 ? null : stated.join(own('listSeparator'));
  };
  return {
    language,
    say: (key, values) =>
      values === undefined ? own(key) : text(language, `ledgers:${key}`, values),
    code,
    codes: (id, codes) => list(codes.map((each) => code(id, each))),
    field: fields,
    yesNo: (value) => (value === null || value === undefined ? null : own(value ? 'yes' : 'no')),
    list,
  };
}

function remembering(look: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const looked = look(key);
    known.set(key, looked);
    return looked;
  };
}
