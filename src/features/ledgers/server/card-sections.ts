import { ageOn, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Masked, ShownHousehold } from '../../households/server/index.ts';
import type { Fact, FactsBlock, TableBlock, ValueKind } from '../model/ledger.ts';
import { plainRow } from '../model/ledger.ts';
import type { Words } from './words.ts';

/** A masked value as its mask; a clear one as it is. */
export function open<Value>(value: Value | Masked | null): Value | string | null {
  return typeof value === 'object' && value !== null && 'masked' in value ? value.shown : value;
}

type Entry = { key: string; kind?: ValueKind; value: Fact['value']; span?: number };

function factsFrom(words: Words, entries: readonly Entry[]): Fact[] {
  return entries.map(({ key, kind = 'text', value, span }) => ({
    label: words.say(`card.fact.${key}`),
    kind,
    value,
    ...(span === undefined ? {} : { span }),
  }));
}

/** Who the household is, since when and why it is on the register. */
export function basicFacts(words: Words, { facts, persons }: ShownHousehold): FactsBlock {
  const { code, codes, yesNo } = words;
  const entries: Entry[] = [
    { key: 'number', kind: 'identifier', value: facts.number },
    { key: 'headName', value: facts.headName },
    { key: 'members', kind: 'count', value: persons.length },
    { key: 'householdType', value: code('householdType', facts.householdType) },
    { key: 'poorHouseholdKind', value: code('poorHouseholdKind', facts.poorHouseholdKind) },
    { key: 'povertyStatus', value: code('povertyStatus', facts.povertyStatus) },
    { key: 'identifiedMonth', kind: 'month', value: facts.identifiedMonth },
    { key: 'exitYear', kind: 'year', value: facts.exitYear },
    { key: 'returnYear', kind: 'year', value: facts.returnYear },
    { key: 'mainCause', value: code('povertyCause', facts.mainCause) },
    { key: 'otherCauses', value: codes('povertyCause', facts.otherCauses), span: 2 },
    { key: 'monitoredCategory', value: code('monitoredCategory', facts.monitoredCategory) },
    { key: 'monitoredMonth', kind: 'month', value: facts.monitoredMonth },
    { key: 'riskEliminated', value: yesNo(facts.riskEliminated) },
    { key: 'risks', value: codes('riskKind', facts.risks), span: 3 },
    { key: 'phone', kind: 'identifier', value: open(facts.phone) },
    { key: 'bankName', value: facts.bankName },
    { key: 'bankAccount', kind: 'identifier', value: open(facts.bankAccount) },
    { key: 'address', value: open(facts.address), span: 3 },
  ];
  return {
    type: 'facts',
    id: 'basic',
    title: words.say('card.section.basic'),
    across: 3,
    items: factsFrom(words, entries),
  };
}

/** The present members. School or education, because the form wants one of the two and never both. */
export function memberTable(
  words: Words,
  { persons }: ShownHousehold,
  today: PlainDate,
): TableBlock {
  const { code } = words;
  const column = (key: string, width: number, kind: ValueKind = 'text') => ({
    title: words.say(`card.member.${key}`),
    kind,
    width,
  });
  return {
    type: 'table',
    id: 'members',
    title: words.say('card.section.members'),
    half: false,
    columns: [
      column('place', 4.5, 'ordinal'),
      column('name', 12),
      column('relation', 9),
      column('sex', 5),
      column('age', 5, 'ordinal'),
      column('document', 25, 'identifier'),
      column('ethnicity', 8),
      column('education', 16),
      column('health', 13.5),
      column('labour', 13.5),
      column('work', 18),
      column('security', 14.5),
    ],
    rows: persons.map((person, index) =>
      plainRow(
        index + 1,
        person.name,
        code('relation', person.relation),
        code('sex', person.sex),
        person.birthDay === null ? null : ageOn(person.birthDay, today),
        open(person.documentNumber),
        code('ethnicity', person.ethnicity),
        schoolingOf(words, person),
        healthOf(words, person.health),
        code('labourSkill', person.labourSkill),
        workOf(words, person),
        securityOf(words, person),
      ),
    ),
    empty: words.say('card.noMembers'),
  };
}

type Member = ShownHousehold['persons'][number];

function schoolingOf(words: Words, person: Member): string | null {
  const attends = person.schoolStatus !== null && person.schoolStatus !== 'notInSchool';
  if (attends) return words.code('schoolStatus', person.schoolStatus);
  const reason = words.code('outOfSchoolReason', person.outOfSchoolReason);
  if (reason !== null) return words.say('card.outOfSchool', { reason });
  return words.code('education', person.education);
}

function healthOf(words: Words, health: Member['health']): string | null {
  return 'masked' in health ? health.shown : words.codes('healthStatus', health);
}

function workOf(words: Words, person: Member): string | null {
  const place = words.code('workStatus', person.workStatus);
  const months = person.workMonths;
  const away =
    place === null || months === null
      ? place
      : words.say('card.workMonths', { place, count: months });
  return words.list([away, words.codes('publicPost', person.publicPosts)]);
}

