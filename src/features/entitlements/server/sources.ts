import { type Pack, readCitation } from '../../packs/model/index.ts';
import type { Followed } from '../../packs/server/index.ts';
import type { Source } from '../model/contract.ts';

/** Citations of a pack (null: what an office wrote beside its own value) with the names of what they point to. */
export function sourcesOf(
  cites: readonly string[],
  pack: string | null,
  { library, chain }: Pick<Followed, 'library' | 'chain'>,
): Source[] {
  return cites.map((citation) => {
    if (pack === null) return unnamed(citation);
    const cited = readCitation(citation, pack);
    if (cited.kind === 'source') {
      const documents = chain.flatMap(({ head }) => head.value.sources);
      const found = documents.find(({ id }) => id === cited.source);
      const title = found?.title ?? { zh: cited.source, en: cited.source };
      return { pack: null, clause: null, number: cited.article ?? '', title };
    }
    const owner = library.find(cited.pack);
    if (owner === undefined) return unnamed(citation);
    const number = numberOf(cited.clause, owner);
    return { pack: cited.pack, clause: cited.clause, number, title: owner.head.value.title };
  });
}

/** The number as printed, after those of the clauses that it stands under: 三、（一）. */
function numberOf(id: string, owner: Pack): string {
  const numbers: string[] = [];
  const seen = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const clause = owner.clauses.find(({ value }) => value.id === current)?.value;
    if (clause !== undefined) numbers.unshift(clause.number);
    current = clause?.parent;
  }
  const number = numbers.join('');
  return number === '' ? id : number;
}

function unnamed(text: string): Source {
  return { pack: null, clause: null, number: '', title: { zh: text, en: text } };
}
