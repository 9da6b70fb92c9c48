import { describe, expect, it } from 'vitest';
import sentences from '../../../../../messages/zh-CN/quality.json' with { type: 'json' };
import { type Fen, fen } from '../../../../kernel/money.ts';
import type { SurveyFacts } from '../../../households/model/index.ts';
import type { HouseholdRow } from '../rule-subjects.ts';
import {
  bornYearsAgo,
  chens,
  findingsOfWhole,
  mei,
  ofWhole,
  survey,
  withoutSentence,
} from '../testing/clean-records.ts';

const yuan = (amount: number): Fen => fen(Math.round(amount * 100));
const poor: Partial<HouseholdRow> = { householdType: 'poor', povertyStatus: 'notExited' };
const watched: Partial<HouseholdRow> = { monitoredCategory: 'unstable' };
const perHead = (amount: number): Partial<SurveyFacts> => ({ incomePerHeadFen: yuan(amount) });

describe('R103', () => {
  it('refuses an exited household below the national line', () => {
    expect(ofWhole({ household: watched, survey: perHead(4_000) })).toEqual([]);
    expect(ofWhole({ household: watched, survey: perHead(3_999.99) })).toEqual(['R103']);
    expect(ofWhole({ household: poor, survey: perHead(3_999.99) })).toEqual([]);
  });

  it('compares with the line of the year of the income', () => {
    expect(
      ofWhole({ household: watched, survey: { year: 2016, ...perHead(2_952) } }),
    ).not.toContain('R103');
    expect(ofWhole({ household: watched, survey: { year: 2016, ...perHead(2_951.99) } })).toContain(
      'R103',
    );
  });
});

describe('R104', () => {
  it('asks why a household below the county’s line is not monitored', () => {
    expect(ofWhole({ survey: perHead(8_000) })).toEqual([]);
    expect(ofWhole({ survey: perHead(7_999.99) })).toEqual(['R104']);
    expect(ofWhole({ household: watched, survey: perHead(7_999.99) })).toEqual([]);
    expect(ofWhole({ household: poor, survey: perHead(7_999.99) })).toEqual([]);
  });

  it('asks again once the risk is called eliminated', () => {
    expect(
      ofWhole({ household: { ...watched, riskEliminated: true }, survey: perHead(7_999) }),
    ).toEqual(['R104']);
  });

  it('is silent where no line is known', () => {
    expect(ofWhole({ survey: perHead(5_000) }, { parametersOf: () => ({}) })).toEqual([]);
  });
});

describe('R112', () => {
  const [shan = mei(), daughter = mei()] = chens();
  const helped = [{ ...shan, subsistenceAllowance: 'rural' as const }, daughter];
  const supported = [{ ...shan, extremePovertySupport: 'rural' as const }, daughter];

  it.each([
    ['subsistenceAllowanceMissing', {}, { transferSubsistenceFen: yuan(300) }],
    ['extremePovertySupportMissing', {}, { transferExtremePovertyFen: yuan(300) }],
    ['transferSubsistenceFenMissing', { persons: helped }, {}],
    ['transferExtremePovertyFenMissing', { persons: supported }, {}],
  ] as const)('says %s', (text, given, facts) => {
    expect(findingsOfWhole({ ...given, survey: facts })).toMatchObject([{ ruleId: 'R112', text }]);
  });

  it('is content when amount and receiver agree', () => {
    expect(ofWhole({ persons: helped, survey: { transferSubsistenceFen: yuan(300) } })).toEqual([]);
    expect(
      ofWhole({ persons: supported, survey: { transferExtremePovertyFen: yuan(300) } }),
    ).toEqual([]);
  });

  it('does not hold the people of today against a survey of long ago', () => {
    expect(ofWhole({ persons: helped, survey: { year: 2023 } })).toEqual(['R112']);
    expect(ofWhole({ persons: helped, survey: { year: 2022 } })).toEqual([]);
  });
});

it('R113 asks for the pension of who is insured and 60', () => {
  const old = (age: number, residentPension: boolean) => [
    mei({
      name: '陈山',
      sex: '1',
      birthDay: bornYearsAgo(age),
      relation: '02',
      labourSkill: 'weak',
      residentPension,
    }),
    chens()[1] ?? mei(),
  ];
  expect(ofWhole({ persons: old(60, true) })).toEqual(['R113']);
  expect(ofWhole({ persons: old(59, true) })).toEqual([]);
  expect(ofWhole({ persons: old(60, false) })).toEqual([]);
  expect(ofWhole({ persons: old(60, true), survey: { transferPensionFen: yuan(1_500) } })).toEqual(
    [],
  );
});

describe('R114', () => {
  const withMonths = (workMonths: number | null) =>
    chens().map((person) =>
      person.name === '陈梅' ? { ...person, workMonths, workStatus: null } : person,
    );

  it('asks for the wages of who worked a month', () => {
    const unpaid = { wageFen: yuan(0), wageWorkFen: yuan(0) };
    expect(ofWhole({ persons: withMonths(1), survey: unpaid })).toEqual(['R114']);
    expect(ofWhole({ persons: withMonths(0), survey: unpaid })).toEqual([]);
    expect(ofWhole({ persons: withMonths(1) })).toEqual([]);
  });

  it('asks for the worker where there are wages', () => {
    expect(ofWhole({ persons: withMonths(null) })).toEqual(['R114']);
    expect(
      ofWhole({ persons: withMonths(null), survey: { wageFen: yuan(0), wageWorkFen: null } }),
    ).toEqual([]);
  });
});

describe('R115', () => {
  const years = (before: Partial<SurveyFacts>, after: Partial<SurveyFacts>, yearBefore = 2023) => ({
    surveys: [survey({ year: yearBefore, ...before }), survey(after)],
  });
  const income = (perHeadYuan: number, netYuan: number): Partial<SurveyFacts> => ({
    incomePerHeadFen: yuan(perHeadYuan),
    netIncomeFen: yuan(netYuan),
  });

  it.each([
    [15_000, []],
    [15_000.01, ['R115']],
  ])('asks about income per head that rose from 10 000 to %d', (after, rules) => {
    expect(ofWhole(years(income(10_000, 20_000), income(after, 20_000)))).toEqual(rules);
  });

  it.each([
    [9_000, []],
    [8_999.99, ['R115']],
  ])('asks about income per head that fell from 18 000 to %d', (after, rules) => {
    expect(ofWhole(years(income(18_000, 20_000), income(after, 20_000)))).toEqual(rules);
  });

  it.each([
    [26_000, []],
    [26_000.01, ['R115']],
    [14_000, []],
    [13_999.99, ['R115']],
  ])('asks about a household’s income that went from 20 000 to %d', (after, rules) => {
    expect(ofWhole(years(income(10_000, 20_000), income(10_000, after)))).toEqual(rules);
  });

  it('compares with the year before only, and not with a loss', () => {
    expect(ofWhole(years(income(10_000, 20_000), income(90_000, 20_000), 2022))).toEqual([]);
    expect(ofWhole(years(income(0, 0), income(90_000, 20_000)))).toEqual([]);
  });
});

it('has a sentence for everything that was found', () => {
  expect(withoutSentence(sentences)).toEqual([]);
});
