import {
  type ExpectedSubject,
  expectedFields,
  type Field,
  type FieldSubject,
} from '../../model/index.ts';
import { isAbsent, isMasked } from '../words/value-text.ts';
import type { Values } from './changed-values.ts';

type Condition = (values: Values) => boolean;

const includes =
  (key: string, code: string): Condition =>
  (values) => {
    const value = values[key];
    return isMasked(value) || (Array.isArray(value) && value.includes(code));
  };

const isTrue =
  (key: string): Condition =>
  (values) =>
    values[key] === true;

const isStated =
  (key: string): Condition =>
  (values) =>
    !isAbsent(values[key]);

const isOneOf =
  (key: string, ...codes: readonly string[]): Condition =>
  (values) =>
    codes.includes(String(values[key]));

const relocated = isTrue('relocated');
const monitored = isStated('monitoredCategory');
const working = isStated('workStatus');

const notAtSchool: readonly unknown[] = ['notInSchool', 'belowSchoolAge', 'preschool'];

function isAtSchool(values: Values): boolean {
  return isStated('schoolStatus')(values) && !notAtSchool.includes(values['schoolStatus']);
}

/** Questions that make sense only after another answer. Everything else is always asked. */
const asked: Readonly<Record<FieldSubject, Readonly<Record<string, Condition>>>> = {
  household: {
    notExitedReason: isOneOf('povertyStatus', 'notExited', 'returned'),
    returnCause: isStated('returnYear'),
    monitoredMonth: monitored,
    risks: monitored,
    disasterKinds: includes('risks', 'disaster'),
    riskNote: includes('risks', 'other'),
    identifiedWageFen: monitored,
    identifiedIncomePerHeadFen: monitored,
    noLabourHousehold: monitored,
    riskEliminated: monitored,
    riskEliminationMode: isTrue('riskEliminated'),
    riskEliminatedMonth: isTrue('riskEliminated'),
    relocationMode: relocated,
    resettlementMode: relocated,
    resettlementPlace: relocated,
    resettlementSite: relocated,
    resettlementAreaSqm: relocated,
    relocationDifficulty: relocated,
    movedInMonth: relocated,
    oldHouseDemolished: relocated,
  },
  person: {
    disabilityCardYear: includes('health', 'disability'),
    disabilityGrade: includes('health', 'disability'),
    boardsAtSchool: isAtSchool,
    workPlace: working,
    workEmployer: working,
    workMonths: working,
    publicPostMonths: isStated('publicPosts'),
    unemployedGraduateReason: isOneOf('education', '10', '20', '30'),
  },
  survey: { fuelNote: includes('fuels', 'other') },
};

/** True if the field is to be asked: its condition holds, or it has a value that must be seen. */
export function isAsked(of: FieldSubject, key: string, values: Values): boolean {
  const condition = asked[of][key];
  return condition === undefined || condition(values) || !isAbsent(values[key]);
}

/** A person either learns or has learnt, or has a reason for neither: one answer of three is enough. */
const schooling = ['education', 'schoolStatus', 'outOfSchoolReason'];

/** How much a field that is still empty is wanted: it must be there, it should be, or it may be. */
export function isDue(field: Field, values: Values): 'required' | 'expected' | undefined {
  if (!isAbsent(values[field.key])) return undefined;
  if (field.required === true) return 'required';
  const expected: readonly string[] = expectedFields[field.of as ExpectedSubject];
  if (!expected.includes(field.key)) return undefined;
  const isAnswered =
    field.of === 'person' &&
    schooling.includes(field.key) &&
    schooling.some((key) => !isAbsent(values[key]));
  return isAnswered ? undefined : 'expected';
}
