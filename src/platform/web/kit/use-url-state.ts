import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

export type UrlState = Readonly<Record<string, string | undefined>>;

/**
 * State that lives in the address, so that a view can be linked, reloaded and gone back to. All
 * values are strings; `change` merges, and an empty or absent value leaves the address.
 */
export function useUrlState(): [
  UrlState,
  (change: UrlState, options?: { replace?: boolean }) => void,
] {
  const state = useRouterState({ select: (router) => router.location.search as UrlState });
  const navigate = useNavigate();
  const change = useCallback(
    (changed: UrlState, options: { replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        replace: options.replace ?? true,
        search: (before: UrlState) => withoutEmpty({ ...before, ...changed }),
      });
    },
    [navigate],
  );
  return [state, change];
}

function withoutEmpty(state: UrlState): UrlState {
  return Object.fromEntries(
    Object.entries(state).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Reads `?a=1&b=x` as strings; nothing in an address is a number or an object. */
export function parseAddress(search: string): UrlState {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeAddress(state: Record<string, unknown>): string {
  const pairs = Object.entries(state).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}
