import { Problem } from '../../../platform/server/http/problem.ts';
import { readCitation } from '../model/citation.ts';
import type {
  ClauseAnswer,
  ClauseView,
  ItemView,
  PackAnswer,
  PackSummary,
} from '../model/contract.ts';
import { type ClauseCoverage, citationsOf, countCoverage, coverageOf } from '../model/coverage.ts';
import { type EntryOf, type ItemKind, itemKinds, type Pack } from '../model/pack.ts';
import { type PackLibrary, shippedLibrary } from './library.ts';

type Named = { id: string; title: { zh: string; en: string } };

/** Every pack that comes with the product, in words and numbers. */
export function listPacks(): PackSummary[] {
  const library = shippedLibrary();
  return library.packs.map((pack) => summaryOf(pack, library));
}

/** A pack with its clauses, what carries each out, and its items. */
export function showPack(id: string): PackAnswer {
  const library = shippedLibrary();
  const pack = getPack(library, id);
  const { note, sources } = pack.head.value;
  return {
    ...summaryOf(pack, library),
    note: note ?? null,
    chain: library.set.chainOf(pack).map(({ head }) => named(head.value)),
    sources: sources.map((source) => ({
      ...named(source),
      issuer: source.issuer,
      number: source.number ?? null,
      date: source.date ?? null,
    })),
    clauses: clauseViews(pack, library),
    ownItems: itemKinds.flatMap((kind) => itemsOfKind(pack, kind)),
  };
}

/** One clause of a pack with the whole of what carries it out. */
export function showClause(id: string, clause: string): ClauseAnswer {
  const library = shippedLibrary();
  const pack = getPack(library, id);
  const view = clauseViews(pack, library).find((each) => each.id === clause);
  if (view === undefined) throw new Problem(404, 'clauseNotThere', { id, clause });
  const items = itemKinds
    .flatMap((kind) => itemsOfKind(pack, kind))
    .filter(({ cites }) =>
      cites.some((citation) => {
        const cited = readCitation(citation, id);
        return cited.kind === 'clause' && cited.pack === id && cited.clause === clause;
      }),
    );
  return { pack: named(pack.head.value), clause: view, items };
}

function getPack(library: PackLibrary, id: string): Pack {
  const pack = library.find(id);
  if (pack === undefined) throw new Problem(404, 'packNotThere', { id });
  return pack;
}

function named({ id, title }: Named): Named {
  return { id, title };
}

function summaryOf(pack: Pack, library: PackLibrary): PackSummary {
  const { id, title, issuer, level, regions, inForce, extends: above } = pack.head.value;
  const { uncovered, ...counts } = countCoverage(coverageOf(pack));
  return {
    id,
    title,
    issuer,
    level,
    regions: [...regions],
    from: inForce.from,
    until: inForce.until ?? null,
    extends: above ?? null,
    version: library.versionOf(pack),
    coverage: { ...counts, uncovered: [...uncovered] },
    items: Object.fromEntries(itemKinds.map((kind) => [kind, pack[kind].length])),
  };
}

function clauseViews(pack: Pack, library: PackLibrary): ClauseView[] {
  const departments = new Map(
    library.packs.flatMap((each) => each.departments.map(({ value }) => [value.id, named(value)])),
  );
  const titles = new Map(
    itemKinds.flatMap((kind) =>
      pack[kind].map(({ value }) => [`${kind} ${value.id}`, value.title] as const),
    ),
  );
  const people = (ids: readonly string[] | undefined): Named[] =>
    (ids ?? []).flatMap((id) => departments.get(id) ?? []);
  return coverageOf(pack).map(({ clause, carrying, carriers }) => ({
    id: clause.id,
    number: clause.number,
    parent: clause.parent ?? null,
    heading: clause.heading === true,
    summary: clause.summary,
    lead: people(clause.lead),
    supporting: people(clause.supporting),
    exhortation: clause.exhortation ?? null,
    reading: clause.reading ?? null,
    carrying,
    carriers: withTitles(carriers, titles),
  }));
}

function withTitles(
  carriers: ClauseCoverage['carriers'],
  titles: ReadonlyMap<string, Named['title']>,
): ClauseView['carriers'] {
  return carriers.flatMap(({ kind, id }) => {
    const title = titles.get(`${kind} ${id}`);
    return title === undefined ? [] : [{ kind, id, title }];
  });
}

function itemsOfKind(pack: Pack, kind: ItemKind): ItemView[] {
  return pack[kind].map(({ value }) => itemView(kind, value, pack.head.value.id));
}

function itemView(kind: ItemKind, item: EntryOf<ItemKind>, pack: string): ItemView {
  const { id, title, ...content } = item;
  return { kind, id, title, pack, cites: [...new Set(citationsOf(kind, item))], content };
}
