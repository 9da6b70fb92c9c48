import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api, given } from '../../../../platform/web/api.ts';
import { todayInChina } from '../../../../platform/web/format.ts';
import type { UrlState } from '../../../../platform/web/kit/use-url-state.ts';
import { effects, themes } from '../../../packs/model/index.ts';
import { type ListedStanding, listedStandings, type SummaryQuery } from '../../model/contract.ts';

/** What the address asks for: a place, a day, a narrowing, and perhaps the list behind one number. */
export type Choice = {
  readonly summary: SummaryQuery;
  readonly on: string;
  readonly list: { readonly rule: string; readonly standing: ListedStanding } | undefined;
};

export function choiceOf({ region, on, theme, effect, rule, standing }: UrlState): Choice {
  const chosen = listedStandings.find((known) => known === standing);
  return {
    summary: given({
      region,
      on,
      theme: themes.find((known) => known === theme),
      effect: effects.find((known) => known === effect),
      rule,
    }) as SummaryQuery,
    on: on ?? todayInChina(),
    list: rule === undefined || chosen === undefined ? undefined : { rule, standing: chosen },
  };
}

export function useTotals(query: SummaryQuery) {
  return useQuery({
    queryKey: ['entitlements', 'totals', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/entitlements', { params: { query: given(query) }, signal })),
    placeholderData: keepPreviousData,
  });
}

export type ListChoice = {
  readonly region: string | undefined;
  readonly on: string;
  readonly rule: string;
  readonly standing: ListedStanding;
};

const ROWS_A_PAGE = 20;

/** A page of whoever is behind a number; from sensitive rules only with a purpose, which the server records. */
export function useEntitled(
  choice: ListChoice,
  { page, purpose, isWanted }: { page: number; purpose: string | undefined; isWanted: boolean },
) {
  const query = { ...given(choice), rule: choice.rule, page, size: ROWS_A_PAGE };
  return useQuery({
    queryKey: ['entitlements', 'list', query, purpose],
    queryFn: ({ signal }) =>
      answer(
        purpose === undefined
          ? api.GET('/api/entitlements/list', { params: { query }, signal })
          : api.POST('/api/entitlements/list', { body: { ...query, purpose }, signal }),
      ),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export const rowsAPage = ROWS_A_PAGE;
