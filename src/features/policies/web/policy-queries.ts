import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, given } from '../../../platform/web/api.ts';

type Answer<Hook extends (...given: never[]) => { data: unknown }> = NonNullable<
  ReturnType<Hook>['data']
>;

/** Numbers change with every act; a minute old is fresh enough for a document. */
const fresh = { staleTime: 60_000 };

export type LibraryAsked = {
  text?: string | undefined;
  theme?: string | undefined;
  level?: 'nation' | 'province' | 'prefecture' | 'county' | 'village' | undefined;
  audience?: 'household' | 'person' | 'village' | 'county' | 'department' | undefined;
};

export function useLibrary(asked: LibraryAsked) {
  return useQuery({
    queryKey: ['policies', 'library', asked],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/policies', { params: { query: given(asked) }, signal })),
    placeholderData: keepPreviousData,
    ...fresh,
  });
}

/** A document as it stands for a region; its own region if none is given. */
export function useStatus(pack: string, region: string | undefined) {
  return useQuery({
    queryKey: ['policies', 'status', pack, region],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/policies/{pack}', {
          params: { path: { pack }, query: given({ region }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    ...fresh,
  });
}

export function useClause(asked: { pack: string; clause: string; region: string }) {
  const { pack, clause, region } = asked;
  return useQuery({
    queryKey: ['policies', 'clause', pack, clause, region],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/policies/{pack}/clauses/{clause}', {
          params: { path: { pack, clause }, query: given({ region: addressed(region) }) },
          signal,
        }),
      ),
    ...fresh,
  });
}

/** The original text of the clauses, where it has been uploaded. */
export function useOriginals(pack: string) {
  return useQuery({
    queryKey: ['policies', 'originals', pack],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/documents/originals/{pack}', { params: { path: { pack } }, signal })),
    ...fresh,
  });
}

export function useIndicator(asked: {
  pack: string;
  indicator: string;
  region: string | undefined;
  page: number;
}) {
  const { pack, indicator, region, page } = asked;
  return useQuery({
    queryKey: ['policies', 'indicator', pack, indicator, region, page],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/policies/{pack}/indicators/{indicator}', {
          params: { path: { pack, indicator }, query: given({ region, page }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    ...fresh,
  });
}

/** The nation, whose code is empty, is written out in an address. */
export function addressed(region: string): string {
  return region === '' ? 'nation' : region;
}

/** The address of the list of the households behind a number. */
export function householdsAt(region: string, filters: string): string {
  const search = new URLSearchParams({ ...(region === '' ? {} : { region }), filters });
  return `/households?${search.toString()}`;
}

export function indicatorAt(pack: string, indicator: string, region: string): string {
  return `/policies/${pack}/indicators/${indicator}?region=${addressed(region)}`;
}

export type Library = Answer<typeof useLibrary>;
export type LibraryEntry = Library['packs'][number];
export type Status = Answer<typeof useStatus>;
export type Clause = Status['clauses'][number];
export type Indicator = Status['indicators'][number];
export type Target = Status['targets'][number];
export type Schedule = Status['schedules'][number];
export type Obligation = Status['obligations'][number];
export type ClauseInWords = Answer<typeof useClause>;
export type Item = ClauseInWords['items'][number];
export type Behind = Answer<typeof useIndicator>;
export type Report = Behind['reports'][number];
export type Light = NonNullable<Clause['light']>;
