import { bool, codeOfList, decimal, int, money, type RuleType, text } from './rule-type.ts';

/** What a rule may ask of the village or the county in which a household lies. */
export type PlaceAttribute = {
  readonly name: string;
  readonly type: RuleType;
  /** False for what is known of every place: its code, and what the register counts. */
  readonly optional: boolean;
  readonly unit?: 'person' | 'household' | 'kilometre';
  /** The register counts it; nobody states it. */
  readonly counted?: true;
};

function known(name: string, type: RuleType): PlaceAttribute {
  return { name, type, optional: false };
}

function counted(name: string, unit: 'person' | 'household'): PlaceAttribute {
  return { name, type: int, optional: false, unit, counted: true };
}

function stated(
  names: readonly string[],
  type: RuleType,
  unit?: PlaceAttribute['unit'],
): PlaceAttribute[] {
  return names.map((name) => ({
    name,
    type,
    optional: true,
    ...(unit === undefined ? {} : { unit }),
  }));
}

/** Active households, their present members, and those not lifted or returned, in the place. */
const countedByRegister = [
  counted('registeredHouseholds', 'household'),
  counted('registeredPersons', 'person'),
  counted('poorHouseholds', 'household'),
  counted('poorPersons', 'person'),
];

export const countyAttributes: readonly PlaceAttribute[] = [
  known('code', text),
  ...countedByRegister,
  ...stated(
    [
      'poorCounty',
      'nationalPoorCounty',
      'provincialPoorCounty',
      'contiguousDistrict',
      'deeplyPoor',
      'border',
      'oldRevolutionaryBase',
      'ethnicAutonomous',
      'resourceExhausted',
    ],
    bool,
  ),
  ...stated(['regionClass'], codeOfList('regionClass')),
  ...stated(['ruralPopulation'], int, 'person'),
  ...stated(['ruralHouseholds'], int, 'household'),
  ...stated(['povertyIncidencePercent'], decimal),
  ...stated(['fiscalRevenueFen', 'fiscalRevenueLastYearFen'], money),
];

export const villageAttributes: readonly PlaceAttribute[] = [
  known('code', text),
  ...countedByRegister,
  ...stated(
    [
      'poorVillage',
      'keyVillage',
      'deeplyPoor',
      'border',
      'ethnicMinority',
      'steepFarmland',
      'relocationArea',
      'fishingVillage',
      'roadHardened',
      'busService',
      'safeWater',
      'productionPower',
      'broadband',
      'broadcasting',
      'clinic',
      'cultureRoom',
      'sportsGround',
      'cooperative',
      'workTeam',
      'firstSecretary',
    ],
    bool,
  ),
  ...stated(['ruralPopulation'], int, 'person'),
  ...stated(['ruralHouseholds', 'largestHamletHouseholds'], int, 'household'),
  ...stated(['largestHamletPersons'], int, 'person'),
  ...stated(['povertyIncidencePercent'], decimal),
  ...stated(['roadDistanceKm'], decimal, 'kilometre'),
  ...stated(['collectiveIncomeFen'], money),
];
