import type { ComponentType } from 'react';
import type { Permission } from '../../kernel/access.ts';

/** The five functions of the platform in the order of the Shandong document, 三(一), and the system itself. */
const areas = [
  'information',
  'policies',
  'matching',
  'supervision',
  'assessment',
  'system',
] as const;
export type Area = (typeof areas)[number];

/** One page of the product, as a feature registers it from its `web/index.ts`. */
export type Screen = {
  /** `/households` or `/households/$householdId`. */
  path: string;
  area: Area;
  /** Place within the area. */
  order: number;
  /** Message key, as `households:list.title`. */
  title: string;
  icon?: ComponentType;
  /** What the posting must include; `self` means everyone who is signed in. */
  permission: Permission;
  component: () => Promise<ComponentType>;
  /** The list that this page belongs to; such a page has no entry of its own in the navigation. */
  within?: string;
  /** Values for the `$names` of the path under which the demonstration always has something to show. */
  parameters?: Readonly<Record<string, string>>;
};

export type NavigationArea = { area: Area; screens: Screen[] };

/** What the navigation shows: the areas that have something for this officer, in their order. */
export function navigationOf(
  screens: readonly Screen[],
  may: (permission: Permission) => boolean,
): NavigationArea[] {
  return areas
    .map((area) => ({
      area,
      screens: screens
        .filter((screen) => screen.area === area && screen.within === undefined)
        .filter((screen) => may(screen.permission))
        .sort((one, other) => one.order - other.order),
    }))
    .filter((found) => found.screens.length > 0);
}

/** The entry that is lit up while a path is open: the deepest registered path that it lies under. */
export function entryFor(screens: readonly Screen[], path: string): string | undefined {
  const matching = screens
    .filter((screen) => matches(screen.path, path))
    .sort((one, other) => fixedParts(other.path) - fixedParts(one.path));
  const [screen] = matching;
  return screen?.within ?? screen?.path;
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return false;
  return wanted.every((part, place) => part.startsWith('$') || part === given[place]);
}

function fixedParts(pattern: string): number {
  return pattern.split('/').filter((part) => part !== '' && !part.startsWith('$')).length;
}
