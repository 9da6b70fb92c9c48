import { plainHeader } from '../../households/model/index.ts';
import { type Cell, textOf } from './cell.ts';
import {
  type MappedColumn,
  type Mapping,
  requiredTargets,
  type SourceKind,
  sourceKinds,
  subjectsOf,
  type Target,
  targetForHeader,
} from './mapping.ts';

/** How many rows at the head of a table are looked at: titles, notes, then the header. */
export const ROWS_LOOKED_AT = 30;

/** Headers that an office has given a target by hand before: kind and plain header to target. */
export type RememberedTargets = ReadonlyMap<string, Target | null>;

export function rememberedKey(kind: SourceKind, header: string): string {
  return `${kind}:${plainHeader(header)}`;
}

/** Something about the table that people must know before they start. */
export type RecognitionNote =
  | { readonly code: 'titleRowsSkipped'; readonly count: number }
  | { readonly code: 'headerOfTwoRows' }
  | {
      readonly code: 'duplicateColumns';
      readonly header: string;
      readonly columns: readonly number[];
    }
  | { readonly code: 'yearFromTitle'; readonly year: number };

export type Recognition = { readonly mapping: Mapping; readonly notes: readonly RecognitionNote[] };

type Candidate = {
  readonly kind: SourceKind;
  readonly headerRow: number;
  readonly twoRows: boolean;
  readonly headers: readonly string[];
  readonly targets: readonly (Target | null)[];
  readonly matched: number;
  readonly complete: boolean;
};

/**
 * Finds the header among the first rows of a table, and what each column is. Titles above it are
 * skipped; a header of two rows with merged cells is joined. Undefined if no row looks like a header.
 * `rows` start at row 1 of the sheet, blank rows included.
 */
export function recognise(
  rows: readonly (readonly Cell[])[],
  options: {
    readonly fileName: string;
    readonly remembered?: RememberedTargets;
    readonly kind?: SourceKind;
  },
): Recognition | undefined {
  const kinds = options.kind === undefined ? sourceKinds : [options.kind];
  const candidates = rows
    .slice(0, ROWS_LOOKED_AT)
    .flatMap((_, index) =>
      kinds.flatMap((kind) => candidatesAt(rows, index, { kind, remembered: options.remembered })),
    );
  const best = candidates.reduce<Candidate | undefined>(
    (before, candidate) =>
      before === undefined || isBetter(candidate, before) ? candidate : before,
    undefined,
  );
  if (best === undefined || best.matched < 2) return undefined;
  return recognitionOf(best, titlesAbove(rows, best), options.fileName);
}

function isBetter(one: Candidate, other: Candidate): boolean {
  if (weightOf(one) !== weightOf(other)) return weightOf(one) > weightOf(other);
  return !one.twoRows && other.twoRows && one.headerRow <= other.headerRow;
}

/** Many known columns that lack a required one tell more than a few that happen to lack none. */
function weightOf({ matched, complete }: Candidate): number {
  return complete ? matched * 2 : matched;
}

function candidatesAt(
  rows: readonly (readonly Cell[])[],
  index: number,
  by: { readonly kind: SourceKind; readonly remembered: RememberedTargets | undefined },
): Candidate[] {
  const upper = textsOf(rows[index]);
  const filled = upper.filter((text) => text !== '').length;
  if (filled === 0) return [];
  const single = candidate(
    upper.map((text) => [text]),
    { ...by, headerRow: index + 1, twoRows: false },
  );
  const lower = textsOf(rows[index + 1]);
  const looksLikeGroups = lower.some((text, column) => text !== '' && (upper[column] ?? '') === '');
  if (!looksLikeGroups) return [single];
  const joined = candidate(joinHeaders(upper, lower), {
    ...by,
    headerRow: index + 2,
    twoRows: true,
  });
  return [single, joined];
}

function textsOf(row: readonly Cell[] | undefined): string[] {
  return Array.from(row ?? [], textOf);
}

/**
 * The ways in which a column of a two-row header may be meant: the lower line, group and lower line
 * together, or the upper line where a cell is merged downwards. A group's title stands in the first
 * of its merged cells and is carried on to the right.
 */
function joinHeaders(upper: readonly string[], lower: readonly string[]): string[][] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const above = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (above !== '') group = above;
    if (below === '') return [above];
    return above === '' ? [below, `${group}${below}`] : [below, `${above}${below}`, above];
  });
}

