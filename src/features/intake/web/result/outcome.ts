import type { Figures } from '../../model/contract.ts';

export type Outcome = 'allTaken' | 'someRefused' | 'nothingNew' | 'restRefused' | 'noneTaken';

/** Which sentence tells the result of an import. */
export function outcomeOf(figures: Pick<Figures, 'taken' | 'unchanged' | 'refused'>): Outcome {
  const { taken, unchanged, refused } = figures;
  if (taken > 0) return refused === 0 ? 'allTaken' : 'someRefused';
  if (refused === 0) return 'nothingNew';
  return unchanged > 0 ? 'restRefused' : 'noneTaken';
}
