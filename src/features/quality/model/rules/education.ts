import { ageOn } from '../../../../kernel/plain-date.ts';
import type { CodeOf } from '../../../households/model/index.ts';
import { FAULT, type Fault, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import type { PersonInQuestion } from '../rule-subjects.ts';

type School = CodeOf<'schoolStatus'>;
type Education = CodeOf<'education'>;

const beforeSchool: ReadonlySet<School> = new Set(['belowSchoolAge', 'preschool']);
const lowerSecondary: ReadonlySet<School> = new Set(['grade7', 'grade8', 'grade9']);
const upperSecondary: ReadonlySet<School> = new Set([
  'senior1',
  'senior2',
  'senior3',
  'vocational1',
  'vocational2',
  'vocational3',
]);
const tertiary: ReadonlySet<School> = new Set([
  'technician',
  'college1',
  'college2',
  'college3',
  'higher',
  'bachelor',
  'postgraduate',
]);
/** Secondary and tertiary vocational schools, technicians' included: what Rain and Dew aid is for. */
const vocational: ReadonlySet<School> = new Set([
  'vocational1',
  'vocational2',
  'vocational3',
  'technician',
  'college1',
  'college2',
  'college3',
]);

const upToPrimary: ReadonlySet<Education> = new Set(['00', '80', '90']);
const juniorCollegeUp: ReadonlySet<Education> = new Set(['10', '20', '30']);

/** A check that the age of whoever attends such a school lies between two ages. */
function ageAt(schools: ReadonlySet<School>, least: number, most: number) {
  return ({ facts, age }: PersonInQuestion): Fault | undefined => {
    if (age === undefined || facts.schoolStatus === null || !schools.has(facts.schoolStatus))
      return undefined;
    if (age >= least && age <= most) return undefined;
    return { details: { age, school: facts.schoolStatus, least, most } };
  };
}

/** A check that whoever attends such a school has reached an age. */
function ageFrom(schools: ReadonlySet<School>, least: number) {
  return ({ facts, age }: PersonInQuestion): Fault | undefined => {
    if (age === undefined || facts.schoolStatus === null || !schools.has(facts.schoolStatus))
      return undefined;
    return age < least ? { details: { age, school: facts.schoolStatus, least } } : undefined;
  };
}

/**
 * Attainment and attendance exclude one another. “Not in school” is no attendance, and older forms
 * write 学龄前儿童 in both columns.
 */
function eitherLearntOrLearning({ facts, attends }: PersonInQuestion): Fault | undefined {
  const { education, schoolStatus } = facts;
  if (education === null || schoolStatus === null) return undefined;
  const isBelowAge = schoolStatus === 'belowSchoolAge';
  if (!attends && !isBelowAge) return undefined;
  if (education === '00' && beforeSchool.has(schoolStatus)) return undefined;
  return { details: { education, school: schoolStatus } };
}

function tooOldForPreschool({ facts, age, healthy }: PersonInQuestion): Fault | undefined {
  if (age === undefined || age < 7 || !healthy || facts.schoolStatus === null) return undefined;
  return beforeSchool.has(facts.schoolStatus)
    ? { details: { age, school: facts.schoolStatus } }
    : undefined;
}

/** Whoever has finished lower secondary school has done what the law asks, whatever the age. */
function compulsorySchooling(
  { facts, attends }: PersonInQuestion,
  context: RuleContext,
): Fault | undefined {
  if (attends || facts.outOfSchoolReason !== null || facts.birthDay === null) return undefined;
  if (facts.education !== null && !upToPrimary.has(facts.education)) return undefined;
  const age = ageOn(facts.birthDay, context.schoolYearFrom);
  return age >= 6 && age <= 16 ? { details: { age } } : undefined;
}

function littleSchooling({ facts, age }: PersonInQuestion): Fault | undefined {
  if (age === undefined || age < 16 || age > 22 || facts.education === null) return undefined;
  return upToPrimary.has(facts.education)
    ? { details: { age, education: facts.education } }
    : undefined;
}

function reasonAgainstHealth({ facts, healthy }: PersonInQuestion): Fault | undefined {
  const { outOfSchoolReason } = facts;
  const isOfHealth = outOfSchoolReason === 'illness' || outOfSchoolReason === 'disability';
  return healthy && isOfHealth ? { details: { reason: outOfSchoolReason } } : undefined;
}

function isInVocationalSchool({ facts }: PersonInQuestion): boolean {
  return facts.schoolStatus !== null && vocational.has(facts.schoolStatus);
}

/** Who was identified after the closing month of the term cannot have it yet. */
function aidMissing(person: PersonInQuestion, context: RuleContext): Fault | undefined {
  if (!isInVocationalSchool(person) || person.facts.rainAndDewAid === true) return undefined;
  const until = context.parameters.rainAndDewIdentifiedUntilMonth;
  const { identifiedMonth } = person.facts;
  if (until === undefined || identifiedMonth === null) return FAULT;
  return Number(identifiedMonth.replace('-', '')) <= until ? FAULT : undefined;
}

function graduateWithoutWork(
  { facts, age, attends, works }: PersonInQuestion,
  context: RuleContext,
): Fault | undefined {
  const { workingAge, retirementAge } = context.parameters;
  if (age === undefined || workingAge === undefined || retirementAge === undefined)
    return undefined;
  if (attends || works || age < workingAge || age >= retirementAge) return undefined;
  if (facts.unemployedGraduateReason !== null || facts.education === null) return undefined;
  return juniorCollegeUp.has(facts.education) ? FAULT : undefined;
}

const school = ['schoolStatus', 'birthDay'];

export const educationRules: readonly Rule<PersonInQuestion>[] = [
  {
    id: 'R030',
    level: 'E',
    subject: 'person',
    fields: ['education', 'schoolStatus', 'outOfSchoolReason'],
    check: ({ facts }) =>
      facts.education === null && facts.schoolStatus === null && facts.outOfSchoolReason === null
        ? FAULT
        : undefined,
  },
  {
    id: 'R031',
    level: 'E',
    subject: 'person',
    fields: ['education', 'schoolStatus'],
    check: eitherLearntOrLearning,
  },
  { id: 'R032', level: 'W', subject: 'person', fields: school, check: tooOldForPreschool },
  {
    id: 'R033',
    level: 'W',
    subject: 'person',
    fields: school,
    check: ageAt(new Set(['primary']), 6, 14),
  },
  {
    id: 'R034',
    level: 'W',
    subject: 'person',
    fields: school,
    check: ageAt(lowerSecondary, 12, 17),
  },
  {
    id: 'R035',
    level: 'W',
    subject: 'person',
    fields: school,
    check: ageAt(upperSecondary, 15, 20),
  },
  { id: 'R036', level: 'W', subject: 'person', fields: school, check: ageFrom(tertiary, 18) },
  {
    id: 'R037',
    level: 'W',
    subject: 'person',
    fields: school,
    check: ageFrom(new Set(['postgraduate']), 20),
  },
  {
    id: 'R038',
    level: 'E',
    subject: 'person',
    fields: ['schoolStatus', 'outOfSchoolReason', 'birthDay'],
    check: compulsorySchooling,
  },
  {
    id: 'R039',
    level: 'W',
    subject: 'person',
    fields: ['education', 'birthDay'],
    check: littleSchooling,
  },
  {
    id: 'R040',
    level: 'W',
    subject: 'person',
    fields: ['outOfSchoolReason', 'health'],
    check: reasonAgainstHealth,
  },
  {
    id: 'R041',
    level: 'W',
    subject: 'person',
    fields: ['rainAndDewAid', 'schoolStatus'],
    check: (person) =>
      person.facts.rainAndDewAid === true && !isInVocationalSchool(person) ? FAULT : undefined,
  },
  {
    id: 'R042',
    level: 'I',
    subject: 'person',
    fields: ['schoolStatus', 'rainAndDewAid'],
    check: aidMissing,
  },
  {
    id: 'R043',
    level: 'E',
    subject: 'person',
    fields: ['schoolStatus', 'labourSkill'],
    check: ({ attends, facts }) =>
      attends && facts.labourSkill !== null && facts.labourSkill !== 'none'
        ? { details: { labour: facts.labourSkill } }
        : undefined,
  },
  {
    id: 'R044',
    level: 'W',
    subject: 'person',
    fields: ['schoolStatus', 'workStatus', 'workMonths'],
    check: ({ attends, works }) => (attends && works ? FAULT : undefined),
  },
  {
    id: 'R045',
    level: 'I',
    subject: 'person',
    fields: ['education', 'workStatus'],
    check: graduateWithoutWork,
  },
];
