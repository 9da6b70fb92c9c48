import type { PlainDate } from '../../../kernel/plain-date.ts';
import { ancestorAt, type RegionCode } from '../../../kernel/region-code.ts';
import {
  type CodeOf,
  type HouseholdFacts,
  householdFacts,
  type PersonFacts,
  type SurveyFacts,
} from '../../households/model/index.ts';
import type { Dice } from './dice.ts';
import { makeMember, type Part } from './member.ts';
import { givenName, surname } from './names.ts';
import { unrealPhone } from './phone.ts';
import { makeSurvey } from './survey.ts';

type Cause = CodeOf<'povertyCause'>;

/** What is wanted of one household; everything else falls by the dice. */
export type HouseholdPlan = {
  number: string;
  villageCode: RegionCode;
  members: number;
  cause: Cause;
  onAllowance: boolean;
  /** The year in which it left poverty; absent if it has not. */
  exitYear: number | undefined;
  identifiedYear: number;
};

export type SynthHousehold = {
  villageCode: RegionCode;
  household: HouseholdFacts;
  persons: readonly PersonFacts[];
  surveys: readonly SurveyFacts[];
};

export type HouseholdSetting = {
  dice: Dice;
  on: PlainDate;
  surveyYears: readonly number[];
  sequence: (birthDay: PlainDate, sex: '1' | '2') => number;
};

const causesOfNeed: readonly (readonly [Cause, number])[] = [
  ['illness', 34],
  ['disability', 14],
  ['lackOfLabour', 16],
  ['schooling', 8],
  ['lackOfSkill', 10],
  ['lackOfFunds', 8],
  ['lackOfLand', 2],
  ['disaster', 3],
  ['poorTransport', 2],
  ['lackOfDrive', 3],
];

export function causeBy(dice: Dice): Cause {
  return dice.weighted(causesOfNeed);
}

/** Sizes of households, as rural surveys find them: most have two to four members. */
export function sizeBy(dice: Dice): number {
  return dice.weighted([
    [1, 9],
    [2, 22],
    [3, 24],
    [4, 24],
    [5, 13],
    [6, 6],
    [7, 2],
  ]);
}

/** A household as planned, without fault by the data rules. */
export function makeHousehold(plan: HouseholdPlan, setting: HouseholdSetting): SynthHousehold {
  const { dice, on } = setting;
  const county = ancestorAt(plan.villageCode, 'county');
  if (county === undefined) throw new Error('A household lies in a village');
  const parts = partsOf(plan, dice);
  const born = parts.map((part, place) =>
    makeMember(part, {
      dice,
      county,
      on,
      sequence: setting.sequence,
      number: `${plan.number}${String(place + 1).padStart(2, '0')}`,
    }),
  );
  const onAllowance = plan.onAllowance || born.every(hasNoLabour);
  const persons = onAllowance
    ? born.map((person) => ({ ...person, subsistenceAllowance: 'rural' as const }))
    : born;
  const exited = plan.exitYear !== undefined && plan.exitYear <= Number(on.slice(0, 4));
  const relocated = dice.chance(6);
  const base = exited ? dice.between(9_500, 19_000) * 100 : dice.between(4_200, 8_300) * 100;
  const surveys = setting.surveyYears.map((year, place) =>
    makeSurvey({
      dice,
      year,
      persons,
      ages: parts.map(({ age }) => age),
      incomePerHead: Math.round(base * 1.08 ** place),
      onAllowance,
      relocated,
    }),
  );
  return {
    villageCode: plan.villageCode,
    household: householdOf(plan, { dice, persons, exited, relocated }),
    persons,
    surveys,
  };
}

/** Where nobody can work, the minimum living allowance is owed (R086). */
function hasNoLabour(person: PersonFacts): boolean {
  return person.labourSkill === 'none' || person.labourSkill === 'lost';
}

