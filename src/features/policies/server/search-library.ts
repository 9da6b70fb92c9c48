import type { Context } from '../../../platform/server/http/endpoint.ts';
import { coverageOf, itemKinds, type Pack, readCitation } from '../../packs/model/index.ts';
import { followedPack, listPacks, shippedLibrary } from '../../packs/server/index.ts';
import { regionNames } from '../../regions/server/index.ts';
import type { LibraryAnswer, LibraryQuery } from '../model/contract.ts';
import { askedRegion } from './pack-asked.ts';

const MOST_HITS = 8;

type Hit = LibraryAnswer['packs'][number]['hits'][number];
type Summary = ReturnType<typeof listPacks>[number];
type Known = { readonly themes: string[]; readonly audiences: string[]; readonly texts: Hit[] };

const known = new WeakMap<Pack, Known>();
let summaries: Summary[] | undefined;

/** The packs that fit what is asked, each with the clauses and items in which it was found. */
export async function searchLibrary(context: Context, asked: LibraryQuery): Promise<LibraryAnswer> {
  const region = askedRegion(context, asked.region);
  const followed = await followedPack(context.tx, region, context.today);
  const names = await regionNames(context.tx, [region]);
  const { packs } = shippedLibrary();
  // Packs that come with the product do not change while it runs.
  summaries ??= listPacks();
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  return {
    region: { code: region, name: names.get(region)?.name ?? region },
    followed: followed?.pack.head.value.id ?? null,
    chain: (followed?.chain ?? []).map(({ head }) => head.value.id),
    packs: packs.flatMap((pack) => {
      const summary = byId.get(pack.head.value.id);
      return summary === undefined ? [] : entryOf(pack, summary, asked);
    }),
    themes: [...new Set(packs.flatMap((pack) => wordsOf(pack).themes))].toSorted(),
  };
}

function entryOf(pack: Pack, summary: Summary, asked: LibraryQuery): LibraryAnswer['packs'] {
  const { themes, audiences, texts } = wordsOf(pack);
  const { text = '', theme, level, audience } = asked;
  if (theme !== undefined && !themes.includes(theme)) return [];
  if (level !== undefined && summary.level !== level) return [];
  if (audience !== undefined && !audiences.includes(audience)) return [];
  const wanted = text.toLowerCase();
  const found =
    wanted === '' ? [] : texts.filter(({ text: said, number }) => has([said, number], wanted));
  const isNamed = has([summary.title, summary.issuer, summary.id], wanted);
  if (wanted !== '' && !isNamed && found.length === 0) return [];
  return [
    { ...summary, themes, audiences, hits: found.slice(0, MOST_HITS), hitCount: found.length },
  ];
}

function has(texts: readonly ({ zh: string; en: string } | string)[], wanted: string): boolean {
  return texts.some((text) => {
    const written = typeof text === 'string' ? text : `${text.zh}\n${text.en}`;
    return written.toLowerCase().includes(wanted);
  });
}

/** What a pack speaks of and to whom, and every text in which it can be found. */
function wordsOf(pack: Pack): Known {
  const found = known.get(pack) ?? readWords(pack);
  known.set(pack, found);
  return found;
}

function readWords(pack: Pack): Known {
  const rules = pack.rules.map(({ value }) => value);
  const owed = pack.obligations.length + pack.fundRules.length > 0;
  const audiences = new Set<string>(rules.map(({ subject }) => subject));
  for (const { value } of pack.procedures) audiences.add(value.subject);
  if (owed) audiences.add('department');
  const wanted = ['household', 'person', 'village', 'county', 'department'];
  return {
    themes: [...new Set(rules.map(({ theme }) => theme))],
    audiences: wanted.filter((audience) => audiences.has(audience)),
    texts: textsOf(pack),
  };
}

function textsOf(pack: Pack): Hit[] {
  const own = pack.head.value.id;
  const clauses = coverageOf(pack).map(
    ({ clause: { id, number, summary } }): Hit => ({
      kind: 'clauses',
      id,
      clause: id,
      number,
      text: summary,
    }),
  );
  const items = itemKinds.flatMap((kind) =>
    pack[kind].map(({ value }): Hit => {
      const cites = 'cites' in value ? value.cites : value.values.flatMap((each) => each.cites);
      const [clause] = cites
        .map((citation) => readCitation(citation, own))
        .flatMap((cited) => (cited.kind === 'clause' && cited.pack === own ? [cited.clause] : []));
      return { kind, id: value.id, clause: clause ?? null, number: '', text: value.title };
    }),
  );
  return [...clauses, ...items];
}
