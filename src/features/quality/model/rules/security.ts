import { addDays } from '../../../../kernel/plain-date.ts';
import { FAULT, type Fault, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import {
  type HouseholdInQuestion,
  isExited,
  isMonitored,
  isPoor,
  type PersonInQuestion,
} from '../rule-subjects.ts';

function isInsured({ facts }: PersonInQuestion): boolean {
  return facts.residentMedical === true || facts.employeeMedical === true;
}

/** A newborn may be enrolled within so many days and is then insured from birth. */
function mayStillEnrol(
  { facts: { birthDay } }: PersonInQuestion,
  { on, parameters: { newbornInsuranceDays } }: RuleContext,
): boolean {
  if (birthDay === null || newbornInsuranceDays === undefined) return false;
  return birthDay <= on && on <= addDays(birthDay, newbornInsuranceDays);
}

function insurance(person: PersonInQuestion, context: RuleContext): Fault | undefined {
  if (isInsured(person)) return undefined;
  if (!mayStillEnrol(person, context)) return FAULT;
  const days = context.parameters.newbornInsuranceDays ?? 0;
  return { text: 'newborn', level: 'W', details: { days } };
}

/** Employees have their own insurance for serious illness, so only the rest is asked for this one. */
function seriousIllness({ facts }: PersonInQuestion): Fault | undefined {
  if (facts.employeeMedical === true) return undefined;
  if (facts.residentMedical === false) return { text: 'resident', fields: ['residentMedical'] };
  return facts.seriousIllnessInsurance === true ? undefined : FAULT;
}

/** Before working age nobody is insured for a pension, so an empty answer is no gap. */
function pension({ facts, age }: PersonInQuestion, { parameters }: RuleContext): Fault | undefined {
  const { residentPension, employeePension } = facts;
  if (residentPension === true && employeePension === true) return { text: 'both' };
  if (residentPension !== null || employeePension !== null) return undefined;
  if (age === undefined || parameters.workingAge === undefined || age < parameters.workingAge)
    return undefined;
  return FAULT;
}

const ADULT = 18;

function supportOfHealthyAdult(
  person: PersonInQuestion,
  { parameters }: RuleContext,
): Fault | undefined {
  const { extremePovertySupport } = person.facts;
  if (extremePovertySupport === null || extremePovertySupport === 'none') return undefined;
  if (!person.healthy || person.attends || person.age === undefined) return undefined;
  if (parameters.retirementAge === undefined) return undefined;
  return person.age >= ADULT && person.age < parameters.retirementAge
    ? { details: { age: person.age } }
    : undefined;
}

export function hasSubsistenceAllowance({ facts }: PersonInQuestion): boolean {
  return facts.subsistenceAllowance !== null && facts.subsistenceAllowance !== 'none';
}

export function hasExtremePovertySupport({ facts }: PersonInQuestion): boolean {
  return facts.extremePovertySupport !== null && facts.extremePovertySupport !== 'none';
}

function nobodyCanWork({ members }: HouseholdInQuestion): Fault | undefined {
  if (members.length === 0) return undefined;
  for (const member of members) {
    const { labourSkill } = member.facts;
    if (labourSkill !== 'none' && labourSkill !== 'lost') return undefined;
    if (hasSubsistenceAllowance(member) || hasExtremePovertySupport(member)) return undefined;
  }
  return FAULT;
}

function assurancesAfterExit({
  household,
  survey,
}: HouseholdInQuestion): readonly Fault[] | undefined {
  if (survey === null || !isExited(household)) return undefined;
  const { dangerousHouse, safeWater, householdElectricity } = survey;
  if (dangerousHouse === false && safeWater === true && householdElectricity === true)
    return undefined;
  const faults: Fault[] = [];
  if (dangerousHouse !== false) faults.push({ text: 'house', fields: ['dangerousHouse'] });
  if (safeWater !== true) faults.push({ text: 'water', fields: ['safeWater'] });
  if (householdElectricity !== true)
    faults.push({ text: 'electricity', fields: ['householdElectricity'] });
  return faults;
}

/** Reasons that leave the child without schooling; illness, postponed entry and home teaching do not. */
function isOutOfSchool({ facts, attends }: PersonInQuestion): boolean {
  if (attends) return false;
  switch (facts.outOfSchoolReason) {
    case 'unwilling':
    case 'hardship':
    case 'working':
    case 'earlyMarriage':
    case 'other':
      return true;
    case 'illness':
    case 'disability':
    case 'suspended':
    case 'deferred':
    case 'homeTaught':
    case null:
      return false;
  }
}

function hardshipUnwatched(
  whole: HouseholdInQuestion,
  context: RuleContext,
): readonly Fault[] | undefined {
  const { household, survey, members } = whole;
  if (isMonitored(household) || isPoor(household)) return undefined;
  const faults: Fault[] = [];
  if (survey?.dangerousHouse === true) faults.push({ text: 'house', fields: ['dangerousHouse'] });
  if (survey?.safeWater === false) faults.push({ text: 'water', fields: ['safeWater'] });
  const uninsured = members.filter(
    (member) => !isInsured(member) && !mayStillEnrol(member, context),
  ).length;
  if (uninsured > 0) {
    faults.push({ text: 'insurance', fields: ['residentMedical'], details: { count: uninsured } });
  }
  const outOfSchool = members.filter(isOutOfSchool).length;
  if (outOfSchool > 0) {
    faults.push({ text: 'school', fields: ['outOfSchoolReason'], details: { count: outOfSchool } });
  }
  return faults.length === 0 ? undefined : faults;
}

const relocationFields = ['relocationMode', 'resettlementMode', 'resettlementPlace'] as const;

function relocation(
  { household, members }: HouseholdInQuestion,
  { parameters }: RuleContext,
): readonly Fault[] | undefined {
  if (household.relocated !== true) return undefined;
  const faults: Fault[] = [];
  const missing = relocationFields.filter((field) => household[field] === null);
  if (missing.length > 0) faults.push({ fields: missing });
  const most = parameters.resettlementPerHeadMostSqm;
  const people = members.length > 0 ? members.length : (household.memberCount ?? 0);
  const { resettlementAreaSqm } = household;
  if (
    most !== undefined &&
    people > 0 &&
    resettlementAreaSqm !== null &&
    resettlementAreaSqm > most * people
  ) {
    faults.push({ text: 'area', fields: ['resettlementAreaSqm'], details: { most, people } });
  }
  return faults.length === 0 ? undefined : faults;
}

const medical = ['residentMedical', 'employeeMedical'];
const pensions = ['residentPension', 'employeePension'];

export const securityRules: readonly Rule<PersonInQuestion>[] = [
  {
    id: 'R080',
    level: 'E',
    subject: 'person',
    fields: medical,
    check: insurance,
  },
  {
    id: 'R081',
    level: 'E',
    subject: 'person',
    fields: medical,
    check: ({ facts }) =>
      facts.residentMedical === true && facts.employeeMedical === true ? FAULT : undefined,
  },
  {
    id: 'R082',
    level: 'W',
    subject: 'person',
    fields: ['seriousIllnessInsurance'],
    check: seriousIllness,
  },
  { id: 'R083', level: 'W', subject: 'person', fields: pensions, check: pension },
  {
    id: 'R084',
    level: 'W',
    subject: 'person',
    fields: ['medicalAid', ...medical],
    check: (person) => (person.facts.medicalAid === true && !isInsured(person) ? FAULT : undefined),
  },
  {
    id: 'R085',
    level: 'W',
    subject: 'person',
    fields: ['extremePovertySupport', 'health', 'birthDay'],
    check: supportOfHealthyAdult,
  },
];

export const assuranceRules: readonly Rule<HouseholdInQuestion>[] = [
  {
    id: 'R086',
    level: 'W',
    subject: 'household',
    fields: ['labourSkill', 'subsistenceAllowance', 'extremePovertySupport'],
    check: nobodyCanWork,
  },
  {
    id: 'R087',
    level: 'E',
    subject: 'household',
    fields: ['dangerousHouse', 'safeWater', 'householdElectricity'],
    check: assurancesAfterExit,
  },
  {
    id: 'R088',
    level: 'E',
    subject: 'household',
    fields: ['monitoredCategory'],
    check: hardshipUnwatched,
  },
  { id: 'R095', level: 'W', subject: 'household', fields: relocationFields, check: relocation },
];
