import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/money.ts';
import { type SurveyFacts, surveyFacts } from './household.ts';
import { incomeCategories, incomeOf, statesIncome, withTotals } from './income.ts';

function yuan(amount: number): ReturnType<typeof fen> {
  return fen(Math.round(amount * 100));
}

/** The Zhangs of Stone Bridge in 2023: a migrant worker, a field, a pension. */
const zhangs = surveyFacts({
  year: 2023,
  populationAtYearEnd: 4,
  wageWorkFen: yuan(36_000),
  wagePublicPostFen: yuan(6_000),
  businessCropFen: yuan(8_500),
  businessLivestockFen: yuan(4_200.5),
  propertyDividendFen: yuan(800),
  propertyLandFen: yuan(1_200),
  transferPensionFen: yuan(1_476),
  transferEcologicalFen: yuan(300),
  transferOtherFen: yuan(420),
  businessExpenseFen: yuan(5_000),
  expenseSubsidyFen: yuan(1_000),
});

describe('incomeOf', () => {
  it('adds up a year as the form does', () => {
    expect(incomeOf(zhangs)).toEqual({
      wageFen: 4_200_000,
      businessFen: 1_270_050,
      propertyFen: 200_000,
      transferFen: 219_600,
      incomeFen: 5_889_650,
      expenseFen: 400_000,
      netIncomeFen: 5_489_650,
      incomePerHeadFen: 1_372_413,
    });
  });

  it.each([
    [yuan(100), 3, 3_333],
    [yuan(200), 3, 6_667],
    [fen(1), 2, 1],
    [fen(5), 10, 1],
    [fen(4), 10, 0],
  ])(
    'shares %i fen among %i people as %i, half a fen upwards',
    (wageFen, populationAtYearEnd, expected) => {
      const income = incomeOf(surveyFacts({ year: 2023, populationAtYearEnd, wageFen }));
      expect(income.incomePerHeadFen).toBe(expected);
    },
  );

  it('takes the stated total of a kind where the form has no parts', () => {
    expect(incomeOf(surveyFacts({ year: 2013, wageFen: yuan(5_000) })).wageFen).toBe(500_000);
  });

  it('does not count payouts of an insurance, nor lowers income by costs of illness', () => {
    const ill = {
      ...zhangs,
      insurancePayoutFen: yuan(20_000),
      medicalOutOfPocketFen: yuan(30_000),
    };
    expect(incomeOf(ill)).toEqual(incomeOf(zhangs));
  });

  it('lets a subsidy lower the expense to nothing, but not below', () => {
    const facts = { ...zhangs, businessExpenseFen: yuan(500), expenseSubsidyFen: yuan(800) };
    expect(incomeOf(facts).expenseFen).toBe(0);
  });

  it('shows a year of loss as a negative income per head', () => {
    const facts = surveyFacts({
      year: 2023,
      populationAtYearEnd: 2,
      businessExpenseFen: yuan(1_000),
    });
    expect(incomeOf(facts)).toMatchObject({ netIncomeFen: -100_000, incomePerHeadFen: -50_000 });
  });

  it.each([null, 0])('gives no income per head for %j people', (populationAtYearEnd) => {
    expect(incomeOf({ ...zhangs, populationAtYearEnd }).incomePerHeadFen).toBeNull();
  });
});

describe('withTotals', () => {
  const amount = fc.option(fc.integer({ min: 0, max: 1e9 }).map(fen), { nil: null });
  const keys = Object.values(incomeCategories).flatMap(({ total, items }) => [total, ...items]);
  const surveys: fc.Arbitrary<SurveyFacts> = fc
    .tuple(
      fc.record(Object.fromEntries(keys.map((key) => [key, amount]))),
      fc.integer({ min: 1, max: 12 }),
    )
    .map(([amounts, populationAtYearEnd]) =>
      surveyFacts({ year: 2023, populationAtYearEnd, ...amounts }),
    );

  it('makes totals that never contradict the parts, whatever was typed', () => {
    fc.assert(
      fc.property(surveys, (typed) => {
        const saved = withTotals(typed);
        for (const { total, items } of Object.values(incomeCategories)) {
          const stated = items.map((item) => saved[item]).filter((part) => part !== null);
          if (stated.length === 0) continue;
          expect(saved[total]).toBe(stated.reduce((sum, part) => sum + part, 0));
        }
        if (!statesIncome(typed)) return;
        expect(incomeOf(saved)).toMatchObject({
          incomeFen: saved.incomeFen,
          netIncomeFen: saved.netIncomeFen,
          incomePerHeadFen: saved.incomePerHeadFen,
        });
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(surveys, (typed) => {
        const saved = withTotals(typed);
        expect(withTotals(saved)).toEqual(saved);
      }),
    );
  });

  it('leaves a survey without income as it is', () => {
    const house = surveyFacts({ year: 2023, housingSqm: 80, populationAtYearEnd: 4 });
    expect(withTotals(house)).toEqual(house);
  });
});

describe('statesIncome', () => {
  it('tells a survey with income from one about the house only', () => {
    expect(statesIncome(zhangs)).toBe(true);
    expect(statesIncome(surveyFacts({ year: 2023, wageFen: fen(0) }))).toBe(true);
    expect(statesIncome(surveyFacts({ year: 2023, housingSqm: 80 }))).toBe(false);
  });
});
