import { addDays, ageOn, type PlainDate, plainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import {
  type CodeOf,
  makeIdNumber,
  type PersonFacts,
  personFacts,
} from '../../households/model/index.ts';
import { type Dice, diceFor } from './dice.ts';
import { unrealPhone } from './phone.ts';

/** The part that somebody has in a household of the synthetic population. */
export type Part = {
  relation: CodeOf<'relation'>;
  sex: '1' | '2';
  age: number;
  name: string;
  health: CodeOf<'healthStatus'>;
  /** Kind and grade of the disability certificate, if any. */
  disability?: string | undefined;
};

export type MemberSetting = {
  dice: Dice;
  county: RegionCode;
  on: PlainDate;
  /** Draws the running number of the ID number, never twice for the same area and birthday. */
  sequence: (birthDay: PlainDate, sex: '1' | '2') => number;
  number: string;
};

/** Children go to school with the others of their year: the year begins on 1 September. */
const schoolByAge: readonly (readonly [number, CodeOf<'schoolStatus'>])[] = [
  [3, 'belowSchoolAge'],
  [6, 'preschool'],
  [12, 'primary'],
  [13, 'grade7'],
  [14, 'grade8'],
  [15, 'grade9'],
];

/** A person without fault by the data rules, of that part in the household. */
export function makeMember(part: Part, setting: MemberSetting): PersonFacts {
  const { dice, county, on } = setting;
  const birthDay = birthDayOf(part.age, on, dice);
  const idNumber = makeIdNumber({
    area: county,
    birthDay,
    sequence: setting.sequence(birthDay, part.sex),
  });
  const schooling = schoolingOf(part, schoolAge(birthDay, on), dice);
  const atSchool = schooling.schoolStatus !== null && schooling.schoolStatus !== 'belowSchoolAge';
  const labour = labourOf(part, atSchool, dice);
  const works = (labour === 'ordinary' || labour === 'skilled') && part.age < 60 && dice.chance(62);
  return personFacts({
    name: part.name,
    sex: part.sex,
    number: setting.number,
    relation: part.relation,
    documentKind: part.disability === undefined ? 'idCard' : 'disabilityCard',
    documentNumber: part.disability === undefined ? idNumber : `${idNumber}${part.disability}`,
    birthDay,
    ethnicity: '01',
    politicalStatus: part.age >= 24 && dice.chance(6) ? '01' : '13',
    speaksMandarin: part.age < 70,
    activeSoldier: false,
    ...schooling,
    health: [part.health],
    disabilityCardYear: part.disability === undefined ? null : dice.between(2008, 2020),
    labourSkill: labour,
    ...(works ? workOf(dice) : {}),
    residentMedical: true,
    employeeMedical: false,
    seriousIllnessInsurance: true,
    commercialMedical: dice.chance(20),
    medicalAid: part.health === 'seriousIllness' || part.health === 'disability',
    otherHealthAid: false,
    residentPension: part.age >= 16 && !atSchool,
    employeePension: false,
    subsistenceAllowance: 'none',
    extremePovertySupport: 'none',
    unattendedChild: false,
    accidentInsuranceSubsidy: works && dice.chance(30),
    rainAndDewAid: schooling.schoolStatus?.startsWith('vocational') === true,
    disabilityGrade: gradeOf(part),
    ...lifeOf(part, schooling, diceFor(`life of ${idNumber}`)),
  });
}

/** The grade is the second digit behind the number of the certificate. */
function gradeOf({ disability }: Part): CodeOf<'disabilityGrade'> | null {
  return (disability?.slice(1, 2) as CodeOf<'disabilityGrade'> | undefined) ?? null;
}

const boardersPercent: readonly (readonly [RegExp, number])[] = [
  [/^primary$/, 12],
  [/^grade/, 45],
  [/^(senior|vocational|technician)/, 80],
  [/^(college|higher|bachelor|postgraduate)/, 95],
];

const TOWN_PERCENT = 12;
const LEFT_BEHIND_PERCENT = 8;

/** Drawn with dice of their own, so that everything else falls as it did before these were asked. */
function lifeOf(
  { age, sex }: Part,
  { schoolStatus }: Schooling,
  dice: Dice,
): Pick<PersonFacts, 'boardsAtSchool' | 'leftBehind' | 'townResidenceMonths'> {
  const boarders = boardersPercent.find(([stage]) => stage.test(schoolStatus ?? ''))?.[1];
  const boardsAtSchool = boarders === undefined ? null : dice.chance(boarders);
  const inTown = age >= 18 && dice.chance(TOWN_PERCENT);
  const townResidenceMonths = inTown ? dice.between(1, 60) : null;
  const isLeft = dice.chance(LEFT_BEHIND_PERCENT) && !inTown;
  return { boardsAtSchool, townResidenceMonths, leftBehind: isLeft ? leftAs(age, sex) : null };
}

function leftAs(age: number, sex: '1' | '2'): CodeOf<'leftBehind'> | null {
  if (age < 16) return 'child';
  if (age >= 60) return 'elder';
  return sex === '2' && age >= 20 ? 'woman' : null;
}

function birthDayOf(age: number, on: PlainDate, dice: Dice): PlainDate {
  const lastBirthday = plainDate(
    `${Number(on.slice(0, 4)) - age}${on.slice(5) === '02-29' ? '-02-28' : on.slice(4)}`,
  );
  return addDays(lastBirthday, -dice.between(0, 364));
}

/** Completed years on the last 1 September. */
function schoolAge(birthDay: PlainDate, on: PlainDate): number {
  const year = Number(on.slice(0, 4)) - (on.slice(5) >= '09-01' ? 0 : 1);
  return birthDay > `${year}-09-01` ? -1 : ageOn(birthDay, plainDate(`${year}-09-01`));
}

type Schooling = Pick<PersonFacts, 'education' | 'schoolStatus' | 'outOfSchoolReason'>;

function schoolingOf(part: Part, schoolYears: number, dice: Dice): Schooling {
  const attending = (schoolStatus: CodeOf<'schoolStatus'>): Schooling => ({
    education: null,
    schoolStatus,
    outOfSchoolReason: null,
  });
  for (const [below, status] of schoolByAge) if (schoolYears < below) return attending(status);
  if (schoolYears < 18 && part.age < 19) {
    const year = (schoolYears - 14) as 1 | 2 | 3;
    return attending(dice.chance(60) ? `senior${year}` : `vocational${year}`);
  }
  if (part.age >= 18 && part.age <= 21 && dice.chance(45))
    return attending(dice.chance(50) ? 'bachelor' : 'college1');
  return { education: educationOf(part.age, dice), schoolStatus: null, outOfSchoolReason: null };
}

function educationOf(age: number, dice: Dice): CodeOf<'education'> {
  if (age < 23)
    return dice.weighted([
      ['70', 50],
      ['60', 50],
    ]);
  if (age < 45)
    return dice.weighted([
      ['80', 12],
      ['70', 60],
      ['60', 20],
      ['30', 8],
    ]);
  return dice.weighted([
    ['90', 12],
    ['80', 48],
    ['70', 34],
    ['60', 6],
  ]);
}

function labourOf(part: Part, atSchool: boolean, dice: Dice): CodeOf<'labourSkill'> {
  if (atSchool || part.age < 16) return 'none';
  if (part.health === 'seriousIllness' || part.health === 'disability')
    return dice.chance(60) ? 'lost' : 'weak';
  if (part.age >= 60) return part.age >= 75 || dice.chance(50) ? 'none' : 'weak';
  if (part.health === 'chronicIllness') return 'weak';
  return dice.chance(18) ? 'skilled' : 'ordinary';
}

function workOf(dice: Dice): Partial<PersonFacts> {
  const workStatus = dice.weighted<CodeOf<'workStatus'>>([
    ['inTownship', 20],
    ['inCounty', 25],
    ['inProvince', 25],
    ['outsideProvince', 30],
  ]);
  return {
    workStatus,
    workPlace: workStatus === 'outsideProvince' ? '外省某市某县' : '本省某市某县',
    workEmployer: dice.pick(['某建筑队', '某服装厂', '某电子厂', '某餐馆', '某合作社', '某物流站']),
    workMonths: dice.between(3, 11),
    phone: unrealPhone(dice),
  };
}
