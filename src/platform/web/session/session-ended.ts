import { useSyncExternalStore } from 'react';

let hasEnded = false;
const listeners = new Set<() => void>();

/** The server no longer knows the session: the shell asks for the password over the open page. */
export function reportSessionEnded(): void {
  set(true);
}

export function reportSessionRenewed(): void {
  set(false);
}

function set(value: boolean): void {
  hasEnded = value;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hasEnded,
  );
}
