import { expect, it } from 'vitest';
import { fieldOfKey } from '../../model/index.ts';
import { isAsked, isDue } from './relevance.ts';

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

it('asks of pupils whether they board, and of the disabled for their grade', () => {
  expect(isAsked('person', 'boardsAtSchool', { schoolStatus: 'primary' })).toBe(true);
  expect(isAsked('person', 'boardsAtSchool', { schoolStatus: 'preschool' })).toBe(false);
  expect(isAsked('person', 'boardsAtSchool', {})).toBe(false);
  expect(isAsked('person', 'disabilityGrade', { health: ['disability'] })).toBe(true);
  expect(isAsked('person', 'disabilityGrade', { health: ['healthy'] })).toBe(false);
});

function dueOf(of: 'household' | 'person', key: string, values: Record<string, unknown>) {
  const field = fieldOfKey(of, key);
  return field && isDue(field, values);
}

it('wants what a record cannot be without, and what the form expects', () => {
  expect(dueOf('person', 'name', {})).toBe('required');
  expect(dueOf('person', 'name', { name: '李强' })).toBeUndefined();
  expect(dueOf('household', 'mainCause', {})).toBe('expected');
  expect(dueOf('household', 'bankName', {})).toBeUndefined();
});

it('wants no education of somebody who is at school', () => {
  expect(dueOf('person', 'education', {})).toBe('expected');
  expect(dueOf('person', 'education', { schoolStatus: 'primary' })).toBeUndefined();
});
