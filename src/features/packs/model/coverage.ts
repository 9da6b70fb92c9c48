import { readCitation } from './citation.ts';
import { type EntryOf, type ItemKind, itemKinds, type Pack } from './pack.ts';

/** How a clause is carried out; `below` is a heading whose clauses are all carried out. */
export type Carrying = 'items' | 'below' | 'exhortation' | 'nothing';

/** An item that cites a clause. */
export type Carrier = { readonly kind: ItemKind; readonly id: string };

export type ClauseCoverage = {
  readonly clause: EntryOf<'clauses'>;
  readonly carrying: Carrying;
  readonly carriers: readonly Carrier[];
};

/**
 * What carries each clause of a pack out, in its order: the pack's own items that cite it. Where
 * there are none, the pack says why software cannot, or the clause only heads others.
 */
export function coverageOf(pack: Pack): readonly ClauseCoverage[] {
  const carriers = carriersByClause(pack);
  const below = childrenOf(pack);
  const known = new Map<string, Carrying>();
  const carryingOf = (clause: EntryOf<'clauses'>, above: ReadonlySet<string>): Carrying => {
    const found = known.get(clause.id) ?? carriedBy(clause, above);
    known.set(clause.id, found);
    return found;
  };
  const carriedBy = (clause: EntryOf<'clauses'>, above: ReadonlySet<string>): Carrying => {
    if ((carriers.get(clause.id) ?? []).length > 0) return 'items';
    if (clause.exhortation !== undefined) return 'exhortation';
    const children = below.get(clause.id) ?? [];
    if (clause.heading !== true || children.length === 0 || above.has(clause.id)) return 'nothing';
    const path = new Set([...above, clause.id]);
    return children.every((child) => carryingOf(child, path) !== 'nothing') ? 'below' : 'nothing';
  };
  return pack.clauses.map(({ value: clause }) => ({
    clause,
    carrying: carryingOf(clause, new Set()),
    carriers: carriers.get(clause.id) ?? [],
  }));
}

function carriersByClause(pack: Pack): Map<string, Carrier[]> {
  const found = new Map<string, Carrier[]>();
  const own = pack.head.value.id;
  for (const kind of itemKinds) {
    for (const { value } of pack[kind]) {
      const clauses = citationsOf(kind, value)
        .map((citation) => readCitation(citation, own))
        .flatMap((cited) => (cited.kind === 'clause' && cited.pack === own ? [cited.clause] : []));
      for (const clause of new Set(clauses)) {
        found.set(clause, [...(found.get(clause) ?? []), { kind, id: value.id }]);
      }
    }
  }
  return found;
}

/** Everything that an item cites: itself, its dated values, its steps. */
export function citationsOf(kind: ItemKind, item: EntryOf<ItemKind>): readonly string[] {
  if (kind === 'parameters') {
    return (item as EntryOf<'parameters'>).values.flatMap(({ cites }) => cites);
  }
  const { cites } = item as Exclude<EntryOf<ItemKind>, EntryOf<'parameters'>>;
  if (kind !== 'procedures') return cites;
  return [...cites, ...(item as EntryOf<'procedures'>).steps.flatMap((step) => step.cites)];
}

function childrenOf(pack: Pack): Map<string, EntryOf<'clauses'>[]> {
  const found = new Map<string, EntryOf<'clauses'>[]>();
  for (const { value } of pack.clauses) {
    if (value.parent === undefined) continue;
    found.set(value.parent, [...(found.get(value.parent) ?? []), value]);
  }
  return found;
}

export type CoverageCount = {
  readonly clauses: number;
  /** Carried out, or said why not. */
  readonly covered: number;
  /** Of them those for which the pack says why software cannot. */
  readonly exhortations: number;
  readonly uncovered: readonly string[];
};

export function countCoverage(coverage: readonly ClauseCoverage[]): CoverageCount {
  const uncovered = coverage.filter(({ carrying }) => carrying === 'nothing');
  return {
    clauses: coverage.length,
    covered: coverage.length - uncovered.length,
    exhortations: coverage.filter(({ carrying }) => carrying === 'exhortation').length,
    uncovered: uncovered.map(({ clause }) => clause.id),
  };
}
