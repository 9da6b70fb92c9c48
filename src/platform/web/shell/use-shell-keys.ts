import { useEffect, useEffectEvent } from 'react';

/** `/` goes to the search field of the screen, `?` opens the key help. */
export function useShellKeys({ onHelp }: { onHelp: () => void }): void {
  const help = useEffectEvent(onHelp);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') help();
      if (event.key !== '/') return;
      const field = document.querySelector<HTMLInputElement>('#main [data-search]');
      if (field === null) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
