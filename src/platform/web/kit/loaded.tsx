import type { ReactNode } from 'react';
import { Refusal } from '../api.ts';
import { DeniedState, LoadingState, ProblemView } from './states.tsx';

/** The content of a query once it is there; until then the skeleton, the problem or the denial. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: { data: Data | undefined; error: unknown; refetch: () => unknown };
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  const { error } = query;
  if (error === null) return <LoadingState />;
  if (error instanceof Refusal && error.status === 403) return <DeniedState />;
  return <ProblemView problem={error} retry={() => query.refetch()} />;
}
