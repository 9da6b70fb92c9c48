import type { CodeOf, PersonFacts } from '../../../households/model/index.ts';
import { isHead } from '../../../households/model/index.ts';
import { FAULT, type Fault, type Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import type { HouseholdInQuestion, HouseholdRow, PersonInQuestion } from '../rule-subjects.ts';

type Relation = CodeOf<'relation'>;

const male = '1';
const female = '2';

function codes(...relations: Relation[]): ReadonlySet<Relation> {
  return new Set(relations);
}

const spouses = codes('10', '11', '12');
const men = codes(
  ...(['11', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '41', '43'] as const),
  ...(['46', '47', '51', '53', '55', '57', '61', '63', '66', '71', '73', '76', '78'] as const),
  ...(['81', '83', '85', '87', '89', '93', '95'] as const),
);
const women = codes(
  ...(['12', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '42', '44'] as const),
  ...(['45', '48', '52', '54', '56', '58', '62', '64', '67', '72', '74', '75', '77'] as const),
  ...(['82', '84', '86', '88', '90', '94', '96'] as const),
);
/** Born of the head: in-laws, adopted and step children may be of any age. */
const children = codes(
  '20',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '29',
  '30',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '39',
);
const grandchildren = codes('40', '41', '42', '43', '44', '49');
const parents = codes('50', '51', '52');
const grandparents = codes('60', '61', '62', '63', '64');

function sexOfRelation({ facts }: PersonInQuestion): Fault | undefined {
  const { relation, sex } = facts;
  if (relation === null) return undefined;
  if (men.has(relation) && sex !== male) return { details: { relation } };
  if (women.has(relation) && sex !== female) return { details: { relation } };
  return undefined;
}

function headOf(household: HouseholdInQuestion): PersonInQuestion | undefined {
  return household.members.find(({ facts }) => isHead(facts));
}

function spousesOf(household: HouseholdInQuestion): readonly PersonInQuestion[] {
  return household.members.filter(
    ({ facts }) => facts.relation !== null && spouses.has(facts.relation),
  );
}

function oneHead(household: HouseholdInQuestion): Fault | undefined {
  if (household.members.length === 0) return undefined;
  let heads = 0;
  for (const { facts } of household.members) if (isHead(facts)) heads += 1;
  return heads === 1 ? undefined : { details: { heads } };
}

function spouseOfOtherSex(household: HouseholdInQuestion): readonly Fault[] | undefined {
  const head = headOf(household);
  if (head === undefined) return undefined;
  const same = spousesOf(household).filter(({ facts }) => facts.sex === head.facts.sex);
  return same.length === 0 ? undefined : same.map(({ id }) => ({ personId: id }));
}

/** How many years older than the head a relation has to be; negative for younger; undefined for any. */
function yearsBeforeHead(relation: Relation, generationYears: number): number | undefined {
  if (children.has(relation)) return -generationYears;
  if (grandchildren.has(relation)) return -2 * generationYears;
  if (parents.has(relation)) return generationYears;
  if (grandparents.has(relation)) return 2 * generationYears;
  return undefined;
}

function generations(
  household: HouseholdInQuestion,
  context: RuleContext,
): readonly Fault[] | undefined {
  const { generationYears } = context.parameters;
  const headAge = headOf(household)?.age;
  if (headAge === undefined || generationYears === undefined) return undefined;
  let faults: Fault[] | undefined;
  for (const { id, age, facts } of household.members) {
    if (age === undefined || facts.relation === null) continue;
    const years = yearsBeforeHead(facts.relation, generationYears);
    if (years === undefined) continue;
    const isFarEnough = years < 0 ? age <= headAge + years : age >= headAge + years;
    if (isFarEnough) continue;
    faults ??= [];
    faults.push({
      personId: id,
      details: { relation: facts.relation, age, headAge, years: Math.abs(years) },
    });
  }
  return faults;
}

function membersAt(household: HouseholdInQuestion, day: string): number {
  let count = 0;
  for (const { facts } of household.persons) {
    // Who came on to the register with the household belonged to it before, too.
    const fromTheBeginning = facts.joinedOn === null || facts.joinReason === 'registered';
    const joined = fromTheBeginning || (facts.joinedOn ?? '') <= day;
    const left = facts.leftOn !== null && facts.leftOn <= day;
    if (joined && !left) count += 1;
  }
  return count;
}

function trueCount(
  household: HouseholdInQuestion,
  context: RuleContext,
): Fault | readonly Fault[] | undefined {
  const counted = household.members.length;
  if (counted === 0) return { text: 'empty', fields: ['memberCount'] };
  const faults: Fault[] = [];
  const stated = household.household.memberCount;
  if (stated !== null && stated !== counted) {
    faults.push({ fields: ['memberCount'], details: { stated, counted } });
  }
  const { survey } = household;
  if (survey?.populationAtYearEnd != null) {
    const yearEnd = `${survey.year}-12-31`;
    const atYearEnd = membersAt(household, yearEnd < context.on ? yearEnd : context.on);
    if (atYearEnd !== survey.populationAtYearEnd) {
      faults.push({
        text: 'yearEnd',
        fields: ['populationAtYearEnd'],
        details: { year: survey.year, stated: survey.populationAtYearEnd, counted: atYearEnd },
      });
    }
  }
  return faults.length === 0 ? undefined : faults;
}

function departure({ facts, present }: PersonInQuestion): Fault | undefined {
  if ((facts.leaveReason === null) !== (facts.leftOn === null)) {
    return facts.leaveReason === null ? { text: 'reasonMissing' } : { text: 'dayMissing' };
  }
  if (present && facts.health.includes('deceased')) return { text: 'deceased', fields: ['health'] };
  return undefined;
}

function samePhoneElsewhere({ members }: HouseholdInQuestion): readonly Fault[] | undefined {
  const placeByPhone = new Map<string, string>();
  let faults: Fault[] | undefined;
  for (const { id, facts } of members) {
    const { phone, workPlace } = facts;
    if (phone === null || workPlace === null) continue;
    const place = placeByPhone.get(phone);
    if (place === undefined) placeByPhone.set(phone, workPlace);
    else if (place !== workPlace) {
      faults ??= [];
      faults.push({ personId: id });
    }
  }
  return faults;
}

function place(row: HouseholdRow, context: RuleContext): Fault | undefined {
  if (row.number.trim() === '') return { text: 'number', fields: ['number'] };
  const { villageCode } = row;
  if (villageCode === undefined || context.knowsVillage === undefined) return undefined;
  if (villageCode !== null && context.knowsVillage(villageCode)) return undefined;
  return { fields: ['villageCode'], details: { code: villageCode ?? '' } };
}

function headIsAdult({ facts, age }: PersonInQuestion, context: RuleContext): Fault | undefined {
  const { headLeastAge } = context.parameters;
  if (age === undefined || headLeastAge === undefined || !isHead(facts)) return undefined;
  return age < headLeastAge ? { details: { age, least: headLeastAge } } : undefined;
}

const relationFields: readonly (keyof PersonFacts)[] = ['relation', 'sex'];

/** Rules over one person's own row. */
export const relationRules: readonly Rule<PersonInQuestion>[] = [
  { id: 'R022', level: 'E', subject: 'person', fields: relationFields, check: sexOfRelation },
  {
    id: 'R025',
    level: 'W',
    subject: 'person',
    fields: ['relation', 'birthDay'],
    check: headIsAdult,
  },
  {
    id: 'R028',
    level: 'E',
    subject: 'person',
    fields: ['leaveReason', 'leftOn'],
    evenAfterLeaving: true,
    check: departure,
  },
];

/** Rules over a household's own row. */
export const placeRules: readonly Rule<HouseholdRow>[] = [
  { id: 'R029', level: 'I', subject: 'household', fields: ['number', 'villageCode'], check: place },
];

/** Rules over a household with its members. */
export const familyRules: readonly Rule<HouseholdInQuestion>[] = [
  {
    id: 'R016',
    level: 'I',
    subject: 'household',
    fields: ['phone', 'workPlace'],
    needsClear: true,
    check: samePhoneElsewhere,
  },
  { id: 'R020', level: 'E', subject: 'household', fields: ['relation'], check: oneHead },
  { id: 'R021', level: 'E', subject: 'household', fields: relationFields, check: spouseOfOtherSex },
  {
    id: 'R023',
    level: 'E',
    subject: 'household',
    fields: ['relation'],
    check: (household) => (spousesOf(household).length > 1 ? FAULT : undefined),
  },
  {
    id: 'R024',
    level: 'W',
    subject: 'household',
    fields: ['relation', 'birthDay'],
    check: generations,
  },
  {
    id: 'R026',
    level: 'E',
    subject: 'household',
    fields: ['memberCount', 'populationAtYearEnd'],
    check: trueCount,
  },
];
