import {
  type Field,
  type FieldSubject,
  fieldForHeader,
  fieldOfKey,
  fields,
  placeHeaders,
  plainHeader,
} from '../../households/model/index.ts';

/** What a table holds: the three of the national layout. */
export const sourceKinds = ['households', 'members', 'surveys'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** The records that a row of each kind makes. A file of households may bring their survey along. */
export const subjectsOf: Record<SourceKind, readonly FieldSubject[]> = {
  households: ['household', 'survey'],
  members: ['person'],
  surveys: ['survey'],
};

const placeKeys = ['code', 'province', 'prefecture', 'county', 'township', 'village'] as const;
export type PlaceKey = (typeof placeKeys)[number];

/** Where a column goes: `household.number`, `person.name`, `survey.wageFen`, `place.village`. */
export type Target = `${FieldSubject | 'place'}.${string}`;

export type MappedColumn = {
  /** The header as it stands in the file, the two lines of a two-line header joined. */
  readonly header: string;
  /** Null: the column is not taken. */
  readonly target: Target | null;
};

export type Mapping = {
  readonly kind: SourceKind;
  /** Number of the header's last row, from 1; the rows of data follow it. */
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** The year of the survey, where the file says it in its title and not in a column. */
  readonly year: number | null;
};

const HOUSEHOLD_NUMBER: Target = 'household.number';

/** Without these a table of the kind cannot be read. */
export const requiredTargets: Record<SourceKind, readonly Target[]> = {
  households: [HOUSEHOLD_NUMBER],
  members: [HOUSEHOLD_NUMBER, 'person.name'],
  surveys: [HOUSEHOLD_NUMBER],
};

const placeByHeader = new Map<string, PlaceKey>(
  placeKeys.flatMap((key) =>
    placeHeaders[key].map((header) => [plainHeader(header), key] as const),
  ),
);

/** The target that a header names for a table of that kind, in any of its old and new names. */
export function targetForHeader(kind: SourceKind, header: string): Target | null {
  const place = placeByHeader.get(plainHeader(header));
  if (place !== undefined) return `place.${place}`;
  for (const subject of subjectsOf[kind]) {
    const field = fieldForHeader(subject, header);
    if (field !== undefined) return `${subject}.${field.key}`;
  }
  return fieldForHeader('household', header)?.key === 'number' ? HOUSEHOLD_NUMBER : null;
}

/** Every target that a column of such a table may be given, in the order of the dictionary. */
export function targetsFor(kind: SourceKind): Target[] {
  const own = subjectsOf[kind].flatMap((subject) =>
    fields[subject].map((field): Target => `${subject}.${field.key}`),
  );
  const number = own.includes(HOUSEHOLD_NUMBER) ? [] : [HOUSEHOLD_NUMBER];
  return [...placeKeys.map((key): Target => `place.${key}`), ...number, ...own];
}

/** The field behind a target; undefined for a place. */
export function fieldOfTarget(target: Target): Field | undefined {
  const [subject, key] = target.split('.') as [FieldSubject | 'place', string];
  return subject === 'place' ? undefined : fieldOfKey(subject, key);
}

export type MappingProblem =
  | { readonly code: 'columnsMissing'; readonly targets: readonly Target[] }
  | { readonly code: 'targetTwice'; readonly target: Target; readonly columns: readonly number[] }
  | { readonly code: 'targetNotOfKind'; readonly target: string }
  | { readonly code: 'yearMissing' };

/** What keeps a mapping from being used, if anything. */
export function problemOfMapping(mapping: Mapping): MappingProblem | undefined {
  const allowed = new Set<string>(targetsFor(mapping.kind));
  const columnsOf = new Map<Target, number[]>();
  for (const [index, { target }] of mapping.columns.entries()) {
    if (target === null) continue;
    if (!allowed.has(target)) return { code: 'targetNotOfKind', target };
    columnsOf.set(target, [...(columnsOf.get(target) ?? []), index]);
  }
  for (const [target, columns] of columnsOf) {
    if (columns.length > 1) return { code: 'targetTwice', target, columns };
  }
  const missing = requiredTargets[mapping.kind].filter((target) => !columnsOf.has(target));
  if (missing.length > 0) return { code: 'columnsMissing', targets: missing };
  const lacksYear = !columnsOf.has('survey.year') && mapping.year === null;
  return mapping.kind === 'surveys' && lacksYear ? { code: 'yearMissing' } : undefined;
}

/** True if rows of this table make surveys: they name a year and at least one thing found in it. */
export function bringsSurveys(mapping: Mapping): boolean {
  if (mapping.kind === 'members') return false;
  const surveyTargets = mapping.columns.filter(
    ({ target }) => target?.startsWith('survey.') === true,
  );
  const hasYear =
    mapping.year !== null || surveyTargets.some(({ target }) => target === 'survey.year');
  return hasYear && surveyTargets.some(({ target }) => target !== 'survey.year');
}
