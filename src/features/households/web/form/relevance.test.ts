import { expect, it } from 'vitest';
import { isAsked } from './relevance.ts';

it('asks where a household was resettled only if it was', () => {
  expect(isAsked('household', 'resettlementSite', { relocated: false })).toBe(false);
  expect(isAsked('household', 'resettlementSite', { relocated: true })).toBe(true);
});

it('shows a value that is there even if the question would not be asked', () => {
  expect(isAsked('household', 'resettlementSite', { resettlementSite: '河东' })).toBe(true);
});

it('asks for the year of the disability certificate where health is hidden', () => {
  expect(isAsked('person', 'disabilityCardYear', { health: ['healthy'] })).toBe(false);
  expect(isAsked('person', 'disabilityCardYear', { health: ['disability'] })).toBe(true);
  expect(isAsked('person', 'disabilityCardYear', { health: { masked: true, shown: '****' } })).toBe(
    true,
  );
});
