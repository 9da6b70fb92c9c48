import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { type Fen, fen } from '../../../../kernel/money.ts';
import { type SurveyFacts, surveyFacts } from '../../../households/model/index.ts';
import {
  findingsOfSurvey,
  household,
  ofRow,
  ofSurvey,
  survey,
  withoutSentence,
} from '../testing/clean-records.ts';

const yuan = (amount: number): Fen => fen(Math.round(amount * 100));

describe('R100', () => {
  it.each([
    ['incomeFen', 29_501, 29_501.01],
    ['netIncomeFen', 27_501, 27_501.01],
    ['incomePerHeadFen', 13_751, 13_751.01],
  ] as const)('lets %s be off by one yuan and no more', (key, almost, off) => {
    expect(ofSurvey(survey({ [key]: yuan(almost) }))).toEqual([]);
    expect(findingsOfSurvey(survey({ [key]: yuan(off) }))).toMatchObject([
      { ruleId: 'R100', text: key },
    ]);
  });

  it('says one thing about one slip, however much follows from it', () => {
    const slip = survey({ netIncomeFen: yuan(20_000), incomePerHeadFen: yuan(10_000) });
    expect(findingsOfSurvey(slip)).toMatchObject([
      { text: 'netIncomeFen', details: { stated: '20000.00', expected: '27500.00' } },
    ]);
  });

  it('says one thing about a wrong total above right ones', () => {
    const found = findingsOfSurvey(survey({ incomeFen: yuan(99_000) }));
    expect(found).toHaveLength(1);
    expect(found).toMatchObject([{ ruleId: 'R100', text: 'incomeFen' }]);
  });

  it('lowers the expense by the subsidy for it', () => {
    const subsidised = survey({
      expenseSubsidyFen: yuan(500),
      netIncomeFen: yuan(28_000),
      incomePerHeadFen: yuan(14_000),
    });
    expect(ofSurvey(subsidised)).toEqual([]);
    expect(ofSurvey(survey({ expenseSubsidyFen: yuan(500) }))).toEqual(['R100']);
  });
});

describe('R101', () => {
  it.each([
    [{ wageOtherFen: yuan(1) }, { wageOtherFen: yuan(1.01) }],
    [{ propertyOtherFen: yuan(1) }, { propertyOtherFen: yuan(1.01) }],
    [
      { transferPensionFen: yuan(100), transferOtherFen: yuan(400) },
      { transferPensionFen: yuan(100) },
    ],
  ])('takes parts that make the total: %j, refuses %j', (fits, isOff) => {
    expect(ofSurvey(survey(fits))).toEqual([]);
    expect(ofSurvey(survey(isOff))).toEqual(['R101']);
  });

  it('does not ask for the parts of business income, which few forms have', () => {
    expect(ofSurvey(survey({ businessCropFen: yuan(1_000) }))).toEqual([]);
  });
});

describe('R102', () => {
  it('takes nothing below zero but a loss', () => {
    expect(ofSurvey(survey({ insurancePayoutFen: yuan(0) }))).toEqual([]);
    expect(ofSurvey(survey({ insurancePayoutFen: fen(-1) }))).toEqual(['R102']);
    const loss: Partial<SurveyFacts> = {
      businessExpenseFen: yuan(30_000),
      netIncomeFen: yuan(-500),
      incomePerHeadFen: yuan(-250),
    };
    expect(ofSurvey(survey(loss))).toEqual([]);
  });

  it('wants an income per head wherever there is income', () => {
    expect(ofSurvey(survey({ incomePerHeadFen: null }))).toEqual(['R102']);
    const houseOnly = surveyFacts({ year: 2024, housingSqm: 80 });
    expect(ofSurvey(houseOnly)).not.toContain('R102');
  });
});

function withWages(amount: number): SurveyFacts {
  const income = amount + 9_500;
  return survey({
    wageWorkFen: yuan(amount),
    wageFen: yuan(amount),
    incomeFen: yuan(income),
    netIncomeFen: yuan(income - 2_000),
    incomePerHeadFen: yuan((income - 2_000) / 2),
  });
}

it.each([
  [0, []],
  [299.99, ['R105']],
  [300, []],
  [300_000, []],
  [300_000.01, ['R105']],
])('R105 of wages of %d yuan says %j', (amount, rules) => {
  expect(ofSurvey(withWages(amount))).toEqual(rules);
});

it('R106 asks how business can cost nothing', () => {
  const free = { netIncomeFen: yuan(29_500), incomePerHeadFen: yuan(14_750) };
  expect(ofSurvey(survey({ ...free, businessExpenseFen: yuan(0) }))).toEqual(['R106']);
  expect(ofSurvey(survey({ ...free, businessExpenseFen: null }))).toEqual(['R106']);
  expect(ofSurvey(survey())).toEqual([]);
});

it('R107 asks for the land that is compensated', () => {
  const paid = { transferEcologicalFen: yuan(300), transferOtherFen: yuan(200) };
  expect(ofSurvey(survey(paid))).toEqual([]);
  expect(ofSurvey(survey({ ...paid, convertedMu: 0 }))).toEqual([]);
  expect(ofSurvey(survey({ ...paid, convertedMu: 0, forestMu: 0 }))).toEqual(['R107']);
  expect(ofSurvey(survey({ convertedMu: 0, forestMu: 0 }))).toEqual([]);
});

it.each([
  ['R108', 'transferSubsistenceFen', 200],
  ['R109', 'transferFamilyPlanningFen', 100],
  ['R110', 'transferPensionFen', 88],
  ['R111', 'transferExtremePovertyFen', 200],
] as const)('%s asks whether %s below %d yuan is a slip', (rule, key, least) => {
  const with_ = (amount: number) =>
    survey({ [key]: yuan(amount), transferOtherFen: yuan(500 - amount) });
  expect(ofSurvey(with_(0))).toEqual([]);
  expect(ofSurvey(with_(least - 0.01))).toEqual([rule]);
  expect(ofSurvey(with_(least))).toEqual([]);
});

it('R117 asks about wages below 100 yuan when identified', () => {
  const identified = (amount: number) => ofRow(household({ identifiedWageFen: yuan(amount) }));
  expect(identified(0)).toEqual([]);
  expect(identified(99.99)).toEqual(['R117']);
  expect(identified(100)).toEqual([]);
});

it('R118 asks from 2023 on about more than 20 000 yuan a head when identified', () => {
  const identified = (monitoredMonth: string | null, amount: number) =>
    ofRow(household({ monitoredMonth, identifiedIncomePerHeadFen: yuan(amount) }));
  expect(identified('2023-01', 20_000)).toEqual([]);
  expect(identified('2023-01', 20_000.01)).toEqual(['R118']);
  expect(identified('2022-12', 20_000.01)).toEqual([]);
  expect(identified(null, 20_000.01)).toEqual([]);
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
