import type { Transaction } from '../../../platform/server/database/connect.ts';
import {
  type Field,
  type FieldSubject,
  fields,
  type HouseholdFacts,
  type PersonFacts,
  type SurveyFacts,
} from '../../households/model/index.ts';
import { recordOfRow } from '../../households/server/index.ts';
import {
  checkHousehold,
  type Finding,
  nationalParameters,
  type RuleContext,
} from '../../quality/model/index.ts';
import { detailsOf } from '../model/judge.ts';
import type { Mapping } from '../model/mapping.ts';
import type { StatedBy } from './members-store.ts';
import { markDoomed } from './plan-store.ts';
import {
  findSuspects,
  insertRefusals,
  loadSuspects,
  type PlacedRefusal,
  type SuspectRows,
} from './suspect-store.ts';

const JUDGED_AT_ONCE = 2_000;

export type JudgedSources = {
  readonly mappings: ReadonlyMap<number, Mapping>;
  readonly statedBy: StatedBy;
  readonly rules: RuleContext;
};

/**
 * Refuses households that would break a rule of level E which needs their members or surveys. SQL
 * finds those that might; the rules' own code judges them.
 */
export async function refuseBrokenHouseholds(
  tx: Transaction,
  sources: JudgedSources,
): Promise<void> {
  const numbers = await findSuspects(tx, sources.statedBy, highestPovertyLineFen());
  for (let at = 0; at < numbers.length; at += JUDGED_AT_ONCE) {
    const rows = await loadSuspects(tx, numbers.slice(at, at + JUDGED_AT_ONCE));
    await insertRefusals(tx, judge(rows, sources));
  }
  await markDoomed(tx);
}

function highestPovertyLineFen(): number {
  const lines = nationalParameters
    .filter(({ id }) => id === 'povertyLineFen')
    .map(({ value }) => value);
  return Math.max(0, ...lines);
}

type Row = Readonly<Record<string, unknown>>;
type StagedRow = { readonly source: number; readonly row: number };

/** Where each record of a household came from, so that a finding can be put on a cell. */
type Whole = {
  readonly number: string;
  readonly household: HouseholdFacts;
  readonly householdRow: StagedRow | undefined;
  readonly persons: readonly (PersonFacts & { readonly id: string })[];
  readonly personRows: ReadonlyMap<string, StagedRow>;
  readonly surveys: readonly SurveyFacts[];
  /** The row of the latest survey, if the files brought it. */
  readonly surveyRow: StagedRow | undefined;
};

function judge(rows: SuspectRows, sources: JudgedSources): PlacedRefusal[] {
  const context = { ...sources.rules, clear: false };
  const placed: PlacedRefusal[] = [];
  for (const whole of gather(rows, sources)) {
    for (const finding of checkHousehold(whole, context, { rows: false })) {
      if (finding.level === 'E' && concernsFiles(finding, sources))
        placed.push(...place(finding, whole, sources));
    }
  }
  return placed;
}

const subjects = ['household', 'person', 'survey'] as const;

/** A finding about fields of which no file has a column is not the files' fault. */
function concernsFiles({ fields: keys }: Finding, { statedBy }: JudgedSources): boolean {
  return keys.some((key) => subjects.some((subject) => statedBy(`${subject}.${key}`).length > 0));
}

function isSurveyField(key: string): boolean {
  return fields.survey.some((field) => field.key === key);
}

/**
 * A fault of the survey refuses the survey and leaves the household alone; any other refuses the
 * household with its members, and is written on the row it is about.
 */
function place(finding: Finding, whole: Whole, { mappings }: JudgedSources): PlacedRefusal[] {
  const base = {
    code: finding.ruleId,
    details: emptyAsNull(detailsOf(finding)),
    number: whole.number,
  };
  const on = ({ source, row }: StagedRow, ofUnit: boolean): PlacedRefusal => ({
    ...base,
    source,
    row_number: row,
    column_index: columnOf(mappings.get(source), finding.fields),
    of_unit: ofUnit,
  });
  if (whole.surveyRow !== undefined && finding.fields.some(isSurveyField)) {
    return [on(whole.surveyRow, mappings.get(whole.surveyRow.source)?.kind === 'households')];
  }
  const person = finding.subjectId === null ? undefined : whole.personRows.get(finding.subjectId);
  const row = person ?? whole.householdRow;
  return row === undefined
    ? [...whole.personRows.values()].map((each) => on(each, true))
    : [on(row, true)];
}