function candidate(
  columns: readonly (readonly string[])[],
  by: {
    readonly kind: SourceKind;
    readonly remembered: RememberedTargets | undefined;
    readonly headerRow: number;
    readonly twoRows: boolean;
  },
): Candidate {
  const headers: string[] = [];
  const targets: (Target | null)[] = [];
  for (const forms of columns) {
    const found = forms.map((form) => targetOf(by, form));
    const at = found.findIndex((target) => target !== null);
    headers.push(forms[at] ?? forms.at(-1) ?? '');
    targets.push(found[at] ?? null);
  }
  const distinct = new Set(targets.filter((target) => target !== null));
  const own = [...distinct].filter((target) => isOwn(by.kind, target, distinct));
  return {
    kind: by.kind,
    headerRow: by.headerRow,
    twoRows: by.twoRows,
    headers,
    targets,
    matched: own.length + (distinct.has('household.number') && by.kind !== 'households' ? 1 : 0),
    complete: requiredTargets[by.kind].every((target) => distinct.has(target)),
  };
}

/** Columns about the household that other tables carry along, to say which household is meant. */
const companions = new Set<Target>([
  'household.number',
  'household.headName',
  'household.memberCount',
  'household.phone',
  'household.address',
  'household.villageGroup',
]);

/** A table of households may bring a survey along; a survey that names the head is none of households. */
function isOwn(kind: SourceKind, target: Target, all: ReadonlySet<Target>): boolean {
  const subject = subjectsOf[kind].find((candidate) => target.startsWith(`${candidate}.`));
  if (subject === undefined) return false;
  if (subject === subjectsOf[kind][0]) return true;
  return [...all].some((other) => other.startsWith('household.') && !companions.has(other));
}

function targetOf(
  by: { readonly kind: SourceKind; readonly remembered: RememberedTargets | undefined },
  header: string,
): Target | null {
  if (header === '') return null;
  const remembered = by.remembered?.get(rememberedKey(by.kind, header));
  return remembered === undefined ? targetForHeader(by.kind, header) : remembered;
}

function recognitionOf(best: Candidate, titles: readonly string[], fileName: string): Recognition {
  const notes: RecognitionNote[] = [];
  if (titles.length > 0) notes.push({ code: 'titleRowsSkipped', count: titles.length });
  if (best.twoRows) notes.push({ code: 'headerOfTwoRows' });
  const columns = withoutDuplicates(best, notes);
  const mayNeedYear = best.kind !== 'members' && !best.targets.includes('survey.year');
  const year = mayNeedYear && hasSurveyColumns(best) ? yearIn([...titles, fileName]) : null;
  if (year !== null) notes.push({ code: 'yearFromTitle', year });
  return { mapping: { kind: best.kind, headerRow: best.headerRow, columns, year }, notes };
}

function hasSurveyColumns({ targets }: Candidate): boolean {
  return targets.some((target) => target?.startsWith('survey.') === true);
}

/** Two columns of one meaning: which of them is right only people can say, so neither is taken. */
function withoutDuplicates(
  { headers, targets }: Candidate,
  notes: RecognitionNote[],
): MappedColumn[] {
  const seen = new Map<Target, number[]>();
  for (const [index, target] of targets.entries()) {
    if (target !== null) seen.set(target, [...(seen.get(target) ?? []), index]);
  }
  for (const columns of seen.values()) {
    if (columns.length > 1)
      notes.push({ code: 'duplicateColumns', header: headers[columns[0] ?? 0] ?? '', columns });
  }
  return headers.map((header, index) => {
    const target = targets[index] ?? null;
    const isTwice = target !== null && (seen.get(target)?.length ?? 0) > 1;
    return { header, target: isTwice ? null : target };
  });
}

function titlesAbove(rows: readonly (readonly Cell[])[], best: Candidate): string[] {
  const first = best.headerRow - (best.twoRows ? 2 : 1);
  return rows
    .slice(0, first)
    .map((row) =>
      textsOf(row)
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((text) => text !== '');
}

function yearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const match = /(20\d{2})\s*年/u.exec(text.normalize('NFKC'));
    if (match !== null) return Number(match[1]);
  }
  return null;
}
