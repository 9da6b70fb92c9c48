import type { RegionCode } from '../../../kernel/region-code.ts';
import { diceFor } from './dice.ts';

/** As the plan of Donghu village (东湖渔业村) counts its people: 552 households, 1 480 persons. */
export const DONGHU_PEOPLE = 1_480;

// Always more than the register holds of a synthetic village, which is a few hundred.
const LEAST_PEOPLE = 860;
const MOST_PEOPLE = 2_640;

/** Registered agricultural population (农业户籍人口) of a village that does not exist; the same for the same seed. */
export function peopleOfVillage(seed: string, village: RegionCode): number {
  return diceFor(`${seed}/people/${village}`).between(LEAST_PEOPLE, MOST_PEOPLE);
}
