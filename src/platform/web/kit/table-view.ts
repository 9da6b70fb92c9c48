import { useMemo } from 'react';
import { type UrlState, useUrlState } from './use-url-state.ts';

/** What part of a list is shown; all of it stands in the address. */
export type TableView = {
  /** From 1. */
  page: number;
  size: number;
  /** The cursor that the answer before gave as `next`. */
  after: string | undefined;
  /** Column key; with `-` in front from large to small. */
  sort: string | undefined;
  text: string | undefined;
  filters: Readonly<Record<string, string | undefined>>;
};

export type ViewChange = {
  page?: number;
  size?: number;
  after?: string | undefined;
  sort?: string | undefined;
  text?: string | undefined;
  filters?: Readonly<Record<string, string | undefined>>;
};

export const pageSizes = [20, 50, 100] as const;
const DEFAULT_SIZE = pageSizes[0];

/** The view of a list as the address has it, and a way to change it. */
export function useTableView(
  filterKeys: readonly string[],
): [TableView, (change: ViewChange) => void] {
  const [state, changeState] = useUrlState();
  const view = useMemo(() => readView(state, filterKeys), [state, filterKeys]);
  const change = (changed: ViewChange): void => {
    const isOtherPage = changed.page !== undefined || changed.after !== undefined;
    changeState(writeChange(changed), { replace: !isOtherPage });
  };
  return [view, change];
}

export function readView(state: UrlState, filterKeys: readonly string[]): TableView {
  return {
    page: wholeNumber(state['page'], 1),
    size: wholeNumber(state['size'], DEFAULT_SIZE),
    after: state['after'],
    sort: state['sort'],
    text: state['text'],
    filters: Object.fromEntries(filterKeys.map((key) => [key, state[key]])),
  };
}

/** Whatever changes what is listed goes back to the first page. */
export function writeChange(change: ViewChange): UrlState {
  const { page, size, after, sort, text, filters } = change;
  return {
    ...('text' in change ? { text } : {}),
    ...('sort' in change ? { sort } : {}),
    ...(size === undefined ? {} : { size: size === DEFAULT_SIZE ? undefined : String(size) }),
    ...filters,
    page: page === undefined || page === 1 ? undefined : String(page),
    after,
  };
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}