function emptyAsNull(details: Readonly<Record<string, string | number>>) {
  return Object.keys(details).length === 0 ? null : details;
}

function columnOf(mapping: Mapping | undefined, keys: readonly string[]): number | null {
  const index = mapping?.columns.findIndex(
    ({ target }) =>
      target !== null &&
      keys.includes(target.slice(target.indexOf('.') + 1)) &&
      !target.startsWith('place.'),
  );
  return index === undefined || index < 0 ? null : index;
}

function groupByNumber<R extends Row>(rows: readonly R[]): Map<unknown, R[]> {
  const groups = new Map<unknown, R[]>();
  for (const row of rows) {
    const number = row['number_of_household'];
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [row]);
    else group.push(row);
  }
  return groups;
}

function gather(rows: SuspectRows, { statedBy }: JudgedSources): Whole[] {
  const merge = (subject: FieldSubject, staged: Row | undefined, registered: Row | undefined) =>
    merged(subject, { staged, registered }, statedBy);
  const stagedHouseholds = groupByNumber(rows.stagedHouseholds);
  const households = groupByNumber(rows.households);
  const stagedPersons = groupByNumber(rows.stagedPersons);
  const persons = groupByNumber(rows.persons);
  const stagedSurveys = groupByNumber(rows.stagedSurveys);
  const surveys = groupByNumber(rows.surveys);
  return rows.plans.map(({ number }): Whole => {
    const staged = stagedHouseholds.get(number)?.[0];
    const personRows = new Map<string, StagedRow>();
    const named = new Set<unknown>();
    const fromFiles = (stagedPersons.get(number) ?? []).map((row) => {
      const registered = persons.get(number)?.find(({ id }) => id === row.person_id);
      if (registered !== undefined) named.add(registered['id']);
      const id = String(row.person_id ?? row['id']);
      personRows.set(id, stagedRowOf(row));
      return { ...merge('person', row, registered), id };
    });
    const others = (persons.get(number) ?? []).filter(({ id }) => !named.has(id));
    const years = new Set((stagedSurveys.get(number) ?? []).map(({ year }) => year));
    const earlier = (surveys.get(number) ?? []).filter(({ year }) => !years.has(year));
    const latest = latestOf([...(stagedSurveys.get(number) ?? []), ...earlier]);
    return {
      number,
      household: {
        ...merge('household', staged, households.get(number)?.[0]),
        number,
      } as HouseholdFacts,
      householdRow: staged === undefined ? undefined : stagedRowOf(staged),
      persons: [
        ...fromFiles,
        ...others.map((row) => ({ ...merge('person', undefined, row), id: String(row['id']) })),
      ] as unknown as Whole['persons'],
      personRows,
      surveys: [
        ...(stagedSurveys.get(number) ?? []).map((row) =>
          merge(
            'survey',
            row,
            surveys.get(number)?.find(({ year }) => year === row['year']),
          ),
        ),
        ...earlier.map((row) => merge('survey', undefined, row)),
      ] as unknown as SurveyFacts[],
      surveyRow: latest?.['source'] === undefined ? undefined : stagedRowOf(latest),
    };
  });
}

function latestOf(surveys: readonly Row[]): Row | undefined {
  return surveys.reduce<Row | undefined>(
    (latest, row) =>
      latest === undefined || Number(row['year']) > Number(latest['year']) ? row : latest,
    undefined,
  );
}

function stagedRowOf(row: Row): StagedRow {
  return { source: Number(row['source']), row: Number(row['row_number']) };
}

/** How somebody left is always as the file says: whoever it lists without that is there. */
const alwaysStated = new Set(['leaveReason', 'leftOn']);

/** The record as it will be: the register's, with what the file states in its place. */
function merged(
  subject: FieldSubject,
  rows: { readonly staged: Row | undefined; readonly registered: Row | undefined },
  statedBy: StatedBy,
): Record<string, unknown> {
  const { staged, registered } = rows;
  if (staged === undefined) return recordOfRow(subject, registered ?? {});
  if (registered === undefined) return recordOfRow(subject, staged);
  const source = Number(staged['source']);
  const isStated = (field: Field): boolean =>
    statedBy(`${subject}.${field.key}`).includes(source) || alwaysStated.has(field.key);
  const before = recordOfRow(subject, registered);
  const after = recordOfRow(subject, staged);
  for (const field of fields[subject]) if (isStated(field)) before[field.key] = after[field.key];
  return before;
}
