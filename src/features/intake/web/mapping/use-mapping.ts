import {
  type QueryClient,
  type UseMutationResult,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answer, api } from '../../../../platform/web/api.ts';
import type { MappedTable, RunAnswer } from '../../model/contract.ts';
import type { SourceKind, Target } from '../../model/mapping.ts';
import { allRunsKey, runKey, tablesKey } from '../intake-queries.ts';

/** What is set about one table; what is left out stays as it is. */
export type TableChange = {
  position: number;
  leftOut: boolean;
  kind?: SourceKind;
  headerRow?: number;
  year?: number | null;
  /** The target of every column, in the order of the file. */
  columns?: (Target | null)[];
};

/**
 * Saves how a table is read as soon as it is changed, so that nobody loses it by leaving. The screen
 * shows the change at once; saves go out one after another, and the start waits for the last of them.
 */
export function useSaveMapping(id: string): UseMutationResult<RunAnswer, unknown, TableChange> {
  const queries = useQueryClient();
  const mutationKey = ['intake', 'mapping', id];
  return useMutation<RunAnswer, unknown, TableChange>({
    mutationKey,
    scope: scopeOf(id),
    mutationFn: async (table) =>
      await answer(
        api.POST('/api/intake/runs/{id}/mapping', {
          params: { path: { id } },
          body: { tables: [table] },
        }),
      ),
    onMutate: async (table) => {
      await queries.cancelQueries({ queryKey: tablesKey(id) });
      queries.setQueryData<readonly MappedTable[]>(tablesKey(id), (before) =>
        before?.map((shown) => (shown.position === table.position ? changed(shown, table) : shown)),
      );
    },
    onSuccess: (run) => queries.setQueryData(runKey(id), run),
    onSettled: async () => {
      // What the server makes of an earlier change must not undo a later one on the screen.
      if (queries.isMutating({ mutationKey }) > 1) return;
      await refresh(queries, id);
    },
  });
}

/** Starts the import; from then on the columns stand. */
export function useStart(id: string): UseMutationResult<RunAnswer, unknown, void> {
  const queries = useQueryClient();
  return useMutation<RunAnswer, unknown, void>({
    scope: scopeOf(id),
    mutationFn: async () =>
      await answer(api.POST('/api/intake/runs/{id}/start', { params: { path: { id } } })),
    onSuccess: async (run) => {
      queries.setQueryData(runKey(id), run);
      await queries.invalidateQueries({ queryKey: allRunsKey });
    },
    onError: async () => await refresh(queries, id),
  });
}

function scopeOf(id: string): { id: string } {
  return { id: `intake-${id}` };
}

async function refresh(queries: QueryClient, id: string): Promise<void> {
  await queries.invalidateQueries({ queryKey: runKey(id) });
}

function changed(table: MappedTable, change: TableChange): MappedTable {
  const { columns } = change;
  return {
    ...table,
    leftOut: change.leftOut,
    ...(change.kind === undefined ? {} : { kind: change.kind }),
    ...(change.year === undefined ? {} : { year: change.year }),
    columns:
      columns === undefined
        ? table.columns
        : table.columns.map((column, index) => {
            const target = columns[index] ?? null;
            return target === column.target ? column : { ...column, target, remembered: false };
          }),
  };
}