function householdOf(
  plan: HouseholdPlan,
  how: { dice: Dice; persons: readonly PersonFacts[]; exited: boolean; relocated: boolean },
): HouseholdFacts {
  const { dice, persons, exited, relocated } = how;
  const thisYear = plan.exitYear === 2026;
  return householdFacts({
    number: plan.number,
    headName: persons[0]?.name ?? '',
    memberCount: persons.length,
    villageGroup: `${dice.pick(['一', '二', '三', '四', '五', '六'])}组`,
    address: '村民小组内',
    phone: unrealPhone(dice),
    bankName: dice.pick(['柳溪农村商业银行', '临湖农村信用社']),
    bankAccount: `62000000${String(dice.between(0, 99_999_999)).padStart(8, '0')}`,
    householdType: exited ? 'exited' : 'poor',
    recognitionStandard: 'national',
    poorHouseholdKind: plan.onAllowance ? 'subsistenceAllowance' : 'general',
    povertyStatus: povertyStatusOf(exited, thisYear),
    notExitedReason: exited ? null : 'unstableIncome',
    identifiedMonth: `${plan.identifiedYear}-${String(dice.between(4, 6)).padStart(2, '0')}`,
    exitYear: exited ? (plan.exitYear ?? null) : null,
    plannedExitYear: plan.exitYear ?? null,
    mainCause: plan.cause,
    otherCauses: dice.chance(35) ? [otherCause(plan.cause, dice)] : [],
    martyrFamily: false,
    onlyChildFamily: false,
    twoDaughterFamily: false,
    schoolDropout: false,
    housingDamaged: false,
    memberUninsured: false,
    waterDamaged: false,
    noLabourHousehold: false,
    ...relocationOf(relocated, dice, persons.length),
  });
}

function povertyStatusOf(exited: boolean, thisYear: boolean): CodeOf<'povertyStatus'> {
  if (!exited) return 'notExited';
  return thisYear ? 'newlyExited' : 'exitedEarlier';
}

function otherCause(main: Cause, dice: Dice): Cause {
  const other = causeBy(dice);
  return other === main ? 'lackOfFunds' : other;
}

function relocationOf(relocated: boolean, dice: Dice, members: number): Partial<HouseholdFacts> {
  if (!relocated) return { relocated: false };
  return {
    relocated: true,
    relocationMode: 'single',
    resettlementMode: 'concentrated',
    resettlementPlace: 'township',
    resettlementSite: '集镇安置点',
    resettlementAreaSqm: members * dice.between(18, 25),
    movedInMonth: `20${dice.between(17, 19)}-${String(dice.between(1, 12)).padStart(2, '0')}`,
    oldHouseDemolished: true,
  };
}

/** Who belongs to a household of that size: a couple with children and parents, or fewer. */
function partsOf(plan: HouseholdPlan, dice: Dice): Part[] {
  const family = surname(dice);
  const headAge = plan.members === 1 ? dice.between(48, 74) : dice.between(36, 58);
  const parts: Part[] = [
    partOf('02', dice.chance(82) || plan.members > 2 ? '1' : '2', headAge, { dice, family }),
  ];
  const headSex = parts[0]?.sex ?? '1';
  const spouseFamily = surname(dice);
  if (plan.members > 1) {
    parts.push(
      partOf('10', headSex === '1' ? '2' : '1', headAge - dice.between(-2, 4), {
        dice,
        family: spouseFamily,
      }),
    );
  }
  const parents = plan.members >= 5 ? dice.between(1, 2) : 0;
  while (parts.length < plan.members - parents) {
    const sex = dice.chance(52) ? '1' : '2';
    const age = Math.max(0, headAge - dice.between(22, 32));
    parts.push(
      partOf(sex === '1' ? '20' : '30', sex, age, {
        dice,
        family: headSex === '1' ? family : spouseFamily,
      }),
    );
  }
  if (parents > 0)
    parts.push(partOf('52', '2', headAge + dice.between(20, 28), { dice, family: surname(dice) }));
  if (parents > 1) parts.push(partOf('51', '1', headAge + dice.between(20, 28), { dice, family }));
  return withNeed(parts, plan.cause, dice);
}

function partOf(
  relation: CodeOf<'relation'>,
  sex: '1' | '2',
  age: number,
  of: { dice: Dice; family: string },
): Part {
  const { dice, family } = of;
  const name = `${family}${givenName(dice, sex)}`;
  const health = age >= 62 && dice.chance(30) ? 'chronicIllness' : 'healthy';
  return { relation, sex, age, name, health };
}

/** The cause of poverty shows in somebody: an ill or disabled member. */
function withNeed(parts: Part[], cause: Cause, dice: Dice): Part[] {
  const whom = dice.between(0, Math.min(1, parts.length - 1));
  return parts.map((part, place) => {
    if (place !== whom) return part;
    if (cause === 'illness')
      return { ...part, health: dice.chance(50) ? 'seriousIllness' : 'chronicIllness' };
    if (cause === 'disability')
      return {
        ...part,
        health: 'disability',
        disability: `${dice.between(1, 7)}${dice.between(2, 4)}`,
      };
    return part;
  });
}
