import type { Pack } from './pack.ts';
import { nearestWord } from './suggestion.ts';

/** What a citation points to: a clause of a pack, or a document that a pack names. */
export type Cited =
  | { readonly kind: 'clause'; readonly pack: string; readonly clause: string }
  | { readonly kind: 'source'; readonly source: string; readonly article: string | null };

/** Reads a citation as it stands in the pack: `#3.1`, `national#exit`, `source:law#第十二条`. */
export function readCitation(citation: string, pack: string): Cited {
  const mark = citation.indexOf('#');
  const before = mark === -1 ? citation : citation.slice(0, mark);
  const after = mark === -1 ? null : citation.slice(mark + 1);
  if (before.startsWith('source:')) {
    return { kind: 'source', source: before.slice('source:'.length), article: after };
  }
  return { kind: 'clause', pack: before === '' ? pack : before, clause: after ?? '' };
}

export type DeadCitation = {
  readonly code: 'deadCitation' | 'deadCitationSuggested' | 'packNotKnown' | 'sourceNotDeclared';
  readonly details: Readonly<Record<string, unknown>>;
};

/** All packs by id, and a pack followed by those that it extends, nearest first. */
export type PackSet = {
  readonly packs: ReadonlyMap<string, Pack>;
  chainOf(pack: Pack): readonly Pack[];
};

/** Why a citation leads nowhere; undefined if it leads to a clause or a declared document. */
export function deadCitation(
  citation: string,
  pack: Pack,
  { packs, chainOf }: PackSet,
): DeadCitation | undefined {
  const cited = readCitation(citation, pack.head.value.id);
  if (cited.kind === 'source') {
    const declared = chainOf(pack).flatMap(({ head }) => head.value.sources.map(({ id }) => id));
    if (declared.includes(cited.source)) return undefined;
    const suggestion = nearestWord(cited.source, declared) ?? '–';
    return { code: 'sourceNotDeclared', details: { source: cited.source, suggestion } };
  }
  const owner = cited.pack === pack.head.value.id ? pack : packs.get(cited.pack);
  if (owner === undefined) return { code: 'packNotKnown', details: { pack: cited.pack } };
  const clauses = owner.clauses.map(({ value }) => value.id);
  if (clauses.includes(cited.clause)) return undefined;
  const suggestion = nearestWord(cited.clause, clauses);
  const details = { citation, clause: cited.clause, pack: cited.pack, suggestion };
  return { code: suggestion === undefined ? 'deadCitation' : 'deadCitationSuggested', details };
}
