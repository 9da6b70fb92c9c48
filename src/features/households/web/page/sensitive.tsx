import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { answer, api } from '../../../../platform/web/api.ts';
import type { Purpose } from '../../../../platform/web/kit/purpose-dialog.tsx';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import { pathOf, type WholeHousehold } from '../household-queries.ts';
import { isMasked } from '../words/value-text.ts';

type Clear = Readonly<Record<string, unknown>>;

type Sensitive = {
  /** The clear values of a record, once asked for; nothing before. */
  clearOf: (of: 'household' | 'person', id: string) => Clear;
  isRevealed: boolean;
  mayReveal: boolean;
  /** Shows all sensitive values of the household for this visit; the purpose is recorded. */
  reveal: (purpose: Purpose) => Promise<void>;
  hide: () => void;
};

const SensitiveContext = createContext<Sensitive | undefined>(undefined);

const nothing: Clear = {};

type Revealed = { marks: string; values: ReadonlyMap<string, Clear> };

/**
 * Keeps the clear values in the memory of this one page. They are dropped when the page is left,
 * and when the household changes, because they might then be the old ones.
 */
export function SensitiveProvider(properties: { whole: WholeHousehold; children: ReactNode }) {
  const { whole, children } = properties;
  const mayReveal = useMay()('household.unmask') && hasMasked(whole);
  const [revealed, setRevealed] = useState<Revealed>();
  const marks = marksOf(whole);
  const values = revealed?.marks === marks ? revealed.values : undefined;
  const { county, id } = pathOf(whole.household);
  const reveal = useCallback(
    async (purpose: Purpose) => {
      const found = await answer(
        api.POST('/api/households/{county}/{id}/unmask', {
          params: { path: { county, id } },
          body: { purpose: purpose.text },
        }),
      );
      const persons = found.persons.map((person) => [person.id, person.values] as const);
      setRevealed({ marks, values: new Map([[id, found.household], ...persons]) });
    },
    [county, id, marks],
  );
  const value = useMemo<Sensitive>(
    () => ({
      clearOf: (_of, recordId) => values?.get(recordId) ?? nothing,
      isRevealed: values !== undefined,
      mayReveal,
      reveal,
      hide: () => setRevealed(undefined),
    }),
    [values, mayReveal, reveal],
  );
  return <SensitiveContext value={value}>{children}</SensitiveContext>;
}

export function useSensitive(): Sensitive {
  const found = useContext(SensitiveContext);
  if (found === undefined) throw new Error('useSensitive is for the page of a household');
  return found;
}

function marksOf({ household, persons }: WholeHousehold): string {
  return [household, ...persons].map(({ id, version }) => `${id}:${version}`).join();
}

function hasMasked({ household, persons }: WholeHousehold): boolean {
  return [household, ...persons].some((record) => Object.values(record).some(isMasked));
}
