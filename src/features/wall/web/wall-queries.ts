import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../platform/web/api.ts';
import type { Indicator } from '../model/indicators.ts';

/** The register moves on while the page is open; a minute is soon enough for a wall. */
const LOOK_AGAIN_MS = 60_000;
const often = {
  refetchInterval: LOOK_AGAIN_MS,
  placeholderData: <T>(before: T | undefined) => before,
};

/** The nation, whose code is empty, has a name in addresses. */
export function addressed(region: string): string {
  return region === '' ? 'nation' : region;
}

export function useSummary(region: string) {
  return useQuery({
    queryKey: ['wall', 'summary', region],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/wall/summary', { params: { query: { region: addressed(region) } }, signal }),
      ),
    ...often,
  });
}

export function useMap(region: string, indicator: Indicator) {
  return useQuery({
    queryKey: ['wall', 'map', region, indicator],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/wall/map', {
          params: { query: { region: addressed(region), indicator } },
          signal,
        }),
      ),
    ...often,
  });
}

export function useRegions(region: string) {
  return useQuery({
    queryKey: ['wall', 'breakdown', region],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/wall/breakdown', {
          params: { query: { region: addressed(region), by: 'region' } },
          signal,
        }),
      ),
    ...often,
  });
}

/** The regions from the nation down to this one. */
export function usePath(region: string) {
  return useQuery({
    queryKey: ['regions', addressed(region)],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/regions/{code}', { params: { path: { code: addressed(region) } }, signal }),
      ),
    staleTime: 3_600_000,
  });
}

/** The address of the list of the households behind a number. */
export function householdsAt(region: string, filters: string): string {
  return `/households?${new URLSearchParams({
    ...(region === '' ? {} : { region }),
    ...(filters === '' ? {} : { filters }),
  }).toString()}`;
}

type Answer<Hook extends (...given: never[]) => { data: unknown }> = NonNullable<
  ReturnType<Hook>['data']
>;

export type Summary = Answer<typeof useSummary>;
export type WallMap = Answer<typeof useMap>;
export type RegionRow = Answer<typeof useRegions>['regions'][number];
export type Count = Summary['counts']['households'];
