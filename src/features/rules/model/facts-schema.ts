import { type FactField, type Field, factFieldOf, fields } from '../../households/model/index.ts';
import type { FactRecord } from './expression.ts';
import { countyAttributes, type PlaceAttribute, villageAttributes } from './place-attributes.ts';
import {
  bool,
  codeOfList,
  day,
  decimal,
  int,
  listOf,
  money,
  month,
  type RuleType,
  text,
} from './rule-type.ts';

/** Of whom a rule speaks. */
export const ruleSubjects = ['household', 'person', 'village', 'county'] as const;
export type RuleSubject = (typeof ruleSubjects)[number];

/** A name that a rule may use, with what is known of it beforehand. */
export type FactName = {
  readonly record: FactRecord;
  readonly name: string;
  readonly type: RuleType;
  /** It may be absent, so that a rule has to ask has() first. */
  readonly optional: boolean;
  readonly unit?: string;
  /** Where the value comes from: a field of the dictionary, the register's own bookkeeping, worked out, or a place. */
  readonly source: 'dictionary' | 'register' | 'derived' | 'place';
};

/** What the facts keep as texts only to show and sort by. */
const notForRules = new Set(['household.headName']);

/** Whoever is in the list of members is on the register, so why somebody left is not asked. */
const ofThoseWhoLeft = new Set(['person.leaveReason', 'person.leftOn']);

function typeOfField(field: Field): RuleType {
  switch (field.type) {
    case 'boolean':
      return bool;
    case 'integer':
      return int;
    case 'decimal':
      return decimal;
    case 'money':
      return money;
    case 'day':
      return day;
    case 'month':
      return month;
    case 'code':
    case 'codes': {
      if (field.list === undefined) throw new Error(`A code needs its list: ${field.key}`);
      const code = codeOfList(field.list);
      return field.type === 'code' ? code : listOf(code);
    }
    default:
      return text;
  }
}

function factOf(field: Field): FactField | undefined {
  return factFieldOf(`${field.of}.${field.key}`);
}

function fromDictionary(of: 'household' | 'survey' | 'person'): FactName[] {
  return fields[of]
    .filter((field) => factOf(field) !== undefined)
    .filter((field) => !notForRules.has(`${of}.${field.key}`))
    .filter((field) => !ofThoseWhoLeft.has(`${of}.${field.key}`))
    .map((field) => ({
      record: of,
      name: field.key,
      type: typeOfField(field),
      // A household may have no survey, so nothing of the survey is certain.
      optional: of === 'survey' || field.required !== true,
      ...(field.unit === undefined ? {} : { unit: field.unit }),
      source: 'dictionary',
    }));
}

function derived(record: 'household' | 'person', name: string, type: RuleType): FactName {
  return { record, name, type, optional: false, source: 'derived' };
}

/** The latest spell of each kind. `monitored`: put on the list, and the risk not eliminated. */
const ofTheRegister: readonly FactName[] = [
  ...(['registeredOn', 'registeredUntil', 'monitoredOn', 'monitoredUntil'] as const).map(
    (name): FactName => ({
      record: 'household',
      name,
      type: day,
      optional: true,
      source: 'register',
    }),
  ),
  { record: 'household', name: 'monitored', type: bool, optional: false, source: 'register' },
  { ...derived('household', 'size', int), unit: 'person' },
  { ...derived('person', 'age', int), optional: true, unit: 'year' },
  { ...derived('person', 'isHead', bool), optional: true },
];

function ofPlace(record: 'village' | 'county', attributes: readonly PlaceAttribute[]): FactName[] {
  return attributes.map(({ name, type, optional, unit }) => ({
    record,
    name,
    type,
    optional,
    ...(unit === undefined ? {} : { unit }),
    source: 'place',
  }));
}

/** Every name of the register that rules may use. */
export const factNames: readonly FactName[] = [
  ...fromDictionary('household'),
  ...fromDictionary('survey'),
  ...fromDictionary('person'),
  ...ofTheRegister,
  ...ofPlace('village', villageAttributes),
  ...ofPlace('county', countyAttributes),
];

const byName = new Map(factNames.map((fact) => [`${fact.record}.${fact.name}`, fact]));

export function factNameOf(record: FactRecord, name: string): FactName | undefined {
  return byName.get(`${record}.${name}`);
}

const recordsOf: Record<RuleSubject, readonly FactRecord[]> = {
  household: ['household', 'survey', 'village', 'county'],
  person: ['person', 'household', 'survey', 'village', 'county'],
  village: ['village', 'county'],
  county: ['county'],
};

/** The records that a rule about this subject may name. Members are a list besides: `persons`. */
export function recordsFor(subject: RuleSubject): readonly FactRecord[] {
  return recordsOf[subject];
}

export function hasPersons(subject: RuleSubject): boolean {
  return subject === 'household' || subject === 'person';
}
