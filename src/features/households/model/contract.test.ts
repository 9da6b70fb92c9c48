import { expect, it } from 'vitest';
import { HouseholdChanges, PersonChanges, SurveyChanges } from './contract.ts';

it('takes a list that is emptied with null for an empty list, and any other value for no value', () => {
  expect(SurveyChanges.parse({ fuels: null, housingSqm: null })).toEqual({
    fuels: [],
    housingSqm: null,
  });
  expect(PersonChanges.parse({ publicPosts: null })).toEqual({ publicPosts: [] });
  expect(HouseholdChanges.parse({ otherCauses: null, mainCause: null })).toEqual({
    otherCauses: [],
    mainCause: null,
  });
});

it('leaves what is not named as it is', () => {
  expect(SurveyChanges.parse({})).toEqual({});
});
