import type { HouseholdView, PersonView, SurveyView } from '../household-queries.ts';

/**
 * Compulsory schooling, basic medical insurance, safe housing and safe drinking water: what the
 * programme assures beside food and clothing (中发〔2015〕34号, 两不愁三保障, and drinking water).
 */
export type AssuranceName = 'education' | 'medical' | 'housing' | 'water';

export type Assurance = {
  readonly name: AssuranceName;
  readonly state: 'met' | 'unmet' | 'unknown';
  /** Which sentence says why; its names are those of members. */
  readonly why: string;
  readonly names: readonly string[];
};

type Read = {
  household: Pick<
    HouseholdView,
    'schoolDropout' | 'memberUninsured' | 'housingDamaged' | 'waterDamaged'
  >;
  persons: readonly Pick<
    PersonView,
    | 'name'
    | 'status'
    | 'age'
    | 'schoolStatus'
    | 'outOfSchoolReason'
    | 'residentMedical'
    | 'employeeMedical'
    | 'activeSoldier'
  >[];
  surveys: readonly Pick<
    SurveyView,
    'year' | 'dangerousHouse' | 'housingGrade' | 'safeWater' | 'waterDifficult'
  >[];
};

/** What the register says of the four, from the members and the latest survey. */
export function assurancesOf(read: Read): readonly Assurance[] {
  const survey = read.surveys.toSorted((one, other) => Number(other.year) - Number(one.year))[0];
  return [education(read), medical(read), housing(read, survey), water(read, survey)];
}

type Person = Read['persons'][number];
type Survey = Read['surveys'][number];

function named(
  name: AssuranceName,
  state: Assurance['state'],
  why: string,
  persons: readonly Person[] = [],
): Assurance {
  return { name, state, why, names: persons.flatMap((person) => person.name ?? []) };
}

const FIRST_SCHOOL_AGE = 6;
const LAST_SCHOOL_AGE = 15;
/** Taught at home or entering a year later is schooling as the law allows it (义务教育法 第十一条). */
const excused = ['deferred', 'homeTaught'];

function education({ household, persons }: Read): Assurance {
  const children = persons.filter(
    ({ status, age }) =>
      status === 'present' && age !== null && age >= FIRST_SCHOOL_AGE && age <= LAST_SCHOOL_AGE,
  );
  const out = children.filter(({ schoolStatus, outOfSchoolReason }) =>
    outOfSchoolReason === null
      ? schoolStatus === 'notInSchool'
      : !excused.includes(outOfSchoolReason),
  );
  if (out.length > 0) return named('education', 'unmet', 'outOfSchool', out);
  if (household.schoolDropout === true) return named('education', 'unmet', 'dropoutReported');
  if (children.length === 0) return named('education', 'met', 'noChildren');
  const unasked = children.filter(
    ({ schoolStatus, outOfSchoolReason }) => schoolStatus === null && outOfSchoolReason === null,
  );
  if (unasked.length > 0) return named('education', 'unknown', 'schoolUnknown', unasked);
  return named('education', 'met', 'inSchool');
}

function medical({ household, persons }: Read): Assurance {
  const members = persons.filter(
    ({ status, activeSoldier }) => status === 'present' && activeSoldier !== true,
  );
  const isInsured = ({ residentMedical, employeeMedical }: Person): boolean =>
    residentMedical === true || employeeMedical === true;
  const uninsured = members.filter(
    (person) => !isInsured(person) && person.residentMedical === false,
  );
  if (uninsured.length > 0) return named('medical', 'unmet', 'uninsured', uninsured);
  if (household.memberUninsured === true) return named('medical', 'unmet', 'uninsuredReported');
  const unasked = members.filter((person) => !isInsured(person));
  if (unasked.length > 0) return named('medical', 'unknown', 'insuranceUnknown', unasked);
  return named('medical', 'met', 'insured');
}

function housing({ household }: Read, survey: Survey | undefined): Assurance {
  const grade = survey?.housingGrade ?? null;
  if (survey?.dangerousHouse === true || grade === 'C' || grade === 'D')
    return named('housing', 'unmet', 'dangerous');
  if (household.housingDamaged === true) return named('housing', 'unmet', 'housingReported');
  if (survey?.dangerousHouse === false) return named('housing', 'met', 'safeHouse');
  return named('housing', 'unknown', 'housingUnknown');
}

function water({ household }: Read, survey: Survey | undefined): Assurance {
  if (survey?.safeWater === false) return named('water', 'unmet', 'unsafeWater');
  if (survey?.waterDifficult === true) return named('water', 'unmet', 'waterDifficult');
  if (household.waterDamaged === true) return named('water', 'unmet', 'waterReported');
  if (survey?.safeWater === true) return named('water', 'met', 'safeWater');
  return named('water', 'unknown', 'waterUnknown');
}
