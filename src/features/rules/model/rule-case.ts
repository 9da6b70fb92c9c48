import { ageOn, type PlainDate, parsePlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import type { FactRecord } from './expression.ts';
import { type FactName, factNameOf, factNames } from './facts-schema.ts';
import { type ParameterInForce, type ParametersInForce, parameterIn } from './parameter.ts';
import { hasRuleCode } from './rule-code-lists.ts';
import { type RuleType, typeText } from './rule-type.ts';

/** A value of the register. Not stated is null; a list of codes is never empty, but null. */
export type FactValue = boolean | number | string | readonly string[] | null;
export type Facts = Readonly<Record<string, FactValue>>;

/** What a rule is asked about: one household with its members, one of them perhaps, or a place; on one day. */
export type RuleCase = {
  readonly on: PlainDate;
  readonly region: RegionCode;
  readonly parameters: ReadonlyMap<string, ParameterInForce>;
  readonly persons: readonly Facts[];
} & { readonly [Record in FactRecord]: Facts };

export type GivenRecord = Readonly<Record<string, unknown>>;

/** Records as the register, a form or a story has them; what is not given is not stated. */
export type GivenCase = {
  readonly household?: GivenRecord;
  readonly survey?: GivenRecord | null;
  /** Those who are present. */
  readonly persons?: readonly GivenRecord[];
  /** Of whom the rule speaks, by place in `persons`. */
  readonly person?: number;
  readonly village?: GivenRecord;
  readonly county?: GivenRecord;
  readonly answer?: GivenRecord;
};

export type CaseSetting = {
  readonly on: PlainDate;
  /** Where the household lies; parameters of the nearest region above hold. */
  readonly region: RegionCode;
  readonly parameters: ParametersInForce;
};

/** A value that the register could not hold. */
export type CaseProblem = {
  readonly code: 'unknownField' | 'wrongValue' | 'codeNotInList';
  readonly name: string;
  readonly expected: string;
};

const none: Facts = {};

/** The values in force in a region; the same for all households of a village, so made once for them. */
export function parametersFor(
  parameters: ParametersInForce,
  region: RegionCode,
): ReadonlyMap<string, ParameterInForce> {
  const found = new Map<string, ParameterInForce>();
  for (const [id, values] of parameters) {
    const value = parameterIn(values, region);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}

/** Reads a case, and refuses what no register could hold: unknown fields, wrong kinds of value, foreign codes. */
export function readRuleCase(
  given: GivenCase,
  setting: CaseSetting,
):
  | { readonly ok: true; readonly value: RuleCase }
  | { readonly ok: false; readonly problem: readonly CaseProblem[] } {
  const problems: CaseProblem[] = [];
  const checkRecord = (record: FactRecord, values: GivenRecord | null | undefined): void => {
    for (const [name, value] of Object.entries(values ?? {})) {
      const problem = problemOf(record, name, value);
      if (problem !== undefined) problems.push(problem);
    }
  };
  checkRecord('household', given.household);
  checkRecord('survey', given.survey);
  for (const person of given.persons ?? []) checkRecord('person', person);
  checkRecord('village', given.village);
  checkRecord('county', given.county);
  return problems.length > 0
    ? { ok: false, problem: problems }
    : { ok: true, value: ruleCase(given, setting) };
}

/** The case of records that are known to be well formed, as those of the register are. */
export function ruleCase(given: GivenCase, setting: CaseSetting): RuleCase {
  const { on, region } = setting;
  const persons = (given.persons ?? []).map((person) => personFacts(person, on));
  return {
    on,
    region,
    parameters: parametersFor(setting.parameters, region),
    household: householdFacts(given.household ?? {}, persons.length),
    survey: factsOf(given.survey ?? {}),
    persons,
    person: persons[given.person ?? -1] ?? none,
    village: placeFacts(given.village, region, 12),
    county: placeFacts(given.county, region, 6),
    answer: factsOf(given.answer ?? {}),
  };
}

function factsOf(record: GivenRecord): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {};
  for (const name of Object.keys(record)) {
    const value = record[name] as FactValue | undefined;
    facts[name] =
      value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
  }
  return facts;
}

/** A person with what is worked out: age in completed years, and whether the person is the head. */
export function personFacts(record: GivenRecord, on: PlainDate): Facts {
  const facts = factsOf(record);
  const { birthDay, relation } = facts;
  facts['age'] = typeof birthDay === 'string' ? ageOn(birthDay as PlainDate, on) : null;
  facts['isHead'] = typeof relation === 'string' ? relation === '02' || relation === '01' : null;
  return facts;
}

function householdFacts(record: GivenRecord, size: number): Facts {
  const facts = factsOf(record);
  facts['size'] = size;
  facts['monitored'] =
    (facts['monitoredCategory'] ?? null) !== null && facts['riskEliminated'] !== true;
  return facts;
}

const counted = factNames
  .filter(({ record, type, optional }) => record === 'county' && !optional && type.kind === 'int')
  .map(({ name }) => name);

function placeFacts(record: GivenRecord | undefined, region: RegionCode, digits: 6 | 12): Facts {
  const facts = factsOf(record ?? {});
  facts['code'] ??= region.slice(0, digits);
  for (const name of counted) facts[name] ??= 0;
  return facts;
}

/** Fields of a record that rules do not see may be there too, as a person's name in a story. */
const besides = new Set(['name', 'headName', 'documentNumber', 'phone', 'bankAccount', 'status']);

function problemOf(record: FactRecord, name: string, value: unknown): CaseProblem | undefined {
  const fact: FactName | undefined = factNameOf(record, name);
  const full = `${record}.${name}`;
  if (fact === undefined)
    return besides.has(name) ? undefined : { code: 'unknownField', name: full, expected: '' };
  if (value === null || value === undefined || fits(value, fact.type)) return undefined;
  const code =
    fact.type.kind === 'code' && typeof value === 'string' ? 'codeNotInList' : 'wrongValue';
  return { code, name: full, expected: typeText(fact.type) };
}

function fits(value: unknown, type: RuleType): boolean {
  switch (type.kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
    case 'money':
      return Number.isSafeInteger(value);
    case 'decimal':
      return Number.isFinite(value);
    case 'day':
      return typeof value === 'string' && parsePlainDate(value) !== undefined;
    case 'month':
      return typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
    case 'monthDay':
    case 'text':
      return typeof value === 'string';
    case 'code':
      return typeof value === 'string' && hasRuleCode(type.list, value);
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.of));
    case 'person':
      return false;
  }
}
