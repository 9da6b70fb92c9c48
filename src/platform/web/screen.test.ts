import { expect, it } from 'vitest';
import type { Permission } from '../../kernel/access.ts';
import { entryFor, navigationOf, type Screen } from './screen.ts';

const nothing = async () => () => null;

function screen(path: string, rest: Partial<Screen> = {}): Screen {
  return {
    path,
    area: 'information',
    order: 1,
    title: path,
    permission: 'self',
    component: nothing,
    ...rest,
  };
}

const households = screen('/households', { order: 2, permission: 'household.read' });
const household = screen('/households/$county/$id', {
  within: '/households',
  permission: 'household.read',
});
const intake = screen('/intake', { order: 1, permission: 'intake.import' });
const audit = screen('/audit', { area: 'system', permission: 'audit.read' });
const all = [audit, household, households, intake];

const may =
  (...permissions: Permission[]) =>
  (permission: Permission) =>
    permissions.includes(permission);

it('offers what the posting includes, by area and in order', () => {
  const offered = navigationOf(all, may('household.read', 'intake.import', 'audit.read'));
  expect(offered.map(({ area, screens }) => [area, screens.map(({ path }) => path)])).toEqual([
    ['information', ['/intake', '/households']],
    ['system', ['/audit']],
  ]);
});

it('shows no area that has nothing for the officer', () => {
  expect(navigationOf(all, may('audit.read')).map(({ area }) => area)).toEqual(['system']);
  expect(navigationOf(all, may())).toEqual([]);
});

it('lights up the list while one of its pages is open', () => {
  expect(entryFor(all, '/households/990101/17')).toBe('/households');
  expect(entryFor(all, '/households')).toBe('/households');
  expect(entryFor(all, '/households/990101')).toBeUndefined();
});

it('prefers a fixed path over one with parameters', () => {
  const fresh = screen('/households/new', { within: '/intake' });
  const one = screen('/households/$id', { within: '/households' });
  expect(entryFor([one, fresh], '/households/new')).toBe('/intake');
});
