import type { CutClause } from './clause.ts';

export type Words = { readonly zh: string; readonly en: string };

/** What matching needs to know of a pack: its clauses with their numbers and summaries. */
export type PackOutline = {
  readonly id: string;
  readonly title: Words;
  readonly clauses: readonly PackClause[];
};

export type PackClause = {
  readonly id: string;
  /** As printed in the document. */
  readonly number: string;
  readonly parent?: string | undefined;
  readonly summary: Words;
};

/** By what a clause was matched: its path, the likeness of its words, or a person's hand. */
export const matchBases = ['path', 'words', 'hand'] as const;
export type MatchBasis = (typeof matchBases)[number];

export type Match = {
  readonly path: string;
  readonly packClauseId: string;
  /** 0 to 1. */
  readonly score: number;
  readonly basis: Exclude<MatchBasis, 'hand'>;
};

// Measured on seven documents and summaries in other words: a clause shares 0.3 and more of the
// pairs of characters of its own summary, and 0.15 of another's.
const ALIKE = 0.35;
const UNLIKE = 0.05;
const SAME_PATH = 0.5;

/** What is compared: the pairs of characters of the summaries, and those of them that each clause has. */
type Comparison = {
  readonly summaries: ReadonlyMap<PackClause, ReadonlySet<string>>;
  readonly words: ReadonlyMap<CutClause, ReadonlySet<string>>;
};

function compare(clauses: readonly CutClause[], packs: readonly PackOutline[]): Comparison {
  const summaries = new Map(
    packs.flatMap((pack) =>
      pack.clauses.map((clause) => [clause, new Set(pairsOf(clause.summary.zh))] as const),
    ),
  );
  const known = new Set<string>();
  for (const pairs of summaries.values()) for (const pair of pairs) known.add(pair);
  return { summaries, words: wordsOf(clauses, known) };
}

/** The share of a summary's pairs of characters that a clause has too. */
function likeness({ summaries, words }: Comparison, said: PackClause, clause: CutClause): number {
  const pairs = summaries.get(said);
  const own = words.get(clause);
  if (pairs === undefined || pairs.size === 0 || own === undefined) return 0;
  let shared = 0;
  for (const pair of pairs) if (own.has(pair)) shared += 1;
  return shared / pairs.size;
}

export type PackScore = { readonly packId: string; readonly score: number };

/** The pack that a document fits, if it clearly fits one, and what its clauses say in it. */
export type PackFit = { readonly best: PackScore | undefined; readonly matches: readonly Match[] };

/** Holds a document against all packs. */
export function fitPacks(clauses: readonly CutClause[], packs: readonly PackOutline[]): PackFit {
  const comparison = compare(clauses, packs);
  const best = clearlyBest(ranked(clauses, packs, comparison));
  const pack = packs.find(({ id }) => id === best?.packId);
  return { best, matches: pack === undefined ? [] : matched(clauses, pack, comparison) };
}

/** Finds for each clause of a document the clause of a pack that speaks of it; none twice. */
export function matchClauses(clauses: readonly CutClause[], pack: PackOutline): Match[] {
  return matched(clauses, pack, compare(clauses, [pack]));
}

function matched(
  clauses: readonly CutClause[],
  pack: PackOutline,
  comparison: Comparison,
): Match[] {
  const byId = new Map(pack.clauses.map((clause) => [clause.id, clause]));
  const taken = new Set<string>();
  const matches: Match[] = [];
  const open: CutClause[] = [];
  for (const clause of clauses) {
    const same = byId.get(clause.path);
    const alike = same === undefined ? 0 : likeness(comparison, same, clause);
    if (same === undefined || (alike < UNLIKE && !agrees(clause.number, same.number))) {
      open.push(clause);
      continue;
    }
    taken.add(same.id);
    const sureness = Math.min(1, alike / ALIKE) * (1 - SAME_PATH);
    const score = rounded(SAME_PATH + sureness);
    matches.push({ path: clause.path, packClauseId: same.id, score, basis: 'path' });
  }
  const left = pack.clauses.filter(({ id }) => !taken.has(id));
  return [
    ...matches,
    ...matchByWords(
      open.filter(({ inline }) => !inline),
      left,
      comparison,
    ),
  ];
}

