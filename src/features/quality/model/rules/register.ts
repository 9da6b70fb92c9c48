import type { PlainDate } from '../../../../kernel/plain-date.ts';
import {
  type CodeOf,
  type Id,
  incomeCategories,
  type SurveyFacts,
} from '../../../households/model/index.ts';
import { type Finding, findingOf, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';

/** A rule over many records: what it says is one query, and here one pass over arrays. */
export type RegisterRule = Pick<Rule<never>, 'id' | 'level' | 'subject' | 'fields'>;

/**
 * What the rules across households need of a person. Keys are compared, never shown: the number
 * itself while it is in clear, or its keyed hash.
 */
export type RegisterPerson = {
  readonly id: Id;
  /** The household on record; null if it does not exist. */
  readonly householdId: Id | null;
  readonly present: boolean;
  readonly name: string;
  readonly sex: CodeOf<'sex'>;
  readonly birthDay: PlainDate | null;
  /** Of the whole document number. */
  readonly documentKey: string | null;
  /** Of its first 18 characters: the same for a person's identity card and disability certificate. */
  readonly identityKey: string | null;
  readonly phoneKey: string | null;
  readonly works: boolean;
};

export type RegisterSurvey = {
  readonly id: Id;
  readonly householdId: Id;
  readonly villageCode: string;
  readonly facts: SurveyFacts;
};

export const documentOnce: RegisterRule = {
  id: 'R001',
  level: 'E',
  subject: 'person',
  fields: ['documentNumber'],
};
export const phoneOfOneHousehold: RegisterRule = {
  id: 'R015',
  level: 'I',
  subject: 'person',
  fields: ['phone'],
};
export const personWithHousehold: RegisterRule = {
  id: 'R026',
  level: 'E',
  subject: 'person',
  fields: ['householdId'],
};
export const personInOneHousehold: RegisterRule = {
  id: 'R027',
  level: 'W',
  subject: 'person',
  fields: ['name', 'birthDay', 'documentNumber'],
};
export const incomeNotCopied: RegisterRule = {
  id: 'R116',
  level: 'I',
  subject: 'survey',
  fields: ['incomeFen'],
};

export const registerRules: readonly RegisterRule[] = [
  documentOnce,
  phoneOfOneHousehold,
  personWithHousehold,
  personInOneHousehold,
  incomeNotCopied,
];

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function presentOnly(persons: readonly RegisterPerson[]): readonly RegisterPerson[] {
  return persons.filter((person) => person.present);
}

function findingsOf(
  rule: RegisterRule,
  found: readonly { readonly id: Id }[],
  fault: { readonly text?: string; readonly details?: Readonly<Record<string, number>> } = {},
): readonly Finding[] {
  return found.map(({ id }) => findingOf(rule, fault, id));
}

/** R001: two persons on the register with the same document number. */
export function sameDocument(persons: readonly RegisterPerson[]): readonly Finding[] {
  const groups = grouped(presentOnly(persons), ({ documentKey }) => documentKey);
  return groups.flatMap((group) =>
    findingsOf(documentOnce, group, { details: { count: group.length } }),
  );
}

function households(persons: readonly RegisterPerson[]): number {
  return new Set(persons.map(({ householdId }) => householdId)).size;
}

/** R015: workers of different households with the same phone. */
export function sameWorkPhone(persons: readonly RegisterPerson[]): readonly Finding[] {
  const workers = presentOnly(persons).filter(({ works }) => works);
  return grouped(workers, ({ phoneKey }) => phoneKey)
    .filter((group) => households(group) > 1)
    .flatMap((group) =>
      findingsOf(phoneOfOneHousehold, group, { details: { count: households(group) } }),
    );
}

/** R026: persons on the register of a household that does not exist. */
export function withoutHousehold(persons: readonly RegisterPerson[]): readonly Finding[] {
  const orphans = presentOnly(persons).filter(({ householdId }) => householdId === null);
  return findingsOf(personWithHousehold, orphans, { text: 'orphan' });
}

/** Who somebody is when no number says it: same name, sex and birthday. */
function nameKey({ identityKey, name, sex, birthDay }: RegisterPerson): string | null {
  return identityKey !== null || birthDay === null ? null : `${name} ${sex} ${birthDay}`;
}

/**
 * R027: one person in two households. Told by the 18 characters that identity card and disability
 * certificate share, and for persons without a number by name, sex and birthday.
 */
export function inTwoHouseholds(persons: readonly RegisterPerson[]): readonly Finding[] {
  const members = presentOnly(persons);
  const groups = [
    ...grouped(members, ({ identityKey }) => identityKey),
    ...grouped(members, nameKey),
  ];
  return groups
    .filter((group) => households(group) > 1)
    .flatMap((group) =>
      findingsOf(personInOneHousehold, group, { details: { count: households(group) } }),
    );
}

const items = Object.values(incomeCategories).flatMap((category) => category.items);

/**
 * All parts of an income as one text, equal for incomes that are equal in every part; null if fewer
 * parts than that are above zero.
 */
export function incomeFingerprint(facts: SurveyFacts, leastItems: number): string | null {
  let stated = 0;
  let text = '';
  for (const item of items) {
    const amount = facts[item] ?? 0;
    if (amount > 0) stated += 1;
    text += `${amount} `;
  }
  return stated < leastItems ? null : text;
}

/** R116: many households of a village whose incomes of a year are equal in every part. */
export function copiedIncome(
  surveys: readonly RegisterSurvey[],
  { parameters }: Pick<RuleContext, 'parameters'>,
): readonly Finding[] {
  const { sameIncomeHouseholds, sameIncomeItems } = parameters;
  if (sameIncomeHouseholds === undefined || sameIncomeItems === undefined) return [];
  const groups = grouped(surveys, ({ villageCode, facts }) => {
    const fingerprint = incomeFingerprint(facts, sameIncomeItems);
    return fingerprint === null ? null : `${villageCode} ${facts.year} ${fingerprint}`;
  });
  return groups
    .filter((group) => group.length >= sameIncomeHouseholds)
    .flatMap((group) => findingsOf(incomeNotCopied, group, { details: { count: group.length } }));
}

/** All rules across households and villages, over everything at once. */
export function checkRegister(
  register: {
    readonly persons: readonly RegisterPerson[];
    readonly surveys: readonly RegisterSurvey[];
  },
  context: Pick<RuleContext, 'parameters'>,
): readonly Finding[] {
  const { persons, surveys } = register;
  return [
    ...sameDocument(persons),
    ...sameWorkPhone(persons),
    ...withoutHousehold(persons),
    ...inTwoHouseholds(persons),
    ...copiedIncome(surveys, context),
  ];
}
