import type { Transaction } from '../../../platform/server/database/connect.ts';
import { type Field, type FieldSubject, fields } from '../../households/model/index.ts';
import type { StatedBy } from './members-store.ts';
import { comparedColumn, columnsOf as registerColumnsOf } from './register-columns.ts';

/** Fields of households and surveys that the suspicions below look at. */
const householdKeys = [
  'householdType',
  'povertyStatus',
  'monitoredCategory',
  'riskEliminated',
  'memberCount',
] as const;
const surveyKeys = [
  'populationAtYearEnd',
  'dangerousHouse',
  'safeWater',
  'householdElectricity',
  'incomePerHeadFen',
  'transferSubsistenceFen',
  'transferExtremePovertyFen',
] as const;

const isExited = `(h.poverty_status in ('exitedEarlier', 'newlyExited') or (h.poverty_status is null and h.household_type = 'exited'))`;
const isPoor = `(h.poverty_status in ('notExited', 'returned') or (h.poverty_status is null and h.household_type = 'poor'))`;
const isMonitored = `(h.risk_eliminated is not true and (h.monitored_category is not null or h.household_type = 'monitored'))`;
const isUnwatched = `not coalesce(${isMonitored}, false) and not coalesce(${isPoor}, false)`;

type Suspicion = {
  /** Without a column for one of these in the files, the finding would be about nothing in them. */
  readonly anyOf: readonly string[];
  readonly sql: string;
};

/**
 * When a household may break a rule of level E that needs its members or surveys. Wider than the
 * rules themselves, never narrower: each household found here is judged by the rules' own code, so
 * that they are written once. `h` the household, `a` its members, `v` its latest survey, as they will be.
 */
const suspicions: readonly Suspicion[] = [
  { anyOf: ['person.relation'], sql: 'a.heads <> 1' },
  {
    anyOf: ['person.relation', 'person.sex'],
    sql: 'a.head_sex = a.spouse_sex_least or a.head_sex = a.spouse_sex_most',
  },
  { anyOf: ['person.relation'], sql: 'a.spouses > 1' },
  { anyOf: ['household.memberCount'], sql: 'h.member_count <> a.members' },
  {
    anyOf: ['survey.populationAtYearEnd'],
    sql: `v.population_at_year_end is distinct from a.members or a.last_joined_on > make_date(v.year, 12, 31) or h.has_left`,
  },
  {
    anyOf: ['survey.dangerousHouse'],
    sql: `${isExited} and v.dangerous_house is distinct from false`,
  },
  { anyOf: ['survey.safeWater'], sql: `${isExited} and v.safe_water is distinct from true` },
  {
    anyOf: ['survey.householdElectricity'],
    sql: `${isExited} and v.household_electricity is distinct from true`,
  },
  { anyOf: ['survey.dangerousHouse'], sql: `${isUnwatched} and v.dangerous_house` },
  { anyOf: ['survey.safeWater'], sql: `${isUnwatched} and not v.safe_water` },
  { anyOf: ['person.residentMedical'], sql: `${isUnwatched} and a.has_uninsured` },
  { anyOf: ['person.outOfSchoolReason'], sql: `${isUnwatched} and a.has_out_of_school` },
  {
    anyOf: ['survey.incomePerHeadFen', 'household.povertyStatus'],
    sql: `${isExited} and v.year is not null and (v.income_per_head_fen is null or v.income_per_head_fen < $line)`,
  },
  {
    anyOf: ['survey.transferSubsistenceFen', 'person.subsistenceAllowance'],
    sql: `v.year is not null and (coalesce(v.transfer_subsistence_fen, 0) > 0) <> coalesce(a.has_subsistence, false)`,
  },
  {
    anyOf: ['survey.transferExtremePovertyFen', 'person.extremePovertySupport'],
    sql: `v.year is not null and (coalesce(v.transfer_extreme_poverty_fen, 0) > 0) <> coalesce(a.has_extreme, false)`,
  },
];

/** Numbers of the households that may break a rule over the whole household. */
export async function findSuspects(
  tx: Transaction,
  statedBy: StatedBy,
  highestPovertyLineFen: number,
): Promise<string[]> {
  const asked = suspicions.filter(({ anyOf }) =>
    anyOf.some((target) => statedBy(target).length > 0),
  );
  if (asked.length === 0) return [];
  const needsSurvey = asked.some(({ sql }) => sql.includes('v.'));
  const survey = needsSurvey
    ? `left join (${latestSurveySql(statedBy)}) v on v.number = h.number`
    : '';
  const rows = await tx.unsafe<{ number: string }[]>(
    `with h as materialized (
       select p.number, ${householdKeys.map((key) => valueOf('household', key, statedBy)).join(', ')},
              exists (select from stage_person l where l.number_of_household = p.number and l.left_on is not null) as has_left
         from plan p
         left join stage_household s on s.source = p.source and s.row_number = p.row_number
         left join household m on m.county_code = p.county_code and m.id = p.existing_id
        where not p.doomed
     )
     select h.number
       from h join after_members a on a.number = h.number ${survey}
      where ${asked.map(({ sql }) => `(${sql.replace('$line', String(highestPovertyLineFen))})`).join(' or ')}`,
  );
  return rows.map(({ number }) => number);
}

