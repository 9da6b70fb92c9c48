import { expect, it } from 'vitest';
import type { SurveyView } from '../household-queries.ts';
import { incomeYearsOf, statedItems } from './income-years.ts';

function survey(year: number, facts: Partial<Record<keyof SurveyView, number>>): SurveyView {
  const absent = { populationAtYearEnd: null, incomePerHeadFen: null, wageWorkFen: null };
  return { ...absent, businessCropFen: null, year, ...facts } as unknown as SurveyView;
}

it('works out income per head and its change, latest year first', () => {
  const years = incomeYearsOf([
    survey(2024, { populationAtYearEnd: 4, wageWorkFen: 4_000_000 }),
    survey(2025, { populationAtYearEnd: 4, wageWorkFen: 5_000_000 }),
  ]);
  expect(years.map(({ year }) => year)).toEqual([2025, 2024]);
  expect(years.map(({ income }) => income.incomePerHeadFen)).toEqual([1_250_000, 1_000_000]);
  expect(years.map(({ change }) => change)).toEqual([0.25, undefined]);
});

it('compares only with the very year before', () => {
  const [latest] = incomeYearsOf([
    survey(2023, { populationAtYearEnd: 1, wageWorkFen: 100 }),
    survey(2025, { populationAtYearEnd: 1, wageWorkFen: 200 }),
  ]);
  expect(latest?.change).toBeUndefined();
});

it('keeps the stated income per head only where it differs', () => {
  const facts = { populationAtYearEnd: 2, wageWorkFen: 200 };
  const statedOf = (incomePerHeadFen: number) =>
    incomeYearsOf([survey(2025, { ...facts, incomePerHeadFen })])[0]?.statedPerHeadFen;
  expect(statedOf(100)).toBeNull();
  expect(statedOf(101)).toBe(101);
});

it('lists the parts that some year states', () => {
  const years = incomeYearsOf([
    survey(2025, { wageWorkFen: 200 }),
    survey(2024, { businessCropFen: 5 }),
  ]);
  expect(statedItems('wage', years)).toEqual(['wageWorkFen']);
  expect(statedItems('business', years)).toEqual(['businessCropFen']);
});
