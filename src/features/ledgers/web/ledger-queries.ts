import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../platform/web/api.ts';
import { useAct } from '../../../platform/web/kit/use-act.ts';
import type { LedgerAnswer, PrintAnswer } from '../model/contract.ts';
import type { LedgerKind } from '../model/ledger.ts';

export type BookKind = Exclude<LedgerKind, 'card'>;

/** The ledger of a region as it stands now. */
export function useBook(kind: BookKind, region: string) {
  return useQuery({
    queryKey: ['ledgers', kind, region],
    queryFn: async ({ signal }): Promise<LedgerAnswer> => {
      const asked = { params: { path: { region } }, signal };
      switch (kind) {
        case 'village':
          return await answer(api.GET('/api/ledgers/villages/{region}', asked));
        case 'township':
          return await answer(api.GET('/api/ledgers/townships/{region}', asked));
        case 'county':
          return await answer(api.GET('/api/ledgers/counties/{region}', asked));
      }
    },
  });
}

export function useCard(path: { county: string; id: string }) {
  return useQuery({
    queryKey: ['ledgers', 'card', path.county, path.id],
    queryFn: async ({ signal }): Promise<LedgerAnswer> =>
      await answer(api.GET('/api/ledgers/household/{county}/{id}', { params: { path }, signal })),
  });
}

const LOOK_AGAIN_MS = 800;

export function isOpen({ state }: Pick<PrintAnswer, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** The officer's own prints; looked at again as long as one of them is being made. */
export function usePrints() {
  return useQuery({
    queryKey: ['ledgers', 'prints'],
    queryFn: async ({ signal }): Promise<PrintAnswer[]> =>
      (await answer(api.GET('/api/ledgers/prints', { signal }))).prints,
    refetchInterval: ({ state }) => (state.data?.some(isOpen) === true ? LOOK_AGAIN_MS : false),
  });
}

const prints = [['ledgers', 'prints']] as const;

/** What is to be printed: the ledger of a region, or the card of a household. */
export type Printed =
  | { kind: LedgerKind; region: string }
  | { kind: 'card'; household: { county: string; id: string } };

export type PrintFormat = PrintAnswer['format'];
type Order = Printed & { format: PrintFormat; purpose?: string };

export function useOrder(onDone?: (print: PrintAnswer) => void) {
  return useAct<Order, PrintAnswer>({
    send: async (body) => await answer(api.POST('/api/ledgers/prints', { body })),
    refresh: prints,
    ...(onDone === undefined ? {} : { onDone }),
  });
}

export function useRemoval() {
  return useAct<string, unknown>({
    send: async (id) =>
      await answer(api.DELETE('/api/ledgers/prints/{id}', { params: { path: { id } } })),
    refresh: prints,
  });
}

export function fileAddress(print: Pick<PrintAnswer, 'id'>): string {
  return `/api/ledgers/prints/${print.id}/file`;
}
