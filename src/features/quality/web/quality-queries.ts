import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api, given } from '../../../platform/web/api.ts';
import type { UrlState } from '../../../platform/web/kit/use-url-state.ts';
import { type FindingChoice, findingStates } from '../model/contract.ts';

/** What the address says of the findings to show: only the open ones, unless it says otherwise. */
export function choiceOf(state: UrlState): FindingChoice {
  const { region, rule, level, state: asked } = state;
  const settled = asked === 'all' ? undefined : 'open';
  return given({
    region,
    ruleId: rule,
    level: levels.find((known) => known === level),
    state: findingStates.find((known) => known === asked) ?? settled,
  }) as FindingChoice;
}

export const levels = ['E', 'W', 'I'] as const;
export type Level = (typeof levels)[number];

export function useSummary({ region, ruleId, level }: FindingChoice) {
  const query = given({ region, ruleId, level });
  return useQuery({
    queryKey: ['quality', 'summary', query],
    queryFn: ({ signal }) => answer(api.GET('/api/quality/summary', { params: { query }, signal })),
    placeholderData: (before) => before,
  });
}

const RULES_STAY_MS = 3_600_000;

/** The rules as they are worded; they change with the product only. */
export function useRules() {
  return useQuery({
    queryKey: ['quality', 'rules'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/quality/rules', { signal }))).rules,
    staleTime: RULES_STAY_MS,
  });
}

/** What lists and counts are made of follows the register within about two seconds. */
const FOLLOWED_AFTER_MS = 2_500;

/** Loads findings and their counts again, once more when the counts have followed. */
export function useLookAgain(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    const look = (): void => {
      void queries.invalidateQueries({ queryKey: ['quality'] });
      void queries.invalidateQueries({ queryKey: ['households'] });
    };
    look();
    setTimeout(look, FOLLOWED_AFTER_MS);
  }, [queries]);
}
