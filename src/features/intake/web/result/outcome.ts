import type { Figures } from '../../model/contract.ts';

export type Outcome = 'allTaken' | 'someRefused' | 'nothingNew' | 'noneTaken';

/** Which sentence tells the result of an import. */
export function outcomeOf({ taken, refused }: Pick<Figures, 'taken' | 'refused'>): Outcome {
  if (taken === 0) return refused === 0 ? 'nothingNew' : 'noneTaken';
  return refused === 0 ? 'allTaken' : 'someRefused';
}
