import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
  useState,
} from 'react';
import { useMay } from '../../../../platform/web/session/officer.tsx';
import type { HistoryAct, WholeHousehold } from '../household-queries.ts';

/** Something to be done to the household whose page is open. */
export type ActToDo =
  | { kind: 'correctHousehold' | 'birth' | 'arrival' | 'changeHead' | 'split' | 'merge' }
  | { kind: 'correctPerson' | 'death' | 'departure' | 'move'; personId: string }
  | { kind: 'survey'; year?: number }
  | { kind: 'moveHousehold' | 'addSpell' }
  | { kind: 'endSpell' | 'correctSpell'; spellId: string }
  | { kind: 'undo'; act: HistoryAct };

export type Acts = {
  open: (act: ActToDo) => void;
  /** The posting may correct, and the household is not closed. */
  mayCorrect: boolean;
  /** The posting may also move members and households, split and merge, and say what is registered. */
  mayRestructure: boolean;
};

const ActsContext = createContext<Acts | undefined>(undefined);

// Forms are large and seldom the reason to open the page.
const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));

/** Lets everything on the page open the acts, and shows the one that is open. */
export function ActsProvider(properties: { whole: WholeHousehold; children: ReactNode }) {
  const { whole, children } = properties;
  const [act, setAct] = useState<ActToDo>();
  const may = useMay();
  const isActive = whole.household.status === 'active';
  const mayCorrect = isActive && may('household.correct');
  const mayRestructure = isActive && may('household.restructure');
  const acts = useMemo<Acts>(
    () => ({ open: setAct, mayCorrect, mayRestructure }),
    [mayCorrect, mayRestructure],
  );
  return (
    <ActsContext value={acts}>
      {children}
      {act !== undefined && (
        <Suspense>
          <ActDialog act={act} whole={whole} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
    </ActsContext>
  );
}

export function useActs(): Acts {
  const found = useContext(ActsContext);
  if (found === undefined) throw new Error('useActs is for the page of a household');
  return found;
}
