import { type KeyboardEvent, type MouseEvent, useCallback } from 'react';

const interactive = 'a, button, input, label, select, textarea, [role="button"], [role="checkbox"]';

type RowHandlers = {
  tabIndex: number;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
};

/**
 * Rows that can be walked with the arrow keys and opened with Enter or a click. Only the first row
 * is a tab stop, so that Tab does not have to pass through the whole list.
 */
export function useRowKeyboard<Row>(
  open: ((row: Row) => void) | undefined,
): (row: Row, index: number) => RowHandlers {
  return useCallback(
    (row, index) => ({
      tabIndex: index === 0 ? 0 : -1,
      onKeyDown: (event) => {
        if (event.target !== event.currentTarget) return;
        if (event.key === 'Enter') open?.(row);
        const moved = moveFocus(event.currentTarget, event.key);
        if (moved || event.key === 'Enter') event.preventDefault();
      },
      onClick: (event) => {
        const isOnControl = (event.target as Element).closest(interactive) !== null;
        const isSelecting = document.getSelection()?.isCollapsed === false;
        if (!isOnControl && !isSelecting) open?.(row);
      },
    }),
    [open],
  );
}

function moveFocus(row: HTMLElement, key: string): boolean {
  const rows = [...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > [tabindex]') ?? [])];
  const here = rows.indexOf(row);
  const targets: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const target = targets[key];
  if (target === undefined) return false;
  rows[target]?.focus();
  return true;
}
