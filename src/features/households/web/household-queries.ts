import { type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../platform/web/api.ts';
import type { components, paths } from '../../../platform/web/api-types.ts';
import { usePathParameter } from '../../../platform/web/kit/use-path-parameter.ts';

type Answered<Route extends { responses: { 200: { content: { 'application/json': unknown } } } }> =
  Route['responses'][200]['content']['application/json'];

/** Everything of a household as its page reads it; sensitive values are masked. */
export type WholeHousehold = Answered<paths['/api/households/{county}/{id}']['get']>;
export type HouseholdView = WholeHousehold['household'];
export type PersonView = WholeHousehold['persons'][number];
export type SurveyView = WholeHousehold['surveys'][number];
export type SpellView = WholeHousehold['spells'][number];
export type HistoryAct = components['schemas']['HistoryAct'];
export type ListedHousehold = components['schemas']['ListedHousehold'];

/** Where a household is: the county that keeps it, and its id there. */
export type HouseholdPath = { county: string; id: string };

/** Everything that changes when a household does begins with this. */
export const householdsKey = ['households'] as const;

export function addressOf({ county, id }: HouseholdPath): string {
  return `/households/${county}/${id}`;
}

export function pathOf({ countyCode, id }: HouseholdView): HouseholdPath {
  return { county: countyCode, id };
}

/** The household that the address of the page names. */
export function useHouseholdPath(): HouseholdPath {
  return { county: usePathParameter('county'), id: usePathParameter('id') };
}

export async function readHousehold(
  path: HouseholdPath,
  signal?: AbortSignal,
): Promise<WholeHousehold> {
  const options = signal === undefined ? {} : { signal };
  return await answer(api.GET('/api/households/{county}/{id}', { params: { path }, ...options }));
}

export function useHousehold(
  path: HouseholdPath | undefined,
): UseQueryResult<WholeHousehold, unknown> {
  return useQuery({
    queryKey: [...householdsKey, path?.county, path?.id],
    queryFn: ({ signal }) => readHousehold(path ?? { county: '', id: '' }, signal),
    enabled: path !== undefined,
  });
}

const ACTS_A_PAGE = 40;

/** The history of a household, newest first, a page at a time. */
export function useHistory(path: HouseholdPath) {
  return useInfiniteQuery({
    queryKey: [...householdsKey, path.county, path.id, 'acts'],
    initialPageParam: 0,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: ACTS_A_PAGE, offset: pageParam };
      return (
        await answer(
          api.GET('/api/households/{county}/{id}/acts', { params: { path, query }, signal }),
        )
      ).acts;
    },
    getNextPageParam: (last, pages) =>
      last.length < ACTS_A_PAGE ? undefined : pages.flat().length,
  });
}

/** The members on the register, without those who died or left. */
export function presentOf({ persons }: Pick<WholeHousehold, 'persons'>): readonly PersonView[] {
  return persons.filter(({ status }) => status === 'present');
}

export type QualityFinding = components['schemas']['QualityFinding'];

/** What the data rules found in a household, with what was explained and exempted. */
export function useFindings(path: HouseholdPath) {
  return useQuery({
    queryKey: [...householdsKey, path.county, path.id, 'findings'],
    queryFn: async ({ signal }) =>
      (
        await answer(
          api.GET('/api/households/{county}/{id}/findings', { params: { path }, signal }),
        )
      ).findings,
  });
}
