import { expect, it } from 'vitest';
import { parseFilters } from '../../model/index.ts';
import {
  barFilters,
  carriedFilters,
  missingKeys,
  requestFilters,
  withFilter,
  withoutFilter,
} from './list-filters.ts';

const carried = 'household.mainCause:in:illness,disability;survey.incomePerHeadFen:below:400000';

it('sends what the bar asks and what came with the address', () => {
  const text = requestFilters(
    { type: 'poor', cause: undefined, missing: 'household.phone' },
    carried,
  );
  expect(text).toBe(
    `household.householdType:in:poor;household.missing:in:household.phone;${carried}`,
  );
  expect(parseFilters(text).ok).toBe(true);
});

it('asks for nothing with an empty bar', () => {
  expect(requestFilters({}, '')).toBe('');
  expect(requestFilters({}, carried)).toBe(carried);
});

it('takes one chip away and leaves the others', () => {
  const filters = carriedFilters(carried);
  const [cause] = filters;
  expect(cause && withoutFilter(filters, cause)).toBe('survey.incomePerHeadFen:below:400000');
});

it('adds a condition once', () => {
  const filters = carriedFilters(carried);
  const [cause] = filters;
  expect(cause && withFilter(filters, cause)).toBe(carried);
});

it('leaves a text that nobody understands to the server', () => {
  expect(carriedFilters('no:such:filter')).toEqual([]);
});

it('offers only fields that the dictionary has', () => {
  const all = [
    ...barFilters.map(({ field }) => `${field}:missing:`),
    ...missingKeys.map((key) => `household.missing:in:${key}`),
  ];
  expect(all.filter((text) => !parseFilters(text).ok)).toEqual([]);
});
