import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { RegionCode } from '../../../kernel/region-code.ts';
import { type Dice, diceFor } from './dice.ts';
import { donghuPlans } from './donghu.ts';
import {
  causeBy,
  type HouseholdPlan,
  makeHousehold,
  type SynthHousehold,
  sizeBy,
} from './household.ts';

export type PopulationOrder = {
  seed: string;
  /** Where the households live, spread over these villages in turn. */
  villages: readonly RegionCode[];
  households: number;
  /** The business day: ages and school years count from it. */
  on: PlainDate;
  /** Years of surveys, ascending. */
  surveyYears: readonly number[];
};

/** A population of any size, one household after another, the same for the same order. */
export function* synthesise(order: PopulationOrder): Generator<SynthHousehold> {
  const numbers = runningNumbers();
  for (let place = 0; place < order.households; place++) {
    const dice = diceFor(`${order.seed}/${place}`);
    const village = order.villages[place % order.villages.length];
    if (village === undefined) throw new Error('A population needs villages');
    yield makeHousehold(anyPlan(dice, village, place), {
      dice,
      on: order.on,
      surveyYears: order.surveyYears,
      sequence: numbers,
    });
  }
}

/** Donghu village as its plan of 2016 counts it: 31 households, 119 persons, by cause and year of exit. */
export function* synthesiseDonghu(
  order: Omit<PopulationOrder, 'households' | 'villages'> & { village: RegionCode },
): Generator<SynthHousehold> {
  const numbers = runningNumbers();
  for (const plan of donghuPlans(order.village)) {
    yield makeHousehold(plan, {
      dice: diceFor(`${order.seed}/${plan.number}`),
      on: order.on,
      surveyYears: order.surveyYears,
      sequence: numbers,
    });
  }
}

function anyPlan(dice: Dice, villageCode: RegionCode, place: number): HouseholdPlan {
  return {
    number: `${villageCode.slice(0, 6)}${String(place + 1).padStart(7, '0')}`,
    villageCode,
    members: sizeBy(dice),
    cause: causeBy(dice),
    onAllowance: dice.chance(18),
    exitYear: dice.chance(78) ? dice.between(2016, 2020) : undefined,
    identifiedYear: dice.between(2014, 2015),
  };
}

const MOST_OF_A_DAY = 999;

/**
 * Running numbers of ID numbers: odd for men, even for women, from 1 for each birthday and never
 * twice. A population so large that a day runs out of numbers is refused.
 */
function runningNumbers(): (birthDay: PlainDate, sex: '1' | '2') => number {
  const last = new Map<string, number>();
  return (birthDay, sex) => {
    const key = `${birthDay}/${sex}`;
    const next = (last.get(key) ?? (sex === '1' ? -1 : 0)) + 2;
    if (next > MOST_OF_A_DAY)
      throw new Error('The population is too large for the ID numbers of one county');
    last.set(key, next);
    return next;
  };
}