/** The likeliest pairs first, so that the order of the clauses does not decide. */
function matchByWords(
  clauses: readonly CutClause[],
  left: readonly PackClause[],
  comparison: Comparison,
): Match[] {
  const pairs = clauses.flatMap((clause, order) =>
    left.flatMap((said) => {
      const score = likeness(comparison, said, clause);
      return score < ALIKE ? [] : [{ path: clause.path, packClauseId: said.id, score, order }];
    }),
  );
  const paths = new Set<string>();
  const ids = new Set<string>();
  const matches: Match[] = [];
  const bestFirst = pairs.toSorted(
    (one, other) => other.score - one.score || one.order - other.order,
  );
  for (const { path, packClauseId, score } of bestFirst) {
    if (paths.has(path) || ids.has(packClauseId)) continue;
    paths.add(path);
    ids.add(packClauseId);
    matches.push({ path, packClauseId, score: rounded(score), basis: 'words' });
  }
  return matches;
}

function ranked(
  clauses: readonly CutClause[],
  packs: readonly PackOutline[],
  comparison: Comparison,
): PackScore[] {
  const byPath = new Map(clauses.map((clause) => [clause.path, clause]));
  return packs
    .map((pack) => ({ packId: pack.id, score: scoreOf(byPath, pack, comparison) }))
    .toSorted((one, other) => other.score - one.score);
}

const GOOD_SCORE = 0.55;
const LEAD = 0.1;

function clearlyBest([best, second]: readonly PackScore[]): PackScore | undefined {
  if (best === undefined || best.score < GOOD_SCORE) return undefined;
  return best.score - (second?.score ?? 0) >= LEAD ? best : undefined;
}

/**
 * 1 if all clauses of the pack are found, in words and place. Places alone prove little, as most
 * documents have a 一(一): words weigh more.
 */
function scoreOf(
  byPath: ReadonlyMap<string, CutClause>,
  pack: PackOutline,
  comparison: Comparison,
): number {
  if (pack.clauses.length === 0) return 0;
  let sum = 0;
  for (const said of pack.clauses) {
    const clause = byPath.get(said.id);
    if (clause === undefined) continue;
    sum += 0.25 + 0.75 * Math.min(1, likeness(comparison, said, clause) / ALIKE);
  }
  return rounded(sum / pack.clauses.length);
}

/** Of each clause the pairs of characters that are known; items within its sentences belong to it. */
function wordsOf(
  clauses: readonly CutClause[],
  known: ReadonlySet<string>,
): Map<CutClause, Set<string>> {
  const words = new Map<CutClause, Set<string>>();
  const byPath = new Map<string, Set<string>>();
  for (const clause of clauses) {
    const own = new Set<string>();
    for (const pair of pairsOf(`${clause.heading} ${clause.text}`))
      if (known.has(pair)) own.add(pair);
    words.set(clause, own);
    byPath.set(clause.path, own);
    const isItem = clause.inline || clause.kind === 'ordinal';
    const above = isItem && clause.parent !== null ? byPath.get(clause.parent) : undefined;
    if (above !== undefined) for (const pair of own) above.add(pair);
  }
  return words;
}

function* pairsOf(text: string): Generator<string> {
  for (const run of text.matchAll(/[\p{Script=Han}\d.%]{2,}/gu)) {
    const [characters] = run;
    for (let index = 0; index + 1 < characters.length; index += 1)
      yield characters.slice(index, index + 2);
  }
}

function agrees(one: string, other: string): boolean {
  const bare = (number: string): string => number.replaceAll(/[\s、.．()（）]/g, '');
  return bare(one) === bare(other);
}

function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
