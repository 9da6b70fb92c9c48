import { Link, useNavigate } from '@tanstack/react-router';
import { type AriaAttributes, type ReactNode, useCallback } from 'react';

type LinkProperties = Pick<AriaAttributes, 'aria-current' | 'aria-label'> & {
  /** Path with search, as written in the address: `/households?type=poor`. */
  to: string;
  children: ReactNode;
  className?: string;
  onClick?: () => void;
};

/** A link to a screen of the product. */
export function ScreenLink({ to, children, ...rest }: LinkProperties) {
  const { path, search } = splitAddress(to);
  return (
    <Link to={path} search={search} {...rest}>
      {children}
    </Link>
  );
}

/** Opens a screen from code: `go('/households/990101/…')`. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (to) => {
      const { path, search } = splitAddress(to);
      void navigate({ to: path, search });
    },
    [navigate],
  );
}

function splitAddress(to: string): { path: string; search: Record<string, string> } {
  const [path = '/', query = ''] = to.split('?');
  return { path, search: Object.fromEntries(new URLSearchParams(query)) };
}
