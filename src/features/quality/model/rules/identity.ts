import { ageOn } from '../../../../kernel/plain-date.ts';
import {
  birthDayOfNumber,
  disabilityOfNumber,
  hasRightCheckCharacter,
  isAreaOfNumber,
  isDamagedDocumentNumber,
  type PersonFacts,
  sexOfNumber,
  writtenBirthDayOf,
} from '../../../households/model/index.ts';
import { FAULT, type Fault, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import type { HouseholdRow, PersonInQuestion } from '../rule-subjects.ts';

const OLDEST_AGE = 120;
const name = /^[\p{Script=Han}·]{2,25}$/u;
const mobile = /^1[3-9]\d{9}$/;
const elevenDigits = /^\d{11}$/;

/** 18 of an identity card, 20 of a disability certificate, 22 of one issued again. */
function hasFullLength(number: string): boolean {
  return number.length === 18 || number.length === 20 || number.length === 22;
}

/** A child in its first year may still be without a number, so that births are not held up. */
const newborn: Fault = { text: 'newborn', level: 'W' };

function length({ number, age }: PersonInQuestion): Fault | undefined {
  if (hasFullLength(number)) {
    return isDamagedDocumentNumber(number) ? { text: 'damaged' } : undefined;
  }
  if (number === '') return age === 0 ? newborn : { text: 'missing' };
  if (isDamagedDocumentNumber(number)) return { text: 'damaged' };
  if (number.length === 15) return { text: 'oldForm' };
  return { details: { length: number.length } };
}

function area({ number }: PersonInQuestion, context: RuleContext): Fault | undefined {
  if (!hasFullLength(number)) return undefined;
  if (isAreaOfNumber(number.slice(0, 6), context)) return undefined;
  return { details: { area: number.slice(0, 6) } };
}

function birthDay({ number, facts }: PersonInQuestion, context: RuleContext): Fault | undefined {
  if (!hasFullLength(number)) return undefined;
  const stated = facts.birthDay;
  const born = stated === writtenBirthDayOf(number) ? stated : birthDayOfNumber(number);
  if (born === undefined) return { text: 'impossible' };
  if (born > context.on) return { text: 'future' };
  if (ageOn(born, context.on) > OLDEST_AGE) return { text: 'tooOld', details: { age: OLDEST_AGE } };
  return stated === null || stated === born ? undefined : FAULT;
}

function disability({ number }: PersonInQuestion): Fault | undefined {
  if (number.length !== 20 && number.length !== 22) return undefined;
  return disabilityOfNumber(number) === undefined ? FAULT : undefined;
}

function isDisabled({ facts }: PersonInQuestion): boolean {
  return facts.health.includes('disability');
}

function certificateOfDisabled(person: PersonInQuestion, context: RuleContext): Fault | undefined {
  if (!isDisabled(person)) return undefined;
  if (person.facts.documentKind !== 'disabilityCard') return FAULT;
  if (!context.clear || person.number.length === 20 || person.number.length === 22)
    return undefined;
  return { text: 'number', fields: ['documentNumber'] };
}

const mandatory = ['ethnicity', 'health', 'labourSkill', 'relation'] as const;

function isStated(facts: PersonFacts, key: (typeof mandatory)[number]): boolean {
  return key === 'health' ? facts.health.length > 0 : facts[key] !== null;
}

function missingBasics({ facts }: PersonInQuestion): readonly Fault[] | undefined {
  if (mandatory.every((key) => isStated(facts, key))) return undefined;
  return mandatory
    .filter((key) => !isStated(facts, key))
    .map((key) => ({ text: key, fields: [key] }));
}

export const identityRules: readonly Rule<PersonInQuestion>[] = [
  {
    id: 'R002',
    level: 'E',
    subject: 'person',
    fields: ['documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: length,
  },
  {
    id: 'R003',
    level: 'E',
    subject: 'person',
    fields: ['documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: ({ number }) =>
      number.length === 18 && !isDamagedDocumentNumber(number) && !hasRightCheckCharacter(number)
        ? FAULT
        : undefined,
  },
  {
    id: 'R004',
    level: 'E',
    subject: 'person',
    fields: ['documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: ({ number }) =>
      (number.length === 20 || number.length === 22) &&
      !isDamagedDocumentNumber(number) &&
      !hasRightCheckCharacter(number)
        ? FAULT
        : undefined,
  },
  {
    id: 'R005',
    level: 'E',
    subject: 'person',
    fields: ['documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: area,
  },
  {
    id: 'R006',
    level: 'E',
    subject: 'person',
    fields: ['birthDay', 'documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: birthDay,
  },
  {
    id: 'R007',
    level: 'E',
    subject: 'person',
    fields: ['sex', 'documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: ({ number, facts }) =>
      hasFullLength(number) && sexOfNumber(number) !== facts.sex ? FAULT : undefined,
  },
  {
    id: 'R008',
    level: 'W',
    subject: 'person',
    fields: ['name'],
    evenAfterLeaving: true,
    check: ({ facts }) => (name.test(facts.name) ? undefined : FAULT),
  },
  {
    id: 'R009',
    level: 'W',
    subject: 'person',
    fields: ['health', 'documentKind', 'documentNumber'],
    check: certificateOfDisabled,
  },
  {
    id: 'R010',
    level: 'W',
    subject: 'person',
    fields: ['documentKind', 'health'],
    check: (person) =>
      person.facts.documentKind === 'disabilityCard' && !isDisabled(person) ? FAULT : undefined,
  },
  {
    id: 'R011',
    level: 'E',
    subject: 'person',
    fields: ['documentNumber'],
    needsClear: true,
    evenAfterLeaving: true,
    check: disability,
  },
  {
    id: 'R012',
    level: 'W',
    subject: 'person',
    fields: mandatory,
    check: missingBasics,
  },
  {
    id: 'R013',
    level: 'W',
    subject: 'person',
    fields: ['phone', 'workStatus'],
    needsClear: true,
    check: ({ works, facts }) =>
      works && (facts.phone === null || !mobile.test(facts.phone)) ? FAULT : undefined,
  },
];

export const contactRules: readonly Rule<HouseholdRow>[] = [
  {
    id: 'R014',
    level: 'W',
    subject: 'household',
    fields: ['phone'],
    needsClear: true,
    check: ({ phone }) => (phone === null || !elevenDigits.test(phone) ? FAULT : undefined),
  },
];