function fieldOf(subject: FieldSubject, key: string): Field {
  const field = fields[subject].find((candidate) => candidate.key === key);
  if (field === undefined) throw new Error(`The dictionary has no ${subject}.${key}`);
  return field;
}

/** The staged value where a file states the field, the register's otherwise. */
function valueOf(subject: FieldSubject, key: string, statedBy: StatedBy): string {
  const [column = ''] = registerColumnsOf(fieldOf(subject, key));
  const sources = statedBy(`${subject}.${key}`);
  const isStated = sources.length === 0 ? 'false' : `s.source in (${sources.join(', ')})`;
  return `case when m.id is null or ${isStated} then s.${column} else m.${column} end as ${column}`;
}

function latestSurveySql(statedBy: StatedBy): string {
  const columns = surveyKeys.map((key) => registerColumnsOf(fieldOf('survey', key))[0]);
  return `
    select distinct on (number) number, year, ${columns.join(', ')} from (
      select p.number, s.year, ${surveyKeys.map((key) => valueOf('survey', key, statedBy)).join(', ')}
        from stage_survey s
        join plan p on p.number = s.number_of_household and not p.doomed
        left join household_survey m on m.county_code = p.county_code and m.household_id = p.existing_id and m.year = s.year
       where not exists (select from refusal r where r.source = s.source and r.row_number = s.row_number)
      union all
      select p.number, m.year, ${columns.map((column) => `m.${column}`).join(', ')}
        from plan p join household_survey m on m.county_code = p.county_code and m.household_id = p.existing_id
       where not p.doomed
         and not exists (select from stage_survey s where s.number_of_household = p.number and s.year = m.year)
    ) as survey_after
    order by number, year desc`;
}

/** Columns of a record that may be looked at: without sealed values and their hashes. */
function plainColumns(subject: FieldSubject): string[] {
  return fields[subject]
    .filter((field) => comparedColumn(field) === field.column)
    .map(({ column }) => column);
}

/** The number of a household stands beside its staged row, not in it. */
function stagedPlain(subject: FieldSubject): string[] {
  return plainColumns(subject).filter(
    (column) => !(subject === 'household' && column === 'number'),
  );
}

type Row = Record<string, unknown>;

export type SuspectRows = {
  readonly plans: readonly { number: string; source: number | null; row_number: number | null }[];
  readonly stagedHouseholds: readonly Row[];
  readonly households: readonly Row[];
  readonly stagedPersons: readonly (Row & { person_id: string | null })[];
  readonly persons: readonly Row[];
  readonly stagedSurveys: readonly Row[];
  readonly surveys: readonly Row[];
};

/** All that the files and the register say of these households. */
export async function loadSuspects(
  tx: Transaction,
  numbers: readonly string[],
): Promise<SuspectRows> {
  await tx`create temp table suspect (number text collate "C" primary key) on commit drop`;
  await tx`insert into suspect select unnest(${[...numbers]}::text[])`;
  await tx`analyze suspect`;
  const plans = await tx<SuspectRows['plans'][number][]>`
    select p.number, p.source, p.row_number from plan p join suspect u on u.number = p.number`;
  const staged = (subject: FieldSubject) => tx`
    select s.number_of_household, s.source, s.row_number, s.id, ${tx(stagedPlain(subject).map((column) => `s.${column}`))}`;
  const registered = (subject: FieldSubject) => tx`
    select p.number as number_of_household, m.id, ${tx(plainColumns(subject).map((column) => `m.${column}`))}`;
  const stagedHouseholds = await tx<Row[]>`
    ${staged('household')} from stage_household s join suspect u on u.number = s.number_of_household`;
  const households = await tx<Row[]>`
    ${registered('household')} from plan p join suspect u on u.number = p.number
      join household m on m.county_code = p.county_code and m.id = p.existing_id`;
  const stagedPersons = await tx<SuspectRows['stagedPersons'][number][]>`
    ${staged('person')}, x.person_id from stage_person s join suspect u on u.number = s.number_of_household
      left join matched x on x.source = s.source and x.row_number = s.row_number`;
  const persons = await tx<Row[]>`
    ${registered('person')} from plan p join suspect u on u.number = p.number
      join person m on m.county_code = p.county_code and m.household_id = p.existing_id`;
  const stagedSurveys = await tx<Row[]>`
    ${staged('survey')} from stage_survey s join suspect u on u.number = s.number_of_household
     where not exists (select from refusal r where r.source = s.source and r.row_number = s.row_number)`;
  const surveys = await tx<Row[]>`
    ${registered('survey')} from plan p join suspect u on u.number = p.number
      join household_survey m on m.county_code = p.county_code and m.household_id = p.existing_id`;
  await tx`drop table suspect`;
  return { plans, stagedHouseholds, households, stagedPersons, persons, stagedSurveys, surveys };
}

export type PlacedRefusal = {
  source: number;
  row_number: number;
  column_index: number | null;
  code: string;
  details: Readonly<Record<string, string | number>> | null;
  number: string | null;
  of_unit: boolean;
};

export async function insertRefusals(
  tx: Transaction,
  refusals: readonly PlacedRefusal[],
): Promise<void> {
  for (let at = 0; at < refusals.length; at += 1_000) {
    const rows = refusals.slice(at, at + 1_000).map((refusal) => ({
      ...refusal,
      details: refusal.details === null ? null : tx.json(refusal.details),
    }));
    await tx`insert into refusal ${tx(rows as never)}`;
  }
}
