import { type Fen, fen } from '../../../kernel/money.ts';
import {
  type PersonFacts,
  type SurveyFacts,
  surveyFacts,
  withTotals,
} from '../../households/model/index.ts';
import type { Dice } from './dice.ts';

export type SurveySetting = {
  dice: Dice;
  year: number;
  persons: readonly PersonFacts[];
  ages: readonly number[];
  /** Net income per head that the household should come to, in fen. */
  incomePerHead: number;
  onAllowance: boolean;
  relocated: boolean;
};

/** A survey without fault by the data rules whose net income per head is about what is wanted. */
export function makeSurvey(setting: SurveySetting): SurveyFacts {
  const { dice, year, persons } = setting;
  const heads = persons.length;
  const cultivated = dice.between(10, 80) / 10;
  const converted = dice.chance(30) ? dice.between(5, 20) / 10 : 0;
  return withTotals(
    surveyFacts({
      year,
      incomePeriod: 'octoberToSeptember',
      populationAtYearEnd: heads,
      populationAtYearStart: heads,
      cultivatedMu: cultivated,
      irrigatedMu: Math.round(cultivated * 4) / 10,
      forestMu: converted + dice.between(0, 40) / 10,
      convertedMu: converted,
      orchardMu: dice.chance(20) ? dice.between(2, 20) / 10 : 0,
      pastureMu: 0,
      waterMu: dice.chance(10) ? dice.between(2, 30) / 10 : 0,
      ...livingOf(setting),
      ...incomeOf(setting, converted > 0),
    }),
  );
}

function livingOf({ dice, persons, relocated }: SurveySetting): Partial<SurveyFacts> {
  const perHead = relocated ? dice.between(15, 25) : dice.between(18, 45);
  return {
    inCooperative: dice.chance(55),
    leadingFirm: dice.chance(25),
    leadingEntrepreneur: dice.chance(30),
    householdElectricity: true,
    productionElectricity: dice.chance(90),
    broadcasting: true,
    safeWater: true,
    waterDifficult: false,
    sanitaryToilet: dice.chance(85),
    roadDistanceKm: dice.between(0, 40) / 10,
    roadKind: dice.weighted([
      ['concrete', 70],
      ['gravel', 15],
      ['asphalt', 10],
      ['earth', 5],
    ]),
    roadHardened: dice.chance(85),
    fuels: [
      dice.weighted([
        ['cleanEnergy', 60],
        ['firewood', 30],
        ['coal', 10],
      ]),
    ],
    housingSqm: perHead * persons.length,
    dangerousHouse: false,
    housingGrade: dice.chance(50) ? 'A' : 'B',
    houseBuiltYear: dice.between(1985, 2019),
  };
}

const BASIC_PENSION_FEN = 12_000_00;
const ALLOWANCE_FEN = 3_600_00;

function incomeOf(setting: SurveySetting, hasConverted: boolean): Partial<SurveyFacts> {
  const { dice, persons, ages, incomePerHead, onAllowance } = setting;
  const pensioners = ages.filter(
    (age, place) => age >= 60 && persons[place]?.residentPension === true,
  ).length;
  const workers = persons.filter((person) => (person.workMonths ?? 0) > 0).length;
  const transfers = {
    transferPensionFen: fen(pensioners * Math.round(BASIC_PENSION_FEN / 8)),
    transferSubsistenceFen: fen(onAllowance ? persons.length * ALLOWANCE_FEN : 0),
    transferEcologicalFen: fen(hasConverted ? dice.between(100, 400) * 100 : 0),
    transferFamilyPlanningFen: fen(0),
    transferExtremePovertyFen: fen(0),
    transferOtherFen: fen(dice.between(100, 900) * 100),
  };
  const given = Object.values(transfers).reduce((sum, amount) => sum + amount, 0);
  const rest = Math.max(50_000_00 / 100, incomePerHead * persons.length - given);
  const wage = workers > 0 ? Math.round(rest * (0.5 + dice.fraction() * 0.3)) : 0;
  const business = rest - wage;
  const expense = Math.round(business * 0.35);
  return {
    ...transfers,
    wageWorkFen: fen(wage > 0 ? Math.max(wage, 30_000) : 0),
    wagePublicPostFen: fen(0),
    wageOtherFen: fen(0),
    businessCropFen: whole((business + expense) * 0.7),
    businessForestryFen: fen(0),
    businessLivestockFen: whole((business + expense) * 0.3),
    businessFisheryFen: fen(0),
    businessTradeFen: fen(0),
    businessIndustryAwardFen: fen(0),
    businessEmploymentAwardFen: fen(0),
    propertyDividendFen: fen(dice.between(0, 6) * 10_000),
    propertyLandFen: fen(0),
    propertyInterestFen: fen(0),
    propertyOtherFen: fen(0),
    businessExpenseFen: fen(Math.max(expense, 1_000)),
    expenseSubsidyFen: fen(0),
    insurancePayoutFen: fen(0),
    medicalOutOfPocketFen: fen(dice.between(0, 60) * 10_000),
  };
}

function whole(amount: number): Fen {
  return fen(Math.round(amount));
}
