import { useCallback, useState } from 'react';
import { useOfficer } from '../session/officer.tsx';
import type { UrlState } from './use-url-state.ts';

export type SavedView = { name: string; address: UrlState };
export type Density = 'small' | 'middle';

/** How an officer likes one list; kept on this device under the officer's account. */
export type TableSettings = {
  density: Density;
  /** Keys of the columns shown; undefined is the list's own choice. */
  columns: readonly string[] | undefined;
  views: readonly SavedView[];
};

const plain: TableSettings = { density: 'middle', columns: undefined, views: [] };

export function useTableSettings(
  table: string,
): [TableSettings, (change: Partial<TableSettings>) => void] {
  const { accountId } = useOfficer();
  const storedAs = `mingbai.table.${accountId}.${table}`;
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(storedAs)));
  const change = useCallback(
    (changed: Partial<TableSettings>) => {
      setSettings((before) => {
        const after = { ...before, ...changed };
        localStorage.setItem(storedAs, JSON.stringify(after));
        return after;
      });
    },
    [storedAs],
  );
  return [settings, change];
}

/** Reads what an earlier version may have written; anything else is as if nothing were stored. */
export function readSettings(stored: string | null): TableSettings {
  try {
    const found: unknown = JSON.parse(stored ?? '{}');
    return typeof found === 'object' && found !== null ? { ...plain, ...found } : plain;
  } catch {
    return plain;
  }
}
