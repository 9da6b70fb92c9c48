import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../platform/web/api.ts';
import type { MappedTable, RunAnswer, RunsAnswer } from '../model/contract.ts';
import { isOver } from '../model/states.ts';

/** How often a run that is at work is asked about. */
const ASK_AGAIN_MS = 1_000;

export const allRunsKey = ['intake', 'runs'] as const;
export const runKey = (id: string) => ['intake', 'run', id] as const;
export const tablesKey = (id: string) => ['intake', 'run', id, 'tables'] as const;

export async function loadRuns(
  view: { page: number; size: number },
  signal: AbortSignal,
): Promise<RunsAnswer> {
  const query = { page: view.page, size: view.size };
  return await answer(api.GET('/api/intake/runs', { params: { query }, signal }));
}

/** Where a run stands; asked again and again until nothing more happens to it. */
export function useRun(id: string): UseQueryResult<RunAnswer> {
  return useQuery({
    queryKey: runKey(id),
    queryFn: async ({ signal }): Promise<RunAnswer> =>
      await answer(api.GET('/api/intake/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => (isAtWork(data) ? ASK_AGAIN_MS : false),
    staleTime: 0,
  });
}

export function isAtWork(run: Pick<RunAnswer, 'state'> | undefined): boolean {
  return run !== undefined && run.state !== 'mapping' && !isOver(run.state);
}

/** How the columns of a run's tables are read, with samples out of the files. */
export function useTables(id: string): UseQueryResult<readonly MappedTable[]> {
  return useQuery({
    queryKey: tablesKey(id),
    queryFn: async ({ signal }): Promise<readonly MappedTable[]> => {
      const path = { id };
      return (await answer(api.GET('/api/intake/runs/{id}/tables', { params: { path }, signal })))
        .tables;
    },
  });
}