function securityOf(words: Words, person: Member): string | null {
  const { say, code } = words;
  const allowance = person.subsistenceAllowance === 'none' ? null : person.subsistenceAllowance;
  const support = person.extremePovertySupport === 'none' ? null : person.extremePovertySupport;
  return words.list([
    person.residentMedical === true ? say('card.insured.residentMedical') : null,
    person.employeeMedical === true ? say('card.insured.employeeMedical') : null,
    person.residentPension === true ? say('card.insured.residentPension') : null,
    person.employeePension === true ? say('card.insured.employeePension') : null,
    code('subsistenceAllowance', allowance),
    code('extremePovertySupport', support),
  ]);
}

/** The chain of registration: identified, lifted, returned, lifted again. */
export function spellTable(words: Words, { spells }: ShownHousehold): TableBlock {
  const column = (key: string, width: number, kind: ValueKind = 'text') => ({
    title: words.say(`card.spell.${key}`),
    kind,
    width,
  });
  return {
    type: 'table',
    id: 'spells',
    title: words.say('card.section.spells'),
    half: false,
    columns: [
      column('kind', 20),
      column('startedOn', 22, 'day'),
      column('startReason', 26),
      column('endedOn', 22, 'day'),
      column('endReason', 26),
    ],
    rows: spells.map((spell) =>
      plainRow(
        words.code('spellKind', spell.kind),
        spell.startedOn,
        words.code('spellStart', spell.startReason),
        spell.endedOn,
        spell.endedOn === null
          ? words.say('card.stillOpen')
          : words.code('spellEnd', spell.endReason),
      ),
    ),
    empty: words.say('card.noSpells'),
  };
}

/** Food, clothing, schooling, medicine, housing and water, then land and living, as last surveyed. */
export function livingFacts(words: Words, household: ShownHousehold): FactsBlock {
  const { code, codes, yesNo } = words;
  const [survey] = household.surveys;
  const yes = (value: boolean | null | undefined): string | null => yesNo(value);
  const entries: Entry[] = [
    { key: 'foodAndClothing', value: words.say('card.tickAtVisit') },
    { key: 'schooling', value: schoolingAssured(words, household) },
    { key: 'medical', value: medicalAssured(words, household) },
    { key: 'housing', value: housingAssured(words, household) },
    { key: 'water', value: yes(survey?.safeWater) },
    { key: 'housingSqm', kind: 'decimal', value: survey?.housingSqm ?? null },
    { key: 'houseStructure', value: code('houseStructure', survey?.houseStructure) },
    { key: 'electricity', value: yes(survey?.householdElectricity) },
    { key: 'roadKind', value: code('roadKind', survey?.roadKind) },
    { key: 'toilet', value: yes(survey?.sanitaryToilet) },
    { key: 'broadcasting', value: yes(survey?.broadcasting) },
    { key: 'fuels', value: codes('fuelKind', survey?.fuels ?? []) },
    { key: 'cultivatedMu', kind: 'decimal', value: survey?.cultivatedMu ?? null },
    { key: 'forestMu', kind: 'decimal', value: survey?.forestMu ?? null },
    { key: 'convertedMu', kind: 'decimal', value: survey?.convertedMu ?? null },
    { key: 'inCooperative', value: yes(survey?.inCooperative) },
    { key: 'leadingFirm', value: yes(survey?.leadingFirm) },
    { key: 'relocated', value: yes(household.facts.relocated) },
  ];
  const year = survey?.year;
  return {
    type: 'facts',
    id: 'living',
    title:
      year === undefined
        ? words.say('card.section.living')
        : words.say('card.section.livingInYear', { year }),
    across: 3,
    items: factsFrom(words, entries),
  };
}

function schoolingAssured(words: Words, { facts, persons }: ShownHousehold): string | null {
  const out = persons.filter(({ outOfSchoolReason }) => outOfSchoolReason !== null).length;
  if (out > 0) return words.say('card.childrenOut', { count: out });
  if (facts.schoolDropout === null) return null;
  return words.say(facts.schoolDropout ? 'card.someOut' : 'card.nobodyOut');
}

function medicalAssured(words: Words, { persons }: ShownHousehold): string | null {
  const stated = persons.filter(
    (person) => person.residentMedical !== null || person.employeeMedical !== null,
  );
  if (stated.length === 0) return null;
  const insured = persons.filter(
    (person) => person.residentMedical === true || person.employeeMedical === true,
  );
  return words.say('card.insuredOf', { insured: insured.length, members: persons.length });
}

function housingAssured(words: Words, { surveys }: ShownHousehold): string | null {
  const [survey] = surveys;
  if (survey === undefined || survey.dangerousHouse === null) return null;
  if (!survey.dangerousHouse) return words.say('card.safeHouse');
  const grade = words.code('housingGrade', survey.housingGrade);
  return grade === null
    ? words.say('card.dangerousHouse')
    : words.say('card.dangerousHouseOfGrade', { grade });
}
